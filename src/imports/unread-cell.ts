import type { Column } from './column.js';
import type { SheetRow } from './header.js';
import type { Problem } from './import.js';
import type { Unread } from './sheet.js';

const SHOWN: Record<Exclude<Unread, 'FORMULA' | 'ERROR' | 'MERGED'>, string> = {
  PERCENT: 'a percentage',
  MONEY: 'an amount of money',
  DATE: 'a date or a time',
  OTHERWISE: 'more than a number',
};

type Why = Pick<Problem, 'code' | 'message'>;

/**
 * Why a cell of a row is not read, and what to do; null of one that is. What is kept of a cell may be something else than it shows, and
 * nobody is to be told what nobody wrote. Money in a column of numbers is one of those that are read: the number is all there is.
 */
export function whyUnread(
  { unread }: SheetRow,
  { name, isNumber }: Pick<Column, 'name' | 'isNumber'>,
): Why | null {
  const why = unread[name];
  if (!why || (why === 'MONEY' && isNumber)) return null;
  if (why === 'FORMULA')
    return { code: 'FORMULA', message: 'A formula stands here. Write what it comes to.' };
  if (why === 'ERROR') {
    const message =
      'An error of the spreadsheet stands here. Write what is to be read, or empty it.';
    return { code: 'INVALID', message };
  }
  if (why === 'MERGED') {
    const message =
      'This cell is merged with another, and keeps nothing of its own. Unmerge them, and write in each what it says.';
    return { code: 'INVALID', message };
  }
  const shown = `The spreadsheet shows ${SHOWN[why]} here, but keeps it otherwise.`;
  const message = `${shown} Format the column as text, and write it again as it is to be read.`;
  return { code: 'INVALID', message };
}
