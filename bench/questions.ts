import { askedOf, inputOf, PLACEMENT_PAGE_ROWS } from './placement/asked.js';
import { DIRECTORY_PAGE_ROWS, SEARCH_PAGE_ROWS, type Variant, type Work } from './works.js';

/** What is asked of our server. Adapt these where the contract's names change. */
const listed = `nodes { id name summary phones { number display } }`;
const oursDirectory = `query Directory($filter: OrganizationFilter, $after: String) {
  organizations(filter: $filter, first: ${DIRECTORY_PAGE_ROWS}, after: $after) {
    nodes { id name kind services(first: 5) { ${listed} } housingOptions(first: 5) { ${listed} } }
  }
}`;
export const walkQuestion = `query Walk($after: String) {
  organizations(first: 100, after: $after) { pageInfo { endCursor } }
}`;
const oursCoverage = `query Coverage($zip: String!) {
  coverage(at: { zip: $zip }) {
    county { fips name }
    region { name navigators { name phones { display } } }
    nations { nation { name } how }
    crisisLines { name phones { number } }
  }
}`;
const oursNode = `query OneNode($id: ID!) {
  node(id: $id) {
    ... on HousingOption {
      name summary phones { display } organization { name } units { name capacity }
    }
  }
}`;
const oursSearch = `query Words($text: String!) {
  search(text: $text, first: ${SEARCH_PAGE_ROWS}) {
    nodes {
      __typename id
      ... on HousingOption { name }
      ... on Service { name }
      ... on Organization { name }
    }
  }
}`;
const match = `nodes {
      option { id name organization { name } phones { number display } }
      verdict reasons { criterion outcome text question } distance { band basis meters }
    }`;
const oursPlacement = (name: string, wanted: string) => `query ${name}($input: FindHousingInput!) {
  findHousing(input: $input, first: ${PLACEMENT_PAGE_ROWS}) {
    ${wanted}
  }
}`;
const placement = oursPlacement('Placement', match);
const placementFacets = oursPlacement(
  'PlacementFacets',
  `totalCount facets { name values { value count } }
    widen { text more change { withinMeters availability askAbout } }
    ${match}`,
);
const empty = '{ __typename }';

export const oursQuestions: Record<Work, string> = {
  placement,
  placementFacets,
  placementCity: placement,
  placementWide: placement,
  placementRare: placement,
  placementNone: placement,
  directory: oursDirectory,
  coverage: oursCoverage,
  node: oursNode,
  search: oursSearch,
  empty,
};

export function oursVariables(work: Work, variant: Variant, cursor: string | null): object {
  const { region, zip, id, text } = variant;
  const asked = askedOf(work);
  if (asked) return { input: inputOf(asked, variant) };
  if (work === 'directory')
    return region ? { filter: { isIn: { regionId: region } } } : { after: cursor };
  if (work === 'coverage') return { zip };
  if (work === 'node') return { id };
  return work === 'search' ? { text } : {};
}

/** The same asked of PostGraphile, in the names it gives to the same tables. */
const order = 'orderBy: [SORT_KEY_ASC, ROW_ID_ASC]';
const rows = (
  type: string,
) => `listingsByOrganizationId(condition: { type: "${type}" }, ${order}, first: 5) {
  nodes { rowId name summary toldPhonesList { number display } }
}`;
const postgraphileDirectory = `query Directory($condition: OrganizationCondition, $after: Cursor) {
  allOrganizations(condition: $condition, ${order}, first: ${DIRECTORY_PAGE_ROWS}, after: $after) {
    nodes { rowId name kind services: ${rows('SERVICE')} housingOptions: ${rows('HOUSING')} }
  }
}`;
const postgraphileCoverage = `query Coverage($zip: String!) {
  zipByCode(code: $zip) {
    county { fips name region { name navigatorsList { name phones } } }
    nationsList { name how }
    crisisLinesList { name toldPhonesList { number } }
  }
}`;
const postgraphileNode = `query OneNode($id: String!) {
  listingByRowId(rowId: $id) {
    name summary toldPhonesList { display } organizationByOrganizationId { name } toldUnitsList { name capacity }
  }
}`;
const postgraphileSearch = `query Words($text: String!) {
  benchSearchList(words: $text, most: ${SEARCH_PAGE_ROWS}) { rowId kind name }
}`;
const arguments_ = `$longitude: Float!, $latitude: Float!, $withinMeters: Float!, $kinds: [String!]!,
  $verdictMost: Int!, $age: Int!, $gender: String!, $children: Int!, $situations: [String!]!`;
const passed = `longitude: $longitude, latitude: $latitude, withinMeters: $withinMeters, kinds: $kinds,
  verdictMost: $verdictMost, age: $age, gender: $gender, children: $children, situations: $situations`;
const postgraphilePlacement = (name: string, beside: string) => `query ${name}(${arguments_}) {
  ${beside}
  benchPlaceList(${passed}) {
    listing { rowId name organizationByOrganizationId { name } toldPhonesList { number display } }
    verdict band basis meters rules
  }
}`;

/** The worst cases are not asked of PostGraphile. */
export const postgraphileQuestions: Partial<Record<Work, string>> = {
  placement: postgraphilePlacement('Placement', ''),
  placementFacets: postgraphilePlacement(
    'PlacementFacets',
    `benchPlaceFacets(${passed}) { totalCount facets widen }`,
  ),
  directory: postgraphileDirectory,
  coverage: postgraphileCoverage,
  node: postgraphileNode,
  search: postgraphileSearch,
  empty,
};
