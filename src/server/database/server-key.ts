import { randomBytes } from 'node:crypto';
import { sql } from '../../kernel/index.js';
import type { Database } from './open-database.js';

const KEY_BYTES = 32;

/** A key of the servers is the database's, so that several of them on one database have the same. */
export async function serverKey(
  { em, read }: Pick<Database, 'em' | 'read'>,
  purpose: 'attempts' | 'cursors' | 'idempotency' | 'logins' | 'partners',
): Promise<Buffer> {
  await em().execute(
    `insert into auth.server_key (purpose, key) values (?, decode(?, 'hex')) on conflict do nothing`,
    [purpose, randomBytes(KEY_BYTES).toString('hex')],
  );
  const [row] = await read.rows<{ key: string }>(
    sql`select encode(key, 'hex') as key from auth.server_key where purpose = ${purpose}`,
  );
  return Buffer.from(row!.key, 'hex');
}
