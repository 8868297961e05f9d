import { Refusal, type Changing } from '../kernel/index.js';
import type { Decider } from './deciding.js';
import type { Disclosed } from './disclosed.store.js';
import type { Proposal } from './proposal.store.js';
import { isUnseen, waitOfOwn, waitsOfSecond } from './waits.store.js';

const UNSEEN =
  'Nobody of this organization who knows its doors was there with you for three days: a steward who did not bring you in confirms ' +
  'you first (grantRole), or the host. Until then its doors are not yours to ask for, nor what is told of it yours to decide.';

/** A place whose street is not withheld is told with it. */
export const tellsStreet = (
  { aspect }: Pick<Proposal, 'aspect'>,
  { streetTold }: Pick<Disclosed, 'streetTold'>,
): boolean => aspect === 'STREET' || streetTold === true;

const said = (time: Date) => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/**
 * That whoever approves is not brought in by whoever proposed, or with her, lately, and has held her role for a while:
 * two accounts of one person are the two only after those who are there already could see them come. And that a withheld street is
 * told, and a place with its street, by somebody who counts in its organization, whichever of the two she is.
 * @throws Refusal `FORBIDDEN` with the time from which on she may
 */
export async function checkWaited(
  { proposedBy: proposer, aspect }: Proposal,
  { organization, capacity, streetTold }: Disclosed,
  { id: person }: Decider,
  changing: Changing,
): Promise<void> {
  const acts = { proposer, person, organization, as: capacity };
  const { counts, kin } = await waitsOfSecond(changing, acts);
  if (kin && (!counts || counts <= kin)) {
    throw new Refusal(
      'FORBIDDEN',
      'One of you two brought in the other, or the same person both of you, within the last two weeks. Someone else ' +
        `must approve it, or you from ${said(kin)} on.`,
      'input.proposalId',
    );
  }
  if (counts && isUnseen(counts)) throw new Refusal('FORBIDDEN', UNSEEN, 'input.proposalId');
  if (counts) {
    throw new Refusal(
      'FORBIDDEN',
      'Whoever approves must have held her role for three days. Someone else must approve it, or you from ' +
        `${said(counts)} on. You may reject it at once.`,
      'input.proposalId',
    );
  }
  if (capacity === 'OWN' || !tellsStreet({ aspect }, { streetTold })) return;
  if (await waitOfOwn(changing, { person: proposer, organization })) {
    throw new Refusal(
      'FORBIDDEN',
      'Whoever proposed it may not know this address herself yet: one of its people who does must approve it, or propose it.',
      'input.proposalId',
    );
  }
}

/**
 * That someone who acts on the door of her own organization has been of it for a while: a steward could else come in as
 * one of its people, and be gone with the address before anyone sees her.
 * @param does what she wants to, as it is told her
 * @throws Refusal `FORBIDDEN` with the time from which on she may
 */
export async function checkOfIt(
  person: string,
  organization: string,
  changing: Changing,
  {
    does = 'asks for its doors, and lets others ask,',
    field = 'input.listingId',
  }: { does?: string; field?: string } = {},
): Promise<void> {
  const until = await waitOfOwn(changing, { person, organization });
  if (!until) return;
  if (isUnseen(until)) throw new Refusal('FORBIDDEN', UNSEEN, field);
  throw new Refusal(
    'FORBIDDEN',
    `Whoever is new to an organization ${does} after three days. Ask a colleague, or again from ${said(until)} on.`,
    field,
  );
}
