import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { listHousing } from '../../src/housing/index.js';
import { newId, type Statement } from '../../src/kernel/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { openDirectory, type Directory } from '../support/directory.js';
import { RevealAddressDocument } from '../support/documents.js';
import { watching } from '../support/failing.js';
import { sampleHousing, sampleOrganization } from '../support/makers.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { cropped, meanOf, pairedT } from '../support/timing.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

/*
 * What is hidden must take as long as what is not there. Asked in random order, so that whatever else the machine
 * does falls on both alike; no bound on time is held, but a difference of means against its own scatter.
 */

const PAIRS = 20_000;
const WARMING_PAIRS = 1_000;
/** Source: dudect; beyond it two times are told apart. */
const T_MAX = 4.5;
const CROPPED_AT = 0.95;
const HIDDEN = 40;
const PLANTED_MICROSECONDS = 50;
/** A delay that was planted is looked for after each so many pairs, and not beyond what shows it. */
const PAIRS_AT_ONCE = 2_000;

function delay(microseconds: number): void {
  const until = process.hrtime.bigint() + BigInt(microseconds * 1_000);
  while (process.hrtime.bigint() < until);
}

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('time')) };
const directory = await openDirectory({ database, follow: true });

/** Where they stand, and what they are: nothing else of that kind stands there, nor of another that is asked for. */
const SPOT = { latitude: 41.5, longitude: -99.5 };
const HIDDEN_KIND = 'CRISIS_RESPITE';
const MISSING_KIND = 'MATERNITY_HOME';

/** Listings of one kind at one spot, each of an organization of its own. */
async function list({ change }: Directory, disclosure: 'OWN' | 'PUBLISHED'): Promise<string[]> {
  const ids: string[] = [];
  for (let one = 0; one < HIDDEN; one += 1) {
    const { id } = await change(async (changing) => {
      const { id: organization, locations: siteIds } = await registerOrganization(
        {
          ...sampleOrganization,
          locations: [
            {
              street: 'TOLD',
              name: 'House',
              countyFips: '31041',
              address: { lines: ['1 Sample Road'], city: 'Broken Bow', postalCode: '68822' },
              point: SPOT,
              disclosure,
            },
          ],
        },
        changing,
      );
      return listHousing(
        { ...sampleHousing(organization), kind: HIDDEN_KIND, siteIds, disclosure },
        changing,
      );
    });
    ids.push(id);
  }
  return ids;
}

/** Houses whose address is kept sealed, each of an organization of its own; the listing itself is told to everyone. */
async function sealed(): Promise<string[]> {
  const listings: string[] = [];
  for (let one = 0; one < HIDDEN; one += 1)
    listings.push((await shelter(database, { exact: CANARY })).listing);
  return listings;
}

const ids = {
  // Nobody else is told of them, nor ever was.
  hidden: await list(directory, 'OWN'),
  sealed: await sealed(),
  missing: Array.from({ length: HIDDEN }, () => newId('HousingOption')),
};
const hidden = new Set<unknown>([...ids.hidden, ...ids.sealed]);
const isOfHidden = (values: readonly unknown[]): boolean =>
  values.some((value) => (Array.isArray(value) ? isOfHidden(value) : hidden.has(value)));
await directory.house.placements.settle();
const own = await directory.change((changing) =>
  registerOrganization(sampleOrganization, changing),
);
const coordinator = await comeIn(directory, 'COORDINATOR', own.id);

const NODE = '{ node(id: "ID") { id } }';
const FIND = `{ findHousing(first: 5, input: { at: { point: { latitude: ${SPOT.latitude}, longitude: ${SPOT.longitude} } },
  withinMeters: 40000, availability: [OPEN, FULL, WAITLIST, UNKNOWN], kinds: [KIND] }) { totalCount nodes { option { id } } } }`;
const find = (kind: string, of: Directory = directory) => of.ask(FIND.replace('KIND', kind));
type Which = 'hidden' | 'missing';
const idOf = (which: Which, pair: number) => ids[which][pair % HIDDEN]!;
/** What is asked of what is hidden and, in the same words, of what is not there. */
const asks: Record<string, (which: Which, pair: number) => Promise<{ text: string }>> = {
  node: (which, pair) => directory.ask(NODE.replace('ID', idOf(which, pair))),
  findHousing: (which) => find(which === 'hidden' ? HIDDEN_KIND : MISSING_KIND),
  revealAddress: (which, pair) =>
    directory.ask(
      RevealAddressDocument,
      {
        input: {
          listingId: which === 'hidden' ? ids.sealed[pair % HIDDEN]! : idOf(which, pair),
          purpose: 'To see whether it is there.',
        },
      },
      coordinator.headers,
    ),
};

