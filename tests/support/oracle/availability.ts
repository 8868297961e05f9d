/** Best first. */
export const STATES = `array['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL']`;
export const FRESHNESS = `array['FRESH', 'AGING', 'STALE', 'NEVER']`;

/**
 * What is known of each unit's beds at the question's clock: `beds (listing, unit, state,
 * freshness, beds_open, capacity)`. Times are compared as exact seconds: an interval's days have no
 * fixed length.
 */
export const beds = `
  latest as (
    select distinct on (v.unit_id) v.unit_id, v.accepting, v.beds_open, v.beds_total, v.waitlist,
      extract(epoch from v.reported_at) as reported, extract(epoch from v.good_until) as good_until
    from org.availability_report v order by v.unit_id, v.reported_at desc, v.id desc),
  clocked as (
    select s.listing, s.unit, s.capacity, v.*,
      coalesce(clock.now < v.good_until, false) as holds, clock.now
    from stall s left join latest v on v.unit_id = s.unit_id
    cross join (select extract(epoch from (question ->> 'now')::timestamptz) as now from asked)
      clock),
  beds as materialized (
    select listing, unit, coalesce(beds_total, capacity) as capacity,
      case when holds then beds_open end as beds_open,
      case when not holds then 'UNKNOWN'
        when accepting and (beds_open is null or beds_open > 0) then 'OPEN'
        when waitlist then 'WAITLIST' else 'FULL' end as state,
      case when unit_id is null then 'NEVER' when not holds then 'STALE'
        when now < reported + (good_until - reported) / 4 then 'FRESH' else 'AGING' end as freshness
    from clocked)`;
