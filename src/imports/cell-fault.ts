import type { ProblemCode } from './import.js';

/** What is wrong of one cell, in words for whoever filled it in. */
export class CellFault extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
  ) {
    super(message);
    this.name = 'CellFault';
  }
}

/** @throws CellFault always */
export function faulty(message: string, code: ProblemCode = 'INVALID'): never {
  throw new CellFault(code, message);
}
