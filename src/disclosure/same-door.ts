import { metersBetween } from '../geography/index.js';
import { doorOf } from './doors.js';
import type { ExactAddress } from './exact-address.js';
import { streetOf } from './street.js';
import type { WithheldDoor } from './withheld-door.js';

/** Nearer than that, two points are of one house. */
const NEAR_METERS = 40;

/** Whether an address is a door's: by its number and its street, however they are written, or by its point. */
export function isAtDoor(
  { lines, point }: Pick<ExactAddress, 'lines' | 'point'>,
  door: WithheldDoor,
): boolean {
  const [one, other] = [
    streetOf(doorOf({ lines, city: '', postalCode: '' }).street),
    streetOf(door.street),
  ];
  const isSame =
    one.number === other.number && one.names.some((name) => other.names.includes(name));
  return (one.number !== '' && isSame) || isNear(point, door.point);
}

const isNear = (one: ExactAddress['point'], other: WithheldDoor['point']): boolean =>
  one != null && other != null && metersBetween(one, other) < NEAR_METERS;
