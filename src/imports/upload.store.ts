import { newId, type Changing } from '../kernel/index.js';
import { disclose, enclose, type SealedPlace, type Sealing } from '../vault/index.js';
import { contentKeyFor, contentKeyOf, dropContentKeys } from './content-key.store.js';
import { UPLOADS_MAX } from './import.js';
import type { SheetFile } from './open-sheet.js';
import type { Encoding, SheetForm } from './sheet.js';

const placeOf = (row: string): SealedPlace => ({
  schema: 'staging',
  table: 'upload',
  column: 'bytes',
  row,
});

/** Of an upload `u`: no import reads it. */
const IS_NOT_READ = `not exists (select from org.import i where i.upload_id = u.id and i.state = 'READING')`;

/**
 * Keeps a file, under a key of its own where there is a data key; of those of its sender that wait, the oldest give way. One that is
 * being read does not wait.
 * @returns its id
 */
export async function addUpload(
  sealing: Sealing,
  account: string,
  { form, encoding, bytes }: SheetFile,
): Promise<string> {
  const { em, now } = sealing;
  const id = newId('Upload');
  const key = await contentKeyFor(sealing, id);
  const kept = key === null ? Buffer.from(bytes) : enclose(key, bytes, placeOf(id));
  await em.execute(
    `insert into staging.upload (id, account_id, received_at, form, encoding, bytes)
     values (?, ?, ?, ?, ?, decode(?, 'base64'))`,
    [id, account, now, form, encoding, kept.toString('base64')],
  );
  await em.execute(
    `delete from staging.upload where id in (select u.id from staging.upload u where u.account_id = ? and ${IS_NOT_READ}
       order by u.received_at desc, u.id desc offset ? for update of u skip locked)`,
    [account, UPLOADS_MAX],
  );
  return id;
}

/** Whether someone sent a file that is still kept. */
export async function hasUpload({ em }: Changing, id: string, account: string): Promise<boolean> {
  const found = 'select 1 from staging.upload where id = ? and account_id = ? for share';
  return (await em.execute<unknown[]>(found, [id, account])).length > 0;
}

export async function uploadedFile(sealing: Sealing, id: string): Promise<SheetFile | null> {
  const [row] = await sealing.em.execute<{ form: SheetForm; encoding: Encoding; bytes: string }[]>(
    `select form, encoding, encode(bytes, 'base64') as bytes from staging.upload where id = ?`,
    [id],
  );
  if (!row) return null;
  const bytes = Buffer.from(row.bytes, 'base64');
  const key = await contentKeyOf(sealing, id);
  return { ...row, bytes: key === null ? bytes : disclose(key, bytes, placeOf(id)) };
}

/** Throws away what was sent before a moment, unless it is being read. */
export async function dropUploads({ em }: Changing, before: Date): Promise<void> {
  await em.execute(`delete from staging.upload u where u.received_at < ? and ${IS_NOT_READ}`, [
    before,
  ]);
  await dropContentKeys({ em });
}
