import type { Point } from '../../../src/geography/index.js';
import type { SeekerFacts } from './facts.js';

/** What `findHousing` and `findServices` are both asked. What is absent or null is not asked. */
export interface OraclePlacement {
  /** A point, or the seat of a nation's government. */
  at?: Point | { nationId: string } | null;
  withinMeters?: number | null;
  avoid?: {
    counties?: readonly string[];
    circles?: readonly { point: Point; meters: number }[];
  } | null;
  seeker?: SeekerFacts | null;
  kinds?: readonly string[] | null;
  policies?: readonly string[] | null;
  languages?: readonly string[] | null;
  verdicts?: readonly string[] | null;
}

export const VERDICTS_WANTED = ['ELIGIBLE', 'ASK'];

/** What each wish makes of a listing's verdict, as a rank: met 0, to be asked 1, denied 2. */
export const wishes = `
  policy_wish as (
    select l.id as listing, max(case
      when l.policies @> jsonb_build_array(jsonb_build_object('policy', one, 'holds', true)) then 0
      when l.policies @> jsonb_build_array(jsonb_build_object('policy', one, 'holds', false)) then 2
      else 1 end) as wish
    from listed l cross join asked cross join jsonb_array_elements_text(question -> 'policies') one
    group by l.id),
  language_wish as (
    select l.id as listing, min(case when exists (select from unnest(l.languages) theirs
      where lower(split_part(theirs, '-', 1)) = lower(split_part(one, '-', 1))) then 0 else 1 end)
        as wish
    from listed l cross join asked cross join jsonb_array_elements_text(question -> 'languages') one
    group by l.id)`;

/** Whether a listing's place `p` is where the question looks, `here`, and nowhere to keep away from. */
export const isThere = `not p.shunned
  and (here.at is null or question ->> 'withinMeters' is null or p.serves_all
    or coalesce(p.nearest <= (question ->> 'withinMeters')::float8, false))`;
