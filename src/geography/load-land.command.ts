import type { Changing } from '../kernel/index.js';
import { hasCounties, saveCities, saveCounties, saveStates, saveZips } from './land.store.js';
import { usCities, usCounties, usZips } from './united-states.js';

/** Fills in the land every network stands on: states, counties, ZIPs, cities. Again changes nothing. */
export async function loadLand(
  changing: Changing,
  told: (what: string, done: number, total: number) => void = () => undefined,
): Promise<'loaded' | 'was there'> {
  if (await hasCounties(changing)) return 'was there';
  await saveStates(changing);
  await saveCounties(changing, usCounties(), (done, total) => told('counties', done, total));
  const zips = usZips();
  await saveZips(changing, zips, (done, total) => told('ZIPs', done, total));
  await saveCities(changing, usCities(zips), (done, total) => told('cities', done, total));
  return 'loaded';
}
