import type { Asked } from './asked.js';
import { NOT_MET, UNKNOWN } from './clause-book.js';
import { NEVER_SAID, type Columns } from './columns.js';

/** Ranks of `verdicts`. */
export const ELIGIBLE = 0;
export const ASK = 1;
export const NOT_ELIGIBLE = 2;
/** Ranks of `availabilityRanks` and of `freshnessRanks`. */
export const OPEN = 0;
const UNKNOWN_STATE = 2;
const FRESH = 0;
const AGING = 1;
const STALE = 2;
const NEVER = 3;
const FRESHNESS_RANKS = 4;
const STANDINGS = 4 * FRESHNESS_RANKS;
const FRESH_SHARE = 0.25;
/** Beside the bits of criteria in what is to be asked: a wish about which the listing is silent. */
const WISH = 1 << 29;
/** The first bit that is no criterion's. */
const CRITERIA_END = 1 << 24;
/** Ranks by which the best unit is chosen; between ASK and NOT_ELIGIBLE, ASK about too much. */
const RANKED_ELIGIBLE = 0;
const RANKED_ASK = 1;
const RANKED_TOO_MUCH = 2;
const RANKED_NOT_ELIGIBLE = 3;
const NO_UNIT = -1;

/** As the memo of outcomes holds them. */
const UNKNOWN_NOTED = UNKNOWN + 1;
const NOT_MET_NOTED = NOT_MET + 1;

/**
 * The verdict on the listings of a store, for one seeker. Its fields tell of the best unit of the
 * last listing asked about; nothing is allocated on the way.
 */
export class Judge {
  verdict = ELIGIBLE;
  availability = OPEN;
  freshness = FRESH;
  /** Index of the unit in its listing. */
  unit = NO_UNIT;
  /** Bits of what makes it ASK: criteria, and beyond them wishes and clauses not yet known. */
  asks = 0;
  /**
   * Bits of the criteria about which asking would make the listing wanted, where it is not: each is
   * all that is still missing of some unit.
   */
  wantedIfAsked = 0;
  private unitAsks = 0;
  /** Bits of the criteria that may be asked about, where only what is ELIGIBLE is wanted. */
  private askAbout = 0;
  /** Whether an ASK is wanted only where it asks about no more than that. */
  private readonly isParticular: boolean;
  /** The columns' numbers, at hand: they are not replaced while a search runs. */
  private readonly read: ReturnType<typeof readingOf>;
  private readonly now: number;
  /** Whether to pass by what is not eligible: it is nothing's best unit but its like's. */
  private readonly passes: boolean;
  /** Whether policies or languages are wished for. */
  private readonly wishes: boolean;

  constructor(
    columns: Columns,
    private readonly asked: Asked,
  ) {
    this.read = readingOf(columns);
    this.now = asked.question.now;
    this.wishes = asked.question.policies.length + asked.question.languages.length > 0;
    this.passes = asked.passes;
    const { verdicts } = asked.question;
    this.isParticular = verdicts[ELIGIBLE]! && !verdicts[ASK];
  }

