import { kindOfId } from '../kernel/index.js';
import { holdTexts } from './confidential-address.store.js';
import type { Disclosed } from './disclosed.store.js';
import { DoorRefusal } from './door-refusal.js';
import { openDoors } from './doors.js';
import { Doors, standing, type StandsAt, type Words } from './held-doors.js';
import { forgetLeading, noteOwnTexts } from './own-texts.store.js';
import { tellsDoor, type PlacePart, type ToldPlace } from './same-door.js';
import type { Sealing } from '../vault/index.js';
import { SealFault } from '../vault/index.js';
import { groupsIn, textsIn } from './texts-in.js';
import { listingTexts, toldAddresses, toldThings, type ToldThing } from './told-things.store.js';
import { advice } from './withheld-door.js';

/** What was found in so many letters of a sheet is known, and not looked for again. */
const REMEMBERED_LETTERS = 1_000_000;

export interface Written {
  organizationId: string;
  /** All that was given, as it was given. */
  given: object;
  /** Where a listing stands, no place where it stands nowhere; of an organization itself, and of its library, nothing. */
  siteIds?: readonly string[];
}

/**
 * That no text of what an organization writes repeats one of its withheld doors, or leads to the one where it stands.
 * @throws Refusal `INVALID` with the field and what to do; it never repeats what it found
 */
export async function holdAgainstDoors(
  { organizationId, given, siteIds }: Written,
  sealing: Sealing,
): Promise<void> {
  await holdTexts(sealing, organizationId);
  const words = { texts: textsIn(given), beside: groupsIn(given) };
  await checkTexts(organizationId, words, standing(siteIds), sealing);
}

/** Holds what is written against doors. @returns the field that leads to one, and what to do instead; null where none does */
export type HeldAgainst = (
  given: object,
  siteIds: readonly string[],
) => Promise<{ field: string; advice: string } | null>;

/** The withheld doors of an organization, opened once, to hold much of what it writes against. */
export async function doorsToHold(organizationId: string, sealing: Sealing): Promise<HeldAgainst> {
  const opened = await openDoors(organizationId, sealing);
  if (opened.length === 0) return () => Promise.resolve(null);
  const doors = new Doors(opened, REMEMBERED_LETTERS);
  return (given, siteIds) => doors.firstRepeat(given, standing(siteIds));
}

/**
 * That words which are written with an act lead to no withheld door: they are kept, and some are told. To be held last of all: what
 * is refused for another reason must tell nothing of a door.
 * @param noted each text by the name of its input
 * @param siteIds where what it is of stands; null of what tells no place of its own
 * @param only the doors that whoever writes may know, where those are not all: by any other she is refused nothing
 * @throws DoorRefusal
 */
export async function holdNoted(
  organizationId: string,
  noted: Readonly<Record<string, string>>,
  siteIds: readonly string[] | null,
  sealing: Sealing,
  only?: readonly string[],
): Promise<void> {
  await holdTexts(sealing, organizationId);
  // Whatever they are called: a purpose is words here, and so are terms.
  const texts = Object.entries(noted).map(([name, text]) => ({ field: `input.${name}`, text }));
  await checkTexts(organizationId, { texts, beside: [texts] }, standing(siteIds), sealing, only);
}

async function checkTexts(
  organizationId: string,
  words: Words,
  standsAt: StandsAt,
  sealing: Sealing,
  only?: readonly string[],
): Promise<void> {
  const doors = await openDoors(organizationId, sealing, only);
  if (doors.length === 0) return;
  const repeated = await new Doors(doors).firstAmong(words, standsAt);
  if (repeated) {
    const { field, advice } = repeated;
    throw new DoorRefusal(organizationId, `${field}: ${advice}`, field);
  }
}

/**
 * The reason of an act that tells less, to be written down. To tell less must be possible where nothing can be opened:
 * then the reason, which nothing was held against, is not kept. Nor is one that leads to a door, of someone who may not know it: she
 * would learn by a refusal that she guessed right.
 * @throws DoorRefusal where one of the organization's own people repeats a withheld door
 */
export async function reasonToKeep(
  { organization, knowsDoors }: Pick<Disclosed, 'organization' | 'knowsDoors'>,
  reason: string,
  siteIds: readonly string[] | null,
  sealing: Sealing,
): Promise<string | null> {
  try {
    await holdNoted(organization, { reason }, siteIds, sealing);
    return reason;
  } catch (error) {
    if (error instanceof SealFault || (error instanceof DoorRefusal && !knowsDoors)) return null;
    throw error;
  }
}

