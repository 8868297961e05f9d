import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { sql } from '../../src/kernel/index.js';
import { reportAvailability } from '../../src/housing/index.js';
import { readSeeker } from '../../src/eligibility/index.js';
import type { FindHousingInput } from '../../src/placement/index.js';
import { distanceBands, NO_BAND, type DistanceBand } from '../../src/placement/question.js';
import { forOracle, silentFor, someInput } from '../support/asked-of-network.js';
import { commandEnvironment, startServer } from '../support/command.js';
import { openDirectory } from '../support/directory.js';
import { oracle } from '../support/oracle/index.js';
import { withDatabase } from '../support/postgresql.js';
import { onPostgresql } from '../support/template.js';
import { until } from '../support/wait.js';

const SECONDS = process.env['HARBORLIGHT_PROVE'] === 'yes' ? 60 : 5;
const SEARCHERS_PER_SERVER = 2;
const CHANGE_EVERY_MS = 100;
/** Each answer is held against a slow oracle, some of them against several moments. */
const SEARCH_EVERY_MS = 50;
/** So long before the request may the moment lie that an answer tells of. */
const STALE_MS_MAX = 1_000;
const QUESTIONS = 300;
const SEED = 17;
const START_MS_MAX = 120_000;

const question = `query Soak($input: FindHousingInput!) { findHousing(input: $input, first: 100) {
  totalCount nodes { verdict option { id } availability { state freshness } distance { band } } } }`;

interface Found {
  totalCount: number;
  nodes: {
    verdict: string;
    option: { id: string };
    availability: { state: string; freshness: string };
    distance: { band: DistanceBand } | null;
  }[];
}
interface Answered {
  input: FindHousingInput;
  from: number;
  to: number;
  said: string;
}
/** A report, and between which moments it came to be. */
interface Change {
  id: string;
  from: number;
  to: number;
}

/** An answer as one text: the order, and of each match what may change. */
const saidBy = ({ totalCount, nodes }: Found): string =>
  JSON.stringify([
    totalCount,
    ...nodes.map(({ option, verdict, availability, distance }) => [
      option.id,
      verdict,
      availability.state,
      availability.freshness,
      distance ? distanceBands.indexOf(distance.band) : NO_BAND,
    ]),
  ]);

const running: ChildProcess[] = [];
after(() => running.forEach((child) => child.kill('SIGKILL')));

/** A server of its own process, once its index answers. */
async function startIndexed(databaseUrl: string): Promise<string> {
  const { child, url } = await startServer({ ...commandEnvironment, DATABASE_URL: databaseUrl });
  running.push(child);
  const isReady = async () => (await stateOf(url)) === 'READY';
  assert.ok((await until(isReady, START_MS_MAX)) < START_MS_MAX, 'its index is built');
  return url;
}

async function stateOf(url: string): Promise<string> {
  const answer = (await (await fetch(`${url}/readyz`)).json()) as { placements: { state: string } };
  return answer.placements.state;
}

async function askAt(url: string, input: FindHousingInput): Promise<Answered> {
  const from = Date.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: question, variables: { input } }),
  });
  const body = (await response.json()) as { data?: { findHousing: Found }; errors?: unknown };
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  return { input, from, to: Date.now(), said: saidBy(body.data!.findHousing) };
}

// Two servers need a database that both can open.
if (onPostgresql())
  test(`${SECONDS} s of searches and reports on two servers: every answer was so within the last second`, async (t) => {
    const directory = await openDirectory();
    const { database } = directory;
    const [place] = await database.read.rows<{ name: string }>(
      sql`select current_database() as name`,
    );
    const url = withDatabase(process.env['HARBORLIGHT_TEST_DATABASE_URL']!, place!.name);
    const servers = await Promise.all([startIndexed(url), startIndexed(url)]);
    const [units, nations] = await Promise.all([
      database.read.rows<{ id: string; capacity: number | null }>(
        sql`select id, capacity from org.unit order by id`,
      ),
      database.read.rows<{ id: string }>(sql`select id from pub.tribal_nation order by id`),
    ]);
    const inputs = fc.sample(someInput(nations.map(({ id }) => id)), {
      numRuns: QUESTIONS,
      seed: SEED,
    });

    const end = Date.now() + SECONDS * 1_000;
    const changes: Change[] = [];
    const answers: Answered[] = [];
    async function change(): Promise<void> {
      for (let count = 1; Date.now() < end; count += 1) {
        const accepting = count % 3 > 0;
        const { id: unitId, capacity } = units[(count * 7_919) % units.length]!;
        const report = {
          unitId,
          accepting,
          bedsOpen: accepting ? Math.min(count % 5, capacity ?? Infinity) : 0,
          waitlist: count % 2 > 0,
        };
        const from = Date.now();
        const id = await directory.change((changing) => reportAvailability(report, changing));
        changes.push({ id, from, to: Date.now() });
        await new Promise((resolve) => setTimeout(resolve, CHANGE_EVERY_MS));
      }
    }
    async function search(server: string, start: number): Promise<void> {
      for (let next = start; Date.now() < end; next += 1) {
        answers.push(await askAt(server, inputs[next % inputs.length]!));
        await new Promise((resolve) => setTimeout(resolve, SEARCH_EVERY_MS));
      }
    }
    await Promise.all([
      change(),
      ...servers.flatMap((server, at) =>
        Array.from({ length: SEARCHERS_PER_SERVER }, (_unused, by) =>
          search(server, (at * SEARCHERS_PER_SERVER + by) * 71),
        ),
      ),
    ]);
    for (const server of servers) assert.equal(await stateOf(server), 'READY');
    for (const child of running) child.kill('SIGTERM');
    assert.ok(changes.length > SECONDS * 2, `${changes.length} changes`);
    assert.ok(answers.length > SECONDS * 4, `${answers.length} answers`);

    let asked = 0;
    let late = 0;
    const open = new Set(answers);
    const undone = new Error('Everything is as it was.');
    // From the last moment back: each report is taken away again, within a transaction that is then undone.
    const looking = database.em().transactional(async (transaction) => {
      for (let done = changes.length; done >= 0 && open.size > 0; done -= 1) {
        // With `done` reports the network was so from the last of them to the one after it.
        const [begun, ended] = [changes[done - 1]?.from ?? 0, changes[done]?.to ?? Infinity];
        for (const one of open) {
          if (begun > one.to || ended < one.from - STALE_MS_MAX) continue;
          const { seeker } = one.input;
          for (const clock of new Set([one.from, one.to])) {
            asked += 1;
            const slow = await oracle.search(
              { em: () => transaction as ReturnType<typeof database.em> },
              forOracle(one.input),
              new Date(clock),
              silentFor(readSeeker(seeker, 'seeker')),
            );
            const said = JSON.stringify([
              slow.length,
              ...slow.map((m) => [m.id, m.verdict, m.availability, m.freshness, m.band]),
            ]);
            if (said !== one.said) continue;
            if (ended < one.from) late += 1;
            open.delete(one);
            break;
          }
        }
        if (done > 0)
          await transaction.execute('delete from org.availability_report where id = ?', [
            changes[done - 1]!.id,
          ]);
      }
      throw undone;
    });
    await assert.rejects(looking, undone);
    const [wrong] = open;
    assert.equal(open.size, 0, `${open.size} of ${answers.length}: ${JSON.stringify(wrong)}`);
    t.diagnostic(
      `${answers.length} answers and ${changes.length} reports in ${SECONDS} s; ${late} told of a moment ` +
        `before their request; ${asked} answers of the oracle`,
    );
  });
