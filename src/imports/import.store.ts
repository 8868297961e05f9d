import { capacityIn, knowsDoorsOf, type Capacity, type Reach } from '../disclosure/index.js';
import { newId, raw, sql, type Changing } from '../kernel/index.js';
import { WAITING_MAX, type ImportKind, type ImportState, type SheetFault } from './import.js';

export interface ImportRow {
  id: string;
  organization: string;
  kind: ImportKind;
  upload: string;
  account: string;
  state: ImportState;
  rowsRead: number;
}

export async function addImport(
  { em, now }: Changing,
  row: Pick<ImportRow, 'organization' | 'kind' | 'upload' | 'account'>,
  expiresAt: Date,
): Promise<string> {
  const id = newId('Import');
  await em.execute(
    `insert into org.import (id, organization_id, kind, upload_id, started_at, started_by, expires_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [id, row.organization, row.kind, row.upload, now, row.account, expiresAt],
  );
  return id;
}

/** How many imports of an organization are being read. */
export async function readingOf({ em }: Changing, organization: string): Promise<number> {
  const [row] = await em.execute<{ many: number }[]>(
    `select count(*)::int as many from org.import where organization_id = ? and state = 'READING'`,
    [organization],
  );
  return row!.many;
}

/** Of the imports of an organization that nobody applied, ends the time of the oldest. */
export async function makeRoom({ em, now }: Changing, organization: string): Promise<void> {
  await em.execute(
    `update org.import set expires_at = greatest(?, started_at + interval '1 ms') where id in (
       select id from org.import where organization_id = ? and state in ('READY', 'FAILED')
       order by started_at desc, id offset ?)`,
    [now, organization, WAITING_MAX - 1],
  );
}

/** An import that is someone's to go on with, held. */
export interface KeptImport extends ImportRow {
  isOfNation: boolean;
  capacity: Capacity;
  /** Whether what leads to a withheld door of its organization is hers to read, and to try. */
  knowsDoors: boolean;
}

const columns = `i.id, i.organization_id as organization, i.kind, i.upload_id as upload, i.started_by as account, i.state,
  i.rows_read as "rowsRead"`;

/** Null where it is none, or not hers. */
export async function holdImport(
  { em }: Changing,
  id: string,
  reach: Reach,
): Promise<KeptImport | null> {
  const organization = 'i.organization_id';
  const found = sql`select ${raw(columns)}, c.capacity, ${knowsDoorsOf(organization, reach)} as "knowsDoors",
      exists (select from org.tribal_nation n where n.organization_id = i.organization_id) as "isOfNation"
    from org.import i cross join lateral (select ${capacityIn(organization, reach)}) c(capacity)
    where i.id = ${id} and c.capacity is not null for update of i`;
  const [row] = await em.execute<KeptImport[]>(found.sql, found.values);
  return row ?? null;
}

/** From now on, by the clock of the database: those of servers differ. */
const inSoLong = "clock_timestamp() + ? * interval '1 ms'";

/**
 * The import that has waited longest to be read, and is no other server's at this moment: this one's for so long, and longer as it
 * says so. Where a server came to no end in its time, that is counted as one try.
 */
export async function takeReading(
  { em }: Changing,
  leaseMs: number,
): Promise<(ImportRow & { tries: number }) | null> {
  const [row] = await em.execute<(ImportRow & { tries: number })[]>(
    `update org.import i set reading_until = ${inSoLong},
       tries = tries + case when reading_until is null then 0 else 1 end
     where id = (select id from org.import
       where state = 'READING' and (reading_until is null or reading_until <= clock_timestamp())
       order by started_at, id limit 1 for update skip locked)
     returning ${columns}, i.tries`,
    [leaseMs],
  );
  return row ?? null;
}

/** Says that an import is still being read. */
export async function renewReading({ em }: Changing, id: string, leaseMs: number): Promise<void> {
  await em.execute(
    `update org.import set reading_until = ${inSoLong} where id = ? and reading_until is not null`,
    [leaseMs, id],
  );
}

/** Lets another server go on with an import at once. @param isTry whether this one failed, which is counted */
export async function letReading({ em }: Changing, id: string, isTry: boolean): Promise<void> {
  await em.execute(
    `update org.import set reading_until = case when ? then clock_timestamp() end
     where id = ? and reading_until is not null`,
    [isTry, id],
  );
}

/** Holds an import that is being read, as far as it was read; not where another server has gone on with it, or it is over. */
export async function holdReading(
  { em }: Changing,
  { id, rowsRead }: Pick<ImportRow, 'id' | 'rowsRead'>,
): Promise<boolean> {
  const found = `select 1 from org.import where id = ? and state = 'READING' and rows_read = ? for update`;
  return (await em.execute<unknown[]>(found, [id, rowsRead])).length > 0;
}

export async function noteRead(
  { em }: Changing,
  id: string,
  { rowsRead, total, isWhole }: { rowsRead: number; total: number; isWhole: boolean },
): Promise<void> {
  await em.execute(
    `update org.import set rows_read = ?, rows_total = ?, tries = 0, state = ?,
       reading_until = case when ? then null else reading_until end where id = ?`,
    [rowsRead, total, isWhole ? 'READY' : 'READING', isWhole, id],
  );
}

export async function noteFailed(
  { em }: Changing,
  id: string,
  code: SheetFault,
  message: string,
): Promise<void> {
  await em.execute(
    `update org.import set state = 'FAILED', failure_code = ?, failure_message = ?, reading_until = null
     where id = ? and state = 'READING'`,
    [code, message, id],
  );
}

/** Counts anew what the rows of an import would do. */
export async function countRows({ em }: Changing, id: string): Promise<void> {
  await em.execute(
    `update org.import set (rows_new, rows_changed, rows_unchanged, rows_faulty) = (
       select count(*) filter (where action = 'NEW'), count(*) filter (where action = 'CHANGED'),
         count(*) filter (where action = 'UNCHANGED'), count(*) filter (where action = 'FAULTY')
       from staging.import_row where import_id = ?) where id = ?`,
    [id, id],
  );
}

export async function noteApplied({ em, now }: Changing, id: string, by: string): Promise<void> {
  await em.execute(
    `update org.import set state = 'APPLIED', applied_at = ?, applied_by = ? where id = ?`,
    [now, by, id],
  );
}

export async function noteUndone({ em, now }: Changing, id: string, by: string): Promise<void> {
  await em.execute(
    `update org.import set state = 'UNDONE', undone_at = ?, undone_by = ? where id = ?`,
    [now, by, id],
  );
}

/** Ends imports whose time is over, and throws away what was read of them; of one that was applied, what it changed stays. */
export async function expireImports({ em, now }: Changing): Promise<void> {
  for (const table of ['import_row', 'import_problem', 'import_seen', 'import_duplicate']) {
    await em.execute(
      `delete from staging.${table} where import_id in (select id from org.import where expires_at <= ?)`,
      [now],
    );
  }
  await em.execute(
    `update org.import set state = 'EXPIRED', failure_code = null, failure_message = null, reading_until = null
     where expires_at <= ? and state in ('READING', 'READY', 'FAILED')`,
    [now],
  );
}

/** What an import changed of a listing: from which version to which; from none, it made it. */
export interface ImportChange {
  line: number;
  thing: string;
  before: number | null;
  after: number;
}

export async function addChanges(
  { em }: Changing,
  id: string,
  changes: readonly ImportChange[],
): Promise<void> {
  await em.execute(
    `insert into org.import_change (import_id, line, thing_id, version_before, version_after)
     select ?, c.line, c.thing, c.before, c.after
     from jsonb_to_recordset(?::jsonb) as c(line int, thing text, before int, after int)`,
    [id, JSON.stringify(changes)],
  );
}

/** The listings that an import made or changed. */
export async function changedIn({ em }: Changing, id: string): Promise<string[]> {
  const rows = await em.execute<{ thing: string }[]>(
    'select thing_id as thing from org.import_change where import_id = ?',
    [id],
  );
  return rows.map(({ thing }) => thing);
}

/** What an import changed, as it is now. */
export interface ChangeNow extends ImportChange {
  version: number;
  /** Whether a unit that the import added has reports: somebody counts on its beds. */
  hasReports: boolean;
}

export async function changesNow({ em }: Changing, id: string): Promise<ChangeNow[]> {
  return em.execute<ChangeNow[]>(
    `select c.line, c.thing_id as thing, c.version_before as before, c.version_after as after, l.version,
       case when c.version_before is null then exists (select from org.unit u
         join org.availability_report v on v.unit_id = u.id where u.listing_id = c.thing_id)
       else exists (select from org.revision r
         join org.unit u on u.listing_id = r.thing_id join org.availability_report v on v.unit_id = u.id
         where r.thing_id = c.thing_id and r.version = c.version_after and jsonb_exists(r.changes, 'units')
           and not exists (select from jsonb_array_elements(r.changes -> 'units' -> 'before') b
             where b ->> 'id' = u.id)) end as "hasReports"
     from org.import_change c join org.listing l on l.id = c.thing_id where c.import_id = ?
     order by c.line desc`,
    [id],
  );
}

const LONG = '10min';

/** A change of many rows may take longer than a question may. */
export async function allowLong({ em }: Changing): Promise<void> {
  await em.execute(`set local statement_timeout = '${LONG}'`);
}
