import { isDeepStrictEqual } from 'node:util';
import type { Contender, Running } from '../contenders.js';
import { isWorstCase, type Variant, type Work } from '../works.js';

/** Requests of each work whose answers are compared before any is timed. */
const SAMPLE = 40;
const WORST_SAMPLE = 10;

export interface Sameness {
  asked: number;
  differing: number;
  /** The first difference, for the eye. */
  example: string | null;
}

/** How far one contender's answers are those of another. */
export async function compareAnswers(
  work: Work,
  variants: readonly Variant[],
  [one, runningOne]: [Contender, Running],
  [other, runningOther]: [Contender, Running],
): Promise<Sameness> {
  const sample = variants.slice(0, isWorstCase(work) ? WORST_SAMPLE : SAMPLE);
  const sameness: Sameness = { asked: sample.length, differing: 0, example: null };
  for (const variant of sample) {
    const first = one.normal(work, await runningOne.ask(one.body(work, variant)));
    const second = other.normal(work, await runningOther.ask(other.body(work, variant)));
    if (isDeepStrictEqual(first, second)) continue;
    sameness.differing++;
    sameness.example ??= difference(
      JSON.stringify(first),
      JSON.stringify(second),
      JSON.stringify(variant),
    );
  }
  return sameness;
}

const AROUND_LETTERS = 120;

function difference(first: string, second: string, variant: string): string {
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  const around = (text: string) =>
    text.slice(Math.max(0, at - AROUND_LETTERS), at + AROUND_LETTERS);
  return `${variant}\n    …${around(first)}…\n    …${around(second)}…`;
}
