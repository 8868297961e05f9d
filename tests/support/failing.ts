import type { Database } from '../../src/server/database/open-database.js';
import type { Statement } from '../../src/kernel/index.js';

/**
 * While it lasts, what is read passes through here.
 * @param seen is shown each statement before it is sent, and may hold it; where it throws, it fails
 */
export async function watching<Result>(
  { read }: Pick<Database, 'read'>,
  seen: (statement: Statement) => unknown,
  work: () => Promise<Result>,
): Promise<Result> {
  const rows = read.rows;
  read.rows = async (statement) => {
    await seen(statement);
    return rows.call(read, statement) as never;
  };
  try {
    return await work();
  } finally {
    read.rows = rows;
  }
}

/** While it lasts, some statements fail, so many times. */
export function failing<Result>(
  database: Pick<Database, 'read'>,
  which: RegExp,
  times: number,
  work: () => Promise<Result>,
): Promise<Result> {
  let left = times;
  const fail = ({ text }: Statement) => {
    if (!which.test(text) || left === 0) return;
    left -= 1;
    throw new Error('the connection is gone');
  };
  return watching(database, fail, work);
}
