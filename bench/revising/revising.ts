import { Agent, request } from 'node:http';
import { start, type Running } from '../contenders.js';
import { withClient } from '../generate/connections.js';
import { CONNECTIONS } from '../measure/constants.js';
import { median } from '../measure/walk.js';
import { revisers, type Reviser } from './contenders.js';
import { reviseFunction } from './function.sql.js';
import { keptListings, type KeptListing } from './keepers.js';

/** W4: a change with its history and its log, in changes per second; and what was found to be written of them. */
export interface RevisingFigures {
  listings: number;
  each: { name: string; perSecond: number; p50Ms: number }[];
  changes: number;
}

interface Timing {
  rounds: number;
  seconds: number;
}

const WARMING_SECONDS = 2;
const MS = 1_000;

/**
 * Each in turn revises listings of which every caller has its own, one change after another, for so long.
 * @throws Error where a change is turned down, or what was written is not just what was answered
 */
export async function measureRevising(
  url: string,
  listings: number,
  { rounds, seconds }: Timing,
  told: (line: string) => void,
): Promise<RevisingFigures> {
  const kept = await withClient(url, async (client) => {
    await client.query(reviseFunction);
    return keptListings(client);
  });
  const before = await written(url);
  const running: [Reviser, Running][] = [];
  const figures = new Map<string, { perSecond: number; p50Ms: number }[]>();
  let changes = 0;
  try {
    for (const reviser of revisers) running.push([reviser, await start(reviser.contender, url)]);
    for (let round = 0; round <= rounds; round += 1) {
      for (const [reviser, server] of running) {
        const took = await reviseFor(
          reviser,
          server,
          kept,
          (round === 0 ? Math.min(WARMING_SECONDS, seconds) : seconds) * MS,
        );
        changes += took.times.length;
        if (round === 0) continue;
        const { name } = reviser.contender;
        const perSecond = (took.times.length / took.ms) * MS;
        figures.set(name, [...(figures.get(name) ?? []), { perSecond, p50Ms: median(took.times) }]);
      }
      if (round > 0) told(`W4: round ${round} of ${rounds}`);
    }
  } finally {
    for (const [, server] of running) await server.stop();
  }
  await checkWritten(url, kept, { before, changes });
  const each = [...figures].map(([name, all]) => ({
    name,
    perSecond: median(all.map((one) => one.perSecond)),
    p50Ms: median(all.map((one) => one.p50Ms)),
  }));
  return { listings, each, changes };
}

async function reviseFor(
  reviser: Reviser,
  server: Running,
  kept: readonly KeptListing[],
  ms: number,
): Promise<{ times: number[]; ms: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  const began = performance.now();
  const caller = async (nth: number) => {
    const own = kept.filter((_, index) => index % CONNECTIONS === nth);
    for (let turn = 0; performance.now() - began < ms; turn += 1) {
      const listing = own[turn % own.length]!;
      const started = performance.now();
      const fees = `Fee ${listing.version + 1} of ${listing.id}.`;
      const answer = await post(
        agent,
        server,
        reviser.body(listing, fees),
        reviser.headers(listing),
      );
      times.push(performance.now() - started);
      const { data } = JSON.parse(answer) as { data?: unknown };
      if (!data || reviser.version(data) !== listing.version + 1)
        throw new Error(`${server.name} has not revised ${listing.id}: ${answer.slice(0, 500)}`);
      listing.version += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, nth) => caller(nth)));
  const took = performance.now() - began;
  agent.destroy();
  return { times, ms: took };
}

const post = (
  agent: Agent,
  { port, path }: Running,
  body: string,
  headers: Record<string, string>,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const asked = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...length, ...headers },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => resolve(text));
        answer.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

interface Written {
  revisions: number;
  events: number;
}

const written = (url: string): Promise<Written> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<Written>(
      `select (select count(*)::int from org.revision) as revisions,
         (select count(*)::int from audit.event where action = 'reviseHousing') as events`,
    );
    return rows[0]!;
  });

/** Every change that was answered has its revision and its event, and is what is told. */
async function checkWritten(
  url: string,
  kept: readonly KeptListing[],
  { before, changes }: { before: Written; changes: number },
): Promise<void> {
  const after = await written(url);
  if (after.revisions - before.revisions !== changes || after.events - before.events !== changes)
    throw new Error(`${changes} changes, but ${JSON.stringify({ before, after })}`);
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ wrong: number }>(
      `select count(*)::int as wrong from unnest($1::text[], $2::int[]) k(id, version)
       join org.listing l on l.id = k.id join pub.listing_detail t on t.listing_id = k.id
       where l.version <> k.version or l.fees is distinct from t.about ->> 'fees'`,
      [kept.map(({ id }) => id), kept.map(({ version }) => version)],
    );
    if (rows[0]!.wrong > 0) throw new Error(`${rows[0]!.wrong} listings are told otherwise`);
  });
}
