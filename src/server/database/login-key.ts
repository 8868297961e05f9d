import { loginSecret } from '../../access/index.js';
import type { Database } from './open-database.js';
import { serverKey } from './server-key.js';

/** By what the passwords of the logins are derived: what the data key seals, or where there is no data key, what lies in the database. */
export async function loginKey(database: Pick<Database, 'em' | 'read' | 'vault'>): Promise<Buffer> {
  const { em, vault } = database;
  const secret = await em().transactional((transaction) =>
    loginSecret({ em: transaction, now: new Date(), vault }),
  );
  return secret ?? serverKey(database, 'logins');
}
