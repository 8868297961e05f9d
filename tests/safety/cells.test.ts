import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { newId, sql, type Scope } from '../../src/kernel/index.js';
import { libraryOf, SAMPLE_POSTER, SAMPLE_TABLE, type LibraryThings } from '../support/library.js';
import { SuggestionLimit } from '../../src/upkeep/index.js';
import { openDirectory } from '../support/directory.js';
import { appWith, broughtIn, comeIn } from '../support/people.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

/*
 * Roles, changes and things that are there: every cell through HTTP, held against a table that is written down a second
 * time, by hand. What is hidden is refused as what is missing, to the byte.
 */

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('cells')) };
const directory = await openDirectory({ database });
// Hundreds are made here; that few may be made an hour is a test of its own.
directory.house.suggesting = new SuggestionLimit(
  (_of, limits) => new RateLimiterMemory({ ...limits, points: Number.MAX_SAFE_INTEGER }),
);
const { organization: government } = await someNation(database.read);
const site = toldSite(CANARY);
const [home, withholding, other] = [
  await shelter(database, { site }),
  await shelter(database, { exact: CANARY }),
  await shelter(database, { site }),
];
/** An organization that tells where it is, one that withholds it, and a nation's government. */
const of = {
  home: { organization: home.organization, site },
  withholding: { organization: withholding.organization, exact: CANARY },
  nation: {
    organization: government,
    site,
    said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' as const },
  },
};
type Owner = keyof typeof of;

/** How a thing is told, and whether it is withdrawn. */
const STATES = {
  PUBLISHED: { disclosure: 'PUBLISHED', status: 'ACTIVE' },
  PARTNERS: { disclosure: 'PARTNERS', status: 'ACTIVE' },
  OWN: { disclosure: 'OWN', status: 'ACTIVE' },
  WITHDRAWN: { disclosure: 'OWN', status: 'WITHDRAWN' },
} as const;
type State = keyof typeof STATES;
const states = Object.keys(STATES) as State[];

interface Thing extends LibraryThings {
  id: string;
  unit: string;
  organization: string;
}
const things = new Map<string, Thing>();
for (const owner of Object.keys(of) as Owner[]) {
  for (const state of states) {
    const { listing, organization } = await shelter(database, {
      ...of[owner],
      listed: { disclosure: STATES[state].disclosure },
    });
    const [row] = await database.read.rows<{ unit: string }>(
      sql`select id as unit from org.unit where listing_id = ${listing}`,
    );
    const library = await libraryOf(directory, organization);
    things.set(`${owner} ${state}`, { id: listing, unit: row!.unit, organization, ...library });
  }
}
/** Of the same form as one that is there. */
const missing: Thing = {
  id: newId('HousingOption'),
  unit: newId('Unit'),
  organization: newId('Organization'),
  material: newId('Material'),
  convening: newId('Convening'),
  nation: newId('TribalNation'),
};

const ada = await comeIn(directory, 'ADVOCATE');
const WRITES: Scope[] = ['listings:write', 'availability:write'];
const coordinator = await comeIn(directory, 'COORDINATOR', home.organization);
const keeper = await comeIn(directory, 'COORDINATOR', withholding.organization);
const viewers = {
  stranger: {},
  app: (await appWith(directory, ['directory:read', 'partners:read'])).headers,
  advocate: ada.headers,
  keeper: keeper.headers,
  coordinator: coordinator.headers,
  // Whom these brought in today: what leads to a withheld door is not for them to read or try.
  newcomer: (await broughtIn(directory, coordinator, 'COORDINATOR', home.organization)).headers,
  newKeeper: (await broughtIn(directory, keeper, 'COORDINATOR', withholding.organization)).headers,
  neighbor: (await comeIn(directory, 'COORDINATOR', other.organization)).headers,
  nation: (await comeIn(directory, 'NATION_COORDINATOR', government)).headers,
  steward: (await comeIn(directory, 'STEWARD')).headers,
  // Apps of the first two, for which it is as little.
  tool: (await appWith(directory, WRITES, home.organization)).headers,
  keepersTool: (await appWith(directory, WRITES, withholding.organization)).headers,
};
type Who = keyof typeof viewers;

