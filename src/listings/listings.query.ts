import {
  onceFor,
  keepingOf,
  keepsOf,
  raw,
  readJson,
  sql,
  textArray,
  toldById,
  toldPage,
  toldPageOf,
  toldTable,
  wordsOf,
  checkId,
  withPrimary,
  utc,
  type Asking,
  type Connection,
  type PageAsk,
  type Sql,
} from '../kernel/index.js';
import {
  locate,
  regionOfCounty,
  within,
  type Located,
  type PlaceInput,
} from '../geography/index.js';
import { nationsOfPlace } from '../tribal-nations/index.js';
import type { ListingFilter } from './listing.input.js';
import type { ListingView } from './listing.view.js';

export type ListingType = 'HOUSING' | 'SERVICE';
const nodeKind = { HOUSING: 'HOUSING_OPTION', SERVICE: 'SERVICE' } as const;
const sites = { table: sql`pub.listing_site`, owner: sql`listing_id` };

/** Fields that are members of one column, and fields that are a column each. */
const aboutFields = [
  'description',
  'eligibilityNotes',
  'policies',
  'fees',
  'howToApply',
  'requiredDocuments',
  'statusReason',
];
const detailFields: Record<string, [member: string, column: string]> = {
  places: ['places', 'd.places'],
  serviceAreas: ['areas', 'd.areas'],
  eligibility: ['eligibility', 'd.eligibility'],
  contacts: ['contacts', 'd.contacts'],
  hours: ['hours', 'd.hours'],
  intake: ['intake', 'd.intake'],
  units: ['units', 'd.units'],
  availability: ['units', 'd.units'],
  verification: ['confirmation', 'd.verification'],
};
/** Asked by no reader: a search for a placement judges its finds anew by the row that it was made from. */
const placementRow = '(select p.row from pub.placement p where p.listing_id = t.id)';

/** Of most organizations nothing else is asked: read with what they offer, they take no statement of their own. */
const offeredBy = '(select o.card from pub.organization o where o.id = t.organization_id)';

/** The last change that was told to whoever asks. */
const lastChange = `(select to_json(${utc('c.at')})
  from pub.change c where c.id = t.id)`;

/** Known only to those who keep a listing true. */
const keptColumns = {
  version: 't.version',
  disclosure: 'to_json(t.disclosure)',
  pausedUntil: 'to_json(t.paused_until)',
};

/** The told listings, with no more of each than was asked for. */
const told = onceFor((asked: ReadonlySet<string>) => tableOf('pub', asked, {}));
/** The same as those who keep them read them. */
const kept = {
  WHOLE: onceFor((asked: ReadonlySet<string>) => tableOf('kept', asked, keptColumns)),
  OVERSEEN: onceFor((asked: ReadonlySet<string>) => tableOf('overseen', asked, keptColumns)),
};

function tableOf(
  schema: 'pub' | 'kept' | 'overseen',
  asked: ReadonlySet<string>,
  more: Readonly<Record<string, string>>,
) {
  const named: Record<string, string> = { ...more };
  for (const [field, [member, column]] of Object.entries(detailFields)) {
    if (asked.has(field)) named[member] = column;
  }
  const about = aboutFields.some((field) => asked.has(field));
  const detail = about || Object.keys(named).length > 0;
  if (asked.has('phones')) named['phones'] = 't.phones';
  // Of those who keep it, its card knows.
  if (asked.has('updatedAt') && schema === 'pub') named['updatedAt'] = lastChange;
  if (asked.has('organization') && schema === 'pub') named['offeredBy'] = offeredBy;
  if (asked.has('placement')) named['placement'] = placementRow;
  const listing = raw(`${schema}.listing t`);
  const from = detail
    ? sql`${listing} join ${raw(`${schema}.listing_detail`)} d on d.listing_id = t.id`
    : listing;
  return toldTable(from, about ? ['t.card', 'd.about'] : ['t.card'], named);
}

