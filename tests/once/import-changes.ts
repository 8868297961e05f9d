import { randomUUID } from 'node:crypto';
import {
  ApplyImportDocument,
  ResolveDuplicateDocument,
  StartImportDocument,
  UndoImportDocument,
} from '../support/documents.js';
import type { Directory } from '../support/directory.js';
import { importer, newHouse, sheetOf } from '../support/imports.js';
import type { SignedIn } from '../support/people.js';
import type { Shelter } from '../support/shelters.js';
import type { Changes } from './kept-changes.js';

/** The mutations by which a spreadsheet is imported, each by someone who may make it, with what, and with what else. */
export function importChanges(directory: Directory, home: Shelter, ann: SignedIn): Changes {
  const { send, dryRun } = importer(directory);
  const { organization: organizationId } = home;
  // Names that are not alike, or they would wait to be decided on.
  const rows = (name: string = randomUUID()) => [{ ...newHouse, name }];
  const ready = async () => ({ id: (await dryRun(ann, organizationId, rows())).id });
  const none = { id: 'imp_AAAAAAAAAAAAAAAAAAAAAA' };
  return {
    startImport: {
      document: StartImportDocument,
      by: ann,
      input: async () => {
        const { uploadId } = (await send(ann, sheetOf(rows()))).json<{ uploadId: string }>();
        return { uploadId, organizationId, kind: 'HOUSING' };
      },
      other: { kind: 'SERVICES' },
    },
    applyImport: { document: ApplyImportDocument, by: ann, input: ready, other: none },
    undoImport: {
      document: UndoImportDocument,
      by: ann,
      input: async () => {
        const input = await ready();
        await directory.ask(ApplyImportDocument, { input }, ann.headers);
        return { ...input, reason: 'It was last year’s sheet.' };
      },
      other: none,
    },
    resolveDuplicate: {
      document: ResolveDuplicateDocument,
      by: ann,
      input: async () => {
        const read = await dryRun(ann, organizationId, rows('Sample Youth Beds'));
        return { id: read.duplicates.nodes[0]!.id, decision: 'DIFFERENT' };
      },
      other: { decision: 'SAME' },
    },
  };
}
