import { z } from 'zod';
import { newId, readInput, Refusal, refuse } from '../kernel/index.js';
import {
  checkReadable,
  Disclosure,
  exactAddress,
  holdAddressAgainstDoors,
  holdAgainstDoors,
  holdToldAgainstDoors,
  point,
  postalAddress,
  sealAddress,
} from '../disclosure/index.js';
import type { Sealing } from '../vault/index.js';
import { RecordStanding, stateOfFips, unknownAreas, WithheldReason } from '../geography/index.js';
import { holdLocations, saveLocations, type LocationRow } from './organization.store.js';
import { publicWordsOf, setPublicWords } from './public-words.store.js';
import { organizationWords, writeWords } from './write-words.js';

const ofAny = {
  id: z.string().optional(),
  name: z.string().trim().min(1).max(200),
  countyFips: z.string().regex(/^\d{5}$/),
  /** Of a new one; how far a known one is told is decided by itself. */
  disclosure: z.enum(Disclosure).default('PUBLISHED'),
};

/**
 * A site: told with its address, or withheld with its reason and no word of where. Where exactly a withheld
 * one is may be given to be sealed; where it is not given again, what was sealed before stays.
 */
export const locationInput = z.discriminatedUnion('street', [
  z.strictObject({
    street: z.literal('TOLD'),
    ...ofAny,
    address: postalAddress,
    point: point.nullish(),
  }),
  z.strictObject({
    street: z.literal('WITHHELD'),
    ...ofAny,
    withheldReason: z.enum(WithheldReason),
    exact: exactAddress.optional(),
  }),
]);

export const organizationInput = organizationWords.extend({
  id: z.string().optional(),
  standing: z.enum(RecordStanding),
  locations: z.array(locationInput).max(200),
});
export type RegisterOrganization = z.input<typeof organizationInput>;

interface Entering {
  /** Since when it is told of; null where a steward has still to admit it. */
  admittedAt?: Date | null;
  /** The account of whoever enters its addresses; null of the host, and of an app. */
  enteredBy?: string | null;
  /** Whether its own people or a steward say it, and no public source. */
  isSaid?: boolean;
}

/**
 * Registers an organization, or writes a known one anew. What a nation's people say of theirs stays: what public sources say instead
 * is laid aside.
 * @returns its id and those of its locations, in the order given
 * @throws Refusal `INVALID` too where an exact address is given and there is no key to seal it with, and where a text
 *   leads to one that is sealed; `NOT_FOUND` where a location's id is none of its own
 */
export async function registerOrganization(
  given: RegisterOrganization,
  changing: Sealing,
  { admittedAt = changing.now, enteredBy = null, isSaid = false }: Entering = {},
) {
  const { id: known, standing, locations, ...words } = readInput(organizationInput, given);
  const id = known ?? newId('Organization');
  const sites = locations.map(locationRow);
  await checkAreas(words.regionId, locations, changing);
  await checkOwn(id, locations, changing);
  if (known && !isSaid && (await publicWordsOf(changing, id)))
    await setPublicWords(changing, id, words);
  else await writeWords(changing, id, words, { standing, admittedAt });
  await saveLocations(changing, id, sites);
  await sealExact(locations, { sites, enteredBy }, changing);
  const sealed = sites.filter((_, index) => isSealed(locations[index]!)).map((site) => site.id);
  await holdTexts(id, { ...words, locations }, sealed, changing);
  await holdAddresses(id, sites, changing);
  return { id, locations: sites.map((site) => site.id) };
}

type Location = z.output<typeof locationInput>;
const isSealed = (location: Location) => location.street === 'WITHHELD' && !!location.exact;

/** That its home region, and the counties where it is, are ones. */
async function checkAreas(
  regionId: string | null | undefined,
  locations: Location[],
  changing: Sealing,
): Promise<void> {
  const counties = locations.map(({ countyFips }) => countyFips);
  const unknown = await unknownAreas(changing, { counties, regions: regionId ? [regionId] : [] });
  if (regionId && unknown.has(regionId)) refuse('No region has this id.', 'regionId');
  const other = counties.findIndex((fips) => unknown.has(fips));
  if (other >= 0) refuse('No county has this FIPS.', `locations.${other}.countyFips`);
}

/** A location is written by its id only where it is there and the organization's own. */
async function checkOwn(id: string, locations: Location[], changing: Sealing): Promise<void> {
  const known = locations.flatMap((location) => location.id ?? []);
  const own = known.length > 0 ? await holdLocations(changing, id, known) : [];
  const other = locations.findIndex((one) => one.id !== undefined && !own.includes(one.id));
  if (other < 0) return;
  throw new Refusal(
    'NOT_FOUND',
    'This organization has no such location.',
    `locations.${other}.id`,
  );
}

/** What it says of itself now, and what it tells already, held against its doors; of an address, only that it is there. */
async function holdTexts(
  id: string,
  { locations, ...said }: Omit<z.output<typeof organizationInput>, 'id' | 'standing'>,
  sealed: readonly string[],
  changing: Sealing,
): Promise<void> {
  const given = { ...said, locations: locations.map(({ name }) => ({ name })) };
  await holdAgainstDoors({ organizationId: id, given }, changing);
  if (sealed.length > 0) {
    await holdToldAgainstDoors(id, sealed, changing, 'locations');
  }
}

/** That no address that is told is one that is withheld as another of its places. */
async function holdAddresses(id: string, sites: readonly LocationRow[], changing: Sealing) {
  for (const [index, { id: locationId, lines, ...site }] of sites.entries()) {
    if (lines === null) continue;
    const told = { organizationId: id, locationId, address: { lines, ...site } };
    await holdAddressAgainstDoors(told, changing, (part) => `locations.${index}.${part}`);
  }
}

async function sealExact(
  locations: Location[],
  { sites, enteredBy }: { sites: LocationRow[]; enteredBy: string | null },
  changing: Sealing,
): Promise<void> {
  for (const [index, location] of locations.entries()) {
    if (location.street !== 'WITHHELD' || !location.exact) continue;
    checkReadable(location.exact, `locations.${index}.exact`);
    const sealed = { locationId: sites[index]!.id, exact: location.exact, enteredBy };
    await sealAddress(sealed, changing, `locations.${index}.exact`);
  }
}

function locationRow(location: Location, index: number): LocationRow {
  const state = stateOfFips(location.countyFips);
  if (!state)
    return refuse(`No such county: ${location.countyFips}.`, `locations.${index}.countyFips`);
  const common = {
    id: location.id ?? newId('Location'),
    name: location.name,
    state,
    country: 'US',
    countyFips: location.countyFips,
    disclosure: location.disclosure,
  };
  if (location.street === 'WITHHELD') {
    const nothing = { lines: null, city: null, postalCode: null, point: null };
    return { ...common, ...nothing, streetTold: false, withheldReason: location.withheldReason };
  }
  const { lines, city, postalCode } = location.address;
  const told = { lines, city, postalCode, point: location.point ?? null };
  return { ...common, ...told, streetTold: true, withheldReason: null };
}
