import { sql, type Asking } from '../kernel/index.js';

/** Of the names' words, at most this many are tried for a word that may be misspelled. */
const ALTERNATIVES_MAX = 3;
const MISSPELLED_LETTERS_MIN = 4;
/** Trigram likeness under which two words are not taken for one: "bemigi" and "bemidji" have 0.36. */
const LIKENESS_MIN = 0.3;

/**
 * Each word with the likest words of told names in its place. Words of things no longer told are passed over.
 * @returns null where no word is like another
 */
export async function spelledRight(
  words: readonly string[],
  { read }: Pick<Asking, 'read'>,
): Promise<(string | string[])[] | null> {
  const tried = words.filter((word) => word.length >= MISSPELLED_LETTERS_MIN);
  if (tried.length === 0) return null;
  const rows = await read.rows<{ word: string; like: string }>(sql`
    select given.word, alike.word as like from unnest(${tried}::text[]) given(word)
    cross join lateral (
      select w.word from pub.word w
      where w.word operator(public.%) pub.fold(given.word)
        and public.similarity(w.word, pub.fold(given.word)) >= ${LIKENESS_MIN}::float8
        and exists (select from pub.search_entry e where e.name_words @@ to_tsquery('simple', quote_literal(w.word)))
      order by public.similarity(w.word, pub.fold(given.word)) desc, w.word limit ${ALTERNATIVES_MAX}) alike`);
  if (rows.length === 0) return null;
  const likeness = Map.groupBy(rows, ({ word }) => word);
  return words.map((word) => {
    const alike = likeness.get(word)?.map(({ like }) => like.replaceAll("'", "''"));
    return alike ? [word, ...alike] : word;
  });
}
