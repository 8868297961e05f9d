import autocannon from 'autocannon';
import type { Running } from '../contenders.js';

export interface Figures {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** A question turned down answers sooner than one answered: none may count. */
const answered = (body: string) =>
  !body.startsWith('{"errors"') && !body.startsWith('{"data":null');

const share = (sorted: number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/**
 * Asks without pause over some connections, each starting at another of the questions.
 * @throws Error where a single answer was none
 */
export async function load(
  running: Running,
  bodies: string[],
  connections: number,
  seconds: number,
): Promise<Figures> {
  const requests = bodies.map((body) => ({
    method: 'POST' as const,
    path: running.path,
    body,
    headers: { 'content-type': 'application/json' },
  }));
  const times: number[] = [];
  let clients = 0;
  const started = performance.now();
  const run = autocannon({
    url: `http://127.0.0.1:${running.port}`,
    connections,
    duration: seconds,
    requests,
    setupClient(client) {
      const from = Math.floor((clients++ * requests.length) / connections);
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
    verifyBody: answered,
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { errors, timeouts, mismatches, non2xx } = await run;
  const elapsed = (performance.now() - started) / 1000;
  if (errors + timeouts + mismatches + non2xx > 0 || times.length === 0) {
    throw new Error(
      `${running.name}: ${times.length} answers, ${errors} errors, ${timeouts} timeouts, ` +
        `${mismatches} refusals, ${non2xx} other than 200`,
    );
  }
  times.sort((a, b) => a - b);
  return {
    requestsPerSecond: times.length / elapsed,
    p50Ms: share(times, 0.5),
    p99Ms: share(times, 0.99),
  };
}

const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The median of each figure over some rounds. */
export function medianOf(rounds: Figures[]): Figures {
  return {
    requestsPerSecond: median(rounds.map((round) => round.requestsPerSecond)),
    p50Ms: median(rounds.map((round) => round.p50Ms)),
    p99Ms: median(rounds.map((round) => round.p99Ms)),
  };
}
