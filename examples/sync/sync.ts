import { changes, createClient, HarborlightError, pages, type Client } from '@harborlight/client';
import { existsSync, rmSync } from 'node:fs';
import { Copy } from './copy.js';

const HELP = `npm start -- FILE

Brings the copy in FILE up to date with what a directory tells, and makes it where there is none. One at a time for a
file. It may be killed at any point, and goes on from there. FILE is JSON lines: {"id", "kind", "at", "node"}, and after
each page {"cursor"}. Of lines with one id the last holds.

  HARBORLIGHT_URL  the directory (http://localhost:4000/graphql)
  HARBORLIGHT_KEY  a key with the scope changes:read, and partners:read for what is for partners; without one, what is
                   told to everyone`;

const PAGE = 100;

/** Follows what has changed until there is no more. @returns how many changes came */
async function follow(client: Client, copy: Copy): Promise<number> {
  let came = 0;
  for await (const { nodes, pageInfo } of pages(client, changes, {
    first: PAGE,
    after: copy.cursor,
  })) {
    if (nodes.length > 0) copy.add(nodes, pageInfo.endCursor!);
    came += nodes.length;
  }
  return came;
}

const isRefused = (error: unknown) =>
  error instanceof HarborlightError &&
  error.errors.some(({ code, field }) => code === 'INVALID' && field === 'after');

/** The copy is true to what this key was told before. Another is begun beside it, and takes its place when it is whole. */
async function beginAnew(client: Client, path: string): Promise<number> {
  const beside = `${path}.anew`;
  try {
    const copy = Copy.open(beside);
    const came = await follow(client, copy);
    copy.tidy(path);
    rmSync(beside);
    return came;
  } catch (error) {
    // Begun by another key: not to be gone on with.
    if (!isRefused(error)) throw error;
    rmSync(beside);
    return beginAnew(client, path);
  }
}

async function sync(path: string): Promise<string> {
  const client = createClient({
    url: process.env['HARBORLIGHT_URL'] ?? 'http://localhost:4000/graphql',
    key: process.env['HARBORLIGHT_KEY'],
  });
  const isKnown = existsSync(path);
  const copy = Copy.open(path);
  let came = 0;
  try {
    came = await follow(client, copy);
    copy.tidy();
  } catch (error) {
    if (!isKnown || !isRefused(error)) throw error;
    came = await beginAnew(client, path);
  }
  return `${came} changes; ${Copy.open(path).things.size} things in ${path}`;
}

const [path] = process.argv.slice(2);
if (!path || path === '--help') {
  console.log(HELP);
  process.exitCode = path ? 0 : 1;
} else {
  try {
    console.log(await sync(path));
  } catch (error) {
    if (!(error instanceof HarborlightError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
