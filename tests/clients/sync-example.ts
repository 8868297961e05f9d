import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { openDirectory } from '../support/directory.js';
import { freshFolder, install, must, packClient, root } from './packed-client.js';

export const directory = await openDirectory();
await directory.http.listen({ port: 0, host: '127.0.0.1' });
const url = `http://127.0.0.1:${(directory.http.server.address() as AddressInfo).port}/graphql`;
export const folder = freshFolder();
cpSync(join(root, 'examples/sync'), folder, {
  recursive: true,
  filter: (path) => !/\/(dist|node_modules|package\.json)$/.test(path),
});
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
await install(await packClient(), folder);
// What the example builds with, and what writes SQLite, comes from this project and not from a registry.
for (const name of ['@types', 'libsql'])
  symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
await must('tsc', ['-p', folder], folder);

// Within the example: ends it as a power cut does, as soon as a statement that begins so has been carried out so often.
writeFileSync(
  join(folder, 'killed.cjs'),
  `const Database = require('libsql');
  const [often, ...words] = (process.env.KILLED_AFTER ?? '').split(' ');
  let left = words.length > 0 ? Number(often) : Infinity;
  const isMeant = (text) => text.trimStart().toLowerCase().startsWith(words.join(' '));
  const watched = (work, textOf) => function (...given) {
    const result = work.apply(this, given);
    if (isMeant(textOf(this, given)) && --left === 0) process.kill(process.pid, 'SIGKILL');
    return result;
  };
  const { prepare, exec } = Database.prototype;
  Database.prototype.exec = watched(exec, (_, [text]) => text);
  Database.prototype.prepare = function (text) {
    const statement = prepare.call(this, text);
    statement.run = watched(statement.run, () => text);
    return statement;
  };`,
);

export interface Kill {
  /** As soon as the directory is asked for this page, or has answered it. */
  page?: number;
  isAnswered?: boolean;
  /** As `2 commit`: when the second statement that begins so has been carried out. */
  after?: string;
  /** So long after the first question. */
  ms?: number;
}

/** What is told up to a cursor, by the pages that came: each thing as JSON. */
const toldAt = new Map<string | null, Map<string, string>>([[null, new Map()]]);

function noteTold(question: Buffer, answer: Buffer): void {
  const { variables } = JSON.parse(question.toString()) as { variables: { after?: string | null } };
  const { data } = JSON.parse(answer.toString()) as {
    data?: {
      changes?: {
        nodes: { id: string; node: object | null }[];
        pageInfo: { endCursor: string | null };
      };
    };
  };
  const before = toldAt.get(variables.after ?? null);
  if (!data?.changes?.pageInfo.endCursor || !before) return;
  const things = new Map(before);
  for (const { id, node } of data.changes.nodes)
    if (node) things.set(id, JSON.stringify(node));
    else things.delete(id);
  toldAt.set(data.changes.pageInfo.endCursor, things);
}

/** Runs the example to its end, or to its kill. */
export async function sync(
  args: string[],
  {
    key,
    killed = {},
    node = process.execPath,
  }: { key?: string; killed?: Kill; node?: string } = {},
): Promise<{ out: string; code: number | null; pages: number; ms: number }> {
  let pages = 0;
  let began = 0;
  let timer: NodeJS.Timeout | undefined;
  const between = createServer(async (request, response) => {
    pages += 1;
    began ||= performance.now();
    if (killed.ms !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), killed.ms);
    const isLast = pages === killed.page;
    if (isLast && !killed.isAnswered) child.kill('SIGKILL');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { authorization } = request.headers;
    const question = Buffer.concat(parts);
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: question,
    });
    const told = Buffer.from(await answer.arrayBuffer());
    noteTold(question, told);
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(told, () => {
      if (isLast && killed.isAnswered) child.kill('SIGKILL');
    });
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const port = (between.address() as AddressInfo).port;
  const preloaded = ['--require', join(folder, 'killed.cjs')];
  const child = spawn(node, [...preloaded, join(folder, 'dist/sync.js'), ...args], {
    cwd: folder,
    env: {
      ...process.env,
      HARBORLIGHT_URL: `http://127.0.0.1:${port}/graphql`,
      ...(key ? { HARBORLIGHT_KEY: key } : {}),
      ...(killed.after ? { KILLED_AFTER: killed.after } : {}),
      NODE_OPTIONS: '',
      NODE_TEST_CONTEXT: '',
    },
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (out += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  between.closeAllConnections();
  await new Promise((resolve) => between.close(resolve));
  return { out, code, pages, ms: performance.now() - began };
}

/** What whoever reads a file finds in it. */
export function rowsOf(
  path: string,
  table = 'thing',
): { cursor: string | null; things: Map<string, string> } {
  const database = new Database(path);
  try {
    const has = database.prepare(`select 1 from sqlite_schema where name = 'followed'`).get();
    if (!has) return { cursor: null, things: new Map() };
    const rows = database.prepare(`select id, node from ${table}`).all() as {
      id: string;
      node: string;
    }[];
    const followed = database.prepare('select cursor from followed where part = ?').get(table) as
      { cursor: string } | undefined;
    return {
      cursor: followed?.cursor ?? null,
      things: new Map(rows.map(({ id, node }): [string, string] => [id, node])),
    };
  } finally {
    database.close();
  }
}

/** By name, as the tables of what is told say it. */
export function held(path: string): Map<string, string | null> {
  const named = [...rowsOf(path).things].map(([id, text]): [string, string | null] => {
    const { name, title } = JSON.parse(text) as { name?: string; title?: string };
    return [id, name ?? title ?? null];
  });
  return new Map(named.sort());
}

/** Nothing is lost and nothing there twice: a file holds all that was told up to its cursor, and no more. */
export function agrees(path: string): number {
  if (!existsSync(path)) return 0;
  const { cursor, things } = rowsOf(path);
  const expected = toldAt.get(cursor);
  assert.ok(expected, 'a cursor that was not told');
  assert.deepEqual(new Map([...things].sort()), new Map([...expected].sort()));
  return things.size;
}
