import { DIRECTORY_PAGE_ROWS } from '../works.js';

/** Listings asked for of each type, of each organization. */
const LISTINGS_ROWS = 5;

const listings = (type: string) => `json_build_object('nodes', coalesce((
  select json_agg(json_build_object('id', l.id, 'name', l.name, 'summary', l.card -> 'summary', 'phones', (
      select coalesce(json_agg(json_build_object('number', p -> 'number', 'display', p -> 'display')), '[]')
      from json_array_elements(l.phones) p)) order by l.sort_key, l.id)
  from (select * from pub.listing where organization_id = o.id and type = '${type}'
    order by sort_key, id limit ${LISTINGS_ROWS}) l), '[]'))`;

/** As one writes it at first: rows as they are, JSON built from them. */
const plain = (
  where: string,
) => `select json_build_object('organizations', json_build_object('nodes', coalesce(
    json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
      'services', ${listings('SERVICE')}, 'housingOptions', ${listings('HOUSING')})
      order by o.sort_key, o.id), '[]')))::text as data
  from (select * from pub.organization where ${where}
    order by sort_key, id limit ${DIRECTORY_PAGE_ROWS}) o`;

const quoted = (column: string) => `to_json(${column})::text`;

/** The page's ids first and no wide column among them; text joined, where building JSON would parse it anew. */
const tuned = (where: string) => `with page as materialized (
    select id, sort_key from pub.organization where ${where}
    order by sort_key, id limit ${DIRECTORY_PAGE_ROWS})
  select '{"organizations":{"nodes":[' || coalesce(string_agg('{"id":"' || o.id || '","name":'
      || ${quoted('o.name')} || ',"kind":"' || o.kind || '","services":{"nodes":['
      || coalesce(own.services, '') || ']},"housingOptions":{"nodes":[' || coalesce(own.housing, '')
      || ']}}', ',' order by page.sort_key, page.id), '') || ']}}' as data
  from page join pub.organization o on o.id = page.id
  cross join lateral (
    select string_agg(told, ',' order by sort_key, id) filter (where type = 'SERVICE' and place <= 5) as services,
      string_agg(told, ',' order by sort_key, id) filter (where type = 'HOUSING' and place <= 5) as housing
    from (select l.sort_key, l.id, l.type,
        row_number() over (partition by l.type order by l.sort_key, l.id) as place,
        '{"id":"' || l.id || '","name":' || ${quoted('l.name')} || ',"summary":'
          || (l.card -> 'summary')::text || ',"phones":[' || coalesce(phones.told, '') || ']}' as told
      from pub.listing l cross join lateral (
        select string_agg('{"number":' || (p -> 'number')::text || ',"display":' || (p -> 'display')::text
          || '}', ',') as told from json_array_elements(l.phones) p) phones
      where l.organization_id = page.id) numbered) own`;

const byRegion = 'region_id = $1';
const byPlace = '(sort_key, id) > ($1, $2)';

export const directory = {
  plain: { byRegion: plain(byRegion), byPlace: plain(byPlace) },
  tuned: { byRegion: tuned(byRegion), byPlace: tuned(byPlace) },
};
