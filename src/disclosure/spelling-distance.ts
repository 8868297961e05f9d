/**
 * How many letters must be changed, put in, left out or swapped with their neighbour to make one word of
 * the other; more than `most` is answered as `most + 1`.
 * Source: optimal string alignment, the restricted form of Damerau's distance.
 */
export function spellingDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      let least = Math.min(last[to]! + 1, row[to - 1]! + 1, last[to - 1]! + same);
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
        least = Math.min(least, before[to - 2]! + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return Math.min(last[other.length]!, most + 1);
}

/** A word as it sounds, roughly: whoever spells by ear writes these letters for those. */
export const soundOf = (word: string): string =>
  word
    .replaceAll('ght', 't')
    .replaceAll('ph', 'f')
    .replaceAll('x', 'ks')
    .replaceAll(/ck|ch$|c(?![eiy])|q(?=u)/g, 'k')
    .replaceAll(/c(?=[eiy])|z/g, 's')
    .replaceAll(/rn/g, 'm')
    .replaceAll(/(.)\1/g, '$1')
    .replaceAll(/ea|ee|ie|ey/g, 'i')
    .replaceAll('y', 'i')
    .replace(/(?<=..)e$/, '');

/** How far a misspelling of a name may go: short words differ by a letter from too many others. */
export function misspelledMost(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}
