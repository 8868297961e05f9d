import type { ChangesQuery } from '@harborlight/client';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';

type Change = NonNullable<ChangesQuery['changes']>['nodes'][number];

/** What a partner is told is not for everyone on this machine. */
const OWNER_ALONE = 0o600;
const NEWLINE = 10;

/**
 * A copy in a file of JSON lines. A line is a thing as it is told, `{"id", "kind", "at", "node"}`; of several with one id the last
 * holds, and one whose `node` is null is gone. After the things of a page stands its cursor, `{"cursor"}`: whatever stands behind
 * the last cursor was cut off, and is not read.
 */
export class Copy {
  readonly things = new Map<string, string>();
  cursor: string | null = null;

  private constructor(
    readonly path: string,
    private readonly file: number,
  ) {}

  /** What a file holds, nothing where it is none; ready to be added to. */
  static open(path: string): Copy {
    const held = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const copy = new Copy(path, openSync(path, 'a', OWNER_ALONE));
    let whole = 0;
    let page: string[] = [];
    for (let from = 0, end = 0; (end = held.indexOf(NEWLINE, from)) >= 0; from = end + 1) {
      const line = held.toString('utf8', from, end);
      const { cursor } = JSON.parse(line) as { cursor?: string };
      if (cursor === undefined) page.push(line);
      else {
        copy.takeIn(page, cursor);
        page = [];
        whole = end + 1;
      }
    }
    ftruncateSync(copy.file, whole);
    return copy;
  }

  /** Adds a page, on the disk before it counts. */
  add(changes: readonly Change[], cursor: string): void {
    const lines = changes.map(({ id, kind, at, node }) => JSON.stringify({ id, kind, at, node }));
    writeWhole(this.file, [...lines, JSON.stringify({ cursor })]);
    this.takeIn(lines, cursor);
  }

  /** Writes it anew without what is no longer so, beside the file and then in its place: one of both is there at any time. */
  tidy(path = this.path): void {
    closeSync(this.file);
    const beside = `${path}.tidy`;
    const file = openSync(beside, 'w', OWNER_ALONE);
    writeWhole(file, [...this.things.values(), JSON.stringify({ cursor: this.cursor })]);
    closeSync(file);
    renameSync(beside, path);
  }

  private takeIn(lines: readonly string[], cursor: string): void {
    for (const line of lines) {
      const { id, node } = JSON.parse(line) as { id: string; node: object | null };
      if (node) this.things.set(id, line);
      else this.things.delete(id);
    }
    this.cursor = cursor;
  }
}

function writeWhole(file: number, lines: readonly string[]): void {
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  fsyncSync(file);
}
