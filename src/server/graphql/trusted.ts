import { createHash } from 'node:crypto';
import asked from '../../../clients/operations/manifest.json' with { type: 'json' };
import released from '../../../clients/operations/released.json' with { type: 'json' };
import { Refusal, type Viewer } from '../../kernel/index.js';

/** Each trusted document by its id: those of the client as it is, and of every one that was released. */
const texts = new Map(
  [...released.operations, ...asked.operations].map(({ id, body }): [string, string] => [id, body]),
);

const idOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

type Body = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The trusted document that a body names by its id, or holds; null where it does neither. */
function trustedText({ query, extensions }: Body, isAsked: boolean): string | null {
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
 * none of ours is left as it is.
 * @throws Refusal `FORBIDDEN` where the key of an app is for trusted documents, and this is another
 */
export function withTrustedText(body: unknown, viewer: Viewer): unknown {
  const isLimited = viewer.kind === 'APP' && viewer.trustedDocumentsOnly === true;
  const query = isObject(body) ? trustedText(body, isLimited) : null;
  if (query !== null) {
    const { extensions, ...rest } = body as Body;
    const { persistedQuery, ...others } = isObject(extensions) ? extensions : {};
    return { ...rest, query, extensions: others };
  }
  if (!isLimited) return body;
  throw new Refusal(
    'FORBIDDEN',
    'This key is answered trusted documents alone. Send one of the manifest of @harborlight/client, letter by letter, or its id as ' +
      'extensions.persistedQuery.sha256Hash. For others a steward issues another key.',
  );
}
