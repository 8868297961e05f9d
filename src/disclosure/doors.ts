import { refuse } from '../kernel/index.js';
import { noVault, placeIn, type Sealing } from '../vault/index.js';
import { sealedAddresses, sealedOf } from './confidential-address.store.js';
import { addressParts } from './address-lines.js';
import { readExact, type ExactAddress } from './exact-address.js';
import { finderOf, readText, type Finder } from './repeats-of.js';
import { ordinarySpellings } from './street-spellings.js';
import type { WithheldDoor } from './withheld-door.js';

/** A withheld door of an organization, opened to be held against texts, and the streets that it tells. */
export interface OpenedDoor {
  locationId: string;
  door: WithheldDoor;
  told: readonly string[];
}

/**
 * The withheld doors of an organization, as far as they are kept: one read for all, and no key where there is none.
 * What is opened here is compared and forgotten.
 * @param only locations, where not all are wanted: what is broken of another is then in nobody's way
 * @throws SealFault `UNAVAILABLE` where one cannot be opened
 */
export async function openDoors(
  organization: string,
  sealing: Sealing,
  only?: readonly string[],
): Promise<OpenedDoor[]> {
  const { rows, told } = await sealedOf(sealing, organization);
  const { vault = noVault } = sealing;
  const wanted = only ? rows.filter(({ locationId }) => only.includes(locationId)) : rows;
  return wanted.map(({ locationId, sealed }) => ({
    locationId,
    door: doorOf(readExact(vault.open(sealed, placeIn(sealedAddresses, locationId)))),
    told,
  }));
}

/** An address as the linter looks for it: all that its lines name, or where they name nothing, the lines as they stand. */
export function doorOf({ lines, city, postalCode, point }: ExactAddress): WithheldDoor {
  const { streets, units, floors, buildings, boxes } = addressParts(lines, city, postalCode);
  const isNamed = streets.length + buildings.length + boxes.length > 0;
  const otherForms = isNamed ? [] : lines;
  return {
    streets,
    units,
    floors,
    buildings,
    boxes,
    otherForms,
    city,
    postalCode,
    point: point ?? undefined,
  };
}

const AS_WRITTEN =
  'Write one line with number and street, as on a letter; a unit on a second line. Of what cannot be read as an address, nothing can ' +
  'be kept out of told texts.';

/** Of a unit without a word for it nothing is known alone. */
const SAID_UNIT = /\p{L}{2}/u;

/** Whether a street is known however it is written, each time with its number; without one, where a street is meant. */
const isKnown = (street: string, find: Finder): boolean =>
  ordinarySpellings(street).every((said) =>
    find.first(readText(`Come to ${said}. It is on ${said}.`), false),
  );

/**
 * That the linter knows an address when it is told, in its ordinary spellings: what cannot be read cannot be guarded either.
 * @throws Refusal `INVALID` naming the line
 */
export function checkReadable(exact: ExactAddress, field: string): void {
  const { lines, city, postalCode } = exact;
  const door = doorOf(exact);
  const { streets, units = [], buildings = [], boxes = [] } = door;
  const named = [...streets, ...buildings, ...boxes.map((box) => `Box ${box}`)];
  if (named.length === 0) refuse(AS_WRITTEN, `${field}.lines.0`);
  const find = finderOf(door);
  const unknown = [...named, ...units.filter((unit) => SAID_UNIT.test(unit))].find(
    (text) => !isKnown(text, find),
  );
  const line = lines.findIndex((one) =>
    unknown === undefined
      ? addressParts([one], city, postalCode).bare.some((number) => !knowsNumber(door, number))
      : one.includes(unknown.split(' ')[0]!),
  );
  if (unknown !== undefined || line >= 0) refuse(AS_WRITTEN, `${field}.lines.${Math.max(0, line)}`);
}

const knowsNumber = ({ streets, units = [] }: WithheldDoor, number: string): boolean =>
  [...streets, ...units].some((text) => text.startsWith(number));
