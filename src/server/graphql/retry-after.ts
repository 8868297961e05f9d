import type { ApolloServerPlugin } from '@apollo/server';

export const RETRY_AFTER_SECONDS = 5;
export const isForLater: ReadonlySet<unknown> = new Set(['UNAVAILABLE', 'RATE_LIMITED']);

/** Whoever is told that we cannot answer now is told when to ask again. */
export const retryAfter: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
      const turnedDown = errors?.find(({ extensions }) => isForLater.has(extensions?.['code']));
      if (!turnedDown) return;
      const seconds = turnedDown.extensions?.['retryAfterSeconds'] ?? RETRY_AFTER_SECONDS;
      http.headers.set('retry-after', String(seconds));
    },
  }),
};
