import type { Statement } from '../history/index.js';
import { textArray, type Changing } from '../kernel/index.js';

/** Rows as one JSON array, in their order, `[]` where there are none. */
const list = (object: string, from: string) =>
  `coalesce((select json_agg(${object} order by r.position) from ${from}), '[]'::json)`;

/** Opening times as they were given. */
const said = (hours: string) => `(${hours} - 'week')`;

/** @param owner a condition on a phone `p` */
const phones = (owner: string) =>
  `coalesce((select json_agg(json_build_object('number', p.number, 'kind', p.kind, 'extension', p.extension,
    'note', p.note) order by p.position) from org.phone p where ${owner}), '[]'::json)`;

const contacts = list(
  `json_build_object('purpose', r.purpose, 'name', r.name, 'title', r.title, 'email', r.email,
    'phones', ${phones('p.contact_id = r.id')},
    'hours', ${said('r.hours')}, 'languages', r.languages)`,
  'org.contact r where r.listing_id = l.id',
);

/** The rules of a listing, or of one of its units. @param owner a condition on a rule `r` */
export const rules = (owner: string): string =>
  list(
    `json_build_object('kind', r.kind, 'stance', r.stance, 'terms', r.terms)`,
    `org.criterion r where ${owner}`,
  );

const statement = `json_build_object(
  'name', l.name, 'summary', l.summary, 'description', l.description,
  'siteIds', array(select s.location_id from org.listing_site s where s.listing_id = l.id order by 1),
  'serviceAreas', ${list(
    `json_build_object('kind', r.kind, 'countyFips', r.county_fips, 'regionId', r.region_id,
      'nationId', r.nation_id, 'state', r.state)`,
    'org.service_area r where r.listing_id = l.id',
  )},
  'eligibility', ${rules('r.listing_id = l.id and r.unit_id is null')},
  'eligibilityNotes', l.eligibility_notes, 'policies', l.policies,
  'contacts', ${contacts}, 'phones', ${phones('p.listing_id = l.id')},
  'languages', l.languages, 'hours', ${said('l.hours')}, 'fees', l.fees,
  'howToApply', l.how_to_apply, 'requiredDocuments', l.required_documents)`;

/**
 * What listings of a type say of themselves, by the names of their input.
 * @param ofType where what makes one of its type stands, by a join to a listing `l`, and what that is, as one JSON object
 */
export async function listingStatements(
  { em }: Changing,
  ids: readonly string[],
  ofType: { join: string; said: string },
): Promise<Map<string, Statement>> {
  const rows = await em.execute<{ id: string; whole: Statement; ofType: Statement }[]>(
    `select l.id, ${statement} as whole, ${ofType.said} as "ofType"
     from org.listing l join ${ofType.join} where l.id = any (?::text[])`,
    [textArray(ids)],
  );
  return new Map(rows.map(({ id, whole, ofType: rest }) => [id, { ...whole, ...rest }]));
}
