import { createHash } from 'node:crypto';
import asked from '../../../clients/operations/manifest.json' with { type: 'json' };
import released from '../../../clients/operations/released.json' with { type: 'json' };
import { Refusal, type Viewer } from '../../kernel/index.js';

/** A document that is trusted: its text, and its id, which is the SHA-256 of that in UTF-8, in hexadecimal. */
export interface TrustedDocument {
  id: string;
  body: string;
}
/** The text of each trusted document, by its id. */
export type TrustedTexts = ReadonlyMap<string, string>;

/** Those of the client as it is, of every one that was released, and others. */
export const trustedTexts = (others: readonly TrustedDocument[] = []): TrustedTexts =>
  new Map(
    [...released.operations, ...asked.operations, ...others].map(({ id, body }) => [id, body]),
  );

export const idOf = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

type Body = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The trusted document that a body names by its id, or holds; null where it does neither. */
function trustedText(
  { query, extensions }: Body,
  texts: TrustedTexts,
  isAsked: boolean,
): string | null {
  const named = isObject(extensions) ? extensions['persistedQuery'] : undefined;
  const id = isObject(named) ? named['sha256Hash'] : undefined;
  if (query === undefined || query === null)
    return typeof id === 'string' ? (texts.get(id) ?? null) : null;
  if (typeof query !== 'string' || (id === undefined && !isAsked)) return null;
  const its = idOf(query);
  return texts.has(its) && (id === undefined || id === its) ? query : null;
}

/**
 * The body of a request, with its text in the place of the id of a trusted document. Ids are taken of everyone; what is
 * none of them is left as it is.
 * @throws Refusal `FORBIDDEN` where the key of an app is for trusted documents, and this is another
 */
export function withTrustedText(body: unknown, texts: TrustedTexts, viewer: Viewer): unknown {
  const isLimited = viewer.kind === 'APP' && viewer.trustedDocumentsOnly === true;
  const query = isObject(body) ? trustedText(body, texts, isLimited) : null;
  if (query !== null) {
    const { extensions, ...rest } = body as Body;
    const { persistedQuery, ...others } = isObject(extensions) ? extensions : {};
    return { ...rest, query, extensions: others };
  }
  if (!isLimited) return body;
  throw new Refusal(
    'FORBIDDEN',
    'This key is answered trusted documents alone. Send one of the manifest of @harborlight/client, or of one that this directory ' +
      'was given, letter by letter, or its id as ' +
      'extensions.persistedQuery.sha256Hash. For others a steward issues another key.',
  );
}
