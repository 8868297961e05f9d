import { enumOf, Refusal, type IdKind } from '../kernel/index.js';
import { sheetFaults } from './sheet-refusal.js';

/** Of what the rows of a sheet are: of one kind, and of one organization. */
export const ImportKind = enumOf('HOUSING', 'SERVICES');
export type ImportKind = keyof typeof ImportKind;

export const ImportState = enumOf('READING', 'READY', 'FAILED', 'APPLIED', 'UNDONE', 'EXPIRED');
export type ImportState = keyof typeof ImportState;

/** What a row would do. */
export const RowAction = enumOf('NEW', 'CHANGED', 'UNCHANGED', 'FAULTY');
export type RowAction = keyof typeof RowAction;

/** What is wrong of a row or of one of its cells. */
export const ProblemCode = enumOf(
  'REQUIRED',
  'INVALID',
  'FORMULA',
  'NOT_FOUND',
  'STALE_VERSION',
  'NAMED_TWICE',
  'UNIT_MISSING',
  'LEADS_TO_DOOR',
  'UNKNOWN_COLUMN',
  'NOT_BY_IMPORT',
);
export type ProblemCode = keyof typeof ProblemCode;

export interface Problem {
  line: number;
  column: string | null;
  code: ProblemCode;
  message: string;
}

/** Why nothing of a file could be read. */
export const SheetFault = enumOf(...sheetFaults);
export type SheetFault = keyof typeof SheetFault;

export const Decision = enumOf('SAME', 'DIFFERENT');
export type Decision = keyof typeof Decision;

const DAY_MS = 86_400_000;
/** What was uploaded and not begun is thrown away after this. */
export const UPLOAD_KEPT_MS = DAY_MS;
/** What was read, and not applied, is thrown away after this; of what was applied the rows. */
export const STAGED_KEPT_MS = 7 * DAY_MS;
/** Of one person, that wait. */
export const UPLOADS_MAX = 5;
/** Of one organization, that are being read. */
export const READING_MAX = 5;
/** Of one organization, that were read and wait to be applied: the oldest give way. */
export const WAITING_MAX = 20;

/** What things of a kind are, by their ids and by the type of their listing. */
export const thingsOf: Record<ImportKind, { id: IdKind; type: 'HOUSING' | 'SERVICE' }> = {
  HOUSING: { id: 'HousingOption', type: 'HOUSING' },
  SERVICES: { id: 'Service', type: 'SERVICE' },
};

export const noImport = (field = 'input.id'): Refusal =>
  new Refusal('NOT_FOUND', 'There is no such import among those of what you keep.', field);
