import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { start, type Running } from '../contenders.js';
import { withClient } from '../generate/connections.js';
import { PAGE_ROWS, walk, type Walk } from '../measure/walk.js';
import { ours } from '../ours/contender.js';

type ClientPackage = typeof import('../../clients/typescript/src/index.js');

/** What it costs to read all listings of a directory by the client, as it is published. */
export interface ClientWalkFigures {
  listings: number;
  /** Of housing options and of services. */
  walks: Walk[];
  /** Listings that are told and did not come, and those that came more than once. */
  missing: number;
  twice: number;
}

const run = promisify(execFile);
const source = join(import.meta.dirname, '../../../clients/typescript');

/** The client from its tarball, in a folder that is gone afterwards. */
async function withPackedClient<Result>(
  work: (client: ClientPackage) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'harborlight-walk-'));
  try {
    const pack = ['pack', '--silent', '--pack-destination', folder];
    const { stdout } = await run('npm', pack, { cwd: source });
    const tarball = stdout.trim().split('\n').at(-1)!;
    const quiet = ['--offline', '--no-audit', '--no-fund', '--silent'];
    await run('npm', ['install', '--prefix', folder, ...quiet, join(folder, tarball)]);
    const built = join(folder, 'node_modules/@harborlight/client/dist/esm/index.js');
    return await work((await import(pathToFileURL(built).href)) as ClientPackage);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function measureClientWalk(url: string, listings: number): Promise<ClientWalkFigures> {
  const { isReady: _, ...asSoonAsItAnswers } = ours;
  const told = await withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from pub.listing');
    return rows.map(({ id }) => id);
  });
  const server = await start(asSoonAsItAnswers, url);
  try {
    const ids: string[] = [];
    const walks = await withPackedClient((client) => walkBoth(client, server, ids));
    const came = new Set(ids);
    return {
      listings,
      walks,
      missing: told.filter((id) => !came.has(id)).length,
      twice: ids.length - came.size,
    };
  } finally {
    await server.stop();
  }
}

/** @param ids is given those of all that came */
async function walkBoth(
  { createClient, housingOptions, pages, services }: ClientPackage,
  { port, path }: Running,
  ids: string[],
): Promise<Walk[]> {
  const taken = (nodes: readonly { id: string }[]) => {
    for (const { id } of nodes) ids.push(id);
  };
  const client = createClient({ url: `http://127.0.0.1:${port}${path}` });
  const first = PAGE_ROWS;
  const housing = await walk(
    'housingOptions',
    async (after) => (await client.ask(housingOptions, { first, after })).housingOptions!,
    taken,
    pages(client, housingOptions, { first }),
  );
  const others = await walk(
    'services',
    async (after) => (await client.ask(services, { first, after })).services!,
    taken,
    pages(client, services, { first }),
  );
  return [housing, others];
}
