import { searchRows, spelling } from '../floor/search.sql.js';
import { coverageParts } from '../floor/coverage.sql.js';
import { placementFunctions } from './placement.sql.js';

const returning = (name: string, args: string, returns: string, body: string) =>
  `create function pub.${name}(${args}) returns ${returns} language sql stable as $$ ${body} $$`;

/**
 * What a directory on PostGraphile would add to the same tables: JSON columns told as types, and functions
 * where a question is more than a table. They are in the databases of the benchmark alone.
 */
export const functions = [
  'create type pub.told_phone as (number text, display text)',
  'create type pub.told_unit as (name text, capacity integer)',
  'create type pub.told_contact as (name text, phones json)',
  'create type pub.told_nation as (name text, how text[])',
  'create type pub.bench_found as (row_id text, kind text, name text)',
  returning('listing_summary', 'listing pub.listing', 'text', `select listing.card ->> 'summary'`),
  returning(
    'listing_told_phones',
    'listing pub.listing',
    'setof pub.told_phone',
    `select p ->> 'number', p ->> 'display' from json_array_elements(listing.phones) p`,
  ),
  returning(
    'listing_told_units',
    'listing pub.listing',
    'setof pub.told_unit',
    `select u ->> 'name', (u ->> 'capacity')::int from pub.listing_detail d, json_array_elements(d.units) u
     where d.listing_id = listing.id`,
  ),
  returning('county_region', 'county pub.county', 'pub.region', coverageParts.region),
  returning(
    'region_navigators',
    'region pub.region',
    'setof pub.told_contact',
    coverageParts.navigators,
  ),
  returning('zip_county', 'zip pub.zip', 'pub.county', coverageParts.county),
  returning('zip_nations', 'zip pub.zip', 'setof pub.told_nation', coverageParts.nations),
  returning('zip_crisis_lines', 'zip pub.zip', 'setof pub.listing', coverageParts.crisisLines),
  `create function pub.bench_words(text) returns text[] language sql immutable as $$
    select array(select m[1] from regexp_matches(normalize($1, nfc), '[[:alnum:]]+', 'g') m limit 12) $$`,
  `create function pub.bench_query(words text[], likes jsonb) returns text language sql immutable as $$
    select string_agg(case
        when likes ? word then '(' || (select string_agg('''' || one || '''', ' | ') from (
          select word as one union all select jsonb_array_elements_text(likes -> word)) every) || ')'
        else '''' || word || '''' || case when place = cardinality(words) and length(word) >= 3
          then ':*' else '' end end, ' & ' order by place)
    from unnest(words) with ordinality given(word, place) $$`,
  // Planned anew for every text, as a statement with parameters is at first: words differ too much in use.
  `create function pub.bench_find(asked text, written text) returns setof pub.bench_found
    language plpgsql stable set plan_cache_mode = force_custom_plan as $$ begin
      return query ${searchRows}; end $$`,
  `create function pub.bench_search(words text, most integer) returns setof pub.bench_found
    language plpgsql stable as $$
    declare asked text[] := pub.bench_words(words); likes jsonb;
    begin
      return query select * from pub.bench_find(pub.bench_query(asked, '{}'), btrim(words)) limit most;
      if found then return; end if;
      select jsonb_object_agg(s.word, s.likes) into likes from (${spelling.replace(
        '$1::text[]',
        'array(select one from unnest(asked) one where length(one) >= 4)',
      )}) s;
      if likes is null then return; end if;
      return query select * from pub.bench_find(pub.bench_query(asked, likes), btrim(words)) limit most;
    end $$`,
  ...placementFunctions,
];
