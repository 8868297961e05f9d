import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import type { Database } from '../../src/server/database/open-database.js';
import { begin, commandEnvironment, startServer } from '../support/command.js';
import { openDirectory } from '../support/directory.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { copyForCommands } from '../support/template.js';

const KILLS = process.env['HARBORLIGHT_PROVE'] ? 200 : 10;
/** Coordinators, two to a listing, so that they come in each other's way. */
const WRITERS = 4;
/** A server is killed so long after it made a change: at any moment of those under way. */
const ALIVE_MS_MAX = 120;
const ASK_AGAIN_MS = 25;

const forCommands = await copyForCommands();
after(() => forCommands.remove());
const { listings, writers } = await prepared();
const env = { ...commandEnvironment, ...forCommands.env, HARBORLIGHT_RATE_PERSON: '0' };
let running = await startServer(env);
const { url } = running;
after(() => running.child.kill('SIGKILL'));

interface Listing {
  id: string;
  unit: string;
}
interface Writer {
  name: string;
  listing: Listing;
  headers: Record<string, string>;
  /** What was acknowledged: of revisions the fees that were written, of reports the beds. */
  revised: string[];
  reported: number;
}

async function inDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await forCommands.open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function prepared(): Promise<{ listings: Listing[]; writers: Writer[] }> {
  return inDatabase(async (database) => {
    const directory = await openDirectory({ database });
    const { organization, listing: first } = await shelter(database);
    const { listing: second } = await shelter(database, { organization });
    const listings = await database.read.rows<{ id: string; unit: string }>(
      sql`select listing_id as id, id as unit from org.unit where listing_id in (${first}, ${second})`,
    );
    const writers: Writer[] = [];
    for (let nth = 0; nth < WRITERS; nth += 1) {
      const { headers } = await comeIn(directory, 'COORDINATOR', organization);
      const listing = listings[nth % listings.length]!;
      writers.push({ name: `writer ${nth}`, listing, headers, revised: [], reported: 0 });
    }
    await directory.http.close();
    return { listings, writers };
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Payload {
  code: string | null;
  version: number | null;
}

/** Asks until somebody answers: whoever was cut off asks again, under the same key. */
async function ask(query: string, { headers }: Writer): Promise<Record<string, unknown>> {
  for (;;) {
    const wasDown = isDown;
    try {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = (await answer.json()) as {
        data?: Record<string, unknown>;
        errors?: { extensions: { code: string } }[];
      };
      // A server that is being started, or that lost its database's lock for a moment, says to ask again.
      if (!errors) return data!;
      assert.equal(errors[0]!.extensions.code, 'UNAVAILABLE', JSON.stringify(errors));
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      if (!wasDown) cut += 1;
    }
    await pause(ASK_AGAIN_MS);
  }
}
let isDown = false;
/** Questions and changes that were on their way when a server was killed. */
let cut = 0;
const made = () =>
  writers.reduce((sum, { revised, reported }) => sum + revised.length + reported, 0);

async function change(mutation: string, writer: Writer): Promise<Payload> {
  const data = await ask(`mutation { ${mutation} }`, writer);
  const [payload] = Object.values(data) as [
    { userErrors: { code: string }[]; housingOption: { version: number } | null },
  ];
  return {
    code: payload.userErrors[0]?.code ?? null,
    version: payload.housingOption?.version ?? null,
  };
}
const AFTER = '{ housingOption { version } userErrors { code } }';

/** Writes on, a revision and a report in turn, until told to stop. */
async function write(writer: Writer, isOver: () => boolean): Promise<void> {
  const { listing, name } = writer;
  for (let nth = 1; !isOver(); nth += 1) {
    const fees = `${name}, ${nth}`;
    let code: string | null;
    do {
      const { node } = (await ask(
        `{ node(id: "${listing.id}") { ... on HousingOption { version } } }`,
        writer,
      )) as { node: { version: number } };
      const input = `id: "${listing.id}", version: ${node.version}, fees: "${fees}", idempotencyKey: "${randomUUID()}"`;
      ({ code } = await change(`reviseHousing(input: { ${input} }) ${AFTER}`, writer));
      // Another was faster: nothing of this was kept.
      if (code !== null) assert.equal(code, 'STALE_VERSION');
    } while (code !== null);
    writer.revised.push(fees);
    const report = `unitId: "${listing.unit}", accepting: true, bedsOpen: ${nth % 5}, idempotencyKey: "${randomUUID()}"`;
    const { code: refused } = await change(
      `reportAvailability(input: { ${report} }) ${AFTER}`,
      writer,
    );
    assert.equal(refused, null);
    writer.reported += 1;
  }
}

test(`killed ${KILLS} times amid changes and reports, it keeps each that was acknowledged, once`, async (t) => {
  let isOver = false;
  const writing = writers.map((writer) => write(writer, () => isOver));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = made();
    while (made() === before) await pause(1);
    await pause((kill * 37) % ALIVE_MS_MAX);
    isDown = true;
    running.child.kill('SIGKILL');
    const { out, signal } = await running.ended;
    assert.equal(signal, 'SIGKILL', out);
    running = await startServer({ ...env, PORT: new URL(url).port });
    isDown = false;
  }
  isOver = true;
  await Promise.all(writing);
  running.child.kill('SIGTERM');
  const { code, out } = await running.ended;
  assert.equal(code, 0, out);
  t.diagnostic(`${KILLS} kills, ${made()} changes acknowledged, ${cut} requests cut off`);
  assert.ok(made() > KILLS && cut > KILLS, 'some were on their way');
});

interface Revision {
  thing: string;
  version: number;
  before: string | null;
  after: string;
}

test('history is whole: each acknowledged change stands in it once, after what was there before', () =>
  inDatabase(async ({ read }) => {
    const revisions = await read.rows<Revision>(sql`
      select thing_id as thing, version, changes -> 'fees' ->> 'before' as before, changes -> 'fees' ->> 'after' as after
      from org.revision where action = 'reviseHousing' order by thing_id, version`);
    for (const { id } of listings) {
      const own = revisions.filter(({ thing }) => thing === id);
      const written = writers.filter(({ listing }) => listing.id === id);
      assert.deepEqual(
        own.map(({ after }) => after).sort(),
        written.flatMap(({ revised }) => revised).sort(),
      );
      for (const [index, { before, version }] of own.entries()) {
        assert.equal(before, index === 0 ? null : own[index - 1]!.after);
        assert.equal(version, own[0]!.version + index);
      }
      for (const { revised, name } of written)
        assert.deepEqual(
          own.map(({ after }) => after).filter((fees) => fees.startsWith(`${name},`)),
          revised,
          'in the order in which she made them',
        );
      const [now] = await read.rows<{ fees: string; version: number; told: string }>(sql`
        select l.fees, l.version, d.about ->> 'fees' as told from org.listing l
        join pub.listing_detail d on d.listing_id = l.id where l.id = ${id}`);
      const last = own.at(-1)!;
      assert.deepEqual(now, { fees: last.after, version: last.version, told: last.after });
    }
  }));

test('every report is there once, and what is told follows from the last', () =>
  inDatabase(async ({ read }) => {
    for (const { id, unit } of listings) {
      const reported = writers
        .filter(({ listing }) => listing.id === id)
        .reduce((sum, writer) => sum + writer.reported, 0);
      const [row] = await read.rows<{
        many: number;
        moments: number;
        last: number;
        told: number;
      }>(sql`
        select count(*)::int as many, count(distinct reported_at)::int as moments,
          (array_agg(beds_open order by reported_at desc))[1] as last,
          (select (u -> 'report' ->> 'bedsOpen')::int from pub.listing_detail d, json_array_elements(d.units) u
            where d.listing_id = ${id}) as told
        from org.availability_report where unit_id = ${unit}`);
      assert.deepEqual([row!.many, row!.moments], [reported, reported]);
      assert.equal(row!.told, row!.last);
    }
    const [{ untold }] = (await read.rows<{ untold: number }>(
      sql`select count(*)::int as untold from org.untold`,
    )) as [{ untold: number }];
    assert.equal(untold, 0);
  }));

test('what was done is written down once, and its seals hold', async () => {
  await inDatabase(async ({ read }) => {
    const events = await read.rows<{ action: string; many: number }>(sql`
      select action, count(*)::int as many from audit.event
      where action in ('reviseHousing', 'reportAvailability') group by 1 order by 1 desc`);
    const sum = (of: (writer: Writer) => number) =>
      writers.reduce((total, writer) => total + of(writer), 0);
    assert.deepEqual(events, [
      { action: 'reviseHousing', many: sum(({ revised }) => revised.length) },
      { action: 'reportAvailability', many: sum(({ reported }) => reported) },
    ]);
  });
  const { code, out } = await begin(['audit', 'verify'], env).ended;
  assert.equal(code, 0, out);
});
