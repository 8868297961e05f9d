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
export const phonesIn = (cell: string): GivenPhone[] =>
  listIn(cell).map((text) => phoneIn(text).phone);

/**
 * The phones that were, and those that a cell names besides. A kind, an extension or a note that it does not say of one stays.
 * @throws CellFault where one cannot be dialed
 */
export function phonesAdded(cell: string, were: readonly GivenPhone[]): GivenPhone[] {
  const all = [...were];
  for (const said of listIn(cell).map(phoneIn)) {
    const { phone } = said;
    const at = placeAmong(all, said);
    const known = all[at];
    if (!known) all.push(phone);
    else {
      const extension = phone.extension ?? known.extension;
      all[at] = { ...known, extension, note: phone.note ?? known.note };
    }
  }
  return all;
}

/** Which of them is meant: the one that is so in all that is said, else one that may be; -1 where it is another. */
function placeAmong(all: readonly GivenPhone[], { phone, kind }: SaidPhone): number {
  const isOf = (one: GivenPhone) =>
    one.number === phone.number && (kind === undefined || one.kind === phone.kind);
  const exactly = all.findIndex((one) => isOf(one) && one.extension === phone.extension);
  if (exactly >= 0) return exactly;
  return all.findIndex((one) => isOf(one) && (one.extension === null || phone.extension === null));
}

interface SaidPhone {
  phone: GivenPhone;
  /** As it is said; a phone of which none is said is one to speak by. */
  kind: string | undefined;
}

function phoneIn(text: string): SaidPhone {
  const [, kind, number = '', extension = null, note = null] = PHONE.exec(text) ?? [];
  const read = phoneInput.safeParse({
    number,
    kind: (kind ?? 'VOICE').toUpperCase(),
    extension,
    note,
  });
  if (!read.success) faulty('Write phones as 218-555-0100 ext 12 (a note); TEXT 741741.');
  try {
    const { display: _, ...phone } = phoneRow(read.data, 'number');
    return { phone, kind };
  } catch (error) {
    if (error instanceof Refusal) faulty('One of them is not a number that can be dialed.');
    throw error;
  }
}
