import type { Land } from '../eligibility/index.js';
import type { CountyShapes } from '../geography/index.js';
import type { Asking } from '../kernel/index.js';
import type { Found, PlacementQuestion } from './question.js';
import type { PlacementRow } from './row.js';
import type { ClauseOf } from './ruled.js';
import type { UnmetNeeds } from './unmet-needs.js';

/** Where placements are searched: by the index in process where it keeps up, else by SQL. Both answer alike. */
export interface PlacementSource {
  /** The land as rules see it, and the rules that rows name. */
  rulesOf(rows: readonly PlacementRow[]): Promise<{ land: Land; clauseOf: ClauseOf }>;
  shapes(): Promise<CountyShapes>;
  /** @throws Refusal `UNAVAILABLE` where no index answers and too many wait to search by SQL */
  search(question: PlacementQuestion): Promise<Found>;
  /** Takes in what was committed before the call, where an index follows; else there is nothing to do. */
  catchUp(): Promise<void>;
  /** Judges rows as the database holds them now: what a search proposed is told only if they still say so. */
  judge(question: PlacementQuestion, rows: PlacementRow[]): Promise<Found>;
}

/** One request that may search for placements. */
export interface PlacementAsking extends Asking {
  placements: PlacementSource;
  unmet: UnmetNeeds;
}
