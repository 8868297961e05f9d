import { ask, type Asked } from './ask.js';
import type { SeekerFacts } from './facts.js';
import { judged, VERDICTS } from './judge.js';

/**
 * A criterion that listings of a kind (`SERVICE` for every service) are asked about where silent.
 */
export interface Silent {
  criterion: string;
  kind: string;
}

export interface OracleVerdict {
  listing: string;
  /** The unit's position; 0 where the listing names none. */
  unit: number;
  verdict: 'ELIGIBLE' | 'ASK' | 'NOT_ELIGIBLE';
  /** One a criterion that spoke. */
  outcomes: Record<string, 'MET' | 'UNKNOWN' | 'NOT_MET'>;
}

/**
 * The verdict of every unit of every published, active listing of an admitted organization.
 * @param silent what this seeker's facts bring up where a listing and its unit say nothing of it;
 * without it silence passes
 */
export function verdicts(
  database: Asked,
  seeker: SeekerFacts,
  silent: readonly Silent[] = [],
): Promise<OracleVerdict[]> {
  return ask<OracleVerdict>(
    database,
    { seeker, silent },
    [judged(null)],
    `select listing, unit, (${VERDICTS})[verdict + 1] as verdict, outcomes
    from judged order by listing collate "C", unit`,
  );
}
