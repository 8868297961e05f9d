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
import { Importing, NEW_ROWS, type Asker } from './importing.js';

const KILLS = process.env['HARBORLIGHT_PROVE'] ? 200 : 10;
/** Coordinators, two to a listing, so that they come in each other's way. */
const WRITERS = 4;
/** In the middle of what the server is killed, in turn. */
const AMID = ['changes', 'applying', 'changes', 'undoing'] as const;
/** A server is killed so long after it made a change, or was asked to apply or to undo an import: at any moment of what is under way. */
const ALIVE_MS_MAX = { changes: 120, applying: 200, undoing: 200 };
const ASK_AGAIN_MS = 25;

const forCommands = await copyForCommands();
after(() => forCommands.remove());
const { importing, listings, writers } = await prepared();
const env = { ...commandEnvironment, ...forCommands.env, HARBORLIGHT_RATE_PERSON: '0' };
let running = await startServer(env);
const { url } = running;
after(() => running.child.kill('SIGKILL'));

interface Listing {
  id: string;
  unit: string;
}
interface Writer extends Asker {
  name: string;
  listing: Listing;
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

function prepared(): Promise<{ importing: Importing; listings: Listing[]; writers: Writer[] }> {
  return inDatabase(async (database) => {
    const directory = await openDirectory({ database });
    const { organization, listing: first } = await shelter(database);
    const { listing: second } = await shelter(database, { organization });
    const { listing: imported } = await shelter(database, { organization });
    const listings = await database.read.rows<{ id: string; unit: string }>(
      sql`select listing_id as id, id as unit from org.unit where listing_id in (${first}, ${second})`,
    );
    const writers: Writer[] = [];
    for (let nth = 0; nth < WRITERS; nth += 1) {
      const { headers } = await comeIn(directory, 'COORDINATOR', organization);
      const listing = listings[nth % listings.length]!;
      writers.push({ name: `writer ${nth}`, listing, headers, revised: [], reported: 0 });
    }
    const { headers } = await comeIn(directory, 'COORDINATOR', organization);
    const importing = new Importing(organization, imported, headers, { ask, send });
    await directory.http.close();
    return { importing, listings, writers };
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Payload {
  code: string | null;
  version: number | null;
}

/** Sends until somebody answers: whoever was cut off sends again. */
async function send(path: string, { headers, cutOff }: Asker, file?: string): Promise<string> {
  for (;;) {
    const wasDown = isDown;
    try {
      const type = path === '/graphql' ? 'application/json' : 'text/csv';
      const answer = await fetch(`${url}${path}`, {
        headers: { ...headers, ...(file !== undefined && { 'content-type': type }) },
        ...(file !== undefined && { method: 'POST', body: file }),
      });
      const text = await answer.text();
      // A server that is being started, or that lost its database's lock for a moment, says to ask again.
      if (answer.status !== 503) return text;
    } catch {
      if (!wasDown) {
        cut += 1;
        cutOff?.();
      }
    }
    await pause(ASK_AGAIN_MS);
  }
}

/** Asks so, under the same key. */
async function ask(
  query: string,
  asker: Asker,
  variables: object = {},
): Promise<Record<string, unknown>> {
  for (;;) {
    const text = await send('/graphql', asker, JSON.stringify({ query, variables }));
    const { data, errors } = JSON.parse(text) as {
      data?: Record<string, unknown>;
      errors?: { extensions: { code: string } }[];
    };
    if (!errors) return data!;
    assert.equal(errors[0]!.extensions.code, 'UNAVAILABLE', text);
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

/** Waits until the server is in the middle of something. */
async function until(amid: (typeof AMID)[number], kill: number): Promise<void> {
  const before = made();
  const isAmid = () => (amid === 'changes' ? made() > before : importing.step === amid);
  while (!isAmid()) await pause(1);
  await pause((kill * 37) % ALIVE_MS_MAX[amid]);
}

test(`killed ${KILLS} times amid changes, reports, imports and undos, it keeps each that was acknowledged, once`, async (t) => {
  let isOver = false;
  const writing = [
    ...writers.map((writer) => write(writer, () => isOver)),
    importing.goOn(() => isOver),
  ];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await until(AMID[kill % AMID.length]!, kill);
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
  const { applying, undoing } = importing.cut;
  t.diagnostic(`${KILLS} kills, ${made()} changes acknowledged, ${cut} requests cut off`);
  t.diagnostic(
    `${importing.imports.length} imports; cut off while applied ${applying} times, while undone ${undoing}`,
  );
  assert.ok(made() > KILLS && cut > KILLS, 'some were on their way');
  assert.ok(applying > 0 && undoing > 0, 'and some imports and undos');
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

test('no import is half done, nor half undone: all of it once, or nothing', () =>
  inDatabase(async ({ read }) => {
    for (const { id, isApplied, isUndone, tag } of importing.imports) {
      const [row] = await read.rows<{ state: string; events: string[] | null }>(sql`
        select state, (select array_agg(action order by number) from audit.event
          where thing_id = i.id and action in ('applyImport', 'undoImport')) as events
        from org.import i where id = ${id}`);
      const events = [isApplied && 'applyImport', isUndone && 'undoImport'].filter(Boolean);
      assert.deepEqual(row!.events ?? [], events);
      if (isApplied) assert.equal(row!.state, isUndone ? 'UNDONE' : 'APPLIED');
      else assert.match(row!.state, /^(READING|READY|FAILED)$/);
      const made = await read.rows<{ status: string; events: string }>(sql`
        select status, (select string_agg(action, ' ' order by number) from audit.event where thing_id = l.id) as events
        from org.listing l where starts_with(name, ${tag})`);
      const one = isUndone
        ? { status: 'WITHDRAWN', events: 'listHousing withdrawListing' }
        : { status: 'ACTIVE', events: 'listHousing' };
      assert.deepEqual(made, isApplied ? Array(NEW_ROWS).fill(one) : []);
    }
  }));

test('what imports revised has one history: each of them once, and what was undone says again what it said', () =>
  inDatabase(async ({ read }) => {
    const changes = await read.rows<Omit<Revision, 'thing'>>(sql`
      select version, changes -> 'fees' ->> 'before' as before, changes -> 'fees' ->> 'after' as after
      from org.revision where thing_id = ${importing.revised} order by version`);
    const expected = importing.imports.flatMap(({ isApplied, isUndone, tag }) => [
      ...(isApplied ? [{ before: null, after: `${tag}costs nothing.` }] : []),
      ...(isUndone ? [{ before: `${tag}costs nothing.`, after: null }] : []),
    ]);
    assert.deepEqual(
      changes,
      expected.map((change, index) => ({ version: index + 2, ...change })),
    );
    const [now] = await read.rows<{ fees: string | null; told: string | null }>(sql`
      select l.fees, d.about ->> 'fees' as told from org.listing l
      join pub.listing_detail d on d.listing_id = l.id where l.id = ${importing.revised}`);
    const last = expected.at(-1)?.after ?? null;
    assert.deepEqual(now, { fees: last, told: last });
  }));

test('what was done is written down once, and its seals hold', async () => {
  await inDatabase(async ({ read }) => {
    const events = await read.rows<{ action: string; many: number }>(sql`
      select action, count(*)::int as many from audit.event
      where action in ('reviseHousing', 'reportAvailability') and thing_id <> ${importing.revised}
      group by 1 order by 1 desc`);
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
