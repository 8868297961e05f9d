import { z } from 'zod';
import { record } from '../audit/index.js';
import { WithheldReason } from '../geography/index.js';
import {
  personOf,
  readInput,
  Refusal,
  refuse,
  type Changing,
  type Viewer,
} from '../kernel/index.js';
import { madeAs } from './capacity.js';
import { decidedThing, deciderOf, notify, reasonText, toldNow } from './deciding.js';
import {
  discloseListings,
  discloseLocation,
  removeStreet,
  sitesOf,
  toldAddress,
  type Disclosed,
  type DisclosedListing,
} from './disclosed.store.js';
import { holdToldAgainstDoors, reasonToKeep } from './hold-against-doors.command.js';
import { noteDisclosed } from './note-disclosed.command.js';
import { sealAddress } from './seal-address.command.js';
import { currentKeyOf, type Sealing } from '../vault/index.js';
import { loosens, Telling, type Disclosure } from './telling.js';

const input = z.strictObject({
  id: z.string(),
  to: z.enum(Telling),
  withheldReason: z.enum(WithheldReason).nullish(),
  reason: reasonText,
});
export type TightenDisclosure = z.input<typeof input>;

/** How far a thing is told after it. */
export interface Tightened {
  id: string;
  disclosure: Disclosure;
  street: Telling | null;
}

/**
 * Tells less of a listing or a location: one person, at once. A street that is withheld is sealed before it is taken
 * away, so that its own people still find the door.
 * @returns the thing's id
 * @throws Refusal `NOT_FOUND`; `FORBIDDEN` where the street is not hers to read; `INVALID` where it would tell no less than
 *   now, where there is no key to seal with, and where a told text would still lead to the door
 */
export async function tightenDisclosure(
  given: TightenDisclosure,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id, to, withheldReason, reason } = readInput(input, given, 'input');
  const decider = await deciderOf(viewer, sealing);
  const thing = await decidedThing(id, decider, sealing);
  const before = toldNow(thing, to);
  if (loosens(before, to) >= 0) {
    refuse(
      'It is told no further already. To tell more takes two people: proposeDisclosure.',
      'input.to',
    );
  }
  const disclosed =
    to === 'STREET_WITHHELD'
      ? await withhold(thing, withheldReason, viewer, sealing)
      : await tellLess(thing, to as Disclosure, sealing);
  const kept = await reasonToKeep(thing, reason, await sitesOf(sealing, id), sealing);
  const said = { action: 'tightenDisclosure', reason: kept };
  await noteDisclosed(disclosed, { ...said, ...madeAs(thing, viewer) }, sealing);
  await record(sealing, viewer, {
    action: 'tightenDisclosure',
    thing: id,
    detail: { before, after: to, reason: kept },
  });
  await notify(sealing, 'DISCLOSURE_TIGHTENED', thing, decider);
  return id;
}

/**
 * How far a thing is told now, to someone who decides on it.
 * @throws Refusal `NOT_FOUND`
 */
export async function disclosedNow(
  id: string,
  viewer: Viewer,
  changing: Changing,
): Promise<Tightened> {
  const decider = await deciderOf(viewer, changing);
  const { disclosure, streetTold } = await decidedThing(id, decider, changing);
  const street = streetTold ? 'STREET_TOLD' : 'STREET_WITHHELD';
  return { id, disclosure, street: streetTold === null ? null : street };
}

const tellLess = (
  thing: Disclosed,
  to: Disclosure,
  sealing: Sealing,
): Promise<DisclosedListing[]> =>
  thing.kind === 'LOCATION'
    ? discloseLocation(sealing, thing, to)
    : discloseListings(sealing, { ids: [thing.id], organization: thing.organization, to });

/**
 * What is refused names the text that is in the way: of an address that only its own people read, it would tell it to whoever put
 * streets into texts to try them. Nobody else is told of such a place.
 */
function checkReads({ disclosure, knowsDoors }: Disclosed): void {
  if (knowsDoors || disclosure !== 'OWN') return;
  throw new Refusal(
    'FORBIDDEN',
    'Only its own people read this address: one of them withholds it, whoever is new to them after three days.',
    'input.id',
  );
}

/** In one transaction: what is sealed is what was told, and nothing is lost where it cannot be sealed. */
async function withhold(
  thing: Disclosed,
  reason: WithheldReason | null | undefined,
  viewer: Viewer,
  sealing: Sealing,
): Promise<DisclosedListing[]> {
  checkReads(thing);
  if (!reason)
    refuse('Say what is told instead of the address: why it is withheld.', 'input.withheldReason');
  currentKeyOf(sealing, {
    what: 'an exact address',
    until: 'tell the location to fewer people: to OWN.',
    field: 'input.to',
  });
  const exact = await toldAddress(sealing, thing.id);
  const disclosed = await removeStreet(sealing, thing, reason);
  const told = { locationId: thing.id, exact, wasToldTo: thing.disclosure };
  await sealAddress({ ...told, enteredBy: personOf(viewer) }, sealing, 'input.to');
  await holdToldAgainstDoors(thing.organization, [thing.id], sealing, 'input.to');
  return disclosed;
}
