import { NOT_KEPT, type HeldAgainst } from '../disclosure/index.js';
import type { CheckedRow } from './check-row.js';
import type { Problem } from './import.js';

/**
 * What is kept of faulty rows in clear: what they are called and what is wrong of them, as far as it leads to no door. Nothing else of
 * them was held against any.
 */
export async function inClear(
  rows: readonly CheckedRow[],
  held: HeldAgainst,
): Promise<CheckedRow[]> {
  const kept: CheckedRow[] = [];
  for (const row of rows) {
    const { action, name } = row;
    if (action !== 'FAULTY') kept.push(row);
    else {
      const leads = name !== null && (await held({ name }, []));
      const problems = await problemsInClear(row.problems, held);
      kept.push({ ...row, name: leads ? NOT_KEPT : name, problems });
    }
  }
  return kept;
}

/** The same of what is wrong: a column that nobody knows is called as the sheet calls it. */
export async function problemsInClear(
  problems: readonly Problem[],
  held: HeldAgainst,
): Promise<Problem[]> {
  const kept: Problem[] = [];
  for (const problem of problems) {
    const { column, message } = problem;
    const leads = await held({ column, message }, []);
    kept.push(leads ? { ...problem, column: null, message: NOT_KEPT } : problem);
  }
  return kept;
}
