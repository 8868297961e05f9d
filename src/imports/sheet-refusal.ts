/** Why nothing of a file can be read. */
export const sheetFaults = [
  'NOT_A_SHEET',
  'NOT_IN_ENCODING',
  'MALFORMED',
  'ENCRYPTED',
  'TOO_LARGE',
  'NO_HEADER',
  'NO_ROWS',
  'FORBIDDEN',
  'INTERNAL',
] as const;

/** Why a file cannot be read at all, in words for whoever sent it. */
export class SheetRefusal extends Error {
  constructor(
    readonly code: (typeof sheetFaults)[number],
    message: string,
  ) {
    super(message);
    this.name = 'SheetRefusal';
  }
}

/** @throws SheetRefusal always */
export function notRead(code: SheetRefusal['code'], message: string): never {
  throw new SheetRefusal(code, message);
}
