import { z } from 'zod';
import { record } from '../audit/index.js';
import { checkMayWrite, deciderOf } from '../disclosure/index.js';
import { readInput, Refusal, refuse, type Viewer } from '../kernel/index.js';
import { heldOrganization } from '../organizations/index.js';
import type { Sealing } from '../vault/index.js';
import { ImportKind, READING_MAX, STAGED_KEPT_MS } from './import.js';
import { addImport, makeRoom, readingOf } from './import.store.js';
import { hasUpload } from './upload.store.js';

const input = z.strictObject({
  uploadId: z.string(),
  organizationId: z.string(),
  kind: z.enum(ImportKind),
});
export type StartImport = z.input<typeof input>;

/**
 * Begins to read a spreadsheet that the viewer sent: what it would change of one organization's listings. Nothing is changed by that.
 * @returns the import's id
 * @throws Refusal `NOT_FOUND` where the upload is none of hers, or the organization none that she keeps; `FORBIDDEN` where the
 *   organization withholds an address and she may not know it; `INVALID` where several of it are being read
 */
export async function startImport(
  given: StartImport,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { uploadId, organizationId, kind } = readInput(input, given, 'input');
  const { id: account, reach } = await deciderOf(viewer, sealing);
  const kept = await heldOrganization(organizationId, reach, sealing, 'input.organizationId');
  await checkMayWrite({ ...kept, organization: kept.id }, sealing, {
    field: 'input.organizationId',
  });
  if (!(await hasUpload(sealing, uploadId, account))) {
    throw new Refusal(
      'NOT_FOUND',
      'You sent no such file, or it is thrown away: one is kept for a day. Send it again.',
      'input.uploadId',
    );
  }
  if ((await readingOf(sealing, kept.id)) >= READING_MAX) {
    refuse(
      'Some of its sheets are still being read. Start this one when they are.',
      'input.uploadId',
    );
  }
  await makeRoom(sealing, kept.id);
  const expiresAt = new Date(sealing.now.getTime() + STAGED_KEPT_MS);
  const row = { organization: kept.id, kind, upload: uploadId, account };
  const id = await addImport(sealing, row, expiresAt);
  await record(sealing, viewer, {
    action: 'startImport',
    thing: id,
    detail: { organization: kept.id, kind },
  });
  return id;
}
