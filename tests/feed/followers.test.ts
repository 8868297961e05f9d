import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory, type Answer } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  ConfirmListingDocument,
  ListHousingDocument,
  PauseListingDocument,
  ProposeDisclosureDocument,
  ReportAvailabilityDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  ReviseOrganizationDocument,
  TightenDisclosureDocument,
  WithdrawListingDocument,
} from '../support/documents.js';
import { Follower, readAll, sorted, walkAll, type Copy } from '../support/follower.js';
import { appWith, comeIn } from '../support/people.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { onPostgresql } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

/*
 * Whatever coordinators do, whoever follows as a stranger, and as a partner, is told of just those things that are told otherwise
 * to her than before, and has then what she would read.
 */

const IS_PROVE = Boolean(process.env['HARBORLIGHT_PROVE']);
const RUNS = IS_PROVE ? (onPostgresql() ? 200 : 80) : 8;
const STEPS_MAX = IS_PROVE ? 40 : 14;

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('followers')) };
const directory = await openDirectory({ database });
const house = { ...toldSite(CANARY), name: 'The office' };
const home = await shelter(database, { site: house });
const { organization: government } = await someNation(database.read);
const nations = await shelter(database, {
  organization: government,
  site: house,
  said: { kind: 'TRIBAL_GOVERNMENT' },
});

interface Keeper {
  organization: string;
  location: string;
  /** Whoever proposes, and whoever approves. */
  people: [Record<string, string>, Record<string, string>];
}
const keepers: Keeper[] = [];
for (const [{ organization, location }, role] of [
  [home, 'COORDINATOR'],
  [nations, 'NATION_COORDINATOR'],
] as const) {
  const come = async () => (await comeIn(directory, role, organization)).headers;
  keepers.push({ organization, location, people: [await come(), await come()] });
}

const viewers = {
  stranger: {},
  partner: (await appWith(directory, ['changes:read', 'partners:read'])).headers,
};

/** One thing that a coordinator does, to one of what is hers. */
interface Step {
  does: keyof typeof commands;
  /** Of which organization, which of its listings, and which of the values that may be given. */
  keeper: number;
  listing: number;
  value: number;
}

interface Doing extends Keeper {
  id: string;
  version: number;
  unit: string;
  value: number;
}

const reason = 'A step of a test.';
const levels = ['OWN', 'PARTNERS', 'PUBLISHED'] as const;
const [one, ...other] = [0, 1] as const;
type Outcome = Promise<Pick<Answer<object>, 'body'>>;
const { ask } = directory;

async function loosen(id: string, { value, people }: Doing): Outcome {
  const to = levels[1 + (value % 2)]!;
  const proposed = await ask(ProposeDisclosureDocument, { input: { id, to, reason } }, people[one]);
  const proposalId = proposed.body.data?.proposeDisclosure?.proposal?.id;
  if (!proposalId) return proposed;
  return ask(ApproveDisclosureDocument, { input: { proposalId } }, people[other[0]!]);
}

const tighten = (id: string, { value, people }: Doing) =>
  ask(TightenDisclosureDocument, { input: { id, to: levels[value % 2]!, reason } }, people[one]);

const commands = {
  list: ({ organization, location, people, value }: Doing): Outcome =>
    ask(
      ListHousingDocument,
      {
        input: {
          organizationId: organization,
          name: `Sample rooms ${value}`,
          summary: 'Rooms for a test.',
          siteIds: value % 2 ? [location] : [],
          serviceAreas: [{ kind: 'STATEWIDE', state: 'MN' }],
          kind: 'TRANSITIONAL',
          operatedBy: ['NONPROFIT'],
          transportOffered: false,
          units: [{ name: 'Rooms', capacity: 2 }],
        },
      },
      people[one],
    ),
  revise: ({ id, version, value, people }: Doing): Outcome =>
    ask(
      ReviseHousingDocument,
      {
        input: {
          id,
          version,
          ...(value % 3 === 0 ? { summary: `Rooms ${value}.` } : {}),
          ...(value % 3 === 1 ? { phones: [{ number: '218-555-0142', kind: 'VOICE' }] } : {}),
          ...(value % 3 === 2 ? { reason, fees: value % 2 ? null : 'None' } : {}),
        },
      },
      people[one],
    ),
  reviseOrganization: async ({ organization, value, people }: Doing): Outcome => {
    const [row] = await database.read.rows<{ version: number }>(
      sql`select version from org.organization where id = ${organization}`,
    );
    const contacts = [{ purpose: 'INTAKE' as const, name: `Sample desk ${value % 4}` }];
    const input = { id: organization, version: row!.version };
    return ask(
      ReviseOrganizationDocument,
      {
        input: {
          ...input,
          ...(value % 2 ? { contacts } : { description: `Sample ${value % 4}.` }),
        },
      },
      people[one],
    );
  },
  pause: ({ id, version, people }: Doing): Outcome =>
    ask(PauseListingDocument, { input: { id, version, reason } }, people[one]),
  withdraw: ({ id, version, people }: Doing): Outcome =>
    ask(WithdrawListingDocument, { input: { id, version, reason } }, people[one]),
  // What was withdrawn comes back to its own people: two of them tell it again, or less and less would be told.
  restore: async (doing: Doing): Outcome => {
    const { id, version, people } = doing;
    const input = { id, version, reason };
    const restored = await ask(RestoreListingDocument, { input }, people[one]);
    const isBack = restored.body.data?.restoreListing?.userErrors.length === 0;
    if (isBack) await loosen(id, { ...doing, value: 1 });
    return restored;
  },
  tighten: (doing: Doing): Outcome => tighten(doing.id, doing),
  loosen: (doing: Doing): Outcome => loosen(doing.id, doing),
  tightenPlace: (doing: Doing): Outcome => tighten(doing.location, doing),
  loosenPlace: (doing: Doing): Outcome => loosen(doing.location, doing),
  report: ({ unit, value, people }: Doing): Outcome =>
    ask(
      ReportAvailabilityDocument,
      { input: { unitId: unit, accepting: true, bedsOpen: value % 3, bedsTotal: 4 } },
      people[one],
    ),
  confirm: ({ id, people }: Doing): Outcome =>
    ask(ConfirmListingDocument, { input: { listingId: id, method: 'CALL' } }, people[one]),
};

