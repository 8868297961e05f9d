/** Those pairs of which both lie below a share of all that was measured: what the machine did beside is cut off. */
export function cropped(
  one: readonly number[],
  other: readonly number[],
  share: number,
): [number[], number[]] {
  const all = [...one, ...other].sort((a, b) => a - b);
  const most = all[Math.floor(all.length * share)] ?? Infinity;
  const isBelow = (_: number, pair: number) => one[pair]! < most && other[pair]! < most;
  return [one.filter(isBelow), other.filter(isBelow)];
}

export const meanOf = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/**
 * Student's t of pairs: how many standard errors their differences lie from none. The two of a pair were measured one after the
 * other, so that what the machine does for longer than that falls on both, and out of the difference.
 */
export function pairedT(one: readonly number[], other: readonly number[]): number {
  const apart = one.map((time, pair) => time - other[pair]!);
  const mean = meanOf(apart);
  const variance = apart.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (apart.length - 1);
  return mean / Math.sqrt(variance / apart.length);
}
