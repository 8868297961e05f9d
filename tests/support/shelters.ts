import type { ExactAddress } from '../../src/disclosure/index.js';
import { listHousing, type ListHousing } from '../../src/housing/index.js';
import { sql, type Reader } from '../../src/kernel/index.js';
import { registerOrganization, type RegisterOrganization } from '../../src/organizations/index.js';
import type { Database } from '../../src/server/database/open-database.js';
import { inOne } from '../../src/server/make-ready.js';
import { sampleHousing, sampleOrganization } from './makers.js';

export interface Shelter {
  organization: string;
  location: string;
  listing: string;
}

const WITHHELD = {
  street: 'WITHHELD',
  name: 'The house',
  countyFips: '27137',
  withheldReason: 'CONFIDENTIAL_SHELTER',
} as const;

/**
 * A shelter with one house, whose street is withheld unless `site` says otherwise.
 * @param exact where the house is, to be sealed
 */
export async function shelter(
  database: Database,
  {
    exact,
    site,
    listed = {},
    said = {},
    organization: known,
  }: {
    exact?: ExactAddress;
    site?: RegisterOrganization['locations'][number];
    listed?: Partial<ListHousing>;
    said?: Partial<RegisterOrganization>;
    /** Of an organization that is there already. */
    organization?: string;
  } = {},
): Promise<Shelter> {
  return inOne(database, async (sealing) => {
    const { id: organization, locations } = await registerOrganization(
      {
        ...(known ? { id: known } : {}),
        ...sampleOrganization,
        name: 'Sample House Of A Test',
        locations: [site ?? { ...WITHHELD, ...(exact ? { exact } : {}) }],
        ...said,
      },
      sealing,
    );
    const { id: listing } = await listHousing(
      { ...sampleHousing(organization), siteIds: locations, ...listed },
      sealing,
    );
    return { organization, location: locations[0]!, listing };
  });
}

/** A told site at the door that nobody may know. */
export const toldSite = ({
  lines,
  city,
  postalCode,
  point,
}: ExactAddress): RegisterOrganization['locations'][number] => ({
  street: 'TOLD',
  name: 'The house',
  countyFips: '27137',
  address: { lines, city, postalCode },
  point: point ?? null,
});

/** A house whose street is withheld, and an office of the same organization that is told. */
export const houseAndOffice = (exact: ExactAddress): RegisterOrganization['locations'] => [
  { street: 'WITHHELD', name: 'House', countyFips: '27137', withheldReason: 'BY_REQUEST', exact },
  {
    ...toldSite({ ...exact, point: null, lines: ['12 Office Sample Street'], postalCode: '00719' }),
    name: 'Office',
  },
];

/** A nation of the sample network, and its government as an organization. */
export async function someNation(
  read: Reader,
  nth = 0,
): Promise<{ nation: string; organization: string }> {
  const [row] = await read.rows<{ nation: string; organization: string }>(
    sql`select id as nation, organization_id as organization from org.tribal_nation
        order by id offset ${nth} limit 1`,
  );
  return row!;
}
