/** What a schema tells of a thing: texts that it is all made of, none of them null. */
interface Kind {
  from: (reads: string) => string;
  texts: readonly string[];
}

/** No text of JSON holds it. */
const BETWEEN = 'chr(31)';

const listed = (select: string) => `array(${select})::text`;
const contactsOf = (owner: string) =>
  `coalesce((select o.contacts::text from pub.organization o where o.id = ${owner}), '')`;

const kinds: readonly Kind[] = [
  {
    from: (reads) => `${reads}.listing t join ${reads}.listing_detail d on d.listing_id = t.id`,
    texts: [
      't.card::text',
      't.phones::text',
      ...['about', 'places', 'areas', 'eligibility', 'contacts', 'units'].map(
        (column) => `d.${column}::text`,
      ),
      ...['hours', 'intake', 'verification'].map((column) => `coalesce(d.${column}::text, '')`),
    ],
  },
  {
    from: (reads) => `${reads}.organization t`,
    texts: ['t.card::text', 't.contacts::text', 't.places::text'],
  },
  {
    from: () => 'pub.tribal_nation t',
    texts: [
      't.card::text',
      listed(
        `select m.how || m.county_fips from pub.nation_county m where m.nation_id = t.id order by 1`,
      ),
      contactsOf('t.organization_id'),
    ],
  },
  {
    from: () => 'pub.region t',
    texts: [
      't.card::text',
      listed('select m.county_fips from pub.region_county m where m.region_id = t.id order by 1'),
      contactsOf('t.organization_id'),
    ],
  },
  { from: () => 'pub.material t', texts: ['t.card::text'] },
  {
    from: () => 'pub.convening t',
    texts: [
      't.card::text',
      listed(
        'select h.organization_id from pub.convening_host h where h.convening_id = t.id order by h.position',
      ),
    ],
  },
];

/**
 * Of some things, those that are told, each with a digest of all that is told of it by itself: not of what it leads to, which has
 * changes of its own, nor of the land.
 * @param reads the schema of whoever is told
 */
export const told = (reads: 'pub' | 'partners', ids: string) =>
  kinds
    .map(
      ({
        from,
        texts,
      }) => `select t.id, sha256(convert_to(concat_ws(${BETWEEN}, ${texts.join(', ')}), 'UTF8')) as digest
      from ${from(reads)} where t.id = any (${ids})`,
    )
    .join(' union all ');
