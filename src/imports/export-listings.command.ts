import { checkMayWrite, deciderOf } from '../disclosure/index.js';
import type { Viewer } from '../kernel/index.js';
import { heldOrganization } from '../organizations/index.js';
import type { Sealing } from '../vault/index.js';
import { csvRow, neutralised } from './cell-text.js';
import { targetsOf, type OfImport } from './check-rows.js';
import { thingsOf, type ImportKind } from './import.js';
import { idsOf } from './import-row.store.js';
import { columnNames, kinds } from './kinds.js';
import { knownTo } from './known.store.js';

/** By this Excel knows that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** An empty sheet of a kind: the names of its columns. */
export const template = (kind: ImportKind): string => BYTE_ORDER_MARK + csvRow(columnNames(kind));

/**
 * The listings of an organization in the form of the template, to be changed and sent back. A cell that begins as a formula does stands
 * behind an apostrophe, which is taken away again when it comes back.
 * @throws Refusal `NOT_FOUND` where the organization is none that the viewer keeps; `FORBIDDEN` where she may not write what is told of it
 */
export async function exportListings(
  { organization, kind }: OfImport,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { reach } = await deciderOf(viewer, sealing);
  const kept = await heldOrganization(organization, reach, sealing, 'organizationId');
  await checkMayWrite({ ...kept, organization }, sealing, { field: 'organizationId' });
  const ids = await idsOf(sealing, { organization, type: thingsOf[kind].type });
  const targets = await targetsOf({ organization, kind }, ids, sealing);
  const known = await knownTo(sealing, organization);
  const rows = ids.flatMap((id) => {
    const target = targets.get(id);
    if (!target) return [];
    const cells = kinds[kind].columns.map((column) => column.cell(target.statement, known));
    return csvRow([id, String(target.version), ...cells.map(neutralised)]);
  });
  return template(kind) + rows.join('');
}
