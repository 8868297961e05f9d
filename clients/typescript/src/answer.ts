import { HarborlightError, type ErrorCode, type Fault } from './error.js';

interface Body<Data> {
  data?: Data | null;
  errors?: Told[];
}

interface Told {
  message: string;
  path?: (string | number)[];
  extensions?: {
    code?: ErrorCode;
    field?: string;
    incident?: string;
    retryAfterSeconds?: number;
  };
}

/** Of an answer that no directory gave: a proxy in front of it. */
const codes: Record<number, ErrorCode> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'UNAVAILABLE',
  413: 'LIMIT_EXCEEDED',
  425: 'UNAVAILABLE',
  429: 'RATE_LIMITED',
  500: 'INTERNAL',
};

/**
 * What an answer tells.
 * @throws HarborlightError where it tells of an error
 */
export async function dataOf<Data>(response: Response): Promise<Data> {
  const { status } = response;
  const text = await response.text();
  let body: Body<Data> | null = null;
  try {
    body = JSON.parse(text) as Body<Data>;
  } catch {
    // A proxy's page, or an answer cut short.
  }
  // What is no list of errors is no directory's.
  const errors = Array.isArray(body?.errors)
    ? body.errors.filter((one) => one && typeof one === 'object')
    : [];
  if (body?.data && errors.length === 0) return body.data;
  const [first] = errors;
  const { code, incident, retryAfterSeconds } = first?.extensions ?? {};
  throw new HarborlightError(
    first?.message || `No directory answered: status ${status}.`,
    code ?? codes[status] ?? (status > 500 || response.ok ? 'UNAVAILABLE' : 'BAD_REQUEST'),
    secondsOf(response.headers.get('retry-after')) ?? retryAfterSeconds ?? null,
    incident ?? null,
    errors.map(({ message = '', path, extensions }): Fault => ({
      message,
      code: extensions?.code ?? 'INTERNAL',
      path: path ?? null,
      field: extensions?.field ?? null,
    })),
  );
}

/** `Retry-After` is a number of seconds, or a moment. */
function secondsOf(header: string | null): number | null {
  if (!header) return null;
  const seconds = +header;
  const left = Number.isNaN(seconds) ? (Date.parse(header) - Date.now()) / 1_000 : seconds;
  return Number.isNaN(left) ? null : Math.max(0, left);
}
