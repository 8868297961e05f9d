import { addRevision, changesBetween } from '../history/index.js';
import { takeWordsBack } from '../organizations/index.js';
import type { Sealing } from '../vault/index.js';
import { standingOf, type NationHeld } from './consent.store.js';
import {
  countNation,
  layAside,
  publicRecordOf,
  recordOf,
  setPublicRecord,
  setStanding,
  writeRecord,
} from './nation-record.store.js';

/**
 * Confirms a nation's record, which no public source changes from then on; or takes its own words of it down: then it is as public
 * sources have it, and says so, and so is what is told of its government. What was changed by that is kept with it.
 * @param said the mutation by which its people do it, and why; it writes its own event
 */
export async function confirmRecord(
  { id, organization }: NationHeld,
  confirmed: boolean,
  said: { action: string; reason: string | null },
  changing: Sealing,
): Promise<void> {
  const state = async () => ({
    ...(await recordOf(changing, id)),
    standing: await standingOf(changing, id),
  });
  const before = await state();
  const aside = await publicRecordOf(changing, id);
  if (confirmed) await layAside(changing, id);
  else if (aside) {
    await writeRecord(changing, id, aside);
    await setPublicRecord(changing, id, null);
  }
  if (!confirmed) await takeWordsBack(organization, said, changing);
  await setStanding(changing, id, confirmed ? 'CONFIRMED_BY_NATION' : 'PUBLIC_SOURCE');
  const changes = changesBetween(before, await state());
  if (Object.keys(changes).length === 0) return;
  const version = await countNation(changing, id);
  const as = { madeAs: 'NATION_COORDINATOR', organization } as const;
  await addRevision(changing, { thing: id, version, changes, ...said, ...as });
}
