import type { Asked } from './asked.js';
import type { Columns } from './columns.js';
import { compareTexts } from './ids.js';
import { Loosening } from './loosening.js';
import { orderOf, placeOf } from './order.js';
import type { Found, Place } from './question.js';
import { Tally } from './tally.js';

interface Kept {
  order: number;
  columns: Columns;
  listing: number;
  unit: number;
}

/** Keeps the best matches of a search, in order, at most a page of them; counts all. */
export class Collector {
  readonly loosening: Loosening | null;
  readonly tally: Tally | null;
  private readonly page: Kept[] = [];
  private readonly after: { order: number; id: string } | null;
  private count = 0;
  private last = Infinity;

  constructor(private readonly asked: Asked) {
    const { after, facets, widen } = asked.question;
    this.after = after && { order: orderOfPlace(after), id: after.id };
    this.tally = facets ? new Tally(asked.lexicon, asked.question.kinds) : null;
    this.loosening = widen ? new Loosening(asked) : null;
    if (asked.question.limit <= 0) this.last = -Infinity;
  }

  /** Whether every match must be seen, and not only those of the page. */
  get seesAll(): boolean {
    return this.asked.question.counting || this.tally !== null || this.loosening !== null;
  }

  /** What comes after this in the order is not on the page; Infinity while the page is not full. */
  get worst(): number {
    return this.last;
  }

  /**
   * The place after which the page begins, as a number in the order; below all where it is the
   * first.
   */
  get begins(): number {
    return this.after?.order ?? -1;
  }

  add(columns: Columns, listing: number, order: number, unit: number): void {
    this.count += 1;
    this.tally?.add(columns, listing);
    if (order > this.last || !this.isAfter(columns, listing, order)) return;
    const { page } = this;
    const full = page.length === this.asked.question.limit;
    if (full && this.compare(page.length - 1, columns, listing, order) < 0) return;
    if (full) page.pop();
    let [low, high] = [0, page.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(middle, columns, listing, order) < 0) low = middle + 1;
      else high = middle;
    }
    page.splice(low, 0, { order, columns, listing, unit });
    if (page.length === this.asked.question.limit) this.last = page.at(-1)!.order;
  }

  found(): Found {
    return {
      proposals: this.page.map(({ order, columns, listing, unit }) => ({
        ...placeOf(order),
        id: columns.ids.get(listing),
        unit,
      })),
      count: this.asked.question.counting ? this.count : null,
      facets: this.tally?.counts() ?? null,
      loosened: this.loosening?.counts() ?? null,
    };
  }

  private isAfter(columns: Columns, listing: number, order: number): boolean {
    if (!this.after || order > this.after.order) return true;
    if (order < this.after.order) return false;
    return compareTexts(columns.ids.get(listing), this.after.id) > 0;
  }

  private compare(index: number, columns: Columns, listing: number, order: number): number {
    const kept = this.page[index]!;
    return kept.order - order || kept.columns.ids.compare(kept.listing, columns.ids, listing);
  }
}

const orderOfPlace = ({ verdict, availability, band, freshness, meters }: Place) =>
  orderOf(verdict, availability, band, freshness, meters);
