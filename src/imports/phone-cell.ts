import { Refusal } from '../kernel/index.js';
import { phoneInput, phoneRow } from '../organizations/index.js';
import { faulty } from './cell-fault.js';
import { listed, listIn } from './cell-text.js';

/** A phone as it is given. */
export interface GivenPhone {
  number: string;
  kind: string;
  extension: string | null;
  note: string | null;
}

const NATIONAL = /^\+1(\d{3})(\d{3})(\d{4})$/;
const PHONE =
  /^(?:(VOICE|TEXT|TTY|FAX)\s+)?(.+?)(?:\s*(?:ext\.?|x)\s*(\d{1,10}))?(?:\s+\((\D.*)\))?$/is;

/** *218-555-0100 ext 12 (after hours); TEXT 741741*. */
export const phonesCell = (phones: readonly GivenPhone[]): string =>
  listed(
    phones.map(({ number, kind, extension, note }) =>
      [
        kind === 'VOICE' ? [] : kind,
        number.replace(NATIONAL, '$1-$2-$3'),
        extension === null ? [] : `ext ${extension}`,
        note === null ? [] : `(${note})`,
      ]
        .flat()
        .join(' '),
    ),
  );

/** @throws CellFault where one cannot be dialed */
export const phonesIn = (cell: string): GivenPhone[] => listIn(cell).map(phoneIn);

function phoneIn(text: string): GivenPhone {
  const [, kind = 'VOICE', number = '', extension = null, note = null] = PHONE.exec(text) ?? [];
  const read = phoneInput.safeParse({ number, kind: kind.toUpperCase(), extension, note });
  if (!read.success) faulty('Write phones as 218-555-0100 ext 12 (a note); TEXT 741741.');
  try {
    const { display: _, ...phone } = phoneRow(read.data, 'number');
    return phone;
  } catch (error) {
    if (error instanceof Refusal) faulty('One of them is not a number that can be dialed.');
    throw error;
  }
}
