import { noVault, placeIn, type Sealing } from '../vault/index.js';
import { sealedAddresses, sealedOf } from './confidential-address.store.js';
import { readExact, type ExactAddress } from './exact-address.js';
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

const UNIT_BEGINS =
  /(?:^|[\s,]+)((?:apt|apartment|unit|suite|ste|flat|loft|rm|room|floor|fl)\b\.?\s*#?\s*[\p{L}\d-]{1,10}|#\s*[\p{L}\d-]{1,10})\s*$/iu;

/**
 * An address as the linter looks for it: its street is the line with the number, a unit may stand on that line
 * or on its own, and what else there is names the building.
 */
export function doorOf({ lines, city, postalCode, point }: ExactAddress): WithheldDoor {
  const numbered = lines.findIndex((line) => /^\s*\d/.test(line));
  const at = Math.max(0, numbered);
  const others = lines.filter((_, index) => index !== at);
  const alone = others.find((line) => UNIT_BEGINS.exec(line)?.index === 0);
  const behind = UNIT_BEGINS.exec(lines[at]!);
  const [building, ...otherForms] = others.filter((line) => line !== alone);
  const isBehind = behind !== null && behind.index > 0;
  return {
    street: isBehind ? lines[at]!.slice(0, behind.index) : lines[at]!,
    unit: alone ?? (isBehind ? behind[1] : undefined),
    building,
    city,
    postalCode,
    point: point ?? undefined,
    otherForms,
  };
}
