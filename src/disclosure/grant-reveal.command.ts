import { z } from 'zod';
import { heldRoles } from '../access/index.js';
import { record } from '../audit/index.js';
import { readInput, Refusal, refuse, type Changing, type Viewer } from '../kernel/index.js';
import { reachOf } from './capacity.js';
import { checkThere, deciderOf, noListing, notify, ownListing, reasonText } from './deciding.js';
import { sitesOf } from './disclosed.store.js';
import { holdNoted } from './hold-against-doors.command.js';
import { addRevealGrant, revealGrantById } from './reveal-grant.store.js';
import { checkOfIt } from './waiting.js';
import type { Sealing } from '../vault/index.js';

const DAY_MS = 24 * 3_600_000;
const GRANT_DAYS_STANDARD = 30;
const GRANT_DAYS_MAX = 365;

const input = z.strictObject({
  personId: z.string(),
  listingId: z.string(),
  reason: reasonText,
  days: z.number().int().min(1).max(GRANT_DAYS_MAX).nullish(),
});
export type GrantReveal = z.input<typeof input>;

/**
 * Lets an advocate ask where one withheld listing is, until a day: each time for a purpose, counted and written down as
 * for its own people. Someone of the organization grants it; a steward neither grants it nor is granted it.
 * @returns the id of what is granted
 * @throws Refusal `NOT_FOUND` where there is no such listing of hers, or no such advocate; `FORBIDDEN` to who is new there; `INVALID`
 */
export async function grantReveal(
  given: GrantReveal,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { personId, listingId, reason, days } = readInput(input, given, 'input');
  const decider = await deciderOf(viewer, sealing);
  const listing = await ownListing(listingId, decider, sealing);
  checkThere(listing, 'input.listingId');
  await checkOfIt(decider.id, listing.organization, sealing);
  const roles = await heldRoles(sealing, personId);
  const { isSteward, organizations, nations } = reachOf(roles);
  if (roles.length === 0 || isSteward) {
    throw new Refusal('NOT_FOUND', 'There is no such advocate.', 'input.personId');
  }
  if ([...organizations, ...nations].includes(listing.organization)) {
    refuse('She is of your organization, and may ask without it.', 'input.personId');
  }
  const endsAt = new Date(sealing.now.getTime() + (days ?? GRANT_DAYS_STANDARD) * DAY_MS);
  const { organization } = listing;
  const granted = { organization, listing: listingId, account: personId, reason, endsAt };
  const id = await addRevealGrant(sealing, { ...granted, by: decider.id });
  await record(sealing, viewer, {
    action: 'grantReveal',
    thing: listingId,
    detail: { person: personId, reason, endsAt: endsAt.toISOString() },
  });
  await notify(sealing, 'REVEAL_GRANTED', listing, decider, { person: personId, reason });
  await holdNoted(organization, { reason }, await sitesOf(sealing, listingId), sealing);
  return id;
}

/**
 * What was granted, or ended, as it is now to someone of the listing's organization.
 * @throws Refusal `NOT_FOUND`
 */
export async function revealGranted(id: string, viewer: Viewer, changing: Changing) {
  const decider = await deciderOf(viewer, changing);
  const grant = await revealGrantById(changing, id, decider.reach);
  if (!grant) throw noListing();
  await ownListing(grant.listingId, decider, changing);
  return grant;
}