  /**
   * Finds the best of the units whose availability is wanted; of those that are to be asked about,
   * the best that may be, if there is one.
   * @param wanted bits by rank of availability
   * @param askAbout bits of the criteria that may be asked about
   * @returns false where no unit is of a wanted availability; or, where NOT_ELIGIBLE is not wanted,
   *   each that is breaks a rule
   */
  of(listing: number, wanted: number, askAbout = this.asked.question.askAbout): boolean {
    const { clausesFrom, clauseCount, held, kinds, languages, unitsFrom } = this.read;
    const wishes = this.wishesOf(listing);
    this.unit = NO_UNIT;
    this.askAbout = askAbout;
    this.wantedIfAsked = 0;
    if (this.passes && wishes === NOT_ELIGIBLE) return false;
    const silent = this.asked.silentMask(kinds[listing]!, held[listing]!, languages[listing]!);
    const first = unitsFrom[listing]!;
    const end = unitsFrom[listing + 1]!;
    let clause = clausesFrom[listing]!;
    let bestRank = RANKED_NOT_ELIGIBLE;
    let best = STANDINGS;
    let bestBeds = 0;
    for (let unit = first; unit < end; unit += 1) {
      const from = clause;
      clause += clauseCount[unit]!;
      if (this.passes && this.isRefused(from, clause)) continue;
      const standing = this.standingOf(unit);
      const availability = (standing / FRESHNESS_RANKS) | 0;
      if (((wanted >> availability) & 1) === 0) continue;
      const beds = this.bedsOf(unit, standing);
      const before = standing < best || (standing === best && beds > bestBeds);
      const isFirst = this.unit === NO_UNIT;
      if (!isFirst && !before && this.verdict === ELIGIBLE) continue;
      const verdict = this.verdictOf(unit, from, clause, silent, wishes);
      const rank = this.rankOf(verdict);
      if (!isFirst && (rank > bestRank || (rank === bestRank && !before))) continue;
      bestRank = rank;
      this.unit = unit - first;
      this.verdict = verdict;
      this.asks = this.unitAsks;
      this.availability = availability;
      this.freshness = standing % FRESHNESS_RANKS;
      best = standing;
      bestBeds = beds;
    }
    if (bestRank < RANKED_TOO_MUCH) this.wantedIfAsked = 0;
    return this.unit !== NO_UNIT;
  }

  /** Whether the last verdict is wanted, or may be asked about. */
  get isWanted(): boolean {
    if (this.asked.question.verdicts[this.verdict]) return true;
    return this.verdict === ASK && this.isParticular && (this.asks & ~this.askAbout) === 0;
  }

  /** Whether what the best unit of a listing says of a criterion is decided case by case. */
  weighs(listing: number, criterion: number): boolean {
    const { clausesFrom, clauseCount, clauses, unitsFrom } = this.read;
    const { book } = this.asked.outcomes;
    let clause = clausesFrom[listing]!;
    const unit = unitsFrom[listing]! + this.unit;
    for (let other = unitsFrom[listing]!; other < unit; other += 1) {
      clause += clauseCount[other]!;
    }
    for (const end = clause + clauseCount[unit]!; clause < end; clause += 1) {
      const number = clauses[clause]!;
      if (book.criteria[number] === criterion && book.weighed[number] === 1) return true;
    }
    return false;
  }

  /** Bits by rank of the availability of a listing's units. */
  statesOf(listing: number): number {
    const { unitsFrom } = this.read;
    let states = 0;
    for (let unit = unitsFrom[listing]!; unit < unitsFrom[listing + 1]!; unit += 1) {
      states |= 1 << ((this.standingOf(unit) / FRESHNESS_RANKS) | 0);
    }
    return states;
  }

  /** Whether a clause from here to there is not met: the quickest way out. */
  private isRefused(from: number, end: number): boolean {
    const { clauses } = this.read;
    const { outcomes } = this.asked;
    const { memo } = outcomes;
    for (let clause = from; clause < end; clause += 1) {
      const number = clauses[clause]!;
      if ((memo[number] || outcomes.note(number)) === NOT_MET_NOTED) return true;
    }
    return false;
  }

  /** Availability and freshness of a unit in one number, the better the lower. */
  private standingOf(unit: number): number {
    if (this.asked.isService) return OPEN * FRESHNESS_RANKS + FRESH;
    const { goodFor, goodUntil, said } = this.read;
    const { now } = this;
    if (said[unit] === NEVER_SAID) return UNKNOWN_STATE * FRESHNESS_RANKS + NEVER;
    const until = goodUntil[unit]!;
    if (now >= until) return UNKNOWN_STATE * FRESHNESS_RANKS + STALE;
    const lasts = goodFor[unit]!;
    const freshness = now < until - lasts + lasts * FRESH_SHARE ? FRESH : AGING;
    return (said[unit]! - 1) * FRESHNESS_RANKS + freshness;
  }

