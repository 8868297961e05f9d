import { z } from 'zod';
import { Disclosure, forgetLeading, holdAgainstDoors } from '../disclosure/index.js';
import type { Sealing } from '../vault/index.js';
import { criterionInput, readCriterion, type Criterion } from '../eligibility/index.js';
import { Refusal, refuse, spokenLanguage } from '../kernel/index.js';
import { isState, unknownAreas } from '../geography/index.js';
import {
  contactInput,
  contactRow,
  hoursInput,
  isOrganization,
  locationsOf,
  phoneInput,
  phoneRow,
  storedHours,
} from '../organizations/index.js';
import { ListingStatus, Policy, ServiceAreaKind } from './listing.js';
import {
  clearListing,
  isListingOf,
  rewriteListing,
  saveListing,
  saveParts,
  type ListingParts,
  type ListingRow,
  type ServiceAreaRow,
} from './listing.store.js';

const TEXT_MAX = 10_000;
const line = z.string().trim().min(1).max(300);
const prose = z.string().trim().max(TEXT_MAX);

const serviceAreaInput = z.strictObject({
  kind: z.enum(ServiceAreaKind),
  countyFips: z
    .array(z.string().regex(/^\d{5}$/))
    .min(1)
    .max(3_500)
    .nullish(),
  regionId: z.string().nullish(),
  nationId: z.string().nullish(),
  state: z.string().refine(isState, 'A state is two letters, as MN.').nullish(),
});

/** What every listing says of itself, whatever it is. */
export const listingInput = z.strictObject({
  id: z.string().optional(),
  organizationId: z.string(),
  name: line,
  summary: prose.min(1),
  description: prose.nullish(),
  siteIds: z.array(z.string()).max(50),
  serviceAreas: z.array(serviceAreaInput).max(50),
  eligibility: z.array(criterionInput).max(100),
  eligibilityNotes: prose.nullish(),
  policies: z
    .array(
      z.strictObject({
        policy: z.enum(Policy),
        holds: z.boolean(),
        note: z.string().max(500).nullish(),
      }),
    )
    .max(50),
  contacts: z.array(contactInput).max(50),
  phones: z.array(phoneInput).max(20),
  languages: z.array(spokenLanguage).max(100),
  hours: hoursInput.nullish(),
  fees: prose.nullish(),
  howToApply: prose.nullish(),
  requiredDocuments: z.array(line).max(50),
  disclosure: z.enum(Disclosure),
  status: z.enum(ListingStatus),
  statusReason: prose.nullish(),
});
export type ListingInput = z.input<typeof listingInput>;
type Read = z.output<typeof listingInput>;

/** By the names of its input, what is to be written of a listing that is held; without, all of it is. */
export type Differing = ReadonlySet<string>;

export const isWritten = (
  differing: Differing | undefined,
  ...fields: readonly string[]
): boolean => differing === undefined || fields.some((field) => differing.has(field));

export const criteriaOf = (given: Read['eligibility'], field: string): Criterion[] =>
  given.map(({ kind, stance, terms }, index) =>
    readCriterion(kind, stance, terms, `${field}.${index}`),
  );

/**
 * Writes what every listing has; what makes it a service or a housing option its own command adds, and then `holdListing`.
 * Of one that is held, what differs alone is written: the rest keeps its rows.
 * @throws Refusal `INVALID` where a site is not its organization's, a rule or an area is none; `NOT_FOUND` where its id is none of
 *   its organization's
 */
export async function writeListing(
  id: string,
  type: ListingRow['type'],
  listing: Read,
  changing: Sealing,
  differing?: Differing,
): Promise<void> {
  if (!differing) await checkOwner(listing, type, changing);
  if (isWritten(differing, 'siteIds')) await checkSites(listing, changing);
  if (isWritten(differing, 'serviceAreas')) await checkAreas(listing.serviceAreas, changing);
  const parts = partsOf(listing, differing);
  // A new one has nothing to clear, and clearing it would be a third of its statements.
  if (listing.id) await clearListing(changing, id, parts);
  if (differing) await rewriteListing(changing, id, only(saidIn(listing), differing));
  else await saveListing(changing, rowOf(id, type, listing));
  await saveParts(changing, id, parts);
}

