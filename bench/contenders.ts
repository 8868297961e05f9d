import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { isGuarded, isWorstCase, type Variant, type Work } from './works.js';

export const contenderNames = ['ours', 'unguarded', 'floor', 'floorTuned', 'postgraphile'] as const;
export type ContenderName = (typeof contenderNames)[number];

/** One of those compared: a process of its own, and how it is asked. */
export interface Contender {
  name: ContenderName;
  /** The program, from the folder of compiled files, and its arguments. */
  program: [file: string, ...args: string[]];
  environment?: Record<string, string>;
  path: string;
  /** Whether it is what is to be measured; where absent, as soon as it answers. */
  isReady?(port: number): Promise<boolean>;
  /** Reads what it needs before it can be asked: cursors, for one. */
  prepare?(running: Running, variants: readonly Variant[]): Promise<void>;
  body(work: Work, variant: Variant): string;
  /** The answer in the one shape in which all are compared: that of our own contract. */
  normal(work: Work, data: unknown): unknown;
}

/**
 * Worst cases are for those who would be the fastest: the others would hold everyone up. What our guards cost is
 * seen where an answer is small, and where it is large.
 */
export const takesPart = ({ name }: Contender, work: Work) =>
  name === 'unguarded'
    ? isGuarded(work)
    : !isWorstCase(work) || name === 'ours' || name === 'floorTuned';

export interface Running {
  name: ContenderName;
  pid: number;
  port: number;
  path: string;
  ask(body: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** An index of a million listings is built meanwhile. */
const READY_MS_MAX = 180_000;
const POLL_MS = 100;
const compiled = fileURLToPath(new URL('..', import.meta.url));

export async function start(contender: Contender, databaseUrl: string): Promise<Running> {
  const port = await freePort();
  const [file, ...args] = contender.program;
  const child = spawn(process.execPath, [`${compiled}${file}`, ...args], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      ...contender.environment,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  const running: Running = {
    name: contender.name,
    pid: child.pid!,
    port,
    path: contender.path,
    ask: (body) => ask(`http://127.0.0.1:${port}${contender.path}`, body),
    stop: () => stop(child),
  };
  await ready(contender, running, child, () => said);
  return running;
}

async function ready(
  contender: Contender,
  running: Running,
  child: ChildProcess,
  said: () => string,
) {
  for (const started = Date.now(); Date.now() - started < READY_MS_MAX;) {
    if (child.exitCode !== null) break;
    try {
      await running.ask(contender.body('empty', {}));
      if ((await contender.isReady?.(running.port)) ?? true) return;
    } catch {
      // It does not listen yet.
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  await stop(child);
  throw new Error(`${contender.name} did not start: ${said()}`);
}

async function ask(url: string, body: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { data, errors } = (await answer.json()) as { data?: unknown; errors?: unknown };
  if (errors || data == null) throw new Error(`${body.slice(0, 300)} -> ${JSON.stringify(errors)}`);
  return data;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
