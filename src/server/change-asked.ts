import { record } from '../audit/index.js';
import { DoorRefusal } from '../disclosure/index.js';
import { stranger, type Viewer } from '../kernel/index.js';
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
  where: Where,
  work: (changing: Sealing) => Promise<Result>,
  now: Date,
  viewer: Viewer = stranger,
): Promise<Result> {
  // Not both spread: a database has an `em` of its own, its owner's, which may do everything.
  const {
    answering: { em },
    database: { vault },
  } = where;
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
    if (error instanceof DoorRefusal) await noteTried(error, where, now, viewer);
    throw asRefusal(error, isMade ? 'KEEPING' : 'CHANGING');
  }
}

/** Nothing of the change is kept; that its words led to a withheld door is. */
const noteTried = (
  { organization, field }: DoorRefusal,
  where: Where,
  now: Date,
  viewer: Viewer,
): Promise<void> =>
  changeAsked(
    where,
    (changing) =>
      record(changing, viewer, { action: 'refuseText', thing: organization, detail: { field } }),
    now,
  );
