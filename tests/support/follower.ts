import assert from 'node:assert/strict';
import { sql } from '../../src/kernel/index.js';
import type { Directory } from './directory.js';

type Headers = Record<string, string>;

const place = `{ __typename area ... on PublishedPlace { address { lines city postalCode } point { latitude longitude } }
  ... on WithheldPlace { reason phone { display } } }`;
const phones = '{ number display kind extension note }';
const contacts = `{ purpose name title email phones ${phones} }`;
const rules = '{ kind stance text }';
const listing = `name summary description organization { id } places ${place} serviceAreas { kind name }
  eligibility ${rules} eligibilityNotes policies { policy holds note } contacts ${contacts} phones ${phones}
  languages { tag } hours { timeZone weekly { day opens closes } notes } fees howToApply requiredDocuments
  verification { confirmedAt method confirmedBy dueAt } status statusReason updatedAt`;

/** All that a thing says of itself, but for what the clock says of it. */
export const WHOLE = `__typename id
  ... on Organization { name ofKind: kind roles description website standing region { id }
    contacts ${contacts} places ${place} }
  ... on HousingOption { ${listing} is: kind operatedBy stayDaysMax transportOffered
    units { id name capacity eligibility ${rules} availability { capacity lastReport { reportedAt bedsOpen bedsTotal } } } }
  ... on Service { ${listing} kinds }
  ... on TribalNation { name endonym people website standing seat ${place} counties { fips } serviceCounties { fips }
    contacts ${contacts} }
  ... on Region { name standing standingNote effectiveFrom effectiveTo counties { fips } navigators ${contacts} }
  ... on Material { title madeAs: kind audiences topics url text: description publishedAt language { tag } organization { id } }
  ... on Convening { title topic text: description location startsAt endsAt recurrence region { id } hosts { id } }`;

interface Told {
  id: string;
}
/** What is told, by id: each thing as text. */
export type Copy = ReadonlyMap<string, string>;

export interface SeenChange {
  id: string;
  kind: string;
  what: 'TOLD' | 'CHANGED' | 'WITHDRAWN';
  at: string;
  node: Told | null;
}
interface ChangesPage {
  nodes: SeenChange[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function dataOf<Data>(
  { ask }: Directory,
  question: string,
  headers: Headers,
  variables: object = {},
): Promise<Data> {
  const { body } = await ask<Data, object>(question, variables, headers);
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  return body.data!;
}

const LISTS = 'organizations housingOptions services tribalNations materials convenings'.split(' ');
const ROWS = 50;

/** Everything that a viewer is told, list by list. */
export async function walkAll(directory: Directory, headers: Headers): Promise<Copy> {
  const told: Told[] = [];
  for (const list of LISTS) {
    for (let after: string | null = null, more = true; more;) {
      const data: Record<string, { nodes: Told[]; pageInfo: ChangesPage['pageInfo'] }> =
        await dataOf(
          directory,
          `query ($after: String) { ${list}(first: ${ROWS}, after: $after) {
            nodes { ... on Node { ${WHOLE} } } pageInfo { hasNextPage endCursor } } }`,
          headers,
          { after },
        );
      const { nodes, pageInfo } = data[list]!;
      told.push(...nodes);
      ({ hasNextPage: more, endCursor: after } = pageInfo);
    }
  }
  const { regions } = await dataOf<{ regions: Told[] }>(
    directory,
    `{ regions { ... on Node { ${WHOLE} } } }`,
    headers,
  );
  return copyOf([...told, ...regions]);
}

const copyOf = (told: readonly Told[]): Copy =>
  new Map(told.map((thing) => [thing.id, JSON.stringify(thing)]));

/** The same by the ids of all that is there, hidden or not, or of some of it: each that is told. */
export async function readAll(
  directory: Directory,
  headers: Headers,
  some?: readonly string[],
): Promise<Copy> {
  const all = some ?? (await everyId(directory));
  const told: (Told | null)[] = [];
  for (let from = 0; from < all.length; from += ROWS) {
    const { nodes } = await dataOf<{ nodes: (Told | null)[] }>(
      directory,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ${WHOLE} } }`,
      headers,
      { ids: all.slice(from, from + ROWS) },
    );
    told.push(...nodes);
  }
  return copyOf(told.filter((thing) => thing !== null));
}

async function everyId({ database }: Directory): Promise<string[]> {
  const all = await database.read.rows<{ id: string }>(sql`
    select id from org.organization union all select id from org.listing union all select id from org.tribal_nation
    union all select id from org.region union all select id from org.material union all select id from org.convening
    order by 1`);
  return all.map(({ id }) => id);
}

/** Whoever keeps a copy of what she is told, by following its changes. */
export class Follower {
  readonly copy = new Map<string, string>();

  /** @param cursor where she goes on; from the beginning where there is none */
  constructor(
    private readonly directory: Directory,
    private readonly headers: Headers,
    public cursor: string | null = null,
  ) {}

  /** One page, taken in. */
  async step(first: number): Promise<ChangesPage> {
    const { changes } = await dataOf<{ changes: ChangesPage }>(
      this.directory,
      `query ($first: Int!, $after: String) { changes(first: $first, after: $after) {
        nodes { id kind what at node { ${WHOLE} } } pageInfo { hasNextPage endCursor } } }`,
      this.headers,
      { first, after: this.cursor },
    );
    for (const { id, what, node } of changes.nodes) {
      assert.ok(what !== 'WITHDRAWN' || node === null);
      if (node) this.copy.set(id, JSON.stringify(node));
      else this.copy.delete(id);
    }
    this.cursor = changes.pageInfo.endCursor;
    return changes;
  }

  /** Until there is no more. @returns all that she was told on the way */
  async follow(first = ROWS): Promise<SeenChange[]> {
    const seen: SeenChange[] = [];
    for (let more = true; more;) {
      const { nodes, pageInfo } = await this.step(first);
      seen.push(...nodes);
      more = pageInfo.hasNextPage;
    }
    return seen;
  }
}

export const sorted = (copy: Copy) => [...copy].sort(([one], [other]) => (one < other ? -1 : 1));
