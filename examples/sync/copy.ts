import type { ChangesQuery } from '@harborlight/client';
import Database from 'libsql';
import { closeSync, openSync } from 'node:fs';

type Change = NonNullable<ChangesQuery['changes']>['nodes'][number];

/** What a partner is told is not for everyone on this machine. */
const OWNER_ALONE = 0o600;
/** Others may be reading: so long a page waits for them. */
const BUSY_MS_MAX = 10_000;

const thing =
  '(id text primary key, kind text not null, at text not null, node text not null) strict';
const tables = `
  create table if not exists thing ${thing};
  create table if not exists thing_anew ${thing};
  create table if not exists followed (part text primary key, cursor text not null) strict`;

/** Another follows the changes into the same file, and was faster. */
export class AnotherAtWork extends Error {}

const ANOTHER = 'Another sync is at work on this file.';

/** A copy in a file of SQLite: a thing a row, as it is told, and how far the changes have been followed. */
export class Copy {
  /** What others read. */
  readonly whole: Part;
  /** What takes its place when nothing is missing from it. */
  readonly anew: Part;

  private constructor(private readonly database: Database.Database) {
    this.whole = new Part(database, 'thing');
    this.anew = new Part(database, 'thing_anew');
  }

  /** @throws Database.SqliteError where the file is something else, or cannot be written */
  static open(path: string): Copy {
    closeSync(openSync(path, 'a', OWNER_ALONE));
    const database = new Database(path);
    database.exec(`pragma busy_timeout = ${BUSY_MS_MAX}`);
    // With it a kill, or a power cut, leaves a page and its cursor both, or neither.
    database.exec('pragma journal_mode = delete; pragma synchronous = full');
    database.exec(tables);
    return new Copy(database);
  }

  /**
   * The copy that was begun anew is the copy, from one moment to the next.
   * @param before the cursor of the copy whose place it takes: where that is another by now, another has taken it
   * @param cursor to which it has been followed: where it stands at another, another has gone on with it
   */
  takeAnew({ before, cursor }: Record<'before' | 'cursor', string | null>): void {
    const { database } = this;
    database
      .transaction(() => {
        if (this.whole.cursor !== before || this.anew.cursor !== cursor)
          throw new AnotherAtWork(ANOTHER);
        database.exec('delete from thing; insert into thing select * from thing_anew');
        // Where nothing is told there is no cursor: the next night begins.
        database.exec(`delete from followed where part = 'thing';
          insert into followed select 'thing', cursor from followed where part = 'thing_anew'`);
        this.anew.clear();
      })
      .immediate();
  }

  /** Writes the file anew: of what is told no more, nothing is left in it. */
  tidy(): void {
    this.database.exec('vacuum');
  }

  close(): void {
    this.database.close();
  }
}

/** A table of things, and the cursor to which it is true. */
export class Part {
  constructor(
    private readonly database: Database.Database,
    private readonly table: 'thing' | 'thing_anew',
  ) {}

  get cursor(): string | null {
    const row = this.database.prepare('select cursor from followed where part = ?').get(this.table);
    return (row as { cursor: string } | undefined)?.cursor ?? null;
  }

  get size(): number {
    const row = this.database.prepare(`select count(*) as size from ${this.table}`).get();
    return (row as { size: number }).size;
  }

  /** Takes in the page after a cursor: its things and its own cursor in one transaction, on the disk before it counts. */
  add(changes: readonly Change[], { after, cursor }: { after: string | null; cursor: string }) {
    const { database, table } = this;
    const put = database.prepare(`insert into ${table} (id, kind, at, node) values (?, ?, ?, ?)
      on conflict (id) do update set kind = excluded.kind, at = excluded.at, node = excluded.node`);
    const drop = database.prepare(`delete from ${table} where id = ?`);
    database
      .transaction(() => {
        if (this.cursor !== after) throw new AnotherAtWork(ANOTHER);
        for (const { id, kind, at, node } of changes) {
          // Null is told no more: withdrawn, or not for this key.
          if (node) put.run(id, kind, at, JSON.stringify(node));
          else drop.run(id);
        }
        database
          .prepare(
            `insert into followed (part, cursor) values (?, ?)
            on conflict (part) do update set cursor = excluded.cursor`,
          )
          .run(table, cursor);
      })
      .immediate();
  }

  clear(): void {
    this.database.exec(
      `delete from ${this.table}; delete from followed where part = '${this.table}'`,
    );
  }
}
