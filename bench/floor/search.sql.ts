import { SEARCH_PAGE_ROWS } from '../works.js';

/** No more things than this are looked at of those whose name holds the words … */
export const NAMED_CANDIDATES_MAX = 1_000;
/** … and of those that only speak of them: each costs the reading of its words, for its rank. */
export const SPOKEN_CANDIDATES_MAX = 200;
/** Of the words of names, at most so many are tried for one that may be misspelled. */
const ALTERNATIVES_MAX = 3;
const LIKENESS_MIN = 0.3;
const SHORT_LETTERS_MAX = 5;
const SHORT_LIKENESS_MIN = 0.2;

const names = `to_tsquery('pub.plain', $1)`;
const prose = `to_tsquery('pub.directory', $1)`;
const key = 'pub.fold($2)';
const afterKey = `${key} || chr(1114111)`;
const page = `limit ${SEARCH_PAGE_ROWS}`;

/** Names that begin with the text, that very name first: the order of an index. */
const begun = `select id, kind, case when name_key = ${key} then 0 else 1 end as tier, 0 as rank, name_key
  from pub.search_entry where name_key >= ${key} and name_key < ${afterKey} order by name_key, id ${page}`;

const named = `select id, kind, 2 as tier, 0 as rank, name_key from (
    select id, kind, name_key from pub.search_entry
    where name_words @@ ${names} and not starts_with(name_key, ${key}) limit ${NAMED_CANDIDATES_MAX}) holding
  order by name_key, id ${page}`;

const spoken = `select id, kind, 3 as tier, (-1e6 * ts_rank(words, ${prose}))::int as rank, name_key from (
    select id, kind, name_key, words from pub.search_entry
    where words @@ ${prose} and not name_words @@ ${names} and not starts_with(name_key, ${key})
    limit ${SPOKEN_CANDIDATES_MAX}) speaking
  order by rank, name_key, id ${page}`;

const eager = `with begun as materialized (${begun}), named as materialized (${named}),
    spoken as materialized (${spoken})
  select * from begun union all select * from named union all select * from spoken
  order by tier, rank, name_key, id ${page}`;

/** Parts of a union are read in turn: once a page is full, the later ones are not begun. */
const lazy = `(${begun}) union all (${named}) union all (${spoken}) ${page}`;

const typenames = `case found.kind when 'ORGANIZATION' then 'Organization' when 'HOUSING_OPTION' then 'HousingOption'
  when 'SERVICE' then 'Service' when 'TRIBAL_NATION' then 'TribalNation' when 'REGION' then 'Region' end`;
const nameOf = `case when found.kind = 'ORGANIZATION' then (select o.name from pub.organization o where o.id = found.id)
  else (select l.name from pub.listing l where l.id = found.id) end`;

const answer = (select: string) => `select json_build_object('search', json_build_object('nodes',
    coalesce(json_agg(case when found.kind in ('ORGANIZATION', 'HOUSING_OPTION', 'SERVICE')
      then json_build_object('__typename', ${typenames}, 'id', found.id, 'name', ${nameOf})
      else json_build_object('__typename', ${typenames}, 'id', found.id) end
    order by tier, rank, name_key, id), '[]')))::text as data, count(*)::int as many
  from (${select}) found`;

export const search = { plain: answer(eager), tuned: answer(lazy) };
/** Ids and names alone: what PostGraphile's function answers. */
export const searchRows = `select found.id, found.kind, ${nameOf} as name
  from (${lazy}) found order by tier, rank, name_key, id`;

/** The likest words of told names and places in the place of each word that may be misspelled. */
export const spelling = `select given.word, array_agg(alike.word order by alike.rank desc, alike.in_place desc, alike.word) as likes
  from (select word, pub.fold(word) as key from unnest($1::text[]) word) given cross join lateral (
    select w.word, similarity(w.word, given.key) as rank,
      (select count(*) from generate_series(1, length(given.key)) at
        where substr(w.word, at, 1) = substr(given.key, at, 1)) as in_place
    from (select word from pub.word where word % given.key and similarity(word, given.key) >= ${LIKENESS_MIN}
      union select word from pub.word where length(given.key) <= ${SHORT_LETTERS_MAX}
        and word >= left(given.key, 1) and word < chr(ascii(given.key) + 1)
        and abs(length(word) - length(given.key)) <= 1
        and similarity(word, given.key) >= ${SHORT_LIKENESS_MIN}) w
    where exists (select from pub.search_entry e
        where e.name_words @@ to_tsquery('simple', quote_literal(w.word)))
      or exists (select from pub.search_entry e
        where e.words @@ to_tsquery('pub.directory', quote_literal(w.word) || ':B'))
    order by rank desc, in_place desc, w.word limit ${ALTERNATIVES_MAX}) alike
  group by given.word`;
