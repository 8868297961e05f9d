import { z } from 'zod';
import { addNotice, record } from '../audit/index.js';
import {
  deciderOf,
  noteDisclosed,
  reasonText,
  reasonToKeep,
  takeDown,
} from '../disclosure/index.js';
import type { Sealing } from '../vault/index.js';
import { readInput, Refusal, type Viewer } from '../kernel/index.js';
import { confirmRecord } from './confirm-record.js';
import { withdrawSaid } from './withdraw-said.js';
import { ownNation } from './consenting.js';
import { consentOf, endConsent } from './consent.store.js';

const input = z.strictObject({ nationId: z.string(), reason: reasonText });
export type WithdrawConsent = z.input<typeof input>;

const NONE_HOLDS =
  'No consent of this nation holds now. To take back what you said of it since, record one that leaves its record out: ' +
  'recordConsent, with coversRecord: false.';

/**
 * Withdraws what a nation consented to: the listings that it covered are told to the nation alone at once, what waits of them is void,
 * and its record is again as public sources have it, and says so, with what is told of its government and whom to call there. Where it
 * covered the record, what its people published in its name is withdrawn.
 * @returns the consent's id
 * @throws Refusal `NOT_FOUND` where the nation is none of hers, or has given no consent that holds
 */
export async function withdrawConsent(
  given: WithdrawConsent,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { nationId, reason } = readInput(input, given, 'input');
  const decider = await deciderOf(viewer, sealing);
  const nation = await ownNation(nationId, decider, sealing);
  const { organization } = nation;
  const consent = await consentOf(sealing, nationId);
  if (!consent) {
    throw new Refusal('NOT_FOUND', NONE_HOLDS, 'input.nationId');
  }
  // Things first, then their organization, as whoever approves holds them: a proposal that is being approved is over by then, or void.
  const disclosed = await takeDown(sealing, { ids: consent.listingIds, organization });
  if (consent.coversRecord) await withdrawSaid(organization, 'withdrawConsent', sealing);
  const knowsDoors = decider.reach.settled.includes(organization);
  const kept = await reasonToKeep({ organization, knowsDoors }, reason, null, sealing);
  await endConsent(sealing, consent.id, { by: decider.id, because: kept ?? 'Withdrawn.' });
  const said = { action: 'withdrawConsent', reason: kept };
  const as = { madeAs: 'NATION_COORDINATOR', organization } as const;
  await noteDisclosed(disclosed, { ...said, ...as }, sealing);
  const withdrawnListingIds = disclosed.map(({ id }) => id);
  await confirmRecord(nation, false, said, sealing);
  await record(sealing, viewer, {
    action: 'withdrawConsent',
    thing: nationId,
    detail: { consent: consent.id, reason: kept, withdrawnListingIds },
  });
  await addNotice(sealing, { kind: 'CONSENT_WITHDRAWN', organization, account: decider.id });
  return consent.id;
}
