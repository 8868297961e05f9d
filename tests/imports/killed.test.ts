import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { commandEnvironment, startServer } from '../support/command.js';
import { openDirectory } from '../support/directory.js';
import {
  ApplyImportDocument,
  ImportDocument,
  StartImportDocument,
  type ImportQuery,
} from '../support/documents.js';
import { newHouse, rowsIn, sheetOf } from '../support/imports.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { copyForCommands } from '../support/template.js';

/** Read in several transactions. */
const ROWS = 1_300;
/** Of them so many are right: few enough to be applied many times. */
const GOOD = 120;
/** After an import was begun to be applied the server is killed, so long after. */
const KILLED_AFTER_MS = [150, 500, 1_500];
const LOOK_EVERY_MS = 100;
const LOOKS_MAX = 1_800;

const forCommands = await copyForCommands();
after(() => forCommands.remove());
const { organization, headers } = await prepared();
const env = { ...commandEnvironment, ...forCommands.env, HARBORLIGHT_RATE_PERSON: '0' };
let running = await startServer(env);
const { url } = running;
after(() => running.child.kill('SIGKILL'));

/** An organization without listings of its own, and the session of its coordinator. */
async function prepared() {
  const database = await forCommands.open();
  try {
    const directory = await openDirectory({ database });
    const home = await shelter(database);
    const cora = await comeIn(directory, 'COORDINATOR', home.organization);
    await directory.http.close();
    return { organization: home.organization, headers: cora.headers };
  } finally {
    await database.close();
  }
}

/** Ends the server as a power cut does, and starts another where it was. */
async function killAndRestart(): Promise<void> {
  running.child.kill('SIGKILL');
  const { signal } = await running.ended;
  assert.equal(signal, 'SIGKILL');
  running = await startServer({ ...env, PORT: new URL(url).port });
}

async function ask<Data>(document: { toString(): string }, variables: object): Promise<Data> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data } = (await answer.json()) as { data: Data };
  return data;
}
type Shown = NonNullable<ImportQuery['import']>;
const show = async (id: string): Promise<Shown> =>
  (await ask<{ import: Shown }>(ImportDocument, { id, first: 100 })).import;
async function until(id: string, isSo: (shown: Shown) => boolean): Promise<Shown> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const shown = await show(id);
    if (isSo(shown)) return shown;
    await wait(LOOK_EVERY_MS);
  }
  assert.fail('It was never so.');
}
const names = async (): Promise<string[]> => {
  const answer = await fetch(`${url}/imports/listings/${organization}/housing.csv`, { headers });
  const rows = rowsIn(await answer.text()).map(({ name }) => name!);
  return rows.filter((name) => name.startsWith('House '));
};

test('killed while it reads and while it applies: it goes on, and nothing is half done or done twice', async (t) => {
  const rows = Array.from({ length: ROWS }, (_, nth) => ({
    ...newHouse,
    name: `House ${nth}`,
    housing_type: nth < GOOD ? 'Transitional' : 'castle',
  }));
  const sent = await fetch(`${url}/imports`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', ...headers },
    body: sheetOf(rows),
  });
  const { uploadId } = (await sent.json()) as { uploadId: string };
  const input = { uploadId, organizationId: organization, kind: 'HOUSING' };
  type Started = { startImport: { import: { id: string } } };
  const { startImport } = await ask<Started>(StartImportDocument, { input });
  const { id } = startImport.import;
  const before = await until(id, ({ rowsRead }) => rowsRead > 0);
  await killAndRestart();
  const read = await until(id, ({ state }) => state !== 'READING');
  t.diagnostic(`killed in state ${before.state}, ${before.rowsRead} rows read`);
  assert.deepEqual(
    [read.state, read.rowsRead, read.rowsNew, read.rowsFaulty, read.problems.totalCount],
    ['READY', ROWS, GOOD, ROWS - GOOD, ROWS - GOOD],
  );
  const apply = { input: { id, idempotencyKey: randomUUID() } };
  const left = [];
  for (const after of KILLED_AFTER_MS) {
    const applied = ask(ApplyImportDocument, apply).catch(() => null);
    await wait(after);
    await killAndRestart();
    await applied;
    const [{ state }, there] = [await show(id), await names()];
    left.push(`${state} ${there.length}`);
  }
  t.diagnostic(`killed while it was applied: ${left.join(', ')}`);
  for (const one of left) assert.match(one, new RegExp(`^(READY 0|APPLIED ${GOOD})$`));
  type Applied = { applyImport: { import: { state: string } | null } };
  const { applyImport } = await ask<Applied>(ApplyImportDocument, apply);
  assert.equal(applyImport.import?.state, 'APPLIED');
  const there = await names();
  assert.deepEqual([there.length, new Set(there).size], [GOOD, GOOD], 'each once');
});
