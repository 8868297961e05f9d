import { serverSecret } from '../../access/index.js';
import type { Database } from './open-database.js';
import { serverKey } from './server-key.js';

type Kept = Pick<Database, 'em' | 'read' | 'vault'>;

/** What the data key seals, or where there is no data key, what lies in the database. */
async function sealedKey(
  purpose: Parameters<typeof serverSecret>[0],
  database: Kept,
): Promise<Buffer> {
  const { em, vault } = database;
  const secret = await em().transactional((transaction) =>
    serverSecret(purpose, { em: transaction, now: new Date(), vault }),
  );
  return secret ?? serverKey(database, purpose);
}

/** By what the passwords of the logins are derived. */
export const loginKey = (database: Kept): Promise<Buffer> => sealedKey('logins', database);

/** By what digests, the links that stop reminders, those to report by, and the codes of suggestions are made. */
export const digestKey = (database: Kept): Promise<Buffer> => sealedKey('idempotency', database);
