import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { registerOrganization } from '../../src/organizations/index.js';
import type { Database } from '../../src/server/database/open-database.js';
import { inOne } from '../../src/server/make-ready.js';
import { begin, commandEnvironment, startServer } from '../support/command.js';
import { emptyForCommands } from '../support/template.js';
import { sampleOrganization } from '../support/makers.js';

const place = await emptyForCommands();
after(() => place.remove());
const environment = { ...commandEnvironment, ...place.env };
const harborlight = (...args: string[]) => begin(args, environment).ended;
const invite = (email: string) =>
  harborlight('people', 'invite', email, '--role', 'STEWARD').then(({ code, out }) =>
    assert.equal(code, 0, out),
  );
const headIn = (out: string) => /\d+:[0-9a-f]{64}/.exec(out)?.[0];

/** The database between two commands. */
async function within(work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await place.open();
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

test('where migrations are missing, verifying says so and makes none', async () => {
  const { code, out } = await harborlight('audit', 'verify');
  assert.equal(code, 1);
  assert.match(out, /UNAVAILABLE: .*"harborlight migrate up" first/);
});

/** The head after the first seal. */
let head = '';

test('verify and the doctor say what waits, and seal seals it', async () => {
  await invite('first@example.org');
  const before = await harborlight('audit', 'verify');
  assert.equal(before.code, 0, before.out);
  assert.match(
    before.out,
    /events {3}1\nseals {4}0\nunsealed 1, the first of \d{4}-\S+Z\nhead {5}none yet/,
  );
  assert.match((await harborlight('doctor')).out, /1 event of .* not sealed, the first of \d{4}-/);
  const sealed = await harborlight('audit', 'seal');
  assert.match(sealed.out, /sealed 1 event: 1:[0-9a-f]{64}\nEvery event is sealed\./);
  head = headIn(sealed.out)!;
});

test('a server seals what others wrote, and what is left when it stops', async () => {
  await invite('second@example.org');
  // A directory that people have begun to fill is not given the seeds, which take their time.
  await within((database) =>
    inOne(database, (changing) =>
      registerOrganization(
        {
          ...sampleOrganization,
          name: 'Entered By People',
        },
        changing,
      ),
    ),
  );
  const { child, ended } = await startServer(environment);
  child.kill('SIGTERM');
  assert.equal((await ended).code, 0);
  const { code, out } = await harborlight('audit', 'verify', '--head', head);
  assert.equal(code, 0, out);
  assert.match(out, /seals {4}2\nunsealed none/);
  assert.match(out, /as it was then/);
  head = headIn(out)!;
});

test('a head written down tells a log that was made anew; a fault ends the program with 1', async () => {
  const wrong = await harborlight('audit', 'verify', '--head', '7');
  assert.equal(wrong.code, 1);
  assert.match(wrong.out, /INVALID: A head is the number of a seal/);
  await within(async (database) => {
    const em = database.em();
    await em.execute('alter table audit.event disable trigger user');
    await em.execute(`update audit.event set detail = '{}' where number = 1`);
    await em.execute('alter table audit.event enable trigger user');
  });
  const changed = await harborlight('audit', 'verify');
  assert.equal(changed.code, 1);
  assert.match(changed.out, /FAULT {4}event 1 is not what its seal holds/);
  assert.match(changed.out, /1 fault: the log is not as it was written/);
  await within(async (database) => {
    const em = database.em();
    await em.execute('alter table audit.seal disable trigger user');
    await em.execute('delete from audit.seal');
    await em.execute('insert into audit.unsealed select number from audit.event');
    await em.execute('alter table audit.seal enable trigger user');
  });
  assert.match((await harborlight('audit', 'seal')).out, /Every event is sealed/);
  const anew = await harborlight('audit', 'verify', '--head', head);
  assert.equal(anew.code, 1);
  assert.match(anew.out, /FAULT {4}seal 2 is not the one whose head was written down/);
});

test('the program says what it does', async () => {
  const { code, out } = await harborlight('audit', 'verify', '--help');
  assert.equal(code, 0);
  assert.match(out, /--head <number:hash>/);
});
