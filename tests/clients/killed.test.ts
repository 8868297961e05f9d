import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, mock, test } from 'node:test';
import {
  createClient,
  each,
  organizations,
  tightenDisclosure,
} from '../../clients/typescript/src/index.js';
import { sql } from '../../src/kernel/index.js';
import { commandEnvironment, startServer } from '../support/command.js';
import { openDirectory } from '../support/directory.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { copyForCommands } from '../support/template.js';

/** Changes that are on their way at once. */
const CHANGES = 6;
const forCommands = await copyForCommands();
after(() => forCommands.remove());

const { listings, headers } = await prepared();
const env = { ...commandEnvironment, ...forCommands.env, HARBORLIGHT_RATE_PERSON: '0' };
let running = await startServer(env);
const { url } = running;
after(() => running.child.kill('SIGKILL'));

/** Shelters of one organization, and the session of someone of it. */
async function prepared() {
  const database = await forCommands.open();
  try {
    const directory = await openDirectory({ database });
    const listed = { disclosure: 'PARTNERS' } as const;
    const { organization, listing } = await shelter(database, { listed });
    const listings = [listing];
    while (listings.length < CHANGES)
      listings.push((await shelter(database, { organization, listed })).listing);
    const { headers } = await comeIn(directory, 'COORDINATOR', organization);
    await directory.http.close();
    return { listings, headers };
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

/** The embedded database takes its time to begin, and does one thing after another. */
const patient = { retries: 12, timeoutMs: 120_000 };
/** After so many changes the server is killed, and again. */
const KILLED_AT = [1, 3];
/** Of the walk, by then, so much has been taken in. */
const WALKED_AT = [20, 40];
const killed = KILLED_AT.map(() => Promise.withResolvers<void>());
const restarted: Promise<void>[] = [];
const walked: string[] = [];
let changed = 0;
let isDown = false;
/** Requests that were on their way when the server was killed. */
let cut = 0;

/** Sends as ever. A change after which the server is killed has been made, and its answer does not come. */
const send: typeof fetch = async (to, ways) => {
  const wasDown = isDown;
  try {
    const answer = await fetch(to, { ...ways, headers: { ...ways!.headers, ...headers } });
    if (String(ways!.body).includes('mutation')) changed += 1;
    if (changed !== KILLED_AT[restarted.length]) return answer;
    isDown = true;
    const { resolve } = killed[restarted.length]!;
    restarted.push(killAndRestart().finally(() => (isDown = false)));
    resolve();
    throw new TypeError('fetch failed');
  } catch (error) {
    if (!wasDown) cut += 1;
    throw error;
  }
};

async function changesMade(): Promise<number> {
  const database = await forCommands.open();
  try {
    const rows = await database.read.rows<{ thing: string }>(
      sql`select thing_id as thing from audit.event where action = 'tightenDisclosure'`,
    );
    assert.deepEqual(rows.map(({ thing }) => thing).sort(), [...listings].sort());
    return rows.length;
  } finally {
    await database.close();
  }
}

test('a server killed in the middle of a walk and of changes with keys loses nothing, and does nothing twice', async () => {
  mock.method(Math, 'random', () => 0);
  const client = createClient({ url: `${url}/graphql`, fetch: send, ...patient });
  const change = (id: string) =>
    client.ask(tightenDisclosure, {
      input: { id, to: 'OWN', reason: 'A burst pipe.', idempotencyKey: randomUUID() },
    });
  let changes: ReturnType<typeof change>[] = [];
  for await (const { id } of each(client, organizations, { first: 10 })) {
    if (walked.push(id) === 10) changes = listings.map(change);
    await killed[WALKED_AT.indexOf(walked.length)]?.promise;
  }
  for (const { tightenDisclosure: made } of await Promise.all(changes)) {
    assert.deepEqual(made?.userErrors, []);
    assert.equal(made?.disclosed?.disclosure, 'OWN');
  }
  await Promise.all(restarted);
  assert.equal(restarted.length, KILLED_AT.length);
  assert.ok(cut > KILLED_AT.length, 'nothing else was on its way');
  const whole: string[] = [];
  const still = createClient({ url: `${url}/graphql` });
  for await (const { id } of each(still, organizations, { first: 100 })) whole.push(id);
  assert.ok(whole.length > WALKED_AT.at(-1)!);
  assert.deepEqual(walked.sort(), whole.sort());
  running.child.kill('SIGTERM');
  await running.ended;
  assert.equal(await changesMade(), CHANGES);
});
