import type { Sealing } from '../vault/index.js';
import type { Answering } from './database/answering.js';
import type { Database } from './database/open-database.js';
import { asRefusal } from './database/unavailable.js';
import { inOne } from './make-ready.js';

/** Where a change that somebody asked for is made: by her login, under the keys of the house. */
interface Where {
  answering: Pick<Answering, 'em'>;
  database: Pick<Database, 'vault'>;
}

/**
 * A change that somebody asked for: all of it, or nothing of it.
 * @throws Refusal `UNAVAILABLE` where the database did not answer: it says whether the change may have been kept all
 *   the same; whatever the work throws
 */
export async function changeAsked<Result>(
  { answering: { em }, database: { vault } }: Where,
  work: (changing: Sealing) => Promise<Result>,
  now: Date,
): Promise<Result> {
  let isMade = false;
  try {
    return await inOne(
      { em, vault },
      async (changing) => {
        const result = await work(changing);
        isMade = true;
        return result;
      },
      now,
    );
  } catch (error) {
    throw asRefusal(error, isMade ? 'KEEPING' : 'CHANGING');
  }
}
