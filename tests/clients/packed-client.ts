import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '../../..');
const binaries = join(root, 'node_modules/.bin');
const run = promisify(execFile);

interface Done {
  ok: boolean;
  out: string;
}

/** Runs a program to its end, with the tools of this project on its way and no word of this test's runner. */
export async function done(program: string, args: string[], cwd: string): Promise<Done> {
  const env = {
    ...process.env,
    PATH: [binaries, process.env['PATH']].join(delimiter),
    NODE_OPTIONS: '',
    NODE_TEST_CONTEXT: '',
  };
  try {
    const { stdout, stderr } = await run(program, args, { cwd, env });
    return { ok: true, out: stdout + stderr };
  } catch (error) {
    const { stdout = '', stderr = '', message = '' } = error as Partial<Record<string, string>>;
    return { ok: false, out: stdout + stderr || message };
  }
}

export async function must(program: string, args: string[], cwd: string): Promise<string> {
  const { ok, out } = await done(program, args, cwd);
  if (!ok) throw new Error(`${program} ${args.join(' ')}: ${out}`);
  return out;
}

/** Every node there is here: that of this project, and others on the way. */
export function nodes(): string[] {
  const others = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((one) => !one.includes('node_modules'))
    .map((one) => join(one, 'node'))
    .filter((one) => existsSync(one));
  return [process.execPath, ...new Set(others.map((one) => realpathSync(one)))];
}

/** A folder of this test file's own, gone after it. Not to be made in a hook: it would go with the hook. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'harborlight-client-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What is needed to build the client, copied: whoever else builds it is not met. @returns the folder */
export function copyOfClients(folder = freshFolder()): string {
  const isMade = /typescript\/(dist|operations|schema\.graphql)/;
  cpSync(join(root, 'clients'), join(folder, 'clients'), {
    recursive: true,
    filter: (path) => !isMade.test(path),
  });
  mkdirSync(join(folder, 'schema'), { recursive: true });
  cpSync(join(root, 'schema/directory.graphql'), join(folder, 'schema/directory.graphql'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The client as it is published, from its own sources. */
export async function packClient(): Promise<string> {
  const source = join(copyOfClients(), 'clients/typescript');
  const name = await must('npm', ['pack', '--silent'], source);
  return join(source, name.trim().split('\n').at(-1)!);
}

/** Installs a tarball into a folder, as whoever uses it does, from no registry. */
export async function install(tarball: string, folder: string): Promise<void> {
  const quiet = ['--offline', '--no-audit', '--no-fund', '--silent'];
  await must('npm', ['install', ...quiet, tarball], folder);
}
