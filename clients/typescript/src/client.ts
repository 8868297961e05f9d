import { isSafeToRepeat, mayHelp, pause, waitMsAfter } from './again.js';
import { attempt } from './attempt.js';
import type { Given, Operation } from './operation.js';

/** How one question is asked. */
export interface Ways {
  /** Ends the question, and every try of it. */
  signal?: AbortSignal | undefined;
  /** Of one try; 10,000 where nothing is said. */
  timeoutMs?: number | undefined;
  /** How often it is asked again, where that is safe and may help; 5 where nothing is said. */
  retries?: number | undefined;
}

export interface Settings extends Omit<Ways, 'signal'> {
  /** As `https://directory.example.org/graphql`. */
  url: string;
  /** Of an app, as a steward issues it: `hbl_…`. Without, what is published is told. */
  key?: string | undefined;
  /** In which texts for people come, as `es`. */
  language?: string | undefined;
  /** In place of the one that is everywhere. */
  fetch?: typeof fetch | undefined;
}

export interface Client {
  /**
   * Asks a question or makes a change. A question is asked again while the directory cannot be reached, is
   * busy or has counted too many; a change too, where its input has an `idempotencyKey`.
   * @throws HarborlightError, or the reason of the signal that ended it
   */
  ask<Data, Variables extends object>(
    operation: Operation<Data, Variables>,
    ...given: Given<NoInfer<Variables>, Ways>
  ): Promise<Data>;
}

const TIMEOUT_MS = 10_000;
const RETRIES = 5;

/**
 * A client of one directory.
 * @throws TypeError where the address or the key cannot be one; it repeats neither
 */
export function createClient(settings: Settings): Client {
  const headers = headersOf(settings);
  const { url } = settings;
  return {
    async ask<Data, Variables extends object>(
      operation: Operation<Data, Variables>,
      ...[variables, ways]: Given<NoInfer<Variables>, Ways>
    ): Promise<Data> {
      const signal = ways?.signal;
      const timeoutMs = ways?.timeoutMs ?? settings.timeoutMs ?? TIMEOUT_MS;
      const retries = ways?.retries ?? settings.retries ?? RETRIES;
      const query = operation.toString();
      const retriesMax = isSafeToRepeat(query, variables) ? retries : 0;
      const body = JSON.stringify({ query, variables });
      // Looked up for each question: whoever watches requests may have put her own in its place since.
      const send = settings.fetch ?? fetch;
      for (let retried = 0; ; retried += 1) {
        signal?.throwIfAborted();
        try {
          return await attempt<Data>(send, url, { headers, body }, timeoutMs, signal);
        } catch (error) {
          if (retried >= retriesMax || !mayHelp(error)) throw error;
          await pause(waitMsAfter(error, retried), signal);
        }
      }
    },
  };
}

function headersOf({ url, key, language }: Settings): Record<string, string> {
  if (!isFit(url))
    throw new TypeError('The address must be one of http or https, with no key or password.');
  // What fetch says of a header that it does not take repeats the header.
  if (key !== undefined && !/^hbl_[\w-]+$/.test(key))
    throw new TypeError('The key must be as it was issued: hbl_…');
  if (language !== undefined && !/^[\w-]*$/.test(language))
    throw new TypeError('The language must be a tag: en');
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...(key && { authorization: `Bearer ${key}` }),
    ...(language && { 'accept-language': language }),
  };
}

const letterOf = (code: string) => String.fromCharCode(parseInt(code.slice(1), 16));

/** A key in an address would be in the logs of every proxy on the way. */
function isFit(url: string): boolean {
  if (!URL.canParse(url) || /hbl_/i.test(url.replace(/%[0-9a-f]{2}/gi, letterOf))) return false;
  const { protocol, username, password } = new URL(url);
  return /^https?:$/.test(protocol) && !username && !password;
}
