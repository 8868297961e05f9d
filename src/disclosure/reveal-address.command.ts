import { z } from 'zod';
import { addNotice, record } from '../audit/index.js';
import { readInput, Refusal, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { ExactAddress } from './exact-address.js';
import { openAddress } from './open-address.command.js';
import { deciderOf } from './deciding.js';
import { holdNoted, wordsToKeep } from './hold-against-doors.command.js';
import { noteUnheld } from './own-texts.store.js';
import { checkOfIt } from './waiting.js';
import { revealedLately, withheldSites, type WithheldSite } from './reveal.store.js';

/** A person brings a few people to a few doors a day; whoever wants more is asked why by a steward. */
const REVEALS_A_DAY_MAX = 20;
const DAY_SECONDS = 86_400;
const PURPOSE_LETTERS_MIN = 10;

const input = z.strictObject({
  listingId: z.string(),
  purpose: z
    .string()
    .trim()
    .min(PURPOSE_LETTERS_MIN, 'Say in a few words what the address is needed for.')
    .max(500),
});
export type RevealAddress = z.input<typeof input>;

export interface RevealedAddress extends ExactAddress {
  /** What its organization calls the site. */
  site: string;
}

/**
 * Tells where the withheld sites of a listing are, to someone of its organization, or to whom that has granted it:
 * for a purpose, so often a day, written down in the same transaction, and its organization is told. What there is
 * none of, what is not hers, and what has no address kept answer alike.
 * @throws Refusal `INVALID`, also where the purpose leads to a door that she may know; `NOT_FOUND`; `FORBIDDEN` to who is new to the
 *   organization; `RATE_LIMITED` where she has had so many in a day
 */
export async function revealAddress(
  given: RevealAddress,
  viewer: Viewer,
  sealing: Sealing,
): Promise<RevealedAddress[]> {
  const { listingId, purpose } = readInput(input, given, 'input');
  const { id: account, reach } = await deciderOf(viewer, sealing);
  const asks = {
    account,
    organizations: [...reach.organizations, ...reach.nations],
    // A steward reads no exact address, whatever was granted to her before she became one.
    byGrant: !reach.isSteward,
  };
  if ((await revealedLately(sealing, account)) >= REVEALS_A_DAY_MAX) {
    throw new Refusal(
      'RATE_LIMITED',
      `You have asked for ${REVEALS_A_DAY_MAX} addresses within a day. Ask a colleague, or a steward.`,
      undefined,
      DAY_SECONDS,
    );
  }
  const sites = await withheldSites(sealing, listingId, asks);
  const revealed = await openAll(sites, sealing);
  if (revealed.length === 0) {
    throw new Refusal(
      'NOT_FOUND',
      'There is no such listing of yours, or granted to you, with an address that is kept.',
      'input.listingId',
    );
  }
  const { organization, granted } = sites[0]!;
  if (!granted) await checkOfIt(account, organization, sealing);
  const told = { organization, sites: sites.map(({ id }) => id) };
  const knowsAll = reach.settled.includes(organization);
  const kept = await purposeToKeep(purpose, { ...told, knowsAll }, sealing);
  await record(sealing, viewer, {
    action: 'revealAddress',
    thing: listingId,
    detail: { purpose: kept, sites: told.sites },
  });
  const notice = await addNotice(sealing, {
    kind: 'ADDRESS_REVEALED',
    organization,
    listing: listingId,
    account,
    reason: kept,
  });
  if (!knowsAll) await noteUnheld(sealing, organization, notice);
  return revealed;
}

async function openAll(
  sites: readonly WithheldSite[],
  sealing: Sealing,
): Promise<RevealedAddress[]> {
  const opened: RevealedAddress[] = [];
  for (const { id, name } of sites) {
    const address = await openAddress(id, sealing);
    if (address) opened.push({ ...address, site: name });
  }
  return opened;
}

/**
 * What for, as it is kept. Whoever asks by what was granted her knows one door of the organization: by another her words are neither
 * refused nor read.
 * @throws DoorRefusal where they repeat a door that she may know
 */
async function purposeToKeep(
  purpose: string,
  told: { organization: string; sites: string[]; knowsAll: boolean },
  sealing: Sealing,
): Promise<string> {
  const { organization, sites, knowsAll } = told;
  await holdNoted(organization, { purpose }, [], sealing, knowsAll ? undefined : sites);
  return knowsAll ? purpose : wordsToKeep(organization, purpose, [], sealing);
}
