import { heldRoles, kindOf } from '../access/index.js';
import { record } from '../audit/index.js';
import { checkMayWrite, doorsToHold, reachOf } from '../disclosure/index.js';
import { Refusal, type Person } from '../kernel/index.js';
import { heldOrganization } from '../organizations/index.js';
import type { InOne, Sealing } from '../vault/index.js';
import { checkRows, noteAbove, type Above } from './check-rows.js';
import { noteSeen, proposeDuplicates } from './duplicate.store.js';
import { candidatesIn } from './candidate.js';
import { headerOf, rowOf, type Header, type SheetRow } from './header.js';
import { thingsOf } from './import.js';
import {
  countRows,
  holdReading,
  letReading,
  noteFailed,
  noteRead,
  takeReading,
  type ImportRow,
} from './import.store.js';
import { saveProblems, saveRows } from './import-row.store.js';
import type { Known } from './known.js';
import { knownTo } from './known.store.js';
import { inClear, problemsInClear } from './in-clear.js';
import { openSheet, type OpenSheet } from './open-sheet.js';
import { notRead, SheetRefusal } from './sheet-refusal.js';
import { uploadedFile } from './upload.store.js';
import { LEASE_MS, whileReading } from './while-reading.js';

/** An import that no server came to the end of, this often, is given up. */
const TRIES_MAX = 3;

/**
 * Reads the import that has waited longest: what each of its rows would do, some hundred of them in one transaction, so that how far it
 * is can be seen, and another server goes on where this one is killed: as soon as its time with the import is over. Until then others
 * pass it by.
 * @returns whether there was one
 */
export async function readNextImport(
  change: InOne,
  isStopping: () => boolean = () => false,
  leaseMs = LEASE_MS,
): Promise<boolean> {
  const taken = await change((sealing) => takeReading(sealing, leaseMs));
  if (!taken) return false;
  const { id } = taken;
  const fail = ({ code, message }: SheetRefusal) =>
    change((sealing) => noteFailed(sealing, id, code, message));
  if (taken.tries >= TRIES_MAX) {
    const message = 'The server could not read it. Tell whoever runs it, and start another.';
    await fail(new SheetRefusal('INTERNAL', message));
    return true;
  }
  try {
    const read = () => readImport(taken, change, isStopping);
    await whileReading(id, { change, leaseMs }, read);
    if (isStopping()) await change((sealing) => letReading(sealing, id, false));
  } catch (error) {
    if (error instanceof SheetRefusal) await fail(error);
    else {
      // Where not even that is kept, another server waits until this one's time is over.
      await change((sealing) => letReading(sealing, id, true)).catch(() => undefined);
      throw error;
    }
  }
  return true;
}

async function readImport(
  taken: ImportRow,
  change: InOne,
  isStopping: () => boolean,
): Promise<void> {
  const file = await change((sealing) => uploadedFile(sealing, taken.upload));
  if (!file) notRead('INTERNAL', 'The file is thrown away. Send it again.');
  const sheet = await openSheet(file);
  try {
    const header = headerOf(sheet.header, taken.kind);
    if (sheet.total === 0) notRead('NO_ROWS', 'There is nothing below the first row.');
    const known = await change((sealing) => knownTo(sealing, taken.organization));
    const above: Above = { ids: new Map(), names: new Map() };
    let at = 0;
    for (let rows = await sheet.next(); rows.length > 0; rows = await sheet.next()) {
      const named = rows.map((row) => rowOf(row, header));
      // Where another server was killed, what it read is there: here it is only gone through.
      const fresh = named.slice(Math.max(0, taken.rowsRead - at));
      for (const row of named.slice(0, named.length - fresh.length)) noteAbove(above, row);
      const from = at + named.length - fresh.length;
      at += named.length;
      if (fresh.length === 0) continue;
      const part = { rows: fresh, header, from, above, known, sheet };
      const isMine = await change((sealing) => stage(taken, part, sealing));
      if (!isMine || isStopping()) return;
    }
  } finally {
    await sheet.close();
  }
}

interface Part {
  rows: SheetRow[];
  header: Header;
  /** How many rows stand before these. */
  from: number;
  above: Above;
  known: Known;
  sheet: Pick<OpenSheet, 'total'>;
}

/** Keeps what some rows would do. @returns false where another server does already */
async function stage(
  taken: ImportRow,
  { rows, header, from, above, known, sheet: { total } }: Part,
  sealing: Sealing,
): Promise<boolean> {
  const { id, organization, kind } = taken;
  if (!(await holdReading(sealing, { id, rowsRead: from }))) return false;
  const starter = await starterOf(taken, sealing);
  const held = await doorsToHold(organization, sealing);
  const checked = await checkRows(rows, { organization, kind }, { above, known, held }, sealing);
  await saveRows(sealing, id, await inClear(checked, held));
  if (from === 0) await saveProblems(sealing, id, await problemsInClear(header.problems, held));
  for (const { leads: field } of checked) {
    // As of every try whose words led to a door, that it was is written down.
    if (field)
      await record(sealing, starter, {
        action: 'refuseText',
        thing: organization,
        detail: { field },
      });
  }
  const of = { id, organization, type: thingsOf[kind].type };
  if (from === 0) await noteSeen(sealing, of);
  await proposeDuplicates(
    sealing,
    of,
    candidatesIn(checked.map(({ row, ...said }) => ({ ...said, line: row.line }))),
  );
  const rowsRead = from + rows.length;
  await noteRead(sealing, id, { rowsRead, total, isWhole: rowsRead === total });
  await countRows(sealing, id);
  return true;
}

/**
 * Who started it, if she may still write what is told of the organization: roles end meanwhile, and addresses are withheld.
 * @throws SheetRefusal `FORBIDDEN`
 */
async function starterOf({ account, organization }: ImportRow, sealing: Sealing): Promise<Person> {
  const roles = await heldRoles(sealing, account);
  const kind = kindOf(roles);
  try {
    const kept = await heldOrganization(organization, reachOf(roles), sealing);
    await checkMayWrite({ ...kept, organization }, sealing);
    return { kind: kind!, id: account, name: '', roles, owesSecondFactor: false };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return notRead(
      'FORBIDDEN',
      'Whoever started it may not write this organization’s listings now.',
    );
  }
}
