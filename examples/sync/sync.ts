import { changes, createClient, HarborlightError, pages, type Client } from '@harborlight/client';
import Database from 'libsql';
import { AnotherAtWork, Copy, type Part } from './copy.js';

const HELP = `npm start -- FILE

Brings the copy in FILE, a database of SQLite, up to date with what a directory tells, and makes it where there is none. It
may be killed at any point, and goes on from there. Anything that reads SQLite may read it meanwhile; after a kill, until
the next run, what may write to it too:

  select kind, node ->> 'name', node from thing order by 1, 2

  HARBORLIGHT_URL  the directory (http://localhost:4000/graphql)
  HARBORLIGHT_KEY  a key with the scope changes:read, and partners:read for what is for partners; without one, what is
                   told to everyone`;

const PAGE = 100;

interface Followed {
  came: number;
  cursor: string | null;
}

/** Follows what has changed until there is no more. @returns how many changes came, and the cursor of the last */
async function follow(client: Client, part: Part): Promise<Followed> {
  let came = 0;
  let after = part.cursor;
  for await (const { nodes, pageInfo } of pages(client, changes, { first: PAGE, after })) {
    const cursor = pageInfo.endCursor;
    if (nodes.length === 0 || cursor === null) continue;
    part.add(nodes, { after, cursor });
    after = cursor;
    came += nodes.length;
  }
  return { came, cursor: after };
}

const isRefused = (error: unknown) =>
  error instanceof HarborlightError &&
  error.errors.some(({ code, field }) => code === 'INVALID' && field === 'after');

/** The copy is true to what this key was told before. Another is made beside it, and takes its place when it is whole. */
async function beginAnew(client: Client, copy: Copy): Promise<number> {
  const before = copy.whole.cursor;
  try {
    const { came, cursor } = await follow(client, copy.anew);
    copy.takeAnew({ before, cursor });
    return came;
  } catch (error) {
    // Begun by another key: not to be gone on with.
    if (copy.anew.cursor === null || !isRefused(error)) throw error;
    copy.anew.clear();
    return beginAnew(client, copy);
  }
}

async function bringUpToDate(client: Client, copy: Copy): Promise<number> {
  try {
    const { came } = await follow(client, copy.whole);
    copy.anew.clear();
    return came;
  } catch (error) {
    if (copy.whole.cursor === null || !isRefused(error)) throw error;
    return beginAnew(client, copy);
  }
}

async function sync(path: string): Promise<string> {
  const client = createClient({
    url: process.env['HARBORLIGHT_URL'] || 'http://localhost:4000/graphql',
    key: process.env['HARBORLIGHT_KEY'] || undefined,
  });
  const copy = Copy.open(path);
  try {
    const came = await bringUpToDate(client, copy);
    copy.tidy();
    return `${came} changes; ${copy.whole.size} things in ${path}`;
  } finally {
    copy.close();
  }
}

const [path] = process.argv.slice(2);
if (!path || path === '--help') {
  console.log(HELP);
  process.exitCode = path ? 0 : 1;
} else {
  try {
    console.log(await sync(path));
  } catch (error) {
    const known = [HarborlightError, AnotherAtWork, Database.SqliteError, TypeError];
    if (!(error instanceof Error && known.some((one) => error instanceof one))) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
