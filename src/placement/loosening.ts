import { CriterionKind } from '../eligibility/index.js';
import type { Asked } from './asked.js';
import type { Judge } from './judge.js';
import { availabilityRanks, type Loosened } from './question.js';

/** Radii to widen to, in metres. */
export const LADDER_METERS = [
  5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 160_000, 240_000, 320_000, 480_000, 640_000,
  1_000_000,
] as const;
export const NO_RUNG = LADDER_METERS.length;

const criteria = Object.keys(CriterionKind);

/** What loosening one thing would find in two parts of all listings, each in the order of its words. */
export function loosenedTogether(one: Loosened, other: Loosened): Loosened {
  const sum = <Word>(words: readonly Word[], a: Map<Word, number>, b: Map<Word, number>) =>
    new Map(
      words
        .map((word) => [word, (a.get(word) ?? 0) + (b.get(word) ?? 0)] as const)
        .filter(([, count]) => count > 0),
    );
  // Each part tells its own first rung, and none above it.
  const rung = Math.min(...one.withinMeters.keys(), ...other.withinMeters.keys());
  return {
    withinMeters: sum([rung], one.withinMeters, other.withinMeters),
    availability: sum(availabilityRanks, one.availability, other.availability),
    askAbout: sum(criteria, one.askAbout, other.askAbout),
    caseByCase: sum(criteria, one.caseByCase, other.caseByCase),
  };
}

/** Counts what loosening one thing would find beyond what is found. */
export class Loosening {
  /** The first rung above the radius asked; `NO_RUNG` where none is, or no radius is asked. */
  readonly firstRung: number;
  private readonly rungs = new Uint32Array(LADDER_METERS.length);
  private readonly states = new Uint32Array(availabilityRanks.length);
  private readonly asking = new Uint32Array(criteria.length);
  private readonly weighed = new Uint32Array(criteria.length);

  constructor(private readonly asked: Asked) {
    const { withinMeters } = asked.question;
    const rung = LADDER_METERS.findIndex((meters) => meters > (withinMeters ?? Infinity));
    this.firstRung = asked.isBounded && rung >= 0 ? rung : NO_RUNG;
  }

  /** The lowest rung that found anything so far; `NO_RUNG` where none did. */
  get rung(): number {
    const rung = this.rungs.findIndex((count) => count > 0);
    return rung < 0 ? NO_RUNG : rung;
  }

  /** A listing matches but for the radius, and lies so far away. */
  farther(meters: number): void {
    const rung = LADDER_METERS.findIndex((reach) => meters <= reach);
    if (rung >= 0) this.rungs[rung]! += 1;
  }

  /**
   * A listing within reach is no match: what would make it one?
   * @param judge as it just judged the listing @param isLeft what it answered
   */
  missed(judge: Judge, listing: number, isLeft: boolean): void {
    const { wanted, question } = this.asked;
    if (isLeft) {
      for (let left = judge.wantedIfAsked; left !== 0; left &= left - 1) {
        const criterion = left & -left;
        const index = 31 - Math.clz32(criterion);
        this.asking[index]! += 1;
        // Its best unit is then another: that which asks about nothing else.
        judge.of(listing, wanted, question.askAbout | criterion);
        if (judge.weighs(listing, criterion)) this.weighed[index]! += 1;
      }
    }
    // A state in which none of its units is adds none.
    for (let left = judge.statesOf(listing) & ~wanted; left !== 0; left &= left - 1) {
      const state = left & -left;
      if (judge.of(listing, wanted | state) && judge.isWanted) {
        this.states[31 - Math.clz32(state)]! += 1;
      }
    }
  }

  counts(): Loosened {
    const byWord = (words: readonly string[], counts: Uint32Array) =>
      new Map(words.map((word, index) => [word, counts[index]!] as const).filter(([, n]) => n > 0));
    const { rung } = this;
    return {
      withinMeters:
        rung === NO_RUNG ? new Map() : new Map([[LADDER_METERS[rung]!, this.rungs[rung]!]]),
      availability: byWord(availabilityRanks, this.states),
      askAbout: byWord(criteria, this.asking),
      caseByCase: byWord(criteria, this.weighed),
    };
  }
}