const quoted = (given: object) =>
  Object.entries(given)
    .map(
      ([name, value]) =>
        `${name}: ${/^[A-Z_]+$/.test(String(value)) ? value : JSON.stringify(value)}`,
    )
    .join(', ');
const mutation = (name: string, given: object) =>
  `mutation { ${name}(input: { ${quoted(given)} }) { userErrors { code message field } } }`;
const reason = 'a test of roles';
const now = async ({ id, organization, material, convening, nation }: Thing) => {
  const [row] = await database.read.rows<Record<keyof Versions, number | null>>(sql`select
    (select version from org.material where id = ${material}) as material,
    (select version from org.convening where id = ${convening}) as convening,
    (select version from org.tribal_nation where id = ${nation}) as nation,
    (select version from org.listing where id = ${id}) as listing,
    (select version from org.organization where id = ${organization}) as organization`);
  return row!;
};

interface Versions {
  listing: number;
  organization: number;
  material: number;
  convening: number;
  nation: number;
}

/** Each change of a listing, of its organization, or of what else that answers for. */
const changes: Record<string, (thing: Thing, version: Versions) => object> = {
  reviseHousing: ({ id }, { listing }) => ({
    id,
    version: listing,
    fees: `None. ${newId('Unit')}`,
  }),
  pauseListing: ({ id }, { listing }) => ({ id, version: listing, reason }),
  withdrawListing: ({ id }, { listing }) => ({ id, version: listing, reason }),
  restoreListing: ({ id }, { listing }) => ({ id, version: listing, reason }),
  confirmListing: ({ id }) => ({ listingId: id, method: 'CALL' }),
  reportAvailability: ({ unit }) => ({ unitId: unit, accepting: true }),
  tightenDisclosure: ({ id }) => ({ id, to: 'OWN', reason }),
  proposeDisclosure: ({ id }) => ({ id, to: 'PUBLISHED', reason }),
  grantReveal: ({ id }) => ({ listingId: id, personId: ada.id, reason }),
  revealAddress: ({ id }) => ({ listingId: id, purpose: reason }),
  suggestCorrection: ({ id }) => ({ thingId: id, words: reason }),
  reviseOrganization: ({ organization: id }, version) => ({
    id,
    version: version.organization,
    description: `Sample. ${newId('Unit')}`,
  }),
  admitOrganization: ({ organization: id }, version) => ({ id, version: version.organization }),
  publishMaterial: ({ organization: organizationId }) => ({ ...SAMPLE_POSTER, organizationId }),
  scheduleConvening: ({ organization }) => ({ ...SAMPLE_TABLE, hostIds: [organization] }),
  reviseMaterial: ({ material: id }, version) => ({
    id,
    version: version.material,
    title: `Sample. ${newId('Unit')}`,
  }),
  reviseConvening: ({ convening: id }, version) => ({
    id,
    version: version.convening,
    title: `Sample. ${newId('Unit')}`,
  }),
  reviseNation: ({ nation: id }, version) => ({
    id,
    version: version.nation,
    endonym: `Sample. ${newId('Unit')}`,
  }),
};

/** As it was before whatever was done to it. */
async function restore(key: string): Promise<void> {
  const thing = things.get(key);
  if (!thing) return;
  const { disclosure, status } = STATES[key.split(' ')[1] as State];
  await directory.change(async ({ em }) => {
    await em.execute('delete from org.proposal');
    await em.execute('delete from org.reveal_grant');
    await em.execute('delete from org.suggestion');
    await em.execute(
      `update org.listing set disclosure = ?, status = ?, status_reason = null, paused_until = null where id = ?`,
      [disclosure, status, thing.id],
    );
  });
}

