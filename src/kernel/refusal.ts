/** The closed set of codes with which a request is turned down. */
export const refusalCodes = [
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'STALE_VERSION',
  'IDEMPOTENCY_CONFLICT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A request turned down, in words fit for the person who made it. Never holds words of the database. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    /** The path of the input field at fault, as `at.zip`. */
    readonly field?: string,
    /** When to ask again, where that is known. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'Refusal';
  }

  /** The same of a field that is called otherwise. */
  at(field: string, message: string): Refusal {
    return new Refusal(this.code, message, field);
  }
}

/** @throws Refusal always: `INVALID`, naming the field. */
export function refuse(message: string, field?: string): never {
  throw new Refusal('INVALID', message, field);
}
