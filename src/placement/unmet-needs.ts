import type { CriterionKind } from '../eligibility/index.js';

/** Fewer searches are nobody's to read, and lie nowhere at rest: they would be near to one person. */
export const SEARCHES_MIN = 5;
const MONTH_LETTERS = 'YYYY-MM'.length;

/** Searches that found nothing: where, of what, and what single criterion stood in the way. */
export interface UnmetNeed {
  /** In UTC, as 2026-11. */
  month: string;
  /** Null where no place was asked, or it lies in no region. */
  regionId: string | null;
  type: 'HOUSING' | 'SERVICE';
  /** Null where no rule alone stood in the way: there is nothing there, or nothing that is free. */
  criterion: CriterionKind | null;
  searches: number;
}

/**
 * Counts what was searched for and not found, in this process alone and in numbers alone: of a seeker nothing is kept but that she
 * was one of several. What has not come to five by the end of its month, or of the server, is forgotten.
 */
export class UnmetNeeds {
  private readonly cells = new Map<string, UnmetNeed>();

  constructor(readonly failed: (error: unknown) => void = () => undefined) {}

  note(now: Date, need: Omit<UnmetNeed, 'month' | 'searches'>): void {
    this.add({ ...need, month: monthOf(now), searches: 1 });
  }

  /** Takes out what has come to five, to be kept; what is of an earlier month and has not, is dropped. */
  takeMany(now: Date): UnmetNeed[] {
    const month = monthOf(now);
    const many: UnmetNeed[] = [];
    for (const [key, cell] of this.cells) {
      if (cell.searches >= SEARCHES_MIN) many.push(cell);
      if (cell.searches >= SEARCHES_MIN || cell.month !== month) this.cells.delete(key);
    }
    return many;
  }

  /** Puts back what could not be kept. */
  putBack(needs: readonly UnmetNeed[]): void {
    for (const need of needs) this.add(need);
  }

  private add(need: UnmetNeed): void {
    const { month, regionId, type, criterion, searches } = need;
    const key = JSON.stringify([month, regionId, type, criterion]);
    const before = this.cells.get(key)?.searches ?? 0;
    this.cells.set(key, { month, regionId, type, criterion, searches: before + searches });
  }
}

const monthOf = (moment: Date): string => moment.toISOString().slice(0, MONTH_LETTERS);
