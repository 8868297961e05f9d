import { Refusal } from '../kernel/index.js';
import { holdTexts } from './confidential-address.store.js';
import type { Disclosed } from './disclosed.store.js';
import { openDoors, type OpenedDoor } from './doors.js';
import { finderOf, readText } from './repeats-of.js';
import type { Sealing } from '../vault/index.js';
import { SealFault } from '../vault/index.js';
import { textsIn, type PlacedText } from './texts-in.js';
import { forgetLeading, isLeading, noteLeading, ownThings } from './own-texts.store.js';
import { listingTexts, toldThings, type ToldThing } from './told-things.store.js';
import type { SpanKind } from './withheld-door.js';

/** They lead to a door, whichever it is: refused where a withheld one alone can be meant. */
const leadsAnywhere: ReadonlySet<SpanKind> = new Set([
  'LANDMARK',
  'TRANSIT',
  'DOOR_CODE',
  'THREE_WORDS',
  'MAP_LINK',
  'PLACE_ID',
]);

interface Repeated {
  field: string;
  advice: string;
}

/** Where something stands, as far as it matters for what may be said of it. */
type StandsAt = (door: OpenedDoor) => boolean;

/** Doors made ready once, to be held against many texts. */
class Doors {
  private readonly finders;

  constructor(doors: readonly OpenedDoor[]) {
    this.finders = doors.map((opened) => ({ opened, find: finderOf(opened.door, opened) }));
  }

  /** The first text that leads to one of them; null where none does. Nothing of what was found is repeated. */
  firstRepeat(texts: readonly PlacedText[], standsAt: StandsAt): Repeated | null {
    for (const { field, text } of texts) {
      const read = readText(text);
      for (const { opened, find } of this.finders) {
        const here = standsAt(opened);
        const span = find(read).find(({ kind }) => here || !leadsAnywhere.has(kind));
        if (span) return { field, advice: span.advice };
      }
    }
    return null;
  }
}

/** A listing stands at its sites; an organization that tells no place of its own, at any of those it withholds. */
const standing =
  (siteIds: readonly string[] | null | undefined): StandsAt =>
  ({ locationId, told }) =>
    siteIds ? siteIds.includes(locationId) : told.length === 0;

export interface Written {
  organizationId: string;
  /** All that was given, as it was given. */
  given: object;
  /** Where a listing stands; of an organization itself, and of what stands nowhere, nothing. */
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
  await checkTexts(organizationId, textsIn(given), standing(siteIds), sealing);
}

/**
 * That what is written down of an act repeats no withheld door: it is kept, and may be read by who may not know it.
 * @param noted each text by the name of its input
 * @throws Refusal `INVALID`
 */
export async function holdNoted(
  organizationId: string,
  noted: Readonly<Record<string, string>>,
  sealing: Sealing,
): Promise<void> {
  await holdTexts(sealing, organizationId);
  const texts = Object.entries(noted).map(([name, text]) => ({ field: `input.${name}`, text }));
  await checkTexts(organizationId, texts, standing([]), sealing);
}

async function checkTexts(
  organizationId: string,
  texts: readonly PlacedText[],
  standsAt: StandsAt,
  sealing: Sealing,
): Promise<void> {
  const doors = await openDoors(organizationId, sealing);
  if (doors.length === 0) return;
  const repeated = new Doors(doors).firstRepeat(texts, standsAt);
  if (repeated) {
    throw new Refusal('INVALID', `${repeated.field}: ${repeated.advice}`, repeated.field);
  }
}

/**
 * The reason of an act that tells less, to be written down. To tell less must be possible where nothing can be opened:
 * then the reason, which nothing was held against, is not kept. Nor is that of a steward that repeats a door: she does
 * not know it, and would learn by a refusal that she guessed right.
 * @throws Refusal `INVALID` where one of the organization's own people repeats a withheld door
 */
export async function reasonToKeep(
  { organization, capacity }: Pick<Disclosed, 'organization' | 'capacity'>,
  reason: string,
  sealing: Sealing,
): Promise<string | null> {
  try {
    await holdNoted(organization, { reason }, sealing);
    return reason;
  } catch (error) {
    if (error instanceof SealFault || (error instanceof Refusal && capacity === 'STEWARD')) {
      return null;
    }
    throw error;
  }
}

/**
 * The same for what an organization tells already, when one of its addresses is newly withheld. What only its own people read may
 * lead to it; that a steward does not read any more.
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
  const held = new Doors(doors);
  checkThings(await toldThings(sealing, organizationId), held, field);
  const own = await ownThings(sealing, organizationId);
  const leading = own.filter((thing) => repeatedBy(thing, held) !== null);
  await noteLeading(
    sealing,
    leading.map(({ id }) => id),
  );
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
    checkThings(await listingTexts(sealing, organizationId, listingId), new Doors(doors), field);
  }
  await forgetLeading(sealing, listingId);
}

/** Of a listing that led to a door, and was written anew: whether a steward may read it. */
export async function lookThroughAgain(
  organizationId: string,
  listingId: string,
  sealing: Sealing,
): Promise<void> {
  if (!(await isLeading(sealing, listingId))) return;
  const held = new Doors(await openDoors(organizationId, sealing));
  const texts = await listingTexts(sealing, organizationId, listingId);
  if (texts.every((thing) => repeatedBy(thing, held) === null)) {
    await forgetLeading(sealing, listingId);
  }
}

const repeatedBy = ({ siteIds, thing }: ToldThing, held: Doors) =>
  held.firstRepeat(textsIn(thing), standing(siteIds));

function checkThings(things: readonly ToldThing[], held: Doors, field: string): void {
  for (const thing of things) {
    const repeated = repeatedBy(thing, held);
    if (!repeated) continue;
    throw new Refusal(
      'INVALID',
      `${thing.id}, ${repeated.field}: ${repeated.advice} Or tell it to fewer people first (tightenDisclosure to OWN).`,
      field,
    );
  }
}
