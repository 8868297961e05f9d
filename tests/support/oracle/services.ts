import { ask, type Asked } from './ask.js';
import { judged, VERDICTS } from './judge.js';
import { placed } from './place.js';
import { isThere, VERDICTS_WANTED, wishes, type OraclePlacement } from './placement.js';
import { serving } from './serving.js';
import type { Silent } from './verdicts.js';

/** A question as `findServices` is asked it. */
export interface OracleServicesQuestion extends OraclePlacement {
  /** What serves people of the place, wherever it lies; else what lies near. */
  reach?: 'NEAR' | 'SERVES_HERE' | null;
  /** Criteria that may be left to ask about where ELIGIBLE is wanted and ASK is not. */
  askAbout?: readonly string[] | null;
}

/** A service has no beds, and so neither availability nor freshness. */
export interface OracleServiceMatch {
  id: string;
  verdict: 'ELIGIBLE' | 'ASK' | 'NOT_ELIGIBLE';
  /** 0 within 5 km … 6 beyond 400 km; 7 where no place was asked, or none is told. */
  band: number;
  /** Whole metres to the door; null where only an area is told. */
  meters: number | null;
}

/** Each service's verdict, by its rules and by what is wished for; and what it leaves to ask. */
const weighed = `
  weighed_service as (
    select j.listing, greatest(j.verdict, p.wish, l.wish) as verdict,
      coalesce(greatest(p.wish, l.wish), 0) as wish,
      array(select criterion from jsonb_each_text(j.outcomes) said (criterion, outcome)
        where outcome = 'UNKNOWN') as asks
    from judged j left join policy_wish p using (listing) left join language_wish l using (listing))`;

const isWanted = `(question -> 'verdicts' @> to_jsonb((${VERDICTS})[w.verdict + 1])
  or question -> 'verdicts' @> '"ELIGIBLE"' and (${VERDICTS})[w.verdict + 1] = 'ASK'
    and w.wish = 0 and coalesce(question -> 'askAbout' @> to_jsonb(w.asks), false))`;

const answer = `
  select w.listing as id, (${VERDICTS})[w.verdict + 1] as verdict, p.band, p.meters
  from weighed_service w join placed p using (listing) join org.service s on s.listing_id = w.listing
  cross join asked cross join here
  where ${isWanted} and ${isThere}
    and (question -> 'kinds' is null or exists (select from unnest(s.kinds) one
      where question -> 'kinds' @> to_jsonb(one)))
    and (question ->> 'reach' is distinct from 'SERVES_HERE'
      or w.listing in (select listing from serving))
  order by w.verdict, p.band, p.meters nulls last, w.listing collate "C"`;

/** The whole ordered answer of `findServices`, by plain SQL over the source tables. */
export function services(
  database: Asked,
  input: OracleServicesQuestion,
  now: Date,
  silent: readonly Silent[] = [],
): Promise<OracleServiceMatch[]> {
  const question = {
    ...input,
    verdicts: input.verdicts ?? VERDICTS_WANTED,
    now: now.toISOString(),
    silent,
  };
  const tables = [judged('SERVICE'), placed, serving, wishes, weighed];
  return ask<OracleServiceMatch>(database, question, tables, answer);
}