/** One page of the listings of a type, by name. `more` are the conditions of that type alone. */
export async function listingPage<View extends ListingView>(
  type: ListingType,
  filter: ListingFilter,
  more: Sql[],
  page: PageAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<View>> {
  const where = [typeIs(type), ...(await conditions(type, filter, asking)), ...more];
  return toldPage<View>(told(asked), where, page, asked, asking);
}

// A literal, not a parameter: the planner then sees how much of the order belongs to each type.
const typeIs = (type: ListingType) =>
  type === 'HOUSING' ? sql`t.type = 'HOUSING'` : sql`t.type = 'SERVICE'`;

async function conditions(
  type: ListingType,
  filter: ListingFilter,
  asking: Asking,
): Promise<Sql[]> {
  const { isIn, serves, organizationId, languages, policies, openNow, text } = filter;
  const holds: Sql[] = [];
  if (isIn != null) holds.push(sql`t.id in (${await within(isIn, sites, asking, 'filter.isIn')})`);
  if (serves != null) {
    holds.push(sql`t.serves && ${await scopesOf(serves, 'filter.serves', asking)}::text[]`);
  }
  if (organizationId != null) {
    checkId(organizationId, 'Organization', 'filter.organizationId');
    holds.push(sql`t.organization_id = ${organizationId}`);
  }
  if (languages != null) holds.push(sql`t.languages && ${withPrimary(languages)}::text[]`);
  if (policies != null) holds.push(sql`t.policies @> ${policies}::text[]`);
  if (openNow != null) holds.push(openAt(asking.now, openNow));
  if (text != null) holds.push(sql`t.id in (${wordsOf(text, [nodeKind[type]], 'filter.text')})`);
  return holds;
}

/** Minutes from Monday 00:00 by each listing's own clock, as `open_week` counts them. */
function openAt(now: Date, open: boolean): Sql {
  const local = sql`(${now.toISOString()}::timestamptz at time zone t.time_zone)`;
  const minute = sql`((extract(isodow from ${local})::int - 1) * 1440
    + extract(hour from ${local})::int * 60 + extract(minute from ${local})::int)`;
  return sql`t.time_zone is not null and (t.open_week @> ${minute}) is ${open ? sql`true` : sql`not true`}`;
}

/** Everything that a listing may say it serves and that takes in a place: county, region, nations, state. */
export async function scopesOf(
  place: PlaceInput,
  field: string,
  asking: Asking,
): Promise<string[]> {
  const located = await locate(place, asking, field);
  const [region, nations] = await Promise.all([
    located.countyFips ? regionOfCounty(located.countyFips, asking) : null,
    nationsOfPlace(located, asking),
  ]);
  return scopesWith(
    located,
    region?.id ?? null,
    nations.map(({ nationId }) => nationId),
  );
}

/** The same where region and nations are known already. */
export function scopesWith(
  { countyFips, state, nationId }: Located,
  regionId: string | null,
  nationIds: string[],
): string[] {
  const nations = new Set(nationId ? [nationId, ...nationIds] : nationIds);
  return [
    'everywhere',
    ...(state ? [`state:${state}`] : []),
    ...(countyFips ? [`county:${countyFips}`] : []),
    ...(regionId ? [`region:${regionId}`] : []),
    ...[...nations].map((id) => `nation:${id}`),
  ];
}

/** A listing as it is told; to those who keep it true, as it is. */
export async function listingById<View extends ListingView>(
  id: string,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<View | null> {
  for (const { keeps, organizations } of keepingOf(asking.viewer)) {
    const where =
      organizations === 'ALL'
        ? undefined
        : sql`t.organization_id = any (${textArray(organizations)}::text[])`;
    const found = await toldById<View>(id, kept[keeps](asked), asking, where);
    if (found) return found;
  }
  return toldById<View>(id, told(asked), asking);
}

/** The listings of a type that belong to one organization; batched over all organizations of a level. */
export function listingsOfOrganization<View extends ListingView>(
  type: ListingType,
  organizationId: string,
  page: PageAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<View>> {
  const owned = `t.organization_id = owner.id and t.type = '${type}'`;
  const keeps = keepsOf(asking, organizationId);
  const table = keeps ? kept[keeps](asked) : told(asked);
  return toldPageOf<View>(organizationId, table, owned, page, asked, asking);
}

/** The listings of a type that say they serve a nation, or that its own government offers. */
export function listingsOfNation<View extends ListingView>(
  type: ListingType,
  nationId: string,
  page: PageAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<View>> {
  const owned = `t.type = '${type}' and (t.serves @> array['nation:' || owner.id] or t.organization_id =
    (select n.organization_id from pub.tribal_nation n where n.id = owner.id))`;
  return toldPageOf<View>(nationId, told(asked), owned, page, asked, asking);
}

/**
 * Listings of any type that are of a kind and serve a place, statewide and nationwide ones first.
 * What is a sample is left out wherever a real one serves the place: nobody in need should dial a number
 * that leads to no one.
 */
export async function listingsServing<View extends ListingView>(
  kind: string,
  scopes: string[],
  most: number,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<View[]> {
  const table = told(asked);
  return readJson<View>(
    asking.read,
    sql`
    with serving as materialized (
      select t.id, coalesce(o.card ->> 'standing' = 'SAMPLE', false) as sample from pub.listing t
      left join pub.organization o on o.id = t.organization_id
      where t.kinds @> array[${kind}::text] and t.serves && ${scopes}::text[])
    select ${table.row} as row from ${table.from}
    join serving on serving.id = t.id
    where not serving.sample or not exists (select from serving real where not real.sample)
    order by case when t.serves && array['everywhere'] then 2
        when exists (select from unnest(t.serves) s where s like 'state:%') then 1 else 3 end,
      t.sort_key, t.id
    limit ${most}`,
  );
}
