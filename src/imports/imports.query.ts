import { capacityIn, knowsDoorsOf, reachOfViewer } from '../disclosure/index.js';
import {
  raw,
  readJson,
  sql,
  toldPage,
  toldTable,
  utc,
  type Asking,
  type Connection,
  type Sql,
} from '../kernel/index.js';
import type { RowAction } from './import.js';
import type {
  ImportDuplicateView,
  ImportProblemView,
  ImportRowView,
  ImportView,
} from './import.view.js';

const card =
  raw(`json_build_object('id', i.id, 'kind', i.kind, 'organizationId', i.organization_id, 'state', i.state,
  'failure', case when i.failure_code is not null
    then json_build_object('code', i.failure_code, 'message', i.failure_message) end,
  'startedAt', ${utc('i.started_at')}, 'expiresAt', ${utc('i.expires_at')},
  'appliedAt', ${utc('i.applied_at')}, 'undoneAt', ${utc('i.undone_at')},
  'rowsTotal', i.rows_total, 'rowsRead', i.rows_read, 'rowsNew', i.rows_new, 'rowsChanged', i.rows_changed,
  'rowsUnchanged', i.rows_unchanged, 'rowsFaulty', i.rows_faulty,
  'duplicatesOpen', (select count(*) from staging.import_duplicate d join staging.import_row r using (import_id, line)
    where d.import_id = i.id and d.decision is null and r.action <> 'FAULTY'))`);

/**
 * An import of an organization that the viewer keeps, and of which she may write what is told; null else. Its rows may hold what leads to
 * a withheld address: whoever may not know it is told of no import.
 */
export async function importById(id: string, asking: Asking): Promise<ImportView | null> {
  const reach = reachOfViewer(asking);
  const [found] = await readJson<ImportView>(
    asking.read,
    sql`select (${card})::text as row from org.import i
      cross join lateral (select ${capacityIn('i.organization_id', reach)}) c(capacity)
      where i.id = ${id} and c.capacity is not null and (${knowsDoorsOf('i.organization_id', reach)}
        or not exists (select from org.location s where s.organization_id = i.organization_id and not s.street_told))`,
  );
  return found ?? null;
}

interface Page {
  first: number;
  after: string | null;
}

const inOrder = (line: string, then: string) =>
  raw(`(lpad(${line}::text, 8, '0') || ' ' || ${then}) collate "C" as sort_key`);

/** A page of what was read of an import, as a table `t`. */
function staged<Row extends { id: string; sortKey?: string }>(
  name: string,
  rows: Sql,
  ask: { of: ImportView; args?: unknown } & Page,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<Row>> {
  const { of, args = null, first, after } = ask;
  const question = { question: `Import.${name}`, args: { id: of.id, args }, first, after };
  return toldPage<Row>(toldTable(sql`(${rows}) t`, ['t.card']), [], question, asked, asking);
}

/** What is wrong of it, from the top. */
export const problemsOf = (
  of: ImportView,
  page: Page,
  asked: ReadonlySet<string>,
  asking: Asking,
) =>
  staged<ImportProblemView>(
    'problems',
    sql`select p.line || ' ' || p.position as id, ${inOrder('p.line', `lpad(p.position::text, 4, '0')`)},
      json_build_object('id', p.line || ' ' || p.position, 'line', p.line, 'column', p.column_name, 'code', p.code,
        'message', p.message) as card
      from staging.import_problem p where p.import_id = ${of.id}`,
    { of, ...page },
    asked,
    asking,
  );

const changes = raw(`coalesce((select json_agg(json_build_object('field', c.key,
    'before', nullif(c.value -> 'before', 'null')::text, 'after', nullif(c.value -> 'after', 'null')::text) order by c.key)
  from jsonb_each(r.changes) c), '[]'::json)`);

/** What its rows would do, from the top. @param action of one kind alone */
export const rowsOf = (
  of: ImportView,
  page: Page & { action: RowAction | null },
  asked: ReadonlySet<string>,
  asking: Asking,
) =>
  staged<ImportRowView>(
    'rows',
    sql`select r.line::text as id, ${inOrder('r.line', `''`)},
      json_build_object('id', r.line::text, 'line', r.line, 'action', r.action, 'name', r.name, 'thingId', r.thing_id,
        'changes', ${changes}) as card
      from staging.import_row r where r.import_id = ${of.id}
        and (${page.action}::text is null or r.action = ${page.action})`,
    { of, args: page.action, first: page.first, after: page.after },
    asked,
    asking,
  );

/** Which of its rows may be listings that are there, from the top. */
export const duplicatesOf = (
  of: ImportView,
  page: Page,
  asked: ReadonlySet<string>,
  asking: Asking,
) =>
  staged<ImportDuplicateView>(
    'duplicates',
    sql`select d.id, ${inOrder('d.line', 'd.id')}, json_build_object('id', d.id, 'line', d.line, 'name', r.name,
        'thingId', d.thing_id, 'thingName', l.name, 'score', round(d.score::numeric, 2),
        'nameScore', round(d.name_score::numeric, 2), 'samePhone', d.same_phone, 'samePlace', d.same_place,
        'distanceMeters', d.distance_meters, 'decision', d.decision) as card
      from staging.import_duplicate d join staging.import_row r using (import_id, line)
      join org.listing l on l.id = d.thing_id where d.import_id = ${of.id}`,
    { of, ...page },
    asked,
    asking,
  );
