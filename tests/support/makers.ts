import { listHousing, type ListHousing } from '../../src/housing/index.js';
import type { Changing } from '../../src/kernel/index.js';
import type { ListService } from '../../src/services/index.js';
import { registerOrganization, type RegisterOrganization } from '../../src/organizations/index.js';

export const SAMPLE_HOUSING = {
  organization: 'Testing Ground Sample Shelter',
  name: 'Sample Youth Beds',
  display: '218-555-0177',
};

const site = (street: 'TOLD' | 'WITHHELD', countyFips: string) =>
  street === 'WITHHELD'
    ? { street, name: 'House', countyFips, withheldReason: 'CONFIDENTIAL_SHELTER' as const }
    : {
        street,
        name: 'House',
        countyFips,
        address: { lines: ['100 Sample Street'], city: 'Bemidji', postalCode: '56601' },
        point: { latitude: 47.4736, longitude: -94.8803 },
      };

/** A provider as it would register, that has no site. */
export const sampleOrganization: RegisterOrganization = {
  name: SAMPLE_HOUSING.organization,
  kind: 'NONPROFIT',
  roles: ['PROVIDER'],
  standing: 'SAMPLE',
  description: 'Sample data for a test.',
  contacts: [],
  locations: [],
};

/** A sample organization with one housing option of one unit. */
export async function listSampleHousing(
  changing: Changing,
  {
    street,
    countyFips,
    name = SAMPLE_HOUSING.name,
  }: { street: 'TOLD' | 'WITHHELD'; countyFips: string; name?: string },
) {
  const { id: organizationId, locations } = await registerOrganization(
    { ...sampleOrganization, locations: [site(street, countyFips)] },
    changing,
  );
  const { id, units } = await listHousing(
    {
      ...sampleHousing(organizationId),
      name,
      siteIds: locations,
      serviceAreas: [served(countyFips)],
    },
    changing,
  );
  return { id, organizationId, unitId: units[0]! };
}

const served = (countyFips: string) => ({ kind: 'COUNTIES' as const, countyFips: [countyFips] });

const sampleListing = (organizationId: string) => ({
  organizationId,
  name: SAMPLE_HOUSING.name,
  summary: 'Beds for a test.',
  siteIds: [],
  serviceAreas: [],
  eligibility: [
    { kind: 'AGE' as const, stance: 'REQUIRES' as const, terms: { ageMin: 16, ageMax: 24 } },
  ],
  policies: [],
  contacts: [],
  phones: [{ number: SAMPLE_HOUSING.display, kind: 'VOICE' as const }],
  languages: ['en', 'es'],
  requiredDocuments: [],
  disclosure: 'PUBLISHED' as const,
  status: 'ACTIVE' as const,
});

/** A service as its provider would list it, that has no site and serves nowhere. */
export const sampleService = (organizationId: string): ListService => ({
  ...sampleListing(organizationId),
  kinds: ['ADVOCACY'],
});

/** A housing option of one unit, as its provider would list it, that has no site and serves nowhere. */
export const sampleHousing = (organizationId: string): ListHousing => ({
  ...sampleListing(organizationId),
  kind: 'EMERGENCY_SHELTER',
  operatedBy: ['NONPROFIT'],
  transportOffered: false,
  units: [{ name: 'Youth beds', capacity: 4, eligibility: [] }],
});
