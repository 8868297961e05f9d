import { Refusal, refuse, isPerson, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { UPLOAD_KEPT_MS } from './import.js';
import { ENCODINGS, FILE_BYTES_MAX, type Encoding, type SheetForm } from './sheet.js';
import { addUpload } from './upload.store.js';

/** What begins every archive, and so every workbook. */
const ARCHIVE_BEGINS = Buffer.from('PK\u0003\u0004', 'latin1');

/** A file as someone sends it, and what she says of it. */
export interface Sent {
  bytes: Buffer;
  form: SheetForm;
  /** As its sender calls it; where she says nothing it is UTF-8. */
  encoding?: string | undefined;
}

/** A file that is kept, to be imported. */
export interface Received {
  uploadId: string;
  expiresAt: Date;
}

/**
 * Keeps a spreadsheet for a day, for whoever sent it to import.
 * @throws Refusal `INVALID` where it is empty, its encoding is none that is read, or it is no workbook; `LIMIT_EXCEEDED` above 20 MB
 */
export async function receiveUpload(
  { bytes, form, encoding = 'utf-8' }: Sent,
  viewer: Viewer,
  sealing: Sealing,
): Promise<Received> {
  if (!isPerson(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  if (bytes.length === 0) refuse('The file is empty.');
  if (bytes.length > FILE_BYTES_MAX) {
    throw new Refusal('LIMIT_EXCEEDED', 'The file is larger than 20 MB.');
  }
  if (form === 'XLSX' && !bytes.subarray(0, ARCHIVE_BEGINS.length).equals(ARCHIVE_BEGINS)) {
    refuse('This is no XLSX workbook. Save it as .xlsx, or as CSV UTF-8.');
  }
  const named = encoding.toLowerCase() as Encoding;
  if (!ENCODINGS.includes(named)) {
    refuse(`A sheet is read in one of these encodings: ${ENCODINGS.join(', ')}.`);
  }
  const uploadId = await addUpload(sealing, viewer.id, { form, encoding: named, bytes });
  return { uploadId, expiresAt: new Date(sealing.now.getTime() + UPLOAD_KEPT_MS) };
}
