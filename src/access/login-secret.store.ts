import { newContentKey, sealedTextFor, type SealedTable, type Sealing } from '../vault/index.js';

/**
 * What the passwords of the database's own logins are made of, sealed where there is a data key: whoever has a copy of the database, and
 * reaches its port, comes in by none of them.
 */
export const loginSecrets: SealedTable = {
  schema: 'auth',
  table: 'login_secret',
  row: 'purpose',
  called: ['secret of logins', 'secrets of logins'],
  remedy: 'delete them from auth.login_secret: the server makes another when it starts',
};
const PURPOSE = 'logins';

/**
 * The secret, of all servers of the database; made where there is none yet, and then the key that lay in clear is forgotten.
 * @returns null where none was made, and there is nothing to seal one with
 * @throws SealFault where the keys at hand do not open it
 */
export async function loginSecret(sealing: Sealing): Promise<Buffer | null> {
  const secret = await sealedTextFor(sealing, loginSecrets, PURPOSE, newContentKey);
  if (secret === null) return null;
  await sealing.em.execute('delete from auth.server_key where purpose = ?', [PURPOSE]);
  return Buffer.from(secret, 'base64');
}
