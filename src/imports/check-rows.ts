import { setImmediate } from 'node:timers/promises';
import type { HeldAgainst } from '../disclosure/index.js';
import { kindOfId } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { checkRow, type Against, type CheckedRow, type Target } from './check-row.js';
import type { SheetRow } from './header.js';
import { thingsOf, type ImportKind, type Problem } from './import.js';
import { versionsOf } from './import-row.store.js';
import { kinds, OWN_COLUMNS } from './kinds.js';
import type { Known } from './known.js';
import { whyUnread } from './unread-cell.js';

/** Some ten milliseconds of work. */
const ROWS_AT_A_STRETCH = 20;

/** What the rows of one import are of. */
export interface OfImport {
  organization: string;
  kind: ImportKind;
}

/** What was named by rows further up: no two are of one listing, and no two that are new have one name. */
export interface Above {
  ids: Map<string, number>;
  names: Map<string, number>;
}

/** Notes what a row names. @returns the line further up that names the same */
export function noteAbove(above: Above, { line, cells }: SheetRow): number | null {
  const id = cells['id'] ?? '';
  const [seen, key] = id === '' ? [above.names, plain(cells['name'] ?? '')] : [above.ids, id];
  if (key === '') return null;
  const before = seen.get(key) ?? null;
  if (before === null) seen.set(key, line);
  return before;
}

/** Said with one of them or without, a name is the same. */
const SAY_NOTHING = new Set(['the', 'and']);

/** A name by its words, as people say them aloud. */
const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SAY_NOTHING.has(word))
    .join(' ');

/** The listings of an organization that have these ids; of others there are none. */
export async function targetsOf(
  { organization, kind }: OfImport,
  ids: readonly string[],
  sealing: Sealing,
): Promise<Map<string, Target>> {
  const { id: idKind, type } = thingsOf[kind];
  const named = [...new Set(ids)].filter((id) => kindOfId(id) === idKind);
  if (named.length === 0) return new Map();
  const versions = await versionsOf(sealing, { organization, type }, named);
  const statements = await kinds[kind].ways.statements([...versions.keys()], sealing);
  return new Map(
    [...versions].map(([id, version]) => [id, { id, version, statement: statements.get(id)! }]),
  );
}

/** What some rows would do. */
export async function checkRows(
  rows: readonly SheetRow[],
  of: OfImport,
  { above, known, held }: { above: Above; known: Known; held: HeldAgainst },
  sealing: Sealing,
): Promise<CheckedRow[]> {
  const ids = rows.flatMap(({ cells }) => cells['id'] || []);
  const targets = await targetsOf(of, ids, sealing);
  const against: Against = { kind: of.kind, known, held };
  const checked: CheckedRow[] = [];
  for (const row of rows) {
    checked.push(await checkOne(row, targets, above, against));
    // Whoever is answered meanwhile waits for some rows, not for all.
    if (checked.length % ROWS_AT_A_STRETCH === 0) await setImmediate();
  }
  return checked;
}

async function checkOne(
  row: SheetRow,
  targets: ReadonlyMap<string, Target>,
  above: Above,
  against: Against,
): Promise<CheckedRow> {
  const id = row.cells['id'] ?? '';
  const target = targets.get(id) ?? null;
  const unread = ownUnread(row);
  const wrong = id !== '' && !target ? [notThere(row)] : target ? versionProblems(row, target) : [];
  const problems = [
    ...namedTwice(row, noteAbove(above, row)),
    ...beyondHeader(row),
    ...(unread.length > 0 ? unread : wrong),
  ];
  // What is no listing of theirs is not looked at further: its cells would be held against nothing.
  if (problems.length > 0) return faulty(row, problems);
  return checkRow(row, target, against);
}

const faulty = (row: SheetRow, problems: Problem[]): CheckedRow => ({
  row,
  action: 'FAULTY',
  name: (row.cells['name'] ?? '').slice(0, 300) || null,
  target: null,
  named: {},
  changes: {},
  problems,
  leads: null,
});

const notThere = ({ line }: SheetRow): Problem => ({
  line,
  column: 'id',
  code: 'NOT_FOUND',
  message: 'The organization has no such listing. Leave the cell empty for one that is new.',
});

/** Where cells have slipped to the right, each says something of another column, and the last of them nothing. */
function beyondHeader({ line, beyond }: SheetRow): Problem[] {
  if (beyond === null) return [];
  const message =
    'The first row names no such column. A cell with a comma stands between quotation marks in a CSV.';
  return [{ line, column: beyond, code: 'UNKNOWN_COLUMN', message }];
}

/** Which listing a row is of, and as it was read, is typed as well. */
function ownUnread(row: SheetRow): Problem[] {
  return OWN_COLUMNS.flatMap((column) => {
    const why = whyUnread(row, { name: column, isNumber: column === 'version' });
    return why ? [{ line: row.line, column, ...why }] : [];
  });
}

function namedTwice({ line, cells }: SheetRow, before: number | null): Problem[] {
  if (before === null) return [];
  const column = cells['id'] ? 'id' : 'name';
  const message = `Row ${before} is of the same ${column === 'id' ? 'listing' : 'name'}. Make one row of both, or name one otherwise.`;
  return [{ line, column, code: 'NAMED_TWICE', message }];
}

/** Without the version that it was made of, a row would write over what colleagues changed since. */
function versionProblems({ line, cells }: SheetRow, { version }: Target): Problem[] {
  const read = cells['version'] ?? '';
  if (read === String(version)) return [];
  const isNumber = /^\d{1,9}$/.test(read);
  return [
    {
      line,
      column: 'version',
      code: isNumber ? 'STALE_VERSION' : read === '' ? 'REQUIRED' : 'INVALID',
      message: isNumber
        ? `The sheet was made of version ${read}; it is at version ${version}. Download it again, and change what is still to be changed.`
        : 'A row with an id has the version that it was made of. Download the sheet again, or copy the version of the listing.',
    },
  ];
}
