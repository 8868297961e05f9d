import { ask, type Asked } from './ask.js';
import { beds, FRESHNESS, STATES } from './availability.js';
import { judged, VERDICTS } from './judge.js';
import { placed } from './place.js';
import { isThere, VERDICTS_WANTED, wishes, type OraclePlacement } from './placement.js';
import type { Silent } from './verdicts.js';

/** A question as `findHousing` is asked it. */
export interface OracleQuestion extends OraclePlacement {
  bedsFor?: number | null;
  availability?: readonly string[] | null;
}

export interface OracleMatch {
  id: string;
  verdict: 'ELIGIBLE' | 'ASK' | 'NOT_ELIGIBLE';
  /** Of the unit that gave the verdict. */
  availability: 'OPEN' | 'WAITLIST' | 'UNKNOWN' | 'FULL';
  /** 0 within 5 km … 6 beyond 400 km; 7 where no place was asked, or none is told. */
  band: number;
  freshness: 'FRESH' | 'AGING' | 'STALE' | 'NEVER';
  /** Whole metres to the door; null where only an area is told. */
  meters: number | null;
  /** Position of the unit that gave the verdict; 0 where the option names none. */
  unit: number;
}

const AVAILABILITY_WANTED = ['OPEN', 'WAITLIST', 'UNKNOWN'];

/** What the wish for beds makes of a unit's verdict, as the other wishes do. */
const bedsWish = `
  beds_wish as (
    select b.listing, b.unit, case
      when b.capacity < wanted then 2
      when b.state = 'OPEN' and b.beds_open >= wanted then 0
      when b.state = 'OPEN' and b.beds_open < wanted then 2
      else 1 end as wish
    from beds b cross join (select (question ->> 'bedsFor')::int as wanted from asked) asks
    where wanted is not null)`;

/** Each option's best unit among those whose availability is wanted. */
const best = `
  best as (
    select distinct on (u.listing) u.* from (
      select j.listing, j.unit, greatest(j.verdict, p.wish, l.wish, w.wish) as verdict,
        array_position(${STATES}, b.state) as state,
        array_position(${FRESHNESS}, b.freshness) as freshness, b.beds_open
      from judged j join beds b using (listing, unit) cross join asked
      left join policy_wish p on p.listing = j.listing
      left join language_wish l on l.listing = j.listing
      left join beds_wish w on w.listing = j.listing and w.unit = j.unit
      where question -> 'availability' @> to_jsonb(b.state)) u
    order by u.listing, u.verdict, u.state, u.freshness, u.beds_open desc nulls last, u.unit)`;

const answer = `
  select b.listing as id, (${VERDICTS})[b.verdict + 1] as verdict, (${STATES})[b.state] as
    availability,
    p.band, (${FRESHNESS})[b.freshness] as freshness, p.meters, b.unit
  from best b join placed p using (listing) join listed l on l.id = b.listing
  cross join asked cross join here
  where question -> 'verdicts' @> to_jsonb((${VERDICTS})[b.verdict + 1])
    and coalesce(question -> 'kinds' @> to_jsonb(l.kind), true)
    and ${isThere}
  order by b.verdict, b.state, p.band, b.freshness, p.meters nulls last, b.listing collate "C"`;

/** The whole ordered answer of `findHousing`, by plain SQL over the source tables. */
export function search(
  database: Asked,
  input: OracleQuestion,
  now: Date,
  silent: readonly Silent[] = [],
): Promise<OracleMatch[]> {
  const question = {
    ...input,
    availability: input.availability ?? AVAILABILITY_WANTED,
    verdicts: input.verdicts ?? VERDICTS_WANTED,
    now: now.toISOString(),
    silent,
  };
  return ask<OracleMatch>(
    database,
    question,
    [judged('HOUSING'), beds, placed, wishes, bedsWish, best],
    answer,
  );
}
