import type { Contender } from '../contenders.js';
import { POOL_CONNECTIONS } from '../measure/constants.js';
import { oursQuestions, oursVariables, walkQuestion } from '../questions.js';

/** Cursors are signed: the one way to them is to walk. By page of a hundred, from the second on. */
const cursors: string[] = [];

interface Walked {
  organizations: { pageInfo: { endCursor: string } };
}

export const ours: Contender = {
  name: 'ours',
  program: ['src/server/main.js', 'serve'],
  environment: {
    HARBORLIGHT_LOG: 'warn',
    HARBORLIGHT_DATABASE_CONNECTIONS: String(POOL_CONNECTIONS),
  },
  path: '/graphql',
  async prepare(running, variants) {
    cursors.length = 0;
    const last = Math.max(0, ...variants.map(({ after }) => after?.page ?? 0));
    for (let page = 0; page < last; page++) {
      const after = cursors[page - 1] ?? null;
      const body = JSON.stringify({ query: walkQuestion, variables: { after } });
      const { organizations } = (await running.ask(body)) as Walked;
      cursors.push(organizations.pageInfo.endCursor);
    }
  },
  body(work, variant) {
    const cursor = variant.after ? cursors[variant.after.page - 1]! : null;
    return JSON.stringify({
      query: oursQuestions[work],
      variables: oursVariables(work, variant, cursor),
    });
  },
  normal: (_work, data) => data,
};
