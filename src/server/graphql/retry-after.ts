import type { ApolloServerPlugin } from '@apollo/server';
import type { Asking } from '../../kernel/index.js';

const RETRY_AFTER_SECONDS = 5;

/** Says with an answer that is `UNAVAILABLE` when to ask again. */
export const retryAfter: ApolloServerPlugin<Asking> = {
  requestDidStart: async () => ({
    async willSendResponse({ response: { body, http } }) {
      const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
      if (errors.every(({ extensions }) => extensions?.['code'] !== 'UNAVAILABLE')) return;
      http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
    },
  }),
};
