import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const main = join(root, 'dist/src/server/main.js');
const LOOK_EVERY_MS = 50;
const START_MS_MAX = 120_000;

type Environment = Record<string, string | undefined>;

export interface Ended {
  code: number | null;
  signal: string | null;
  out: string;
}

/** What a command of its own process finds set beside what it is given: no word of this test's runner. */
export const commandEnvironment: Environment = {
  ...process.env,
  NODE_OPTIONS: '',
  NODE_TEST_CONTEXT: '',
  PORT: '0',
  HARBORLIGHT_LOG: 'error',
  // Tests ask more than anyone does.
  HARBORLIGHT_RATE_STRANGER: '0',
};

/** Begins the command-line program as a process of its own. */
export function begin(args: string[], env: Environment) {
  const child = spawn(process.execPath, [main, ...args], { env, cwd: root });
  let out = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (out += data.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, out })),
  );
  return { child, ended, said: () => out };
}

/** Starts a server and waits until it says where it answers. */
export async function startServer(
  env: Environment,
): Promise<{ child: ChildProcess; url: string; ended: Promise<Ended> }> {
  const { child, ended, said } = begin(['serve'], env);
  for (let waited = 0; waited < START_MS_MAX; waited += LOOK_EVERY_MS) {
    const url = /answers at (http:\S+)/.exec(said())?.[1];
    if (url) return { child, url, ended };
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start: ${said()}`);
}
