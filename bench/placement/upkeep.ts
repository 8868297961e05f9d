import { execFileSync } from 'node:child_process';
import { type Running, start } from '../contenders.js';
import { withClient } from '../generate/connections.js';
import { ours, type Ready } from '../ours/contender.js';
import type { Variant } from '../works.js';
import { measureIndex, type IndexFigures } from './index-of-database.js';
import { measureStaleness, type Staleness } from './staleness.js';

/** What the index of placements costs the server that keeps it, and how far it lags behind. */
export interface Upkeep extends IndexFigures, Staleness {
  listings: number;
  /** Resident megabytes of the server: as soon as it answers, with its index, and after questions. */
  rssBareMb: number;
  rssReadyMb: number;
  rssAskedMb: number;
  /** From the start of the process until it answers, and until `/readyz` says that the index is ready. */
  answersSeconds: number;
  readySeconds: number;
}

const KILOBYTES_A_MEGABYTE = 1_024;
const POLL_MS = 20;
const READY_SECONDS_MAX = 600;

const residentMb = ({ pid }: Running) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) /
  KILOBYTES_A_MEGABYTE;

async function isReady({ port }: Running): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  return ((await answer.json()) as Ready).placements.state === 'READY';
}

export async function measureUpkeep(
  url: string,
  listings: number,
  variants: readonly Variant[],
): Promise<Upkeep> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  const { isReady: _, ...asSoonAsItAnswers } = ours;
  const server = await start(asSoonAsItAnswers, url);
  try {
    const answersSeconds = seconds();
    const rssBareMb = residentMb(server);
    while (!(await isReady(server))) {
      if (seconds() > READY_SECONDS_MAX) throw new Error('The index of placements is never ready.');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    const readySeconds = seconds();
    const rssReadyMb = residentMb(server);
    for (const variant of variants) await server.ask(ours.body('placementFacets', variant));
    const rssAskedMb = residentMb(server);
    const staleness = await withClient(url, (client) => measureStaleness(client, server));
    return {
      listings,
      rssBareMb,
      rssReadyMb,
      rssAskedMb,
      answersSeconds,
      readySeconds,
      ...staleness,
      ...(await measureIndex(url)),
    };
  } finally {
    await server.stop();
  }
}
