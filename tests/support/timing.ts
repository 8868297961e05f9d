/** Those of two samples that lie below a share of both together: what the machine did beside is cut off. */
export function cropped(
  one: readonly number[],
  other: readonly number[],
  share: number,
): [number[], number[]] {
  const all = [...one, ...other].sort((a, b) => a - b);
  const most = all[Math.floor(all.length * share)] ?? Infinity;
  return [one.filter((time) => time < most), other.filter((time) => time < most)];
}

export const meanOf = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Welch's t of two samples: how many standard errors their means lie apart. */
export function welchT(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [meanOf(one), meanOf(other)];
  const varianceOf = (numbers: readonly number[], mean: number) =>
    numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1);
  const error = Math.sqrt(varianceOf(one, a) / one.length + varianceOf(other, b) / other.length);
  return (a - b) / error;
}
