import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { listHousing } from '../../src/housing/index.js';
import { newId, type Reader } from '../../src/kernel/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { openDirectory } from '../support/directory.js';
import { RevealAddressDocument } from '../support/documents.js';
import { sampleHousing, sampleOrganization } from '../support/makers.js';
import { comeIn } from '../support/people.js';
import { cropped, meanOf, welchT } from '../support/timing.js';

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

const plain = await openDirectory();
/** Asked for by statements that are slowed down where the delay is planted. */
let hidden = new Set<string>();
let planted = false;

function delay(microseconds: number): void {
  const until = process.hrtime.bigint() + BigInt(microseconds * 1_000);
  while (process.hrtime.bigint() < until);
}

const isOfHidden = (values: readonly unknown[]): boolean =>
  values.some((value) => (Array.isArray(value) ? isOfHidden(value) : hidden.has(value as string)));
const read: Reader = {
  rows: (statement) => {
    if (planted && isOfHidden(statement.values)) delay(PLANTED_MICROSECONDS);
    return plain.database.read.rows(statement);
  },
};
const directory = await openDirectory({ follow: true, database: { ...plain.database, read } });

/** Listings of which nobody else is told: all of one kind, that were never told. */
async function hide(): Promise<string[]> {
  const ids: string[] = [];
  for (let one = 0; one < HIDDEN; one += 1) {
    const { id } = await directory.change(async (changing) => {
      const { id: organization } = await registerOrganization(sampleOrganization, changing);
      return listHousing(
        { ...sampleHousing(organization), kind: 'CRISIS_RESPITE', disclosure: 'OWN' },
        changing,
      );
    });
    ids.push(id);
  }
  return ids;
}

const ids = {
  hidden: await hide(),
  missing: Array.from({ length: HIDDEN }, () => newId('HousingOption')),
};
hidden = new Set(ids.hidden);
await directory.house.placements.settle();
const own = await directory.change((changing) =>
  registerOrganization(sampleOrganization, changing),
);
const coordinator = await comeIn(directory, 'COORDINATOR', own.id);

const NODE = '{ node(id: "ID") { id } }';
const FIND = `{ findHousing(first: 5, input: { at: { point: { latitude: 41.5, longitude: -99.5 } }, withinMeters: 40000,
  kinds: [KIND] }) { totalCount nodes { option { id } } } }`;
type Which = 'hidden' | 'missing';
const idOf = (which: Which, pair: number) => ids[which][pair % HIDDEN]!;
/** What is asked of what is hidden and, in the same words, of what is not there. */
const asks: Record<string, (which: Which, pair: number) => Promise<{ text: string }>> = {
  node: (which, pair) => directory.ask(NODE.replace('ID', idOf(which, pair))),
  findHousing: (which) =>
    directory.ask(FIND.replace('KIND', which === 'hidden' ? 'CRISIS_RESPITE' : 'MATERNITY_HOME')),
  revealAddress: (which, pair) =>
    directory.ask(
      RevealAddressDocument,
      { input: { listingId: idOf(which, pair), purpose: 'To see whether it is there.' } },
      coordinator.headers,
    ),
};

async function timesOf(name: string, pairs: number): Promise<Record<Which, number[]>> {
  const times: Record<Which, number[]> = { hidden: [], missing: [] };
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

/** How far apart the times of what is hidden and of what is missing lie, in their standard errors. */
async function apart(name: string, t: TestContext): Promise<number> {
  await timesOf(name, WARMING_PAIRS);
  const times = await timesOf(name, PAIRS);
  const [one, other] = cropped(times.hidden, times.missing, CROPPED_AT);
  const value = welchT(one, other);
  t.diagnostic(
    `${name}: hidden ${meanOf(one).toFixed(1)} µs, missing ${meanOf(other).toFixed(1)} µs, t = ${value.toFixed(2)}`,
  );
  return Math.abs(value);
}

for (const name of Object.keys(asks)) {
  test(`${name} takes as long for what is hidden as for what is not there`, async (t) => {
    assert.ok((await apart(name, t)) < T_MAX);
  });
}

test('fifty microseconds more for what is hidden are seen', async (t) => {
  planted = true;
  const seen = await apart('node', t);
  planted = false;
  assert.ok(seen > T_MAX);
});
