import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enterRegion, type EnterRegion } from '../../src/geography/index.js';
import { registerOrganization, type RegisterOrganization } from '../../src/organizations/index.js';
import { listService } from '../../src/services/index.js';
import { enterNation, type EnterNation } from '../../src/tribal-nations/index.js';
import type { Known } from './known.js';

interface Facts<Item> {
  source: string;
  date: string;
  items: Item[];
}

interface County {
  fips: string;
  population: number;
  region: string;
}

interface Region {
  slug: string;
  name: string;
  standing: EnterRegion['standing'];
  standingNote: string;
  agency: string | null;
  effectiveFrom: string | null;
}

interface Agency extends Pick<
  RegisterOrganization,
  'name' | 'kind' | 'roles' | 'website' | 'description' | 'standing'
> {
  slug: string;
}

interface Nation {
  slug: string;
  name: string;
  endonym: string | null;
  people: EnterNation['people'];
  website: string;
  seat: EnterNation['seat'];
  phones: { number: string; kind: 'VOICE'; note?: string }[];
  counties: string[];
  serviceCounties: string[] | null;
  landGeoids: string[];
  standing: 'PUBLIC_SOURCE';
}

interface CrisisLine {
  slug: string;
  name: string;
  organizationName: string;
  scope: 'STATEWIDE' | 'NATIONWIDE';
  phones: { number: string; kind: 'VOICE' | 'TEXT' | 'TTY'; note?: string }[];
  summary: string;
  website: string | null;
  status: 'VERIFIED' | 'BELIEVED';
}

const STATE = 'MN';
const nothing = { contacts: [], locations: [] };

/** What is real: each with its source and date, none of it invented. */
export async function loadFacts(folder: string, known: Known): Promise<void> {
  const read = <Item>(file: string) =>
    JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as Facts<Item>;
  const counties = read<County>('counties').items;
  const regions = read<Region>('regions').items;
  await savePopulations(counties, known);
  for (const agency of read<Agency>('agencies').items) await enterAgency(agency, regions, known);
  for (const region of regions) await enterOneRegion(region, counties, known);
  await placeAgencies(regions, known);
  for (const nation of read<Nation>('nations').items) await enterOneNation(nation, known);
  for (const line of read<CrisisLine>('crisis-lines').items) await enterCrisisLine(line, known);
}

async function savePopulations(counties: County[], { changing }: Known): Promise<void> {
  await changing.em.execute(
    `update pub.county c set population = row.population
     from jsonb_to_recordset(?::jsonb) as row(fips text, population int)
     where c.fips = row.fips and c.population is distinct from row.population`,
    [JSON.stringify(counties)],
  );
}

/** A region names its agency, so an agency that serves one region alone stands in it once that is there. */
async function placeAgencies(regions: Region[], known: Known): Promise<void> {
  for (const { slug, agency } of regions) {
    if (!agency || regions.some((other) => other.agency === agency && other.slug !== slug))
      continue;
    const region = known.id('region', slug);
    await known.changing.em.execute(
      'update org.organization set region_id = ? where id = ? and region_id is distinct from ?',
      [region, known.id('organization', agency), region],
    );
  }
}

/** No phone of an agency was verified, so none is told. */
function enterAgency({ slug, ...agency }: Agency, regions: Region[], known: Known): Promise<void> {
  const served = regions.filter((region) => region.agency === slug).map((region) => region.name);
  return known.once('organization', slug, { agency, served }, async (before) => {
    const { id } = await registerOrganization(
      {
        ...before,
        ...agency,
        locations: [],
        contacts:
          served.length === 0
            ? []
            : [
                {
                  purpose: 'NAVIGATION',
                  name: `Regional navigator, ${agency.name}`,
                  title: `Safe Harbor navigation for ${served.join(' and ')}; no number known to us yet`,
                  phones: [],
                  languages: [],
                },
              ],
      },
      known.changing,
    );
    return id;
  });
}

function enterOneRegion(region: Region, counties: County[], known: Known): Promise<void> {
  const { slug, name, standing, standingNote, agency, effectiveFrom } = region;
  const fips = counties.filter((county) => county.region === slug).map((county) => county.fips);
  return known.once('region', slug, { region, fips }, (before) =>
    enterRegion(
      {
        ...before,
        slug,
        name,
        standing,
        standingNote,
        effectiveFrom,
        counties: fips,
        ...(agency ? { organizationId: known.id('organization', agency) } : {}),
      },
      known.changing,
    ),
  );
}

/** A nation's government is an organization of the network; its public office is its contact. */
async function enterOneNation(nation: Nation, known: Known): Promise<void> {
  const { slug, name, website, phones, serviceCounties } = nation;
  await known.once('organization', slug, { name, website, phones }, async (before) => {
    const { id } = await registerOrganization(
      {
        ...before,
        ...nothing,
        name,
        kind: 'TRIBAL_GOVERNMENT',
        roles: ['TRIBAL_GOVERNMENT'],
        website,
        standing: 'PUBLIC_SOURCE',
        contacts: [{ purpose: 'GENERAL', name: 'Tribal government office', phones, languages: [] }],
      },
      known.changing,
    );
    return id;
  });
  await known.once('nation', slug, nation, (before) =>
    enterNation(
      {
        ...before,
        organizationId: known.id('organization', slug),
        name,
        endonym: nation.endonym,
        people: nation.people,
        website,
        seat: nation.seat,
        counties: nation.counties,
        serviceCounties: serviceCounties ?? [],
        landGeoids: nation.landGeoids,
        standing: nation.standing,
      },
      known.changing,
    ),
  );
}

async function enterCrisisLine(line: CrisisLine, known: Known): Promise<void> {
  const { slug, name, organizationName, scope, phones, summary, website, status } = line;
  const standing = status === 'VERIFIED' ? 'PUBLIC_SOURCE' : 'BELIEVED';
  await known.once(
    'organization',
    slug,
    { organizationName, website, standing },
    async (before) => {
      const { id } = await registerOrganization(
        {
          ...before,
          ...nothing,
          name: organizationName,
          kind: 'UNSTATED',
          roles: ['CRISIS_LINE'],
          website,
          standing,
        },
        known.changing,
      );
      return id;
    },
  );
  await known.once('service', slug, line, (before) =>
    listService(
      {
        ...before,
        organizationId: known.id('organization', slug),
        name,
        kinds: ['CRISIS_LINE'],
        summary,
        siteIds: [],
        serviceAreas: [scope === 'STATEWIDE' ? { kind: scope, state: STATE } : { kind: scope }],
        eligibility: [],
        policies: [],
        contacts: [],
        phones,
        languages: [],
        requiredDocuments: [],
        disclosure: 'PUBLISHED',
        status: 'ACTIVE',
      },
      known.changing,
    ),
  );
}