type Times = Record<Which, number[]>;

async function timesOf(
  name: string,
  pairs: number,
  times: Times = { hidden: [], missing: [] },
): Promise<Times> {
  for (let pair = 0; pair < pairs; pair += 1) {
    const order: Which[] = Math.random() < 0.5 ? ['hidden', 'missing'] : ['missing', 'hidden'];
    const texts: string[] = [];
    for (const which of order) {
      const started = process.hrtime.bigint();
      const { text } = await asks[name]!(which, pair);
      times[which].push(Number(process.hrtime.bigint() - started) / 1_000);
      texts.push(text);
    }
    assert.equal(texts[0], texts[1]);
  }
  return times;
}

/**
 * How far apart the times of what is hidden and of what is missing lie, in the standard errors of their differences.
 * @param atOnce after how many pairs each time it is looked whether they can be told apart, and is enough
 */
async function apart(name: string, t: TestContext, atOnce = PAIRS): Promise<number> {
  await timesOf(name, WARMING_PAIRS);
  let times: Times | undefined;
  let found: ReturnType<typeof compared>;
  do {
    times = await timesOf(name, atOnce, times);
    found = compared(times);
  } while (times.hidden.length < PAIRS && Math.abs(found.value) < T_MAX);
  const { one, other, value } = found;
  t.diagnostic(
    `${name}: ${times.hidden.length} pairs, hidden ${meanOf(one).toFixed(1)} µs, missing ${meanOf(other).toFixed(1)} µs, t = ${value.toFixed(2)}`,
  );
  return Math.abs(value);
}

function compared(times: Times) {
  const [one, other] = cropped(times.hidden, times.missing, CROPPED_AT);
  return { one, other, value: pairedT(one, other) };
}

test('the search that is measured would find what is hidden, were it told', async () => {
  const telling = await openDirectory({ follow: true });
  await list(telling, 'PUBLISHED');
  await telling.house.placements.settle();
  const countOf = async (kind: string, of: Directory) => {
    const { body } = await find(kind, of);
    return (body.data as { findHousing: { totalCount: number } }).findHousing.totalCount;
  };
  assert.equal(await countOf(HIDDEN_KIND, telling), HIDDEN);
  assert.equal(await countOf(MISSING_KIND, telling), 0);
  assert.equal(await countOf(HIDDEN_KIND, directory), 0);
  assert.equal(directory.house.placements.status().state, 'READY');
});

for (const name of Object.keys(asks)) {
  test(`${name} takes as long for what is hidden as for what is not there`, async (t) => {
    assert.ok((await apart(name, t)) < T_MAX);
  });
}

/** While it lasts, whatever looks behind a question for what is hidden takes longer. */
const slowed: Record<string, (work: () => Promise<void>) => Promise<void>> = {
  node: (work) =>
    watching(
      directory.questions,
      ({ values }: Statement) => {
        if (isOfHidden(values)) delay(PLANTED_MICROSECONDS);
      },
      work,
    ),
  findHousing: async (work) => {
    const { placements } = directory.house;
    const search = placements.search;
    placements.search = (question) => {
      if (question.kinds?.has(HIDDEN_KIND)) delay(PLANTED_MICROSECONDS);
      return search.call(placements, question);
    };
    try {
      await work();
    } finally {
      placements.search = search;
    }
  },
  // What a change asks of the database; there is one connection of them all.
  revealAddress: async (work) => {
    const connection = directory.house.answering.em().getConnection();
    const execute = connection.execute;
    connection.execute = (query, values, ...rest) => {
      if (Array.isArray(values) && isOfHidden(values)) delay(PLANTED_MICROSECONDS);
      return execute.call(connection, query, values, ...rest) as never;
    };
    try {
      await work();
    } finally {
      connection.execute = execute;
    }
  },
};

for (const [name, whileSlowed] of Object.entries(slowed)) {
  test(`fifty microseconds more for what is hidden are seen in ${name}`, async (t) => {
    await whileSlowed(async () => {
      assert.ok((await apart(name, t, PAIRS_AT_ONCE)) > T_MAX);
    });
  });
}