async function take({ does, keeper: of, listing, value }: Step): Promise<boolean> {
  const keeper = keepers[of % keepers.length]!;
  const rows = await database.read.rows<Pick<Doing, 'id' | 'version' | 'unit'>>(sql`
    select l.id, l.version, (select u.id from org.unit u where u.listing_id = l.id order by u.position limit 1) as unit
    from org.listing l where l.organization_id = ${keeper.organization} and l.type = 'HOUSING' order by l.id`);
  const { body } = await commands[does]({ ...keeper, ...rows[listing % rows.length]!, value });
  assert.ok(body.data, JSON.stringify(body.errors));
  const [payload] = Object.values(body.data) as ({ userErrors: unknown[] } | null)[];
  return payload?.userErrors.length === 0;
}

/** What a feed should tell between two states: just what differs. */
function differences(before: Copy, after: Copy): [string, string][] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((id): [string, string][] => {
    if (before.get(id) === after.get(id)) return [];
    if (!before.has(id)) return [[id, 'TOLD']];
    return [[id, after.has(id) ? 'CHANGED' : 'WITHDRAWN']];
  });
}

const steps = fc.array(
  fc.record({
    // Told further oftener than anything else: of what is told, changes are told.
    does: fc.constantFrom(...(Object.keys(commands) as Step['does'][]), 'loosen', 'loosen'),
    keeper: fc.nat(1),
    // Mostly the same few, so that much befalls each.
    listing: fc.nat(2),
    value: fc.nat(11),
  }),
  { minLength: 8, maxLength: STEPS_MAX },
);

/** What a step can reach: their organizations, listings, and the nation. */
async function idsNear(): Promise<string[]> {
  const organizations = keepers.map(({ organization }) => organization);
  const rows = await database.read.rows<{ id: string }>(sql`
    select id from org.organization where id = any (${organizations}::text[])
    union all select id from org.listing where organization_id = any (${organizations}::text[])
    union all select id from org.tribal_nation where organization_id = any (${organizations}::text[])`);
  return rows.map(({ id }) => id);
}

const ofSome = (copy: Copy, ids: readonly string[]): Copy =>
  new Map([...copy].filter(([id]) => ids.includes(id)));

/** Each that tells, changes and withdraws at least once. */
const first: Step[] = (
  [
    ['tighten', 1],
    ['loosen', 1],
    ['report', 2],
    ['withdraw', 0],
    ['restore', 0],
    ['tightenPlace', 1],
    ['loosenPlace', 1],
  ] as const
).map(([does, value]) => ({ does, keeper: 0, listing: 0, value }));

test('whoever follows is told of just what is told otherwise, and has what she would read', async (t) => {
  const followers = Object.entries(viewers).map(([name, headers]) => ({
    name,
    headers,
    follower: new Follower(directory, headers),
  }));
  for (const { follower } of followers) await follower.follow();
  const done = { steps: 0, made: 0, TOLD: 0, CHANGED: 0, WITHDRAWN: 0 };
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 9 }), async (sequence, rows) => {
      for (const step of sequence) {
        done.steps += 1;
        if (await take(step)) done.made += 1;
        for (const { name, headers, follower } of followers) {
          const ids = await idsNear();
          const before = ofSome(follower.copy, ids);
          const seen = await follower.follow(rows);
          const after = await readAll(directory, headers, ids);
          assert.deepEqual(
            sorted(ofSome(follower.copy, ids)),
            sorted(after),
            `${name}: ${JSON.stringify(step)}`,
          );
          const told = seen.map(({ id, what }): [string, string] => [id, what]);
          assert.deepEqual(
            told.sort(),
            differences(before, after),
            `${name}: ${JSON.stringify(step)}`,
          );
          for (const { what } of seen) done[what] += 1;
        }
      }
      for (const { headers, follower } of followers) {
        // Everything, near or not.
        const late = new Follower(directory, headers);
        await late.follow();
        for (const copy of [late.copy, await walkAll(directory, headers)])
          assert.deepEqual(sorted(copy), sorted(follower.copy));
      }
    }),
    // A network that went on cannot be asked for the same again.
    { numRuns: RUNS, endOnFailure: true, examples: [[first, 3]] },
  );
  t.diagnostic(JSON.stringify(done));
  assert.ok(done.made > done.steps / 3, JSON.stringify(done));
  assert.ok(
    done.TOLD > 0 && done.CHANGED > done.steps / 3 && done.WITHDRAWN > 0,
    JSON.stringify(done),
  );
});
