import { addNotice, wasToldOf } from '../audit/index.js';
import { isPerson, onceFor, type Changing, type Viewer } from '../kernel/index.js';
import type { Capacity } from './capacity.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Whom an organization was told of is not asked again for each row of a sheet. */
const toldIn = onceFor((_em: Changing['em']) => new Set<string>());

/**
 * Tells an organization who wrote in its name without being one of its people, a steward or whoever hosts a convening with it: of each
 * once a day. What she writes stands in its lists and its history; but nobody looks there who does not know that there is something
 * new, and before a house withholds its address it is to take out what others planted.
 * @param capacity as what she wrote; null where she keeps only what another organization says in the same words
 */
export async function noteWritten(
  { organization, capacity }: { organization: string; capacity: Capacity | null },
  viewer: Viewer,
  changing: Changing,
): Promise<void> {
  const told = toldIn(changing.em);
  if (capacity === 'OWN' || !isPerson(viewer) || told.has(organization)) return;
  told.add(organization);
  const notice = { kind: 'WRITTEN_BY_OTHERS', organization, account: viewer.id } as const;
  const since = new Date(changing.now.getTime() - DAY_MS);
  if (!(await wasToldOf(changing, notice, since))) await addNotice(changing, notice);
}
