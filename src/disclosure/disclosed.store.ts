import { kindOfId, raw, sql, textArray, type Changing } from '../kernel/index.js';
import type { Point, WithheldReason } from '../geography/index.js';
import type { Changes } from '../history/index.js';
import { capacityIn, isOfNation, knowsDoorsOf, type Capacity, type Reach } from './capacity.js';
import type { ExactAddress } from './exact-address.js';
import type { Disclosure } from './telling.js';

/** A listing or a location, as far as it matters for what is told of it. */
export interface Disclosed {
  id: string;
  kind: 'LISTING' | 'LOCATION';
  name: string;
  organization: string;
  isOfNation: boolean;
  /** As what whoever asked for it decides on it. */
  capacity: Capacity;
  /** Whether what leads to a withheld door of its organization is hers to read. */
  knowsDoors: boolean;
  disclosure: Disclosure;
  /** Null of a listing. */
  streetTold: boolean | null;
  /** A listing that is its own people's for as long as it is withdrawn. */
  isWithdrawn: boolean;
}

/** A thing that is someone's to decide on, held until the change is kept; null where it is none, or not hers. */
export async function holdDisclosed(
  { em }: Changing,
  id: string,
  reach: Reach,
): Promise<Disclosed | null> {
  const isLocation = kindOfId(id) === 'Location';
  const [table, streetTold, isWithdrawn] = isLocation
    ? [raw('org.location'), raw('t.street_told'), raw('false')]
    : [raw('org.listing'), raw('null::boolean'), raw(`t.status = 'WITHDRAWN'`)];
  const found = sql`select t.id, t.name, t.organization_id as organization,
      ${isOfNation('t.organization_id')} as "isOfNation", c.capacity,
      ${knowsDoorsOf('t.organization_id', reach)} as "knowsDoors", t.disclosure, ${streetTold} as "streetTold",
      ${isWithdrawn} as "isWithdrawn"
    from ${table} t cross join lateral (select ${capacityIn('t.organization_id', reach)}) c(capacity)
    where t.id = ${id} and c.capacity is not null for no key update of t`;
  const [row] = await em.execute<Omit<Disclosed, 'kind'>[]>(found.sql, found.values);
  return row ? { ...row, kind: isLocation ? 'LOCATION' : 'LISTING' } : null;
}

/** Listings of an organization, and where they stand, held until the change is kept. @returns the ids of all */
export async function holdListings(
  { em }: Changing,
  { ids, organization }: { ids: readonly string[]; organization: string },
): Promise<string[]> {
  const listings = await em.execute<{ id: string }[]>(
    `select id from org.listing where organization_id = ? and id = any (?::text[])
     order by id for no key update`,
    [organization, textArray(ids)],
  );
  const places = await em.execute<{ id: string }[]>(
    `select s.id from org.location s where s.id in
       (select at.location_id from org.listing_site at where at.listing_id = any (?::text[]))
     order by s.id for no key update of s`,
    [textArray(ids)],
  );
  return [...listings, ...places].map(({ id }) => id);
}

/** From what tells least to what tells most. */
const STEPS = raw(`array['OWN', 'PARTNERS', 'PUBLISHED']`);

/** A listing of which something else is told from now on, counted: what it was and is, to be kept by `noteDisclosed`. */
export interface DisclosedListing {
  id: string;
  version: number;
  changes: Changes;
}

interface Disclosing {
  ids: readonly string[];
  organization: string;
  to: Disclosure;
}

/**
 * Discloses listings of an organization so far, and says when; those that are so already stay untouched. Where one is told to fewer
 * that was told as far as its places, they are told no further than what still stands there.
 * @returns those that were told otherwise, by their ids
 */
export const discloseListings = (
  changing: Changing,
  disclosing: Disclosing,
): Promise<DisclosedListing[]> => disclose(changing, disclosing, 1);

/** The same of a listing whose state changes with it: that is one change, and whoever makes it counts and keeps it. */
export const discloseWithState = (
  changing: Changing,
  { id, organization, to }: { id: string } & Omit<Disclosing, 'ids'>,
): Promise<DisclosedListing[]> => disclose(changing, { ids: [id], organization, to }, 0);

/** @param versions by how many they are counted */
async function disclose(
  changing: Changing,
  { ids, organization, to }: Disclosing,
  versions: 0 | 1,
): Promise<DisclosedListing[]> {
  const { em, now } = changing;
  const places = await placesToFollow(changing, { ids, to });
  const changed = await em.execute<{ id: string; version: number; before: Disclosure }[]>(
    `update org.listing l set disclosure = ?, updated_at = ?, version = l.version + ?
     from (select id, disclosure as before from org.listing
       where id = any (?::text[]) and organization_id = ? and disclosure <> ? order by id for update) was
     where l.id = was.id returning l.id, l.version, was.before`,
    [to, now, versions, textArray(ids), organization, to],
  );
  await tellNoFurther(changing, places, to);
  return changed
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, version, before }) => ({
      id,
      version,
      changes: { disclosure: { before, after: to } },
    }));
}

/**
 * The places of listings that are about to be told to fewer. A place that is told further than its listing stays: from
 * an office that goes with it, whoever was not told of the listing would learn of it.
 */