interface Outcome {
  code: string;
  /** All that she hears, but the hour of the wire. */
  heard: object;
}
async function outcomeOf(change: string, who: Who, key: string): Promise<Outcome> {
  const thing = things.get(key) ?? missing;
  const versions = Object.fromEntries(
    Object.entries(await now(thing)).map(([name, version]) => [name, version ?? 1]),
  ) as unknown as Versions;
  const { status, headers, text, body } = await directory.ask(
    mutation(change, changes[change]!(thing, versions)),
    {},
    viewers[who],
  );
  const payload = (body.data as Record<string, { userErrors: { code: string }[] } | null>)?.[
    change
  ];
  const code = body.errors?.[0]?.extensions.code ?? payload?.userErrors[0]?.code ?? 'DONE';
  if (code === 'DONE') await restore(key);
  const { date: _date, ...told } = headers;
  return { code, heard: { status, told, text } };
}

/**
 * What becomes of it, written down a second time: by hand, as the design says it. In the order of the states: D done, I it is
 * so already or cannot be so, N not found, F forbidden, U sign in first.
 */
interface Expected {
  /** By its own people. */
  own: string;
  /** By a steward, of an organization that tells where it is, and of one that withholds it; of a nation's she finds none. */
  steward: [string, string];
}
const all = (letter: string) => letter.repeat(states.length);
const NOT_STEWARDS: [string, string] = [all('F'), all('F')];
const expected: Record<string, Expected> = {
  // A steward writes no words of an organization of which she may not know the door.
  reviseHousing: { own: 'DDDD', steward: ['DDDD', 'FFFF'] },
  pauseListing: { own: 'DDDI', steward: ['DDDI', 'DDDI'] },
  withdrawListing: { own: 'DDDI', steward: ['DDDI', 'DDDI'] },
  restoreListing: { own: 'IIID', steward: ['IIID', 'IIIF'] },
  confirmListing: { own: 'DDDI', steward: ['DDDI', 'DDDI'] },
  reportAvailability: { own: 'DDDI', steward: NOT_STEWARDS },
  tightenDisclosure: { own: 'DDII', steward: ['DDII', 'DDII'] },
  proposeDisclosure: { own: 'IDDI', steward: ['IDDI', 'IDDI'] },
  grantReveal: { own: 'DDDI', steward: NOT_STEWARDS },
  // Where nothing is withheld there is nothing to reveal.
  revealAddress: { own: 'NNNN', steward: NOT_STEWARDS },
  reviseOrganization: { own: 'DDDD', steward: ['DDDD', 'FFFF'] },
  // They are admitted already.
  admitOrganization: { own: 'FFFF', steward: ['IIII', 'IIII'] },
  // Of the library it does not matter what becomes of a listing.
  publishMaterial: { own: 'DDDD', steward: ['DDDD', 'FFFF'] },
  scheduleConvening: { own: 'DDDD', steward: ['DDDD', 'FFFF'] },
  reviseMaterial: { own: 'DDDD', steward: ['DDDD', 'FFFF'] },
  reviseConvening: { own: 'DDDD', steward: ['DDDD', 'FFFF'] },
};
/** What its key lets an app do with the things of its organization. */
const ofApps = new Set([
  'reviseHousing',
  'pauseListing',
  'withdrawListing',
  'restoreListing',
  'confirmListing',
  'reportAvailability',
]);
/** And where that withholds an address. */
const withheldFrom: Record<string, string> = { reviseHousing: 'FFFF', restoreListing: 'IIIF' };
/** What someone new to an organization may not yet, as it is of any, and as it is of one that withholds an address. */
const notYet: Record<string, [string, string]> = {
  reviseHousing: ['DDDD', 'FFFF'],
  restoreListing: ['IIID', 'IIIF'],
  grantReveal: ['FFFI', 'FFFI'],
  revealAddress: ['NNNN', 'FFFF'],
  reviseOrganization: ['DDDD', 'FFFF'],
  publishMaterial: ['DDDD', 'FFFF'],
  scheduleConvening: ['DDDD', 'FFFF'],
  reviseMaterial: ['DDDD', 'FFFF'],
  reviseConvening: ['DDDD', 'FFFF'],
};
const people: Partial<Record<Who, Owner>> = {
  newcomer: 'home',
  newKeeper: 'withholding',
  coordinator: 'home',
  keeper: 'withholding',
  nation: 'nation',
  tool: 'home',
  keepersTool: 'withholding',
};

