import { newContentKey, sealedTextFor, type SealedTable, type Sealing } from '../vault/index.js';

/**
 * Secrets of the server, sealed where there is a data key: what the passwords of the database's own logins are made of, and the links and
 * codes that it gives. Whoever has a copy of the database, and reaches its port or the server, comes in by none of them and makes none.
 */
export const serverSecrets: SealedTable = {
  schema: 'auth',
  table: 'login_secret',
  row: 'purpose',
  called: ['secret of the server', 'secrets of the server'],
  remedy:
    'delete them from auth.login_secret: the server makes others when it starts, and links and codes that were given before hold no longer',
};

/** Of what stays with others, the key that lay in clear becomes the secret; by one that opens the database, another is drawn. */
const IS_KEPT = { logins: false, idempotency: true } as const;

/**
 * A secret, of all servers of the database; made where there is none yet, and then the key that lay in clear is forgotten.
 * @returns null where none was made, and there is nothing to seal one with
 * @throws SealFault where the keys at hand do not open it
 */
export async function serverSecret(
  purpose: keyof typeof IS_KEPT,
  sealing: Sealing,
): Promise<Buffer | null> {
  const { em } = sealing;
  // Read before it is looked whether there is one: another server may seal this one meanwhile, and forget it.
  const [clear] = await em.execute<{ key: string }[]>(
    `select encode(key, 'base64') as key from auth.server_key where purpose = ?`,
    [purpose],
  );
  const kept = IS_KEPT[purpose] ? clear?.key : undefined;
  const make = () => kept ?? newContentKey();
  const secret = await sealedTextFor(sealing, serverSecrets, purpose, make);
  if (secret === null) return null;
  await em.execute('delete from auth.server_key where purpose = ?', [purpose]);
  return Buffer.from(secret, 'base64');
}
