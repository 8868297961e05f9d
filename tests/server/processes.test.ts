import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Command } from 'commander';
import { seedsFolder } from '../../seeds/load.js';
import { migrations } from '../../schema/migrations/index.js';
import { doctor } from '../../src/server/command-line/doctor.js';
import { program } from '../../src/server/command-line/program.js';
import { readConfig } from '../../src/server/config.js';
import { lockFolder } from '../../src/server/database/folder-lock.js';
import {
  begin as beginCommand,
  commandEnvironment,
  startServer as startServerOf,
} from '../support/command.js';
import { dropDatabase, onServer, withDatabase } from '../support/postgresql.js';
import { onPostgresql, serverUrl } from '../support/template.js';

/** Short: on the embedded database, which takes ten seconds to begin, few; on PostgreSQL ten. */
const KILLS = process.env['HARBORLIGHT_PROVE'] ? 20 : onPostgresql() ? 10 : 4;
const folder = mkdtempSync(join(tmpdir(), 'harborlight-'));
const database = `harborlight_processes_${process.pid}`;
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  if (onPostgresql()) await dropDatabase(serverUrl(), database);
});
if (onPostgresql()) await onServer(serverUrl(), `create database ${database} template template0`);

const environment = {
  ...commandEnvironment,
  HARBORLIGHT_DATA: join(folder, 'data'),
  DATABASE_URL: onPostgresql() ? withDatabase(serverUrl(), database) : '',
};

const begin = (args: string[], env: Record<string, string | undefined> = environment) =>
  beginCommand(args, env);
const harborlight = (...args: string[]) => begin(args).ended;

const startServer = (env = environment) => startServerOf(env);

async function askAt(url: string, query: string): Promise<Record<string, never>> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: Record<string, never> }).data;
}

/** What asks no database is tried in one of the two rounds. */
const testOnce = onPostgresql() ? () => undefined : test;

/** Squares in a row, as many as take a while to be taken in. */
const boundaries = join(folder, 'areas.geojson');
writeFileSync(
  boundaries,
  JSON.stringify({
    type: 'FeatureCollection',
    features: Array.from({ length: 3_000 }, (_, index) => {
      const [west, south] = [-120 + (index % 100) * 0.5, 25 + Math.floor(index / 100) * 0.5];
      const ring = Array.from({ length: 60 }, (_unused, at) => {
        const angle = (at / 60) * 2 * Math.PI;
        return [west + 0.2 * Math.cos(angle), south + 0.2 * Math.sin(angle)];
      });
      return {
        type: 'Feature',
        properties: { GEOID: `${index}`, NAME: `Area ${index}` },
        geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
      };
    }),
  }),
);