async function placesToFollow(
  { em }: Changing,
  { ids, to }: { ids: readonly string[]; to: Disclosure },
): Promise<string[]> {
  const found = sql`select s.id from org.location s where exists (
      select from org.listing_site at join org.listing l on l.id = at.listing_id
      where at.location_id = s.id and l.id = any (${textArray(ids)}::text[])
        and array_position(${STEPS}, l.disclosure) > array_position(${STEPS}, ${to}::text)
        and array_position(${STEPS}, l.disclosure) >= array_position(${STEPS}, s.disclosure))
    order by s.id for no key update of s`;
  const rows = await em.execute<{ id: string }[]>(found.sql, found.values);
  return rows.map(({ id }) => id);
}

/** Tells places no further than `to`, or than the listings that stand there. */
async function tellNoFurther({ em }: Changing, ids: string[], to: Disclosure): Promise<void> {
  if (ids.length === 0) return;
  const tighten = sql`update org.location s set disclosure = (${STEPS})[least(
      array_position(${STEPS}, s.disclosure), greatest(array_position(${STEPS}, ${to}::text),
        (select max(array_position(${STEPS}, l.disclosure)) from org.listing_site at
          join org.listing l on l.id = at.listing_id
          where at.location_id = s.id and l.status <> 'WITHDRAWN')))]
    where s.id = any (${textArray(ids)}::text[])`;
  await em.execute(tighten.sql, tighten.values);
}

/** @returns the listings that stand there, where everyone may see that it changed */
export async function discloseLocation(
  changing: Changing,
  { id, disclosure }: Disclosed,
  to: Disclosure,
): Promise<DisclosedListing[]> {
  await changing.em.execute('update org.location set disclosure = ? where id = ?', [to, id]);
  const change = { before: { id, disclosure }, after: { id, disclosure: to } };
  return touchListingsAt(changing, id, [disclosure, to], change);
}

/** Writes where a location is into its row: its street is told from now on. @returns as `discloseLocation` */
export async function writeStreet(
  changing: Changing,
  { id, disclosure }: Disclosed,
  { lines, city, postalCode, point }: ExactAddress,
): Promise<DisclosedListing[]> {
  await changing.em.execute(
    `update org.location set street_told = true, withheld_reason = null,
       lines = array(select json_array_elements_text(?::json)), city = ?, postal_code = ?,
       point = st_makepoint(?::float8, ?::float8)::geography
     where id = ?`,
    [
      JSON.stringify(lines),
      city,
      postalCode,
      point?.longitude ?? null,
      point?.latitude ?? null,
      id,
    ],
  );
  return touchListingsAt(changing, id, [disclosure], streetOf(id, true));
}

/** Takes the told address of a location away. @returns as `discloseLocation` */
export async function removeStreet(
  changing: Changing,
  { id, disclosure }: Disclosed,
  reason: WithheldReason,
): Promise<DisclosedListing[]> {
  await changing.em.execute(
    `update org.location set street_told = false, withheld_reason = ?,
       lines = null, city = null, postal_code = null, point = null where id = ?`,
    [reason, id],
  );
  return touchListingsAt(changing, id, [disclosure], streetOf(id, false));
}

const streetOf = (id: string, isTold: boolean): Changes[string] => {
  const [told, withheld]: Record<'id' | 'street', string>[] = [
    { id, street: 'STREET_TOLD' },
    { id, street: 'STREET_WITHHELD' },
  ];
  return isTold ? { before: withheld, after: told } : { before: told, after: withheld };
};

/** The told address of a location. */
export async function toldAddress({ em }: Changing, id: string): Promise<ExactAddress> {
  const [row] = await em.execute<(Omit<ExactAddress, 'point'> & { point: Point | null })[]>(
    `select lines, city, postal_code as "postalCode", case when point is not null then json_build_object(
       'latitude', st_y(point::geometry), 'longitude', st_x(point::geometry)) end as point
     from org.location where id = ? and street_told`,
    [id],
  );
  return row!;
}

/**
 * What is told of the listings of a place changes with it: and so does when it last changed, but only where
 * everyone may see it, or that there was a change would tell of what is hidden.
 * @param place what of it was told before and is after
 */
async function touchListingsAt(
  { em, now }: Changing,
  location: string,
  disclosures: readonly Disclosure[],
  place: Changes[string],
): Promise<DisclosedListing[]> {
  if (!disclosures.includes('PUBLISHED')) return [];
  const touched = await em.execute<{ id: string; version: number }[]>(
    `update org.listing set updated_at = ?, version = version + 1
     where id in (select listing_id from org.listing_site where location_id = ?) returning id, version`,
    [now, location],
  );
  return touched.map((listing) => ({ ...listing, changes: { places: place } }));
}

/** Where a listing stands, or a place is; null of what stands nowhere. */
export async function sitesOf({ em }: Changing, id: string): Promise<string[] | null> {
  if (kindOfId(id) === 'Location') return [id];
  const rows = await em.execute<{ site: string | null }[]>(
    `select s.location_id as site from org.listing l left join org.listing_site s on s.listing_id = l.id where l.id = ?`,
    [id],
  );
  return rows.length === 0 ? null : rows.flatMap(({ site }) => site ?? []);
}

/** Whether an organization withholds any address. */
export async function hasWithheld({ em }: Changing, organization: string): Promise<boolean> {
  const found = await em.execute<unknown[]>(
    'select 1 from org.location where organization_id = ? and not street_told limit 1',
    [organization],
  );
  return found.length > 0;
}
