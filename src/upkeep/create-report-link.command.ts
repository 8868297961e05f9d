import { z } from 'zod';
import { idOf, record } from '../audit/index.js';
import { holdNoted, noteUnheld, wordsToKeep } from '../disclosure/index.js';
import { keptListing, noListing } from '../listings/index.js';
import { readInput, refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { addReportLink, openLinksOf } from './report-link.store.js';

const DAY_MS = 24 * 3_600_000;
const LINK_DAYS_STANDARD = 90;
const LINK_DAYS_MAX = 366;
const LABEL_MAX = 60;
/** Of one listing: a desk each, and its coordinators still see who has one. */
const OPEN_MAX = 20;

const input = z.strictObject({
  listingId: z.string(),
  label: z.string().trim().min(1).max(LABEL_MAX),
  days: z.number().int().min(1).max(LINK_DAYS_MAX).nullish(),
});
export type CreateReportLink = z.input<typeof input>;

/**
 * Makes a link by which whoever has it reports what an own option has free.
 * @param secretOf the secret of a link, of which its digest is kept
 * @returns its id
 * @throws Refusal `NOT_FOUND` where the listing is none, no housing, or another's: alike; `INVALID` where it is withdrawn, has
 *   many links already, or the label of someone who may know a withheld door leads to it
 */
export async function createReportLink(
  given: CreateReportLink,
  secretOf: (id: string) => string,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { listingId, label, days } = readInput(input, given, 'input');
  const kept = await keptListing(listingId, viewer, sealing, 'input.listingId');
  // What is free tonight is said by those who are there, and whom they trust with it.
  if (kept.capacity !== 'OWN' || kept.type !== 'HOUSING') throw noListing('input.listingId');
  if (kept.status === 'WITHDRAWN') refuse('It is withdrawn. Restore it first.', 'input.listingId');
  if ((await openLinksOf(sealing, listingId)) >= OPEN_MAX) {
    refuse(`It has ${OPEN_MAX} open links. End one that nobody uses first.`, 'input.listingId');
  }
  const expiresAt = new Date(sealing.now.getTime() + (days ?? LINK_DAYS_STANDARD) * DAY_MS);
  const { organization, knowsDoors } = kept;
  const words = knowsDoors ? label : await wordsToKeep(organization, label, [], sealing);
  const row = { listing: listingId, label: words, by: idOf(viewer)!, expiresAt };
  const id = await addReportLink(sealing, row, secretOf);
  await record(sealing, viewer, {
    action: 'createReportLink',
    thing: listingId,
    detail: { link: id, expiresAt: expiresAt.toISOString() },
  });
  if (knowsDoors) await holdNoted(organization, { label }, [], sealing);
  else await noteUnheld(sealing, organization, id);
  return id;
}
