import { newId, type Changing } from '../kernel/index.js';
import { UPLOADS_MAX } from './import.js';
import type { SheetFile } from './open-sheet.js';
import type { Encoding, SheetForm } from './sheet.js';

/** Keeps a file as it was sent; of those of its sender that wait, the oldest give way. @returns its id */
export async function addUpload(
  { em, now }: Changing,
  account: string,
  { form, encoding, bytes }: SheetFile,
): Promise<string> {
  const id = newId('Upload');
  await em.execute(
    `insert into staging.upload (id, account_id, received_at, form, encoding, bytes)
     values (?, ?, ?, ?, ?, decode(?, 'base64'))`,
    [id, account, now, form, encoding, Buffer.from(bytes).toString('base64')],
  );
  await em.execute(
    `delete from staging.upload where id in (select id from staging.upload where account_id = ?
       order by received_at desc, id desc offset ?)`,
    [account, UPLOADS_MAX],
  );
  return id;
}

/** Whether someone sent a file that is still kept. */
export async function hasUpload({ em }: Changing, id: string, account: string): Promise<boolean> {
  const found = 'select 1 from staging.upload where id = ? and account_id = ? for share';
  return (await em.execute<unknown[]>(found, [id, account])).length > 0;
}

export async function uploadedFile({ em }: Changing, id: string): Promise<SheetFile | null> {
  const [row] = await em.execute<{ form: SheetForm; encoding: Encoding; bytes: string }[]>(
    `select form, encoding, encode(bytes, 'base64') as bytes from staging.upload where id = ?`,
    [id],
  );
  return row ? { ...row, bytes: Buffer.from(row.bytes, 'base64') } : null;
}

/** Throws away what was sent before a moment, unless it is being read. */
export async function dropUploads({ em }: Changing, before: Date): Promise<void> {
  await em.execute(
    `delete from staging.upload u where u.received_at < ? and not exists (
       select from org.import i where i.upload_id = u.id and i.state = 'READING')`,
    [before],
  );
}
