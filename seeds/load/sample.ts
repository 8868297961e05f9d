import { listHousing, reportAvailability } from '../../src/housing/index.js';
import { publishMaterial, scheduleConvening } from '../../src/library/index.js';
import { confirmListing, type ListingInput } from '../../src/listings/index.js';
import { registerOrganization, type RegisterOrganization } from '../../src/organizations/index.js';
import { listService } from '../../src/services/index.js';
import type { Known } from './known.js';
import type {
  SeedLocation,
  SeedOrganization,
  SeedCriterion,
  SeedListing,
  SeedReport,
  SeedHousing,
  SeedService,
  SeedConvening,
  SeedMaterial,
  SampleFile,
} from './sample-file.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STATE = 'MN';

/** What is invented, and says so. */
export async function loadSampleFile(file: SampleFile, known: Known): Promise<void> {
  const listings = [...(file.housingOptions ?? []), ...(file.services ?? [])];
  for (const organization of file.organizations ?? [])
    await enterOrganization(organization, listings, known);
  for (const housing of file.housingOptions ?? []) await enterHousing(housing, known);
  for (const service of file.services ?? []) await enterService(service, known);
  for (const convening of file.convenings ?? []) await enterConvening(convening, known);
  for (const material of file.materials ?? []) await enterMaterial(material, known);
}

function enterOrganization(
  seed: SeedOrganization,
  listings: readonly SeedListing[],
  known: Known,
): Promise<void> {
  const { slug, region, locations = [], ...organization } = seed;
  return known.once('organization', slug, seed, async (before) => {
    const entered = await registerOrganization(
      {
        ...before,
        ...organization,
        standing: 'SAMPLE',
        ...(region ? { regionId: known.id('region', region) } : {}),
        locations: locations.map((location) => ({
          ...(known.has('location', location.slug)
            ? { id: known.id('location', location.slug) }
            : {}),
          ...locationInput(location),
          disclosure: furthestAt(location.slug, listings),
        })),
      },
      known.changing,
    );
    for (const [index, location] of locations.entries()) {
      await known.name('location', location.slug, entered.locations[index]!);
    }
    return entered.id;
  });
}

/** A place is told as far as any listing that stands there; an office where none does, to everyone. */
function furthestAt(slug: string, listings: readonly SeedListing[]) {
  const there = listings.filter(({ sites }) => sites.includes(slug));
  const told = new Set(there.map(({ disclosure = 'PUBLISHED' }) => disclosure));
  if (told.size === 0 || told.has('PUBLISHED')) return 'PUBLISHED';
  return told.has('PARTNERS') ? 'PARTNERS' : 'OWN';
}

function locationInput(location: SeedLocation): RegisterOrganization['locations'][number] {
  const { name, county: countyFips, city } = location;
  if (location.street === 'withheld') {
    return { street: 'WITHHELD', name, countyFips, withheldReason: location.withheldReason! };
  }
  return {
    street: 'TOLD',
    name,
    countyFips,
    address: { ...location.address!, city: city! },
    point: location.point ?? null,
  };
}

const listingInput = (seed: SeedListing, known: Known): ListingInput => ({
  organizationId: known.id('organization', seed.organization),
  name: seed.name,
  summary: seed.summary,
  description: seed.description,
  siteIds: seed.sites.map((slug) => known.id('location', slug)),
  serviceAreas: seed.serviceAreas.map(({ kind, counties, region, nation }) => ({
    kind,
    ...(counties ? { countyFips: counties } : {}),
    ...(region ? { regionId: known.id('region', region) } : {}),
    ...(nation ? { nationId: known.id('nation', nation) } : {}),
    ...(kind === 'STATEWIDE' ? { state: STATE } : {}),
  })),
  eligibility: seed.criteria.map((criterion) => criterionInput(criterion, known)),
  eligibilityNotes: seed.eligibilityNotes,
  policies: seed.policies,
  contacts: seed.contacts,
  phones: seed.phones,
  languages: seed.languages,
  hours: seed.hours,
  fees: seed.fees,
  howToApply: seed.howToApply,
  requiredDocuments: seed.requiredDocuments,
  disclosure: seed.disclosure ?? 'PUBLISHED',
  status: seed.status ?? 'ACTIVE',
  statusReason: seed.pausedReason,
});

