import { z } from 'zod';
import { addNotice, record } from '../audit/index.js';
import { checkOfIt, deciderOf, holdNoted, noteDisclosed, takeDown } from '../disclosure/index.js';
import type { Sealing } from '../vault/index.js';
import { readInput, Refusal, refuse, type Viewer } from '../kernel/index.js';
import { confirmRecord } from './confirm-record.js';
import { withdrawSaid } from './withdraw-said.js';
import { ownNation } from './consenting.js';
import { addConsent, consentOf, countListings, endConsent } from './consent.store.js';

const LISTINGS_MAX = 500;

const input = z.strictObject({
  nationId: z.string(),
  /** A role and a body of the nation, never a person. */
  givenBy: z.string().trim().min(1).max(300),
  givenAt: z.date().nullish(),
  terms: z.string().trim().min(1).max(10_000),
  coversRecord: z.boolean(),
  listingIds: z.array(z.string()).max(LISTINGS_MAX),
});
export type RecordConsent = z.input<typeof input>;

/**
 * Records what a nation consents to be told of it, in place of what it consented to before: what that covered and this
 * does not is taken down at once, and where this leaves the record out, what its people said without any consent. It tells nothing
 * further by itself: that takes two of the nation's people.
 * @returns the consent's id
 * @throws Refusal `NOT_FOUND` where the nation or a listing is none of hers; `INVALID`
 */
export async function recordConsent(
  given: RecordConsent,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const read = readInput(input, given, 'input');
  const { nationId, givenBy, terms, coversRecord } = read;
  const givenAt = read.givenAt ?? sealing.now;
  if (givenAt > sealing.now) refuse('A consent cannot lie ahead.', 'input.givenAt');
  const decider = await deciderOf(viewer, sealing);
  const nation = await ownNation(nationId, decider, sealing);
  const { organization } = nation;
  // Its words are held against doors: by what is refused, who came in to find one could.
  const does = 'records what it consents to';
  await checkOfIt(decider.id, organization, sealing, { does, field: 'input.nationId' });
  const listingIds = [...new Set(read.listingIds)].sort();
  if ((await countListings(sealing, organization, listingIds)) < listingIds.length) {
    throw new Refusal('NOT_FOUND', 'One of these is no listing of yours.', 'input.listingIds');
  }
  const before = await consentOf(sealing, nationId);
  if (before) {
    await endConsent(sealing, before.id, { by: decider.id, because: 'Another was recorded.' });
  }
  const consent = { nationId, givenBy, givenAt, terms, coversRecord, listingIds };
  const id = await addConsent(sealing, consent, decider.id);
  const disclosed = await takeDown(sealing, {
    ids: before?.listingIds.filter((one) => !listingIds.includes(one)) ?? [],
    organization,
  });
  // What was said where no consent held is covered by none from now on either.
  if (!coversRecord && before?.coversRecord !== false)
    await withdrawSaid(organization, 'recordConsent', sealing);
  const said = { action: 'recordConsent', reason: null };
  const as = { madeAs: 'NATION_COORDINATOR', organization } as const;
  await noteDisclosed(disclosed, { ...said, ...as }, sealing);
  const withdrawnListingIds = disclosed.map((listing) => listing.id);
  await confirmRecord(nation, coversRecord, said, sealing);
  await record(sealing, viewer, {
    action: 'recordConsent',
    thing: nationId,
    detail: { consent: id, givenBy, coversRecord, listingIds, withdrawnListingIds },
  });
  await addNotice(sealing, { kind: 'CONSENT_RECORDED', organization, account: decider.id });
  await holdNoted(organization, { givenBy, terms }, null, sealing);
  return id;
}
