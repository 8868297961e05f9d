import { sql, type Asking } from '../kernel/index.js';

/** Of the words of names and places, at most this many are tried for a word that may be misspelled. */
const ALTERNATIVES_MAX = 3;
const MISSPELLED_LETTERS_MIN = 4;
/** Trigram likeness under which two words are not taken for one: "bemigi" and "bemidji" have 0.36. */
const LIKENESS_MIN = 0.3;
/** A short word has so few trigrams that one wrong letter spoils most of them: "laks" and "lacs" have 0.25. */
const SHORT_LETTERS_MAX = 5;
const SHORT_LIKENESS_MIN = 0.2;

/** Of a word `given`, folded to its `key`: the words that it may have been meant to be. */
const alike = sql`select word from pub.word
    where word operator(public.%) given.key
      and public.similarity(word, given.key) >= ${LIKENESS_MIN}::float8
  union select word from pub.word
    where length(given.key) <= ${SHORT_LETTERS_MAX}::int
      and word >= left(given.key, 1) and word < chr(ascii(given.key) + 1)
      and abs(length(word) - length(given.key)) <= 1
      and public.similarity(word, given.key) >= ${SHORT_LIKENESS_MIN}::float8`;
const lettersInPlace = sql`(select count(*) from generate_series(1, length(given.key)) at
  where substr(w.word, at, 1) = substr(given.key, at, 1))`;

/**
 * Each word with the likest words of told names and told places in its place. Words of things no longer told
 * are passed over. A short word may be less like, if it begins alike and is as long to within a letter; of
 * words equally like, the one with more letters in their places is taken.
 * @returns null where no word is like another
 */
export async function spelledRight(
  words: readonly string[],
  { read }: Pick<Asking, 'read'>,
): Promise<(string | string[])[] | null> {
  const tried = words.filter((word) => word.length >= MISSPELLED_LETTERS_MIN);
  if (tried.length === 0) return null;
  const rows = await read.rows<{ word: string; like: string }>(sql`
    select given.word, alike.word as like
    from (select word, pub.fold(word) as key from unnest(${tried}::text[]) word) given
    cross join lateral (
      select w.word from (${alike}) w
      where exists (select from pub.search_entry e where e.name_words @@ to_tsquery('simple', quote_literal(w.word)))
        or exists (select from pub.search_entry e
          where e.words @@ to_tsquery('pub.directory', quote_literal(w.word) || ':B'))
      order by public.similarity(w.word, given.key) desc, ${lettersInPlace} desc, w.word
      limit ${ALTERNATIVES_MAX}) alike`);
  if (rows.length === 0) return null;
  const likeness = Map.groupBy(rows, ({ word }) => word);
  return words.map((word) => {
    const alike = likeness.get(word)?.map(({ like }) => like.replaceAll("'", "''"));
    return alike ? [word, ...alike] : word;
  });
}
