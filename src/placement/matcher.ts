import type { Asked } from './asked.js';
import type { Collector } from './collector.js';
import type { Columns } from './columns.js';
import { ASK, ELIGIBLE, Judge, OPEN } from './judge.js';
import { LADDER_METERS } from './loosening.js';
import { orderOf } from './order.js';
import { AVOIDED, BEYOND, HERE, NO_METERS, STAYS, Whereabouts } from './whereabouts.js';

/**
 * Holds the listings of one store against one question, and hands what matches to the collector.
 */
export class Matcher {
  private readonly judge: Judge;
  private readonly where: Whereabouts;

  constructor(
    readonly columns: Columns,
    private readonly asked: Asked,
    private readonly collector: Collector,
  ) {
    this.judge = new Judge(columns, asked);
    this.where = new Whereabouts(columns, asked);
  }

  /** Every listing of the store, one after another. */
  considerAll(): void {
    const farther =
      (this.collector.loosening?.firstRung ?? LADDER_METERS.length) < LADDER_METERS.length;
    for (let listing = 0; listing < this.columns.size; listing += 1) {
      if (this.consider(listing, HERE | STAYS) === BEYOND && farther) this.considerBeyond(listing);
    }
  }

  /**
   * @param among bits of `HERE` and `STAYS`: where a listing must be to be considered
   * @returns where the listing is, if it may match and does not come after the page already; else
   *   `AVOIDED`
   */
  consider(listing: number, among: number): number {
    const { asked, collector, columns, judge, where } = this;
    if (!asked.wantsKinds(columns.kinds.data[listing]!)) return AVOIDED;
    if (this.isRefused(listing)) return AVOIDED;
    const onlyPage = !collector.seesAll;
    const verdict = onlyPage && asked.mustAsk(columns.asking.data[listing]!) ? ASK : ELIGIBLE;
    if (onlyPage && orderOf(verdict, OPEN, 0, 0, 0) > collector.worst) return AVOIDED;
    const found = where.find(listing);
    if ((found & among) === 0) return found;
    if (onlyPage && orderOf(verdict, OPEN, where.band, 0, this.meters) > collector.worst) {
      return found;
    }
    const isLeft = judge.of(listing, asked.wanted);
    const isMatch = isLeft && judge.isWanted;
    if (isMatch) {
      const { availability, freshness, unit } = judge;
      const order = orderOf(judge.verdict, availability, where.band, freshness, this.meters);
      collector.add(columns, listing, order, unit);
    } else {
      collector.loosening?.missed(judge, listing, isLeft);
    }
    if (collector.tally) this.countStates(listing, isMatch);
    return found;
  }

  /**
   * Of a listing that was just found to be beyond the radius: whether a wider one would find it.
   */
  considerBeyond(listing: number): void {
    const { asked, collector, judge, where } = this;
    const loosening = collector.loosening!;
    if (where.distance > (LADDER_METERS[loosening.rung] ?? Infinity)) return;
    if (judge.of(listing, asked.wanted) && judge.isWanted) loosening.farther(where.distance);
  }

  /**
   * A listing for a radius wider than the one asked: whether it lies beyond that and within this.
   */
  considerFarther(listing: number, meters: number): void {
    const { asked, columns, where } = this;
    if (!asked.wantsKinds(columns.kinds.data[listing]!) || this.isRefused(listing)) return;
    if (where.find(listing) === BEYOND && where.distance <= meters) this.considerBeyond(listing);
  }

  /** Counts a listing under every wanted state in which it would match, were that alone wanted. */
  private countStates(listing: number, isMatch: boolean): void {
    const { asked, collector, judge } = this;
    const states = judge.statesOf(listing) & asked.wanted;
    const isOne = (states & (states - 1)) === 0;
    for (let left = states; left !== 0; left &= left - 1) {
      const state = left & -left;
      const wouldMatch = isOne ? isMatch : judge.of(listing, state) && judge.isWanted;
      if (wouldMatch) collector.tally!.addState(31 - Math.clz32(state));
    }
  }

  private isRefused(listing: number): boolean {
    const { refused, refusedToo } = this.columns;
    return this.asked.passesBy(refused.data[listing]!, refusedToo.data[listing]!);
  }

  private get meters(): number | null {
    return this.where.meters === NO_METERS ? null : this.where.meters;
  }
}
