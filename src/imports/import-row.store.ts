import type { Statement } from '../history/index.js';
import { textArray, type Changing } from '../kernel/index.js';
import { disclose, enclose, type SealedPlace, type Sealing } from '../vault/index.js';
import { candidatesIn, type Candidate } from './candidate.js';
import type { CheckedRow } from './check-row.js';
import { contentKeyFor, contentKeyOf } from './content-key.store.js';
import type { SheetRow } from './header.js';
import type { Problem, RowAction } from './import.js';

/** A row as it was sent; under the key of its import, where that has one, as base64. */
type Cells = Pick<SheetRow, 'cells' | 'unread'>;

const placeOf = (id: string, line: number): SealedPlace => ({
  schema: 'staging',
  table: 'import_row',
  column: 'cells',
  row: `${id} ${line}`,
});

/** Keeps what rows would do, in place of what was kept of them before. */
export async function saveRows(
  sealing: Sealing,
  id: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  const { em } = sealing;
  const key = await contentKeyFor(sealing, id);
  const kept = ({ line, cells, unread }: SheetRow): Cells | string => {
    if (key === null) return { cells, unread };
    const text = Buffer.from(asJson({ cells, unread }));
    return enclose(key, text, placeOf(id, line)).toString('base64');
  };
  const given = rows.map(({ row, action, name, target, named, changes }) => ({
    line: row.line,
    cells: kept(row),
    name,
    action,
    thing: target?.id ?? null,
    version: target?.version ?? null,
    named: action === 'FAULTY' ? null : named,
    changes: action === 'FAULTY' ? null : changes,
  }));
  await em.execute(
    `insert into staging.import_row (import_id, line, cells, name, action, thing_id, version, named, changes)
     select ?, r.line, r.cells, r.name, r.action, r.thing, r.version, r.named, r.changes
     from jsonb_to_recordset(?::jsonb) as r(line int, cells jsonb, name text, action text, thing text, version int,
       named jsonb, changes jsonb)
     on conflict (import_id, line) do update set name = excluded.name, action = excluded.action,
       thing_id = excluded.thing_id, version = excluded.version, named = excluded.named, changes = excluded.changes`,
    [id, asJson(given)],
  );
  await em.execute(
    'delete from staging.import_problem where import_id = ? and line = any (?::int[])',
    [id, `{${rows.map(({ row }) => row.line).join(',')}}`],
  );
  await saveProblems(
    sealing,
    id,
    rows.flatMap(({ problems }) => problems),
  );
}

/** What is no text cannot be kept; that it was not is told as a problem of its row. */
const asJson = (told: object): string =>
  JSON.stringify(told, (_name, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value,
  );

export async function saveProblems(
  { em }: Changing,
  id: string,
  problems: readonly Problem[],
): Promise<void> {
  if (problems.length === 0) return;
  const positions = new Map<number, number>();
  const given = problems.map((problem) => {
    const position = positions.get(problem.line) ?? 0;
    positions.set(problem.line, position + 1);
    return { ...problem, position };
  });
  await em.execute(
    `insert into staging.import_problem (import_id, line, position, column_name, code, message)
     select ?, p.line, p.position, p.column, p.code, p.message from jsonb_to_recordset(?::jsonb)
       as p(line int, position int, "column" text, code text, message text)`,
    [id, asJson(given)],
  );
}

/** A row as it was sent, and of which listing it is now. */
export interface StagedRow {
  row: SheetRow;
  thing: string | null;
}

export async function stagedRow(
  sealing: Sealing,
  id: string,
  line: number,
): Promise<StagedRow | null> {
  const [row] = await sealing.em.execute<{ cells: Cells | string; thing: string | null }[]>(
    'select cells, thing_id as thing from staging.import_row where import_id = ? and line = ?',
    [id, line],
  );
  if (!row) return null;
  const { cells, thing } = row;
  // Where something stands beyond the header, the row is at fault, and is not looked at again; nor where a cell is not read, and
  // a row that was kept by an earlier version says nothing of that.
  const where = { line, beyond: null, unread: {} };
  if (typeof cells !== 'string') return { row: { ...where, ...cells }, thing };
  const key = (await contentKeyOf(sealing, id))!;
  const text = disclose(key, Buffer.from(cells, 'base64'), placeOf(id, line)).toString();
  return { row: { ...where, ...(JSON.parse(text) as Cells) }, thing };
}

/** The line of a row that is of a listing; null where there is none. */
export async function lineOf({ em }: Changing, id: string, thing: string): Promise<number | null> {
  const [row] = await em.execute<{ line: number }[]>(
    'select line from staging.import_row where import_id = ? and thing_id = ? order by line limit 1',
    [id, thing],
  );
  return row?.line ?? null;
}

/** What one row that is to be applied changes. */
export interface RowToApply {
  line: number;
  action: 'NEW' | 'CHANGED';
  thing: string | null;
  version: number | null;
  named: Statement;
}

/** The listings that rows of an import would change. */
export async function changedBy({ em }: Changing, id: string): Promise<string[]> {
  const rows = await em.execute<{ thing: string }[]>(
    `select thing_id as thing from staging.import_row where import_id = ? and action = 'CHANGED'`,
    [id],
  );
  return rows.map(({ thing }) => thing);
}

/** The next rows to be applied, after a line. */
export async function rowsToApply(
  { em }: Changing,
  id: string,
  afterLine: number,
  many: number,
): Promise<RowToApply[]> {
  return em.execute<RowToApply[]>(
    `select line, action, thing_id as thing, version, named from staging.import_row
     where import_id = ? and action in ('NEW', 'CHANGED') and line > ? order by line limit ?`,
    [id, afterLine, many],
  );
}

/** The next rows that would be new, after a line, as they are compared with what is there. */
export async function newRows(
  { em }: Changing,
  id: string,
  afterLine: number,
  many: number,
): Promise<Candidate[]> {
  const rows = await em.execute<
    { line: number; action: RowAction; name: string; named: Statement }[]
  >(
    `select line, action, name, named from staging.import_row
     where import_id = ? and action = 'NEW' and line > ? order by line limit ?`,
    [id, afterLine, many],
  );
  return candidatesIn(rows);
}

/** Of listings of an organization and a type: at which version each is. Others are none. */
export async function versionsOf(
  { em }: Changing,
  of: { organization: string; type: string },
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em.execute<{ id: string; version: number }[]>(
    `select id, version from org.listing where organization_id = ? and type = ? and id = any (?::text[])`,
    [of.organization, of.type, textArray(ids)],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** All listings of an organization and a type that are not withdrawn, by their names. */
export async function idsOf(
  { em }: Changing,
  of: { organization: string; type: string },
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from org.listing where organization_id = ? and type = ? and status <> 'WITHDRAWN' order by name, id`,
    [of.organization, of.type],
  );
  return rows.map(({ id }) => id);
}

/** Forgets what the unit of work holds of rows that were written: of many, it would hold all. */
export const letGo = ({ em }: Changing): void => em.clear();
