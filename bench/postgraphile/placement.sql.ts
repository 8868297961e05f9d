import { placementCount, placementFacetRow, placementRows } from '../floor/placement.sql.js';
import { LADDER_METERS } from '../placement/asked.js';

/** The parameters of the plain floor's statement, by name and in its order. */
const parameters = `longitude float8, latitude float8, within_meters float8, kinds text[], verdict_most integer,
  age integer, gender text, children integer, situations text[]`;

/** The floor's statement as functions: the matches by their listings, and what is told beside them. */
export const placementFunctions = [
  `create type pub.bench_match as (listing_id text, verdict text, band text, basis text, meters integer, rules json)`,
  `create function pub.bench_place(${parameters}) returns setof pub.bench_match
    language sql stable as $$ ${placementRows} $$`,
  `create function pub.bench_match_listing(match pub.bench_match) returns pub.listing
    language sql stable as $$ select l.* from pub.listing l where l.id = match.listing_id $$`,
  `create type pub.bench_beside as (total_count integer, facets json, widen json)`,
  `create function pub.bench_place_many(${parameters}) returns integer
    language sql stable as $$ ${placementCount} $$`,
  `create function pub.bench_place_beside(${parameters}) returns pub.bench_beside
    language sql stable as $$ ${placementFacetRow} $$`,
  `create function pub.bench_place_facets(${parameters}) returns pub.bench_beside
    language plpgsql stable as $$
    declare beside pub.bench_beside; rung integer; more integer;
    begin
      select * into beside from pub.bench_place_beside($1, $2, $3, $4, $5, $6, $7, $8, $9);
      foreach rung in array array[${LADDER_METERS.join(', ')}] loop
        more := pub.bench_place_many($1, $2, rung, $4, $5, $6, $7, $8, $9) - beside.total_count;
        continue when more = 0;
        beside.widen := (beside.widen::jsonb || jsonb_build_array(jsonb_build_object('more', more, 'change',
          jsonb_build_object('withinMeters', rung, 'availability', null, 'askAbout', null))))::json;
        exit;
      end loop;
      return beside;
    end $$`,
];
