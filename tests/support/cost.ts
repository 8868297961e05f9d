import { existsSync, readFileSync } from 'node:fs';

const TICK_MS = 10;
const STAT = '/proc/self/stat';

/**
 * Milliseconds that this process has kept a processor busy, with the processes that it has begun and seen end; of
 * those Node.js tells nothing, only Linux.
 */
export function cpuUsed(): number {
  if (!existsSync(STAT)) {
    const { user, system } = process.cpuUsage();
    return Math.round((user + system) / 1_000);
  }
  const fields = readFileSync(STAT, 'utf8').split(') ').at(-1)!.split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
}

/** What it took to try a file: how long, and how much of a processor. */
export interface Cost {
  file: string;
  ms: number;
  cpuMs: number;
}

const HEAD = 'cost ';

export const writtenCost = (cost: Cost): string => `${HEAD}${JSON.stringify(cost)}`;

export const readCost = (message: string): Cost | null =>
  message.startsWith(HEAD) ? (JSON.parse(message.slice(HEAD.length)) as Cost) : null;

const SHOWN = 15;
const seconds = (ms: number) => (ms / 1_000).toFixed(1);

/** Of all that was tried in a round, what it took together, and which files most of it. */
export function toldCosts(costs: readonly Cost[]): string {
  const costliest = costs.toSorted((one, other) => other.cpuMs - one.cpuMs).slice(0, SHOWN);
  const all = costs.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  return [
    `${costs.length} files, ${seconds(all)} s of a processor; most of it:`,
    ...costliest.map(({ file, ms, cpuMs }) => `  ${seconds(cpuMs)} s in ${seconds(ms)} s  ${file}`),
  ].join('\n');
}