/** Slugs of nations and regions become their ids. */
function criterionInput({ criterion, stance, values }: SeedCriterion, known: Known) {
  const { nations, regions } = values as { nations?: string[] | 'ANY'; regions?: string[] };
  return {
    kind: criterion,
    stance,
    terms: {
      ...values,
      ...(Array.isArray(nations)
        ? { nations: nations.map((slug) => known.id('nation', slug)) }
        : {}),
      ...(regions ? { regions: regions.map((slug) => known.id('region', slug)) } : {}),
    },
  } as ListingInput['eligibility'][number];
}

function enterHousing(seed: SeedHousing, known: Known): Promise<void> {
  return known.once('housing', seed.slug, seed, async (before) => {
    const { kind, operatedBy, stayDaysMax, intake, transportOffered, units } = seed;
    const entered = await listHousing(
      {
        ...before,
        ...listingInput(seed, known),
        kind,
        operatedBy,
        stayDaysMax,
        intake,
        transportOffered,
        units: units.map(({ name, capacity, criteria }) => ({
          name,
          capacity: capacity ?? null,
          eligibility: criteria.map((criterion) => criterionInput(criterion, known)),
        })),
      },
      known.changing,
    );
    for (const [index, { report }] of units.entries()) {
      if (report) await enterReport(entered.units[index]!, report, known);
    }
    await confirm(entered.id, seed, known);
    return entered.id;
  });
}

function enterReport(
  unitId: string,
  { hoursAgo, ...report }: SeedReport,
  { changing }: Known,
): Promise<string> {
  const reportedAt = new Date(changing.now.getTime() - hoursAgo * HOUR_MS);
  return reportAvailability({ unitId, ...report, reportedAt }, changing);
}

function enterService(seed: SeedService, known: Known): Promise<void> {
  return known.once('service', seed.slug, seed, async (before) => {
    const id = await listService(
      { ...before, ...listingInput(seed, known), kinds: seed.kinds },
      known.changing,
    );
    await confirm(id, seed, known);
    return id;
  });
}

async function confirm(
  listingId: string,
  { confirmed, organization }: SeedListing,
  { changing }: Known,
) {
  if (!confirmed) return;
  const confirmedAt = new Date(changing.now.getTime() - confirmed.daysAgo * DAY_MS);
  const [owner] = await changing.em.execute<{ name: string }[]>(
    `select o.name from org.organization o join org.listing l on l.organization_id = o.id where l.id = ?`,
    [listingId],
  );
  const who =
    confirmed.method === 'OWN_STAFF'
      ? `Coordinator, ${owner?.name ?? organization}`
      : 'Steward, sample network';
  await confirmListing(
    { listingId, method: confirmed.method, confirmedBy: who, confirmedAt },
    changing,
  );
}

function enterConvening(seed: SeedConvening, known: Known): Promise<void> {
  const { slug, region, hosts, startsAt, endsAt, ...convening } = seed;
  return known.once('convening', slug, seed, (before) =>
    scheduleConvening(
      {
        ...before,
        ...convening,
        ...(region ? { regionId: known.id('region', region) } : {}),
        hostIds: hosts.map((host) => known.id('organization', host)),
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
      },
      known.changing,
    ),
  );
}

function enterMaterial(seed: SeedMaterial, known: Known): Promise<void> {
  const { slug, organization, ...material } = seed;
  return known.once('material', slug, seed, (before) =>
    publishMaterial(
      {
        ...before,
        ...material,
        organizationId: known.id('organization', organization),
      },
      known.changing,
    ),
  );
}