/** What stands in place of words that are not kept; to be read by whoever may know the doors. */
export const NOT_KEPT = 'Not kept: it may lead to a withheld address.';

/**
 * Words of someone who may not know all doors, to be kept with an act that is hers to do all the same. Nothing of them is refused: by that
 * she would find a door. What leads to one is not kept, so that no copy of the database has it. Whatever it was, nobody reads it who
 * may not know the doors, herself among them: what of it is kept is to be noted by `noteUnheld`.
 */
export const wordsToKeep = async (
  organization: string,
  words: string,
  siteIds: readonly string[] | null,
  sealing: Sealing,
): Promise<string> =>
  (await reasonToKeep({ organization, knowsDoors: false }, words, siteIds, sealing)) ?? NOT_KEPT;

/**
 * That an address is none that is withheld as another place of its organization: told, it would tell that one.
 * @param locationId its own place, where it has one already
 * @param field where it stands, or where its parts do
 * @throws DoorRefusal
 */
export async function holdAddressAgainstDoors(
  {
    organizationId,
    locationId,
    address,
  }: {
    organizationId: string;
    locationId?: string;
    address: ToldPlace;
  },
  sealing: Sealing,
  field: string | ((part: PlacePart) => string),
): Promise<void> {
  for (const opened of await openDoors(organizationId, sealing)) {
    const part = opened.locationId === locationId ? null : tellsDoor(address, opened.door);
    if (part === null) continue;
    const at = typeof field === 'string' ? field : field(part);
    throw new DoorRefusal(organizationId, `${at}: ${toldTwice(part)}`, at);
  }
}

const toldTwice = (part: PlacePart): string =>
  part === 'postalCode'
    ? `${advice.POSTAL_CODE} One is withheld as another place of its organization.`
    : `This ${part === 'point' ? 'point' : 'address'} is withheld as another place of its organization.`;

/** Whoever planted several streets sees which of them goes: the others are to go with it. */
const OTHERS_WORDS =
  ' Take out with it whatever else others wrote in its name, in one go: whoever wrote there sees which of it goes.';

/**
 * The same for what an organization tells already, when one of its addresses is newly withheld. What only its own people read may
 * lead to it; whoever may not know the door does not read that any more, all of it, or she could learn by what is gone.
 * @throws Refusal `INVALID` naming the thing and its field, at the place of the input that asked for it
 */
export async function holdToldAgainstDoors(
  organizationId: string,
  locationIds: readonly string[],
  sealing: Sealing,
  field: string,
): Promise<void> {
  await holdTexts(sealing, organizationId);
  const doors = await openDoors(organizationId, sealing, locationIds);
  if (doors.length === 0) return;
  await checkThings(
    organizationId,
    await toldThings(sealing, organizationId),
    new Doors(doors),
    field,
    OTHERS_WORDS,
  );
  for (const { id, ...address } of await toldAddresses(sealing, organizationId)) {
    // To tell less must be easy: its nine figures of a ZIP are its own block's, and are told already.
    const told = { ...address, postalCode: null };
    if (!doors.some(({ door }) => tellsDoor(told, door))) continue;
    const why =
      kindOfId(id) === 'TribalNation'
        ? 'is told as its seat, or named as it by public sources: it is no secret.'
        : 'tells the same address. Tell it to its own people first (tightenDisclosure to OWN), and withhold it too.';
    throw new DoorRefusal(organizationId, `${id} ${why}`, field);
  }
  await noteOwnTexts(sealing, organizationId);
}

/**
 * The same for a listing that is about to be told to more people, with all that is withheld of its organization.
 * @throws Refusal `INVALID` naming its field, at the place of the input that asked for it
 */
export async function holdListingAgainstDoors(
  organizationId: string,
  listingId: string,
  sealing: Sealing,
  field: string,
): Promise<void> {
  await holdTexts(sealing, organizationId);
  const doors = await openDoors(organizationId, sealing);
  if (doors.length > 0) {
    const texts = await listingTexts(sealing, organizationId, listingId);
    await checkThings(organizationId, texts, new Doors(doors), field);
  }
  await forgetLeading(sealing, listingId);
}

async function checkThings(
  organizationId: string,
  things: readonly ToldThing[],
  held: Doors,
  field: string,
  besides = '',
): Promise<void> {
  for (const { id, siteIds, thing } of things) {
    const repeated = await held.firstRepeat(thing, standing(siteIds));
    if (!repeated) continue;
    throw new DoorRefusal(
      organizationId,
      `${id}, ${repeated.field}: ${repeated.advice} Or tell it to fewer people first (tightenDisclosure to OWN).${besides}`,
      field,
    );
  }
}