  /** Beds open and one, where a report that holds says how many; else 0. */
  private bedsOf(unit: number, standing: number): number {
    return standing % FRESHNESS_RANKS <= AGING ? this.read.bedsOpen[unit]! : 0;
  }

  /** Of what is wished of the listing whole: met, silent or denied, as a verdict. */
  private wishesOf(listing: number): number {
    if (!this.wishes) return ELIGIBLE;
    const { bits, unheard } = this.asked.policies;
    const { denied, held, languages } = this.read;
    if ((denied[listing]! & bits) !== 0) return NOT_ELIGIBLE;
    if (unheard || (bits & ~held[listing]!) !== 0) return ASK;
    return this.asked.speaks(languages[listing]!) ? ELIGIBLE : ASK;
  }

  /** Whether a unit has the beds that are wished for, as a verdict. */
  private bedsVerdict(unit: number): number {
    const wished = this.asked.question.bedsFor;
    if (wished === null) return ELIGIBLE;
    const capacity = this.read.capacity[unit]!;
    if (capacity !== 0 && capacity - 1 < wished) return NOT_ELIGIBLE;
    const standing = this.standingOf(unit);
    const beds = this.bedsOf(unit, standing);
    if (standing >= FRESHNESS_RANKS || beds === 0) return ASK;
    return beds - 1 >= wished ? ELIGIBLE : NOT_ELIGIBLE;
  }

  /** Where a unit of a verdict comes when the best is chosen; notes what is missing of one too many. */
  private rankOf(verdict: number): number {
    if (verdict === ELIGIBLE) return RANKED_ELIGIBLE;
    if (verdict === NOT_ELIGIBLE) return RANKED_NOT_ELIGIBLE;
    const missing = this.unitAsks & ~this.askAbout;
    if (!this.isParticular || missing === 0) return RANKED_ASK;
    const isOne = (missing & (missing - 1)) === 0;
    if (isOne && missing < CRITERIA_END) this.wantedIfAsked |= missing;
    return RANKED_TOO_MUCH;
  }

  /** The verdict on a unit whose clauses stand from here to there; notes what makes it ASK. */
  private verdictOf(unit: number, from: number, end: number, silent: number, wishes: number) {
    const beds = this.bedsVerdict(unit);
    this.unitAsks = 0;
    if (wishes === NOT_ELIGIBLE || beds === NOT_ELIGIBLE) return NOT_ELIGIBLE;
    const { clauses } = this.read;
    const { outcomes } = this.asked;
    const { memo, book } = outcomes;
    let asks = wishes === ASK || beds === ASK ? WISH : 0;
    let spoken = 0;
    for (let clause = from; clause < end; clause += 1) {
      const number = clauses[clause]!;
      const noted = memo[number] || outcomes.note(number);
      if (noted === NOT_MET_NOTED) return NOT_ELIGIBLE;
      spoken |= book.criteria[number]!;
      if (noted === UNKNOWN_NOTED) asks |= book.criteria[number]!;
    }
    asks |= silent & ~spoken;
    this.unitAsks = asks;
    return asks === 0 ? ELIGIBLE : ASK;
  }
}

function readingOf(columns: Columns) {
  return {
    kinds: columns.kinds.data,
    held: columns.held.data,
    denied: columns.denied.data,
    languages: columns.languages.data,
    unitsFrom: columns.unitsFrom.data,
    clausesFrom: columns.clausesFrom.data,
    clauseCount: columns.clauseCount.data,
    clauses: columns.clauses.data,
    said: columns.said.data,
    bedsOpen: columns.bedsOpen.data,
    capacity: columns.capacity.data,
    goodUntil: columns.goodUntil.data,
    goodFor: columns.goodFor.data,
  };
}
