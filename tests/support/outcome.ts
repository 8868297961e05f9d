import type { Answer } from './directory.js';

/** What a change comes to: done, or the code with which it was turned down and the field at fault. */
export const outcome = ({ body }: Pick<Answer<object>, 'body'>): string => {
  const [payload] = Object.values(body.data ?? {}) as ({
    userErrors: { code: string; field?: string | null }[];
  } | null)[];
  const error = payload?.userErrors[0];
  return body.errors?.[0]?.extensions.code ?? (error ? `${error.code} ${error.field}` : 'done');
};
