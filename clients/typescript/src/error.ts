/** The closed set of codes with which the directory turns a request down. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'STALE_VERSION'
  | 'IDEMPOTENCY_CONFLICT'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** One of the errors of an answer. */
export interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly path: readonly (string | number)[] | null;
  /** The path of the input field at fault. */
  readonly field: string | null;
}

/** Why there is no answer. Holds neither the key nor what was asked. */
export class HarborlightError extends Error {
  override readonly name = 'HarborlightError';

  constructor(
    message: string,
    /** Of the directory; or `UNREACHABLE` or `TIMEOUT`, where it said nothing. */
    readonly code: ErrorCode | 'UNREACHABLE' | 'TIMEOUT',
    /** Seconds after which to ask again, where the directory says. */
    readonly retryAfter: number | null = null,
    /** By which whoever runs the directory finds a fault in its log. */
    readonly incidentId: string | null = null,
    /** Every error of the answer; this one is made of the first. */
    readonly errors: readonly Fault[] = [],
  ) {
    super(message);
  }
}
