import { record, type Doer } from '../audit/index.js';
import type { Changing } from '../kernel/index.js';
import { addRevision, type Revision } from './revision.store.js';

/** Keeps a change: for the people whose thing it is, and in the log of what was done, which knows who did it. */
export async function noteChange(
  revision: Revision,
  doer: Doer,
  changing: Changing,
): Promise<void> {
  const { action, thing, version, changes } = revision;
  await addRevision(changing, revision);
  const detail = { version, fields: Object.keys(changes).sort() };
  await record(changing, doer, { action, thing, detail });
}
