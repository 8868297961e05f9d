import type { ApolloServerPlugin } from '@apollo/server';

export const RETRY_AFTER_SECONDS = 5;

/** Whoever is told that we cannot answer now is told when to ask again. */
export const retryAfter: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
      if (errors?.some(({ extensions }) => extensions?.['code'] === 'UNAVAILABLE'))
        http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
    },
  }),
};