/** What stands in the row of a listing, by the names of its input. */
const saidIn = (listing: Read) => ({
  name: listing.name,
  summary: listing.summary,
  description: listing.description ?? null,
  eligibilityNotes: listing.eligibilityNotes ?? null,
  policies: listing.policies.map(({ policy, holds, note }) => ({
    policy,
    holds,
    note: note ?? null,
  })),
  languages: listing.languages,
  hours: listing.hours ? storedHours(listing.hours) : null,
  fees: listing.fees ?? null,
  howToApply: listing.howToApply ?? null,
  requiredDocuments: listing.requiredDocuments,
});

const rowOf = (id: string, type: ListingRow['type'], listing: Read): ListingRow => ({
  ...saidIn(listing),
  id,
  type,
  organization: listing.organizationId,
  disclosure: listing.status === 'WITHDRAWN' ? 'OWN' : listing.disclosure,
  status: listing.status,
  statusReason: listing.status === 'WITHDRAWN' ? null : (listing.statusReason ?? null),
});

const only = <Row extends object>(row: Row, differing: Differing): Partial<Row> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => differing.has(name))) as Partial<Row>;

/**
 * That no text of a listing that was written leads to a withheld door of its organization: held last of all, so that what is refused
 * for another reason tells nothing of a door.
 * @param given all that is told of it, by the names of its input
 * @throws DoorRefusal
 */
export async function holdListing(
  id: string,
  given: Pick<Read, 'organizationId' | 'siteIds'>,
  changing: Sealing,
): Promise<void> {
  const { organizationId, siteIds } = given;
  await holdAgainstDoors({ organizationId, siteIds, given }, changing);
  await forgetLeading(changing, id);
}

async function checkOwner(
  { id, organizationId }: Read,
  type: ListingRow['type'],
  changing: Sealing,
): Promise<void> {
  if (!(await isOrganization(changing, organizationId))) {
    refuse('No organization has this id.', 'organizationId');
  }
  if (id !== undefined && !(await isListingOf(changing, { id, organizationId, type }))) {
    throw new Refusal('NOT_FOUND', 'Its organization has no such listing.', 'id');
  }
}

async function checkSites({ organizationId, siteIds }: Read, changing: Sealing): Promise<void> {
  const sites = await locationsOf(changing, organizationId, siteIds);
  if (sites.length < new Set(siteIds).size)
    refuse('A site is not one of its organization.', 'siteIds');
}

const AREA_FIELDS = ['countyFips', 'regionId', 'nationId'] as const;

/** That every place that it serves is one. */
async function checkAreas(areas: Read['serviceAreas'], changing: Sealing): Promise<void> {
  const all = (field: (typeof AREA_FIELDS)[number]) => areas.flatMap((area) => area[field] ?? []);
  const unknown = await unknownAreas(changing, {
    counties: all('countyFips'),
    regions: all('regionId'),
    nations: all('nationId'),
  });
  if (unknown.size === 0) return;
  for (const [index, area] of areas.entries()) {
    for (const field of AREA_FIELDS) {
      const other = [area[field] ?? []].flat().find((named) => unknown.has(named));
      if (other) refuse('There is no such place.', `serviceAreas.${index}.${field}`);
    }
  }
}

function partsOf(
  { siteIds, serviceAreas, eligibility, contacts, phones }: Read,
  differing: Differing | undefined,
): Partial<ListingParts> {
  const all: ListingParts = {
    siteIds: [...new Set(siteIds)],
    serviceAreas: serviceAreas.map(areaRow),
    eligibility: criteriaOf(eligibility, 'eligibility'),
    contacts: contacts.map((contact, index) => contactRow(contact, `contacts.${index}`)),
    phones: phones.map((phone, index) => phoneRow(phone, `phones.${index}.number`)),
  };
  return differing ? only(all, differing) : all;
}

const needed = {
  COUNTIES: 'countyFips',
  REGION: 'regionId',
  NATION: 'nationId',
  STATEWIDE: 'state',
} as const;

function areaRow(area: Read['serviceAreas'][number], index: number): ServiceAreaRow {
  const { kind, countyFips, regionId, nationId, state } = area;
  const field = kind === 'NATIONWIDE' ? null : needed[kind];
  if (field && area[field] == null) {
    refuse(`A service area of kind ${kind} needs ${field}.`, `serviceAreas.${index}.${field}`);
  }
  return {
    kind,
    countyFips: kind === 'COUNTIES' ? countyFips! : null,
    region: kind === 'REGION' ? regionId! : null,
    nation: kind === 'NATION' ? nationId! : null,
    state: kind === 'STATEWIDE' ? state! : null,
  };
}
