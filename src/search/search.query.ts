import {
  all,
  COUNT_MAX,
  planPage,
  queryOf,
  refuse,
  sql,
  wordsIn,
  type Asking,
  type Position,
  type Sql,
} from '../kernel/index.js';
import type { PlaceInput } from '../geography/index.js';
import { scopesOf } from '../listings/index.js';
import { SearchPage } from './search-page.js';
import { nodeById, type AnyNode, type NodeKind } from './node.query.js';
import { spelledRight } from './spelling.query.js';

/** A search looks at no more than this many things that match; nobody reads further. */
const CANDIDATES_MAX = 1_000;
/** Names that begin as the text does: so many are looked at, in their order. */
const BEGUN_MAX = 1_000;
/** The tier of what begins with the text; what is the text whole is in the one before. */
const BEGUN = 1;
/** The last of Unicode: no name holds it. */
const LAST_LETTER = 0x10ffff;

export interface SearchAsk {
  text: string;
  kinds?: NodeKind[] | null | undefined;
  at?: PlaceInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}

/** The words as `to_tsquery` takes them: as they stand for names, stemmed for prose. */
interface Found {
  id: string;
  /** 0 the name itself · 1 begins the name · 2 words of the name · 3 words of what it says. */
  tier: number;
  /** Of `ts_rank`, in millionths, negative: what fits better comes first. */
  rank: number;
  nameKey: string;
}

/**
 * Words over every kind: names first, accents folded, the last word perhaps only begun. Where nothing is
 * found, words that may be misspelled are replaced by the likest that names hold.
 * @throws Refusal `INVALID` where there is no word, or the place or the page is none
 */
export async function search(
  { text, kinds, at, first, after }: SearchAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<SearchPage> {
  const plan = planPage(
    { question: 'search', args: { text, kinds, at }, first, after },
    asking.cursors,
  );
  const words = wordsIn(text, 'text');
  const where = await conditions(kinds, at, asking);
  let query = plan.position?.[0] ?? queryOf(words);
  let found = await candidates(query, text, where, plan.position, plan.limit, asking);
  if (found.length === 0 && plan.position === null) {
    // What a kind or a place leaves nothing of is spelled right all the same.
    const isNarrowed = kinds != null || at != null;
    const anywhere = isNarrowed ? await candidates(query, text, sql`true`, null, 1, asking) : [];
    const corrected = anywhere.length > 0 ? null : await spelledRight(words, asking);
    if (corrected) {
      query = queryOf(corrected);
      found = await candidates(query, text, where, null, plan.limit, asking);
    }
  }
  const positionOf = ({ tier, rank, nameKey, id }: Found): Position => [
    query,
    String(tier),
    String(rank),
    nameKey,
    id,
  ];
  const nodes = await Promise.all(
    found.slice(0, first).map(({ id }) => nodeById(id, asked, asking)),
  );
  const rows = found.slice(0, first).flatMap((row, index) => {
    const node = nodes[index];
    return node ? [{ node: node satisfies AnyNode, position: positionOf(row) }] : [];
  });
  return new SearchPage(rows, found.length > first, plan, asking.cursors, () =>
    count(query, where, asking),
  );
}

async function conditions(
  kinds: SearchAsk['kinds'],
  at: SearchAsk['at'],
  asking: Asking,
): Promise<Sql> {
  if (kinds?.length === 0) refuse('Name at least one kind, or leave kinds out.', 'kinds');
  return all([
    ...(kinds == null ? [] : [sql`e.kind = any (${kinds}::text[])`]),
    ...(at == null
      ? []
      : [sql`(e.scopes && ${await scopesOf(at, 'at', asking)}::text[] or e.scopes = '{}')`]),
  ]);
}

/**
 * Names that begin with the text, by their index; where those do not fill the page, names by their words; and
 * where those do not either, prose, which costs more to rank than all else.
 */
function candidates(
  query: string,
  text: string,
  where: Sql,
  position: Position | null,
  limit: number,
  asking: Asking,
): Promise<Found[]> {
  const [, tier = '0', rank = '0', nameKey = '', id = ''] = position ?? [];
  const beyond = position
    ? sql`(tier, rank, "nameKey", id) > (${Number(tier)}::int, ${Number(rank)}::int, ${nameKey}::text, ${id}::text)`
    : sql`true`;
  // What begins with the text comes in the order of names: the walk goes on where it stood.
  const isBegun = Number(tier) <= BEGUN;
  const onward =
    position && isBegun
      ? sql`e.name_key ~>=~ ${nameKey}::text and (e.name_key ~>~ ${nameKey}::text or e.id > ${id}::text)`
      : sql`true`;
  return asking.read.rows<Found>(sql`
    with asked as materialized (select to_tsquery('pub.plain', ${query}) as names,
      to_tsquery('pub.directory', ${query}) as prose, pub.fold(${text.trim()}) as key),
    begun as materialized (
      select e.id, e.name_key as "nameKey", 0 as rank,
        case when e.name_key = asked.key then 0 else ${BEGUN}::int end as tier
      from asked cross join lateral (
        select e.id, e.kind, e.name_key, e.name_words, e.scopes from pub.search_entry e
        where e.name_key ~>=~ asked.key and e.name_key ~<~ (asked.key || chr(${LAST_LETTER}::int)) and ${onward}
        order by e.name_key using ~<~, e.id limit ${BEGUN_MAX}) e
      where ${isBegun} and e.name_words @@ asked.names and ${where}
      order by e.name_key using ~<~, e.id limit ${limit}),
    named as materialized (
      select e.id, e.name_key as "nameKey", 0 as rank,
        case when e.name_key = asked.key then 0 when starts_with(e.name_key, asked.key) then ${BEGUN}::int else 2 end as tier
      from pub.search_entry e, asked
      where e.name_words @@ asked.names and ${where} and (select count(*) from begun) < ${limit}
      limit ${CANDIDATES_MAX}),
    spoken as materialized (
      select e.id, e.name_key as "nameKey", (-1e6 * ts_rank(e.words, asked.prose))::int as rank, 3 as tier
      from pub.search_entry e, asked
      where e.words @@ asked.prose and not e.name_words @@ asked.names and ${where}
        and (select count(*) from begun) < ${limit}
        and (select count(*) from named where ${beyond}) < ${limit}
      limit ${CANDIDATES_MAX} - (select count(*) from named))
    select id, tier, rank, "nameKey" from (
      select id, tier, rank, "nameKey" from begun union select id, tier, rank, "nameKey" from named
      union all select id, tier, rank, "nameKey" from spoken) found
    where ${beyond} order by tier, rank, "nameKey", id limit ${limit}`);
}

/** How many things match, or null above 10,000. */
async function count(query: string, where: Sql, asking: Asking): Promise<number | null> {
  const [row] = await asking.read.rows<{ many: number }>(sql`
    select count(*) as many from (select from pub.search_entry e
      where (e.name_words @@ to_tsquery('pub.plain', ${query})
        or e.words @@ to_tsquery('pub.directory', ${query})) and ${where} limit ${COUNT_MAX + 1}) counted`);
  return row && row.many <= COUNT_MAX ? row.many : null;
}