/** Waits until a command has said so. */
async function hear(said: () => string, words: RegExp, child: ChildProcess): Promise<void> {
  while (!words.test(said()) && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

/** The facts are one. */
const files = 1 + readdirSync(join(seedsFolder, 'sample')).length;
/** Of each file of seeds, in order, how much was entered of it. */
const enteredOf = (out: string): number[] =>
  [...out.matchAll(/^seeded \S+ \(\d+ of \d+\), (\d+) entered$/gm)].map(([, count]) =>
    Number(count),
  );

let acknowledged = 0;
/** What was said to be seeded before is there, and is not entered again. */
function checkEntered(out: string): number[] {
  const entered = enteredOf(out);
  assert.ok(
    entered.slice(0, acknowledged).every((count) => count === 0),
    out,
  );
  acknowledged = Math.max(acknowledged, entered.length);
  return entered;
}

/** Kills a command some time after it has said so. @returns what it said; null where it had ended well before */
async function killed(args: string[], words: RegExp, afterMs = 0): Promise<string | null> {
  const { child, ended, said } = begin(args);
  await hear(said, words, child);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  const { out, signal, code } = await ended;
  assert.ok(signal === 'SIGKILL' || code === 0, `it had failed by itself: ${out}`);
  assert.doesNotMatch(out, /INTERNAL/);
  checkEntered(out);
  return signal === 'SIGKILL' ? out : null;
}

test('of a first start that is killed while it seeds, the doctor says that the seeds were broken off', async () => {
  const out = await killed(['serve'], /seeded \S+ \(2 of/);
  assert.ok(out !== null && !/seeds: /.test(out), 'it was killed before the end');
  const ill = await harborlight('doctor');
  assert.match(ill.out, /MISSING .*seeds were broken off/);
});

test(`killed ${KILLS} times more while it seeds and imports, it opens again and nothing acknowledged is lost`, async () => {
  let tooLate = 0;
  for (let kills = 0; kills < KILLS;) {
    // Once it is under way, and one file of the seeds further each time; then at some moment of what follows.
    const further = Math.min(acknowledged + 1, files - 1);
    // Where one has ended before, it is quick here.
    const moment = ((kills * 137) % 400) / (1 + tooLate);
    const [command, words]: [string[], RegExp] =
      kills % 2 === 1
        ? [['geography', 'import', boundaries, '--kind', 'tribal-area'], /^\d+ of 3000$/m]
        : [['seed'], new RegExp(`\\(${further} of ${files}\\)`)];
    if ((await killed(command, words, moment)) === null) tooLate += 1;
    else kills += 1;
    assert.ok(tooLate <= KILLS, 'it can be killed before it has ended');
  }
  assert.ok(acknowledged > 0, 'files were acknowledged');
});

test('the next start goes on with what was broken off; then all is there, and is entered once', async () => {
  // The last kill may have come when all was entered, and nothing but saying so was left.
  const isBrokenOff = /seeds were broken off/.test((await harborlight('doctor')).out);
  const next = await startServer();
  const { materials } = (await askAt(next.url, '{ materials { totalCount } }')) as never as {
    materials: { totalCount: number };
  };
  assert.ok(materials.totalCount > 0, 'the last file of the seeds is there too');
  next.child.kill('SIGTERM');
  const { out } = await next.ended;
  const gone = checkEntered(out).length;
  assert.equal(gone, isBrokenOff ? files : 0, 'it goes through every file, or was whole');
  if (isBrokenOff) assert.match(out, /seeds: \d+ entered, [1-9]\d* unchanged/);
  const again = await harborlight('seed');
  assert.match(again.out, /seeds: 0 entered, [3-9]\d\d unchanged/);
  const taken = await harborlight('geography', 'import', boundaries, '--kind', 'tribal-area');
  assert.match(taken.out, /Took in 3000 boundaries/);
});

/** What a newcomer asks first. */
async function askFirst(url: string): Promise<void> {
  const answer = (await askAt(
    url,
    '{ viewer { kind } tribalNations { totalCount } regions { name counties { fips } } }',
  )) as never as {
    viewer: { kind: string };
    tribalNations: { totalCount: number };
    regions: { counties: unknown[] }[];
  };
  assert.equal(answer.viewer.kind, 'STRANGER');
  assert.equal(answer.tribalNations.totalCount, 11);
  assert.deepEqual(
    [answer.regions.length, answer.regions.flatMap(({ counties }) => counties).length],
    [8, 87],
  );
}

/** Tells a server to stop, of a database that was whole when it started. */
async function stop({ child, ended }: Awaited<ReturnType<typeof startServer>>): Promise<void> {
  child.kill('SIGTERM');
  const { code, out } = await ended;
  assert.equal(code, 0, 'it stops when it is told to');
  assert.doesNotMatch(out, /seeds: /, 'whole, it is not seeded again');
}

if (onPostgresql())
  test('several servers share one database, answer what a newcomer asks first, and open each other’s cursors', async () => {
    const [one, two] = [await startServer(), await startServer()];
    for (const { url } of [one, two]) await askFirst(url);
    const first = (await askAt(
      one.url,
      '{ organizations(first: 2) { pageInfo { endCursor } } }',
    )) as never as { organizations: { pageInfo: { endCursor: string } } };
    const next = (await askAt(
      two.url,
      `{ organizations(first: 2, after: "${first.organizations.pageInfo.endCursor}") { nodes { id } } }`,
    )) as never as { organizations: { nodes: unknown[] } };
    assert.equal(next.organizations.nodes.length, 2, 'a cursor of one server opens at another');
    for (const server of [one, two]) await stop(server);
  });
else
  test('a server answers what a newcomer asks first; a second one on the same embedded folder is refused, with the pid that holds it', async () => {
    const { child, url, ended } = await startServer();
    const second = await harborlight('serve');
    assert.equal(second.code, 1);
    assert.match(second.out, new RegExp(`in use by process ${child.pid}`));
    assert.equal(readFileSync(join(folder, 'data/holder.pid'), 'utf8').trim(), String(child.pid));
    await askFirst(url);
    child.kill('SIGKILL');
    await ended;
    // A lock goes with the process that held it.
    await stop(await startServer());
  });

test('the doctor says what is configured, and what to do where something is missing', async () => {
  const well = await harborlight('doctor');
  assert.equal(well.code, 0, well.out);
  for (const words of [
    /DATABASE_URL/,
    /HARBORLIGHT_DATA/,
    /PostGIS is installed/,
    /organizations/,
    /All is well/,
  ])
    assert.match(well.out, words);
  assert.doesNotMatch(well.out, /:harborlight@/, 'a password is not told');
  assert.doesNotMatch(well.out, /broken off/, 'whatever was is whole again');
  const ill = await begin(['doctor'], {
    ...environment,
    DATABASE_URL: 'postgres://nobody:secretword@127.0.0.1:1/none',
  }).ended;
  assert.equal(ill.code, 1);
  assert.match(ill.out, /MISSING .*Is PostgreSQL running/);
  assert.doesNotMatch(ill.out, /secretword/);
});

testOnce(
  'the doctor makes no embedded database, and calls one that a server holds well',
  async () => {
    const data = join(folder, 'looked-at');
    const env = { ...environment, DATABASE_URL: '', HARBORLIGHT_DATA: data };
    const absent = await begin(['doctor'], env).ended;
    assert.equal(absent.code, 0, absent.out);
    assert.match(absent.out, /to be made in .* at the first start/);
    assert.equal(existsSync(data), false, 'looking makes nothing');
    mkdirSync(join(data, 'database'), { recursive: true });
    const unlock = lockFolder(data);
    const held = await begin(['doctor'], env).ended;
    unlock();
    assert.equal(held.code, 0, held.out);
    assert.match(held.out, new RegExp(`ok .*in use by process ${process.pid}`));
    assert.doesNotMatch(held.out, /MISSING/);
  },
);

testOnce(
  'a data folder that is none is said to be none, by the doctor and by every command',
  async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    for (const HARBORLIGHT_DATA of [file, join(file, 'below'), '/proc/nowhere']) {
      const said: string[] = [];
      const config = readConfig({ HARBORLIGHT_DATA });
      assert.equal(await doctor(config, (line) => said.push(line), {}), false);
      assert.match(said.join('\n'), /MISSING .*cannot be made in/);
      assert.throws(() => lockFolder(HARBORLIGHT_DATA), { code: 'UNAVAILABLE' });
    }
    const env = { ...environment, DATABASE_URL: '', HARBORLIGHT_DATA: file };
    assert.equal((await begin(['doctor'], env).ended).code, 1);
    const told = await begin(['migrate', 'status'], env).ended;
    assert.equal(told.code, 1);
    assert.match(told.out, /^UNAVAILABLE: .*Set HARBORLIGHT_DATA/m);
  },
);

test('where PostgreSQL cannot be reached, the server says so and what to do', async () => {
  const urls = ['postgres://nobody:secretword@127.0.0.1:1/none', 'postgres://a@nowhere.invalid/b'];
  if (onPostgresql()) urls.push(withDatabase(serverUrl(), 'harborlight_there_is_none'));
  for (const DATABASE_URL of urls) {
    const { code, out } = await begin(['serve'], { ...environment, DATABASE_URL }).ended;
    assert.equal(code, 1, out);
    assert.match(out, /^UNAVAILABLE: .*Is PostgreSQL running/m);
    assert.doesNotMatch(out, /INTERNAL|secretword|dist/);
  }
});

const everyCommand = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(everyCommand),
];

testOnce('every command has help, and a mistake says what to do', async () => {
  for (const command of everyCommand(program(() => undefined)))
    assert.match(command.helpInformation(), /^Usage: harborlight/);
  for (const args of [[], ['migrate', 'up']]) {
    const { code, out } = await harborlight(...args, '--help');
    assert.equal(code, 0);
    assert.match(out, /Usage: harborlight/);
  }
  const mistakes: [string[], RegExp][] = [
    [['sed'], /unknown command|too many arguments|--help/],
    [['geography', 'import', 'x.geojson'], /--kind/],
    [['geography', 'import', 'x.geojson', '--kind', 'planet'], /tribal-area, county, region/],
    [['geography', 'import', '/nowhere.geojson', '--kind', 'county'], /cannot be read/],
  ];
  for (const [args, words] of mistakes) {
    const { code, out } = await harborlight(...args);
    assert.equal(code, 1, out);
    assert.match(out, words);
  }
  const setting = await begin(['serve'], { ...environment, PORT: 'ninety' }).ended;
  assert.equal(setting.code, 1);
  assert.match(setting.out, /PORT/);
  const production = await begin(['serve'], {
    ...environment,
    DATABASE_URL: '',
    NODE_ENV: 'production',
  }).ended;
  assert.equal(production.code, 1);
  assert.match(production.out, /no place for real addresses/);
});

test('the status of migrations is told', async () => {
  const { out } = await harborlight('migrate', 'status');
  const ran = [...out.matchAll(/^ran {6}(\d{3}-[\w-]+)/gm)].map(([, name]) => name);
  assert.deepEqual(
    ran,
    migrations.map(({ name }) => name),
    out,
  );
});
