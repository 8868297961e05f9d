import { z } from 'zod';
import { reasonText } from '../disclosure/index.js';
import { asBefore, changesSince } from '../history/index.js';
import { housingWays, unitsOf } from '../housing/index.js';
import { kindOfId, readInput, refuse, type Viewer } from '../kernel/index.js';
import { keptListing, noListing, reactivateListing, reviseListing } from '../listings/index.js';
import { serviceWays } from '../services/index.js';
import type { Sealing } from '../vault/index.js';

const input = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  asOfVersion: z.number().int().min(1).nullish(),
  reason: reasonText,
});
export type RestoreListing = z.input<typeof input>;

/** What a state is made of that has its own mutations: a listing is not unpaused, nor told further, by what it said once. */
const OF_STATUS = new Set(['status', 'statusReason', 'pausedUntil', 'disclosure', 'places']);

/**
 * Brings a listing back: from a pause or a withdrawal; or, where a version is named, to what it said then.
 * @returns its id
 * @throws Refusal `NOT_FOUND`; `STALE_VERSION`; `INVALID` where there is nothing to bring back, and where what it said then may
 *   not be said now: a text that leads to a door withheld since, a place that is no more
 */
export async function restoreListing(
  given: RestoreListing,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { asOfVersion, ...asked } = readInput(input, given, 'input');
  if (asOfVersion == null) return reactivateListing(asked, viewer, sealing);
  const { id, version } = asked;
  if (asOfVersion >= version)
    refuse('Name a version before the one that you read.', 'input.asOfVersion');
  await keptListing(id, viewer, sealing);
  const ways = { HousingOption: housingWays, Service: serviceWays }[kindOfId(id) as string];
  if (!ways) throw noListing();
  const now = (await ways.statements([id], sealing)).get(id)!;
  const then = asBefore(now, await changesSince(sealing, id, asOfVersion));
  const named = Object.fromEntries(Object.entries(then).filter(([name]) => !OF_STATUS.has(name)));
  if ('units' in named) {
    named['units'] = unitsKnown(named['units'], await unitsOf(sealing, id));
  }
  return reviseListing({ ...asked, action: 'restoreListing', named }, ways, viewer, sealing);
}

/** A unit that was left out since comes back with its reports. One whose row went, as it did once, comes back as a new one. */
function unitsKnown(then: unknown, known: readonly { id: string }[]): unknown[] {
  const ids = new Set(known.map(({ id }) => id));
  return (then as { id: string }[]).map((unit) =>
    ids.has(unit.id) ? unit : { ...unit, id: null },
  );
}
