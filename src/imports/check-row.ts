import type { HeldAgainst } from '../disclosure/index.js';
import { changesBetween, revised, type Changes, type Statement } from '../history/index.js';
import { isText } from '../kernel/index.js';
import { NOTHING } from '../listings/index.js';
import { CellFault } from './cell-fault.js';
import { asMeant } from './cell-text.js';
import type { Column } from './column.js';
import type { SheetRow } from './header.js';
import type { ImportKind, Problem, RowAction } from './import.js';
import { kinds } from './kinds.js';
import type { Known } from './known.js';
import { whyUnread } from './unread-cell.js';

/** A listing that a row is of. */
export interface Target {
  id: string;
  version: number;
  statement: Statement;
}

/** What every row of a sheet is held against. */
export interface Against {
  kind: ImportKind;
  known: Known;
  held: HeldAgainst;
}

/** What a row would do. */
export interface CheckedRow {
  row: SheetRow;
  action: RowAction;
  name: string | null;
  target: Pick<Target, 'id' | 'version'> | null;
  /** What is to stand there instead, by the names of the input. */
  named: Statement;
  changes: Changes;
  problems: Problem[];
  /** The field that leads to a withheld door. */
  leads: string | null;
}

/** What a row says of a new listing where it says nothing. */
const nothing: Statement = { ...NOTHING, serviceAreas: [] };

/** The text of a cell, as a person means it. */
const textOf = ({ cells }: SheetRow, column: string): string =>
  asMeant((cells[column] ?? '').replaceAll('\r\n', '\n').trim());

/**
 * What a row says of a listing. A cell that says what already stands there changes nothing, even where a cell cannot hold all of it.
 * @param target the listing that it is of; null of one that is new
 * @param adds whether an empty cell says nothing, and a list is only added to: so a row that was to be new loses nothing of the
 *   listing that it turned out to be
 */
export async function checkRow(
  row: SheetRow,
  target: Target | null,
  against: Against,
  adds = false,
): Promise<CheckedRow> {
  const { columns, ways } = kinds[against.kind];
  const before = target?.statement ?? null;
  const named: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const column of columns) {
    try {
      const value = valueOf(row, column, { before, known: against.known, adds });
      if (value === undefined) continue;
      checkField(ways.input.shape[column.field], value);
      named[column.field] = value;
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      const { code, message } = error;
      problems.push({ line: row.line, column: column.name, code, message });
    }
  }
  const whole = revised(before ?? nothing, named);
  const leads =
    problems.length > 0 ? null : await against.held(whole, (whole['siteIds'] ?? []) as string[]);
  if (leads) problems.push(leadsAway(row, columns, leads));
  const changes = changesBetween(before ?? {}, whole);
  return {
    row,
    action: actionOf(problems, target, changes),
    name: ((whole['name'] ?? null) as string | null)?.slice(0, 300) ?? null,
    target: target && { id: target.id, version: target.version },
    named,
    changes,
    problems,
    leads: leads?.field ?? null,
  };
}

function actionOf(problems: Problem[], target: Target | null, changes: Changes): RowAction {
  if (problems.length > 0) return 'FAULTY';
  if (!target) return 'NEW';
  return Object.keys(changes).length > 0 ? 'CHANGED' : 'UNCHANGED';
}

/** @returns undefined where the cell says nothing new @throws CellFault */
function valueOf(
  row: SheetRow,
  column: Column,
  asked: { before: Statement | null; known: Known; adds: boolean },
): unknown {
  const { before, known, adds } = asked;
  const why = whyUnread(row, column);
  if (why) throw new CellFault(why.code, why.message);
  const text = textOf(row, column.name);
  if (!isText(text)) throw new CellFault('INVALID', 'It holds a character that is not text.');
  const isThere = Object.hasOwn(row.cells, column.name);
  if (before && (!isThere || text === column.cell(before, known).replaceAll('\r\n', '\n').trim())) {
    return undefined;
  }
  if (text !== '') return column.value(text, asked);
  if (before && adds) return undefined;
  if (column.needed) throw new CellFault('REQUIRED', 'It must be said.');
  return before ? column.value(text, asked) : undefined;
}

function checkField(field: unknown, value: unknown): void {
  const read = (
    field as { safeParse(value: unknown): { error?: { issues: { message: string }[] } } }
  ).safeParse(value);
  const [issue] = read.error?.issues ?? [];
  if (issue) throw new CellFault('INVALID', `${issue.message}.`.replace(/\.\.$/, '.'));
}

/** The column whose text leads to a door; of what no column holds, none. */
function leadsAway(
  { line }: SheetRow,
  columns: readonly Column[],
  { field, advice }: { field: string; advice: string },
): Problem {
  const column = columns.find((one) => one.field === field.split('.')[0])?.name ?? null;
  return { line, column, code: 'LEADS_TO_DOOR', message: advice };
}
