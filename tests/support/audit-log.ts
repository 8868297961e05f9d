import pg from 'pg';
import {
  record,
  sealEvents,
  verifyLog,
  type AuditFault,
  type Head,
} from '../../src/audit/index.js';
import { sql, type Reader } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import type { Database } from '../../src/server/database/open-database.js';
import { withDatabase } from './postgresql.js';
import { HOST } from './people.js';
import { onPostgresql } from './template.js';

/** Writes events as commands do: all kinds of who, of what and of detail, one transaction each. */
export async function writeEvents(database: Database, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await inOne(database, (changing) =>
      record(
        changing,
        index % 3 === 0
          ? HOST
          : {
              kind: 'APP',
              id: `key_${index}`,
              name: 'Sample tool',
              scopes: [],
              organizationId: null,
            },
        {
          action: index % 2 === 0 ? 'invitePerson' : 'issueAppKey',
          thing: index % 5 === 0 ? null : `acc_${index}`,
          detail: index % 4 === 0 ? {} : { words: `“Ñandú” \\ " ${index}`, list: [index, null] },
        },
      ),
    );
  }
}

/** Seals what waits, so many events a seal. */
export const sealSome = (database: Database, atMost?: number) =>
  inOne(database, (changing) => sealEvents(changing, atMost));

/** What verifying finds, and what the log holds. */
export async function verified(read: Pick<Reader, 'rows'>, head?: Head) {
  const found: AuditFault[] = [];
  const log = await verifyLog(read, { head: head ?? null, found: (fault) => found.push(fault) });
  return { ...log, found };
}

/** The numbers of faults of each kind. */
export const faultsOf = (found: readonly AuditFault[]) =>
  found.map(({ kind, number }) => `${kind} ${number}`);

/** A connection of one's own, on which a transaction may be left open. */
export interface OwnConnection extends Reader {
  /** What is done, whatever it is, is taken back. */
  takenBack<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** On PostgreSQL another connection; the embedded database has but the one. */
export async function connectTo(database: Database): Promise<OwnConnection> {
  const { close, rows } = onPostgresql()
    ? await clientOf(database)
    : { rows: database.read.rows, close: async () => undefined };
  return {
    rows,
    close,
    takenBack: async (work) => {
      await rows(sql`begin`);
      try {
        return await work();
      } finally {
        await rows(sql`rollback`);
      }
    },
  };
}

async function clientOf(database: Database): Promise<Reader & { close(): Promise<void> }> {
  const [row] = await database.read.rows<{ name: string }>(sql`select current_database() as name`);
  const url = withDatabase(process.env['HARBORLIGHT_TEST_DATABASE_URL']!, row!.name);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    rows: async ({ text, values }) => (await client.query(text, values)).rows as never[],
    close: () => client.end(),
  };
}
