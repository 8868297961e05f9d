import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../../kernel/index.js';

/** The folder is another process's. */
export class FolderHeld extends Refusal {
  constructor(
    folder: string,
    readonly pid: string,
  ) {
    super(
      'UNAVAILABLE',
      `${folder} is in use by process ${pid}. ` +
        'Stop that server, or set HARBORLIGHT_DATA to another folder.',
    );
  }
}

/**
 * One server a folder. The lock is the operating system's own, taken through SQLite: it goes with the
 * process that holds it, however that ends, and cannot be taken from one that lives.
 * @throws FolderHeld `UNAVAILABLE`, naming the process that holds the folder; Refusal where it is none
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder);
  const holder = join(folder, 'holder.pid');
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    lock.exec(
      'pragma locking_mode = exclusive; begin exclusive; create table if not exists held (at)',
    );
  } catch (error) {
    lock.close();
    if (!isHeld(error)) throw error;
    throw new FolderHeld(folder, pidIn(holder));
  }
  writeFileSync(holder, `${process.pid}\n`);
  return () => lock.close();
}

/** One that can be written. */
function makeFolder(folder: string): void {
  try {
    // Not recursive where its parent is there: in some folders of the system that never ends.
    if (!existsSync(folder))
      mkdirSync(folder, { recursive: !existsSync(dirname(resolve(folder))) });
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (statSync(folder).isDirectory()) return;
  } catch {
    // Told below, whatever is wrong with it.
  }
  throw new Refusal(
    'UNAVAILABLE',
    `${folder} is no folder that can be written. Set HARBORLIGHT_DATA to one that can.`,
  );
}

/** SQLite’s codes for a file that another process has locked; anything else is a fault of the folder. */
const held = new Set([5, 6]);
const isHeld = (error: unknown) =>
  error instanceof Error && 'errcode' in error && held.has(Number(error.errcode));

function pidIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
