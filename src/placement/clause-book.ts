import {
  compileClause,
  compileSeeker,
  criterionBit,
  outcomeOf,
  type Clause,
  type CompiledClause,
  type CompiledSeeker,
  type CriterionKind,
  type Land,
} from '../eligibility/index.js';
import { FACT_WORDS, refusedFacts } from './facts.js';

/** What a clause comes to for a seeker, as `outcomeOf` says it; 0 is MET. */
export const UNKNOWN = 1;
export const NOT_MET = 2;

/** A clause as it is stored: all rules of one kind that bear on a unit, interned. */
export interface StoredClause {
  id: number;
  /** A `CriterionKind`. */
  kind: string;
  rules: Record<'listing' | 'unit', readonly { stance: string; terms: unknown }[]>;
}

const CAPACITY_MIN = 1_024;
const NO_CRITERION = 1 << 30;
const nobody = compileSeeker({});
const weighs = ({ stance }: { stance: string }) => stance === 'CASE_BY_CASE';

/**
 * All clauses, each once, by number. It only ever grows: a clause is never changed, so what was
 * made of it holds. A clause that a listing names before the book has it is a question until it
 * comes.
 */
export class ClauseBook {
  /** By number: the bit of the criterion; until the clause is known, one that is no criterion's. */
  criteria = new Int32Array(CAPACITY_MIN);
  /** By number: the bit of the criterion where one of whom nothing is known has to ask. */
  asked = new Int32Array(CAPACITY_MIN);
  /** By number, words of bits: facts that alone break the clause. */
  refused = new Int32Array(CAPACITY_MIN * FACT_WORDS);
  /** By number: whether a rule of it is decided case by case. */
  weighed = new Uint8Array(CAPACITY_MIN);
  private readonly clauses: (CompiledClause | null)[] = [];
  private readonly stored: (StoredClause | undefined)[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly pool: Uint8Array[] = [];

  constructor(private readonly land: Land) {}

  get size(): number {
    return this.clauses.length;
  }

  has(id: number): boolean {
    const number = this.numbers.get(id);
    return number !== undefined && this.clauses[number] !== null;
  }

  /** Adds what is not there yet. */
  add(stored: StoredClause): void {
    const { id, kind, rules } = stored;
    if (this.has(id)) return;
    const number = this.numberOf(id);
    this.stored[number] = stored;
    const { listing, unit } = rules as Pick<Clause, 'listing' | 'unit'>;
    const criterion = kind as CriterionKind;
    const clause = compileClause({ kind: criterion, listing, unit }, this.land);
    this.clauses[number] = clause;
    this.criteria[number] = criterionBit(criterion);
    this.weighed[number] = listing.some(weighs) || unit.some(weighs) ? 1 : 0;
    if (outcomeOf(clause, nobody) === UNKNOWN) this.asked[number] = criterionBit(criterion);
    this.refused.set(refusedFacts(criterion, clause), number * FACT_WORDS);
  }

  /** A clause as it is stored; undefined for one not yet known. */
  storedOf(id: number): StoredClause | undefined {
    return this.stored[this.numbers.get(id) ?? -1];
  }

  /** The number of a clause in this book, counted from 0; one not yet known gets its number too. */
  numberOf(id: number): number {
    let number = this.numbers.get(id);
    if (number === undefined) {
      number = this.clauses.push(null) - 1;
      this.numbers.set(id, number);
      if (number === this.criteria.length) this.grow();
      this.criteria[number] = NO_CRITERION;
    }
    return number;
  }

  /** What every clause comes to for one seeker, each found out when it is first asked. */
  outcomes(seeker: CompiledSeeker): Outcomes {
    let memo = this.pool.pop();
    if (memo === undefined || memo.length < this.size) memo = new Uint8Array(this.criteria.length);
    return new Outcomes(this, seeker, memo);
  }

  /** @internal what a clause of a number comes to */
  weigh(number: number, seeker: CompiledSeeker): number {
    const clause = this.clauses[number];
    return clause ? outcomeOf(clause, seeker) : UNKNOWN;
  }

  /** @internal takes a memo back for the next search */
  giveBack(memo: Uint8Array): void {
    memo.fill(0);
    this.pool.push(memo);
  }

  private grow(): void {
    const capacity = this.criteria.length * 2;
    const longer = <Numbers extends Int32Array | Uint8Array>(from: Numbers, to: Numbers) => {
      to.set(from);
      return to;
    };
    this.criteria = longer(this.criteria, new Int32Array(capacity));
    this.asked = longer(this.asked, new Int32Array(capacity));
    this.refused = longer(this.refused, new Int32Array(capacity * FACT_WORDS));
    this.weighed = longer(this.weighed, new Uint8Array(capacity));
  }
}

/**
 * What the clauses come to for one seeker. Lives for one search, within which the book must not
 * grow; `close` it after, so that nothing of the seeker is left and the memory is used again.
 */
export class Outcomes {
  constructor(
    readonly book: ClauseBook,
    private readonly seeker: CompiledSeeker,
    /** By number: the outcome and one; 0 where it was not asked yet. */
    readonly memo: Uint8Array,
  ) {}

  /** 0 MET, 1 UNKNOWN, 2 NOT_MET, 3 nothing is said: of the clause with this id. */
  of(id: number): number {
    const number = this.book.numberOf(id);
    return number < this.memo.length ? this.at(number) : UNKNOWN;
  }

  /** The same, by the clause's number in the book. */
  at(number: number): number {
    return (this.memo[number] || this.note(number)) - 1;
  }

  close(): void {
    this.book.giveBack(this.memo);
  }

  /** @internal the outcome and one, noted in the memo */
  note(number: number): number {
    return (this.memo[number] = this.book.weigh(number, this.seeker) + 1);
  }
}