/** Whoever is told of a thing, or keeps or oversees it, may say that something of it is wrong. */
function suggestedOf(who: Who, owner: Owner | null): string {
  if (!owner) return all('N');
  if (who === 'steward' || people[who] === owner) return all('D');
  return ['stranger', 'tool', 'keepersTool'].includes(who) ? 'DNNN' : 'DDNN';
}

/** A nation's record is its own people's: nobody else finds it. Of another organization there is none. */
function nationOf(who: Who, owner: Owner | null): string {
  if (who === 'stranger') return all('U');
  if (who !== 'nation') return all('F');
  return owner === 'nation' ? all('D') : all('N');
}

/** Of the things of one owner, in the order of their states. */
function expectedOf(change: string, who: Who, owner: Owner | null): string {
  if (change === 'suggestCorrection') return suggestedOf(who, owner);
  if (change === 'reviseNation') return nationOf(who, owner);
  const { own, steward } = expected[change]!;
  if (who === 'stranger') return all('U');
  if (who === 'app' || (who === 'advocate' && change !== 'revealAddress')) return all('F');
  if (who !== 'steward' && own === all('F')) return own;
  if (who === 'tool' || who === 'keepersTool') {
    if (!ofApps.has(change)) return all('F');
    if (people[who] !== owner) return all('N');
    return owner === 'withholding' ? (withheldFrom[change] ?? own) : own;
  }
  if (who === 'steward') {
    if (steward === NOT_STEWARDS) return all('F');
    if (!owner) return all('N');
    return { home: steward[0], withholding: steward[1], nation: all('N') }[owner];
  }
  if (people[who] !== owner) return all('N');
  if (who === 'newcomer' || who === 'newKeeper')
    return notYet[change]?.[owner === 'withholding' ? 1 : 0] ?? own;
  return change === 'revealAddress' && owner === 'withholding' ? all('D') : own;
}

const LETTERS: Record<string, string> = {
  DONE: 'D',
  INVALID: 'I',
  NOT_FOUND: 'N',
  FORBIDDEN: 'F',
  UNAUTHENTICATED: 'U',
};

test('of what is there each may do what the design says, and hears of the rest what she hears of nothing', async (t) => {
  for (const key of things.keys()) await restore(key);
  let cells = 0;
  for (const change of Object.keys(changes)) {
    for (const who of Object.keys(viewers) as Who[]) {
      const ofNothing = await outcomeOf(change, who, 'missing');
      assert.equal(
        LETTERS[ofNothing.code],
        expectedOf(change, who, null)[0],
        `${who} ${change} nothing`,
      );
      for (const owner of Object.keys(of) as Owner[]) {
        let heard = '';
        for (const state of states) {
          const { code, heard: hears } = await outcomeOf(change, who, `${owner} ${state}`);
          heard += LETTERS[code] ?? code;
          if (code === 'NOT_FOUND')
            assert.deepEqual(hears, ofNothing.heard, `${who} ${change} ${owner} ${state}`);
          cells += 1;
        }
        assert.equal(heard, expectedOf(change, who, owner), `${who} ${change} ${owner}`);
      }
    }
  }
  t.diagnostic(`${cells} cells`);
  assert.equal(cells, 18 * 12 * 3 * states.length);
});
