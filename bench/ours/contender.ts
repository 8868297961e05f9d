import type { Contender } from '../contenders.js';
import { POOL_CONNECTIONS } from '../measure/constants.js';
import { askedOf, placementAlike } from '../placement/asked.js';
import { oursQuestions, oursVariables, walkQuestion } from '../questions.js';

/** Cursors are signed: the one way to them is to walk. By page of a hundred, from the second on. */
const cursors: string[] = [];

/** What our server says of itself at `/readyz`, as far as it is read here. */
export interface Ready {
  placements: { state: 'OFF' | 'BUILDING' | 'READY' | 'LAGGING'; listings: number };
}

interface Walked {
  organizations: { pageInfo: { endCursor: string } };
}

/** As it is run: every guard on. */
export const ours: Contender = {
  name: 'ours',
  program: ['src/server/main.js', 'serve'],
  environment: {
    HARBORLIGHT_LOG: 'info',
    // As the Dockerfile runs it.
    NODE_OPTIONS: '--max-semi-space-size=16',
    MALLOC_MMAP_THRESHOLD_: '1048576',
    HARBORLIGHT_DATABASE_CONNECTIONS: String(POOL_CONNECTIONS),
    // Counted as for everyone, and more than can be asked: all callers are of one network here.
    HARBORLIGHT_RATE_STRANGER: '1000000000',
  },
  path: '/graphql',
  async isReady(port) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    const { placements } = (await answer.json()) as Ready;
    return placements.state === 'READY';
  },
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
  normal: (work, data) => (askedOf(work) ? placementAlike(data) : data),
};

/** The same with every guard off that can be: no request counted, nothing logged, one login of the database. */
export const unguarded: Contender = {
  ...ours,
  name: 'unguarded',
  environment: {
    ...ours.environment,
    HARBORLIGHT_LOG: 'silent',
    HARBORLIGHT_ONE_LOGIN: 'yes',
    HARBORLIGHT_RATE_STRANGER: '0',
  },
};
