import type { Contender } from '../contenders.js';
import { postgraphileQuestions as questions } from '../questions.js';
import { askedOf, placementAlike, verdictMost } from '../placement/asked.js';
import type { Variant, Work } from '../works.js';

type Row = Record<string, any>;

/** What a cursor begins with: a digest of the order, the same for every row. Read from the first one. */
let orderDigest: unknown = null;

const cursorOf = ({ sortKey, id }: { sortKey: string; id: string }) =>
  Buffer.from(JSON.stringify([orderDigest, sortKey, id])).toString('base64');

function variables(work: Work, { region, after, zip, id, text, point }: Variant): object {
  const asked = askedOf(work);
  if (asked) {
    const { withinMeters, kinds, seeker } = asked;
    const { age, gender, children, situations } = seeker;
    const facts = { age, gender, children: children.length, situations };
    return { ...point, withinMeters, kinds, verdictMost: verdictMost(asked), ...facts };
  }
  if (work === 'directory') {
    return {
      condition: region ? { regionId: region } : null,
      after: after ? cursorOf(after) : null,
    };
  }
  if (work === 'coverage') return { zip };
  if (work === 'node') return { id };
  return work === 'search' ? { text } : {};
}

const listing = ({ rowId, name, summary, toldPhonesList }: Row) => ({
  id: rowId,
  name,
  summary,
  phones: toldPhonesList,
});
const listings = ({ nodes }: Row) => ({ nodes: nodes.map(listing) });
const typenames: Record<string, string> = {
  ORGANIZATION: 'Organization',
  HOUSING_OPTION: 'HousingOption',
  SERVICE: 'Service',
  TRIBAL_NATION: 'TribalNation',
  REGION: 'Region',
};

const match = ({ listing: found, verdict, band, basis, meters }: Row) => ({
  option: {
    id: found.rowId,
    name: found.name,
    organization: found.organizationByOrganizationId,
    phones: found.toldPhonesList,
  },
  verdict,
  distance: { band, basis, meters },
});
const placement = ({ benchPlaceList, benchPlaceFacets }: Row) =>
  placementAlike({ findHousing: { nodes: benchPlaceList.map(match), ...benchPlaceFacets } });

const normal: Partial<Record<Work, (data: Row) => unknown>> = {
  placement,
  placementFacets: placement,
  directory: ({ allOrganizations }) => ({
    organizations: {
      nodes: allOrganizations.nodes.map(({ rowId, name, kind, services, housingOptions }: Row) => ({
        id: rowId,
        name,
        kind,
        services: listings(services),
        housingOptions: listings(housingOptions),
      })),
    },
  }),
  coverage: ({ zipByCode: { county, nationsList, crisisLinesList } }) => ({
    coverage: {
      county: { fips: county.fips, name: county.name },
      region: county.region && {
        name: county.region.name,
        navigators: county.region.navigatorsList,
      },
      nations: nationsList.map(({ name, how }: Row) => ({ nation: { name }, how })),
      crisisLines: crisisLinesList.map(({ name, toldPhonesList }: Row) => ({
        name,
        phones: toldPhonesList,
      })),
    },
  }),
  node: ({ listingByRowId: row }) => ({
    node: {
      name: row.name,
      summary: row.summary,
      phones: row.toldPhonesList,
      organization: row.organizationByOrganizationId,
      units: row.toldUnitsList,
    },
  }),
  search: ({ benchSearchList }) => ({
    search: {
      nodes: benchSearchList.map(({ rowId, kind, name }: Row) => ({
        __typename: typenames[kind],
        id: rowId,
        ...(name === null ? {} : { name }),
      })),
    },
  }),
  empty: (data) => data,
};

export const postgraphile: Contender = {
  name: 'postgraphile',
  program: ['bench/postgraphile/server.js'],
  path: '/graphql',
  async prepare(running) {
    const query = `{ allOrganizations(orderBy: [SORT_KEY_ASC, ROW_ID_ASC], first: 1) { pageInfo { endCursor } } }`;
    const { allOrganizations } = (await running.ask(JSON.stringify({ query }))) as Row;
    const cursor = Buffer.from(allOrganizations.pageInfo.endCursor, 'base64').toString();
    orderDigest = JSON.parse(cursor)[0];
  },
  body: (work, variant) =>
    JSON.stringify({ query: questions[work], variables: variables(work, variant) }),
  normal: (work, data) => normal[work]!(data as Row),
};
