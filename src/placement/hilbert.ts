/** Bits of each of the two coordinates: cells of 300 m by 600 m at most. */
const ORDER_BITS = 16;
const SIDE = 2 ** ORDER_BITS;

/**
 * Where a point of the sphere lies along a Hilbert curve over latitude and longitude: what is near
 * along the curve is near on the ground.
 * @returns a whole number from 0 to 2^32 - 1
 */
export function alongHilbert(x: number, y: number, z: number): number {
  const turn = Math.atan2(y, x) / (2 * Math.PI) + 0.5;
  const climb = Math.atan2(z, Math.hypot(x, y)) / Math.PI + 0.5;
  const cell = (share: number) => Math.min(SIDE - 1, Math.floor(share * SIDE));
  return hilbertOf(cell(turn), cell(climb));
}

/** Source: the well-known conversion by quadrants, from the largest to the smallest. */
function hilbertOf(column: number, row: number): number {
  let [x, y, along] = [column, row, 0];
  for (let side = SIDE / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    along += side * side * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = SIDE - 1 - x;
        y = SIDE - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return along;
}
