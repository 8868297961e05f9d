import { createHash } from 'node:crypto';
import { refuse } from '../kernel/index.js';

/** One link of the chain, in texts as the database writes them. */
export interface Seal {
  number: bigint;
  /** The numbers of the events it covers, as a multirange: `{[1,4),[6,7)}`. */
  events: string;
  /** Of each of these events its digest in hex, in the order of their numbers, one after the other. */
  digests: string;
  /** The hash of the seal before it. */
  previous: string;
  hash: string;
  /** Seconds since 1970, with six digits. */
  sealedAt: string;
}

/** A seal by its number and its hash: whoever wrote one down knows all that came before it. */
export interface Head {
  number: bigint;
  hash: string;
}

const SHA256_HEX_LETTERS = 64;
const MS_A_SECOND = 1_000;
const SECOND_DIGITS = 6;

/** Before the first seal. */
export const noSeal: Head = { number: 0n, hash: '0'.repeat(SHA256_HEX_LETTERS) };

/** Begins every seal that is hashed, so that it can be taken for nothing else; ends in its version. */
const FORM = 'harborlight seal 1';

/** SHA-256, in hex, of all that a seal holds, the hash of the one before it among it. */
export const hashOf = ({
  number,
  events,
  digests,
  previous,
  sealedAt,
}: Omit<Seal, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([FORM, `${number}`, previous, sealedAt, events, digests]))
    .digest('hex');

/** Numbers from the first on, up to and without the second. */
export type Range = readonly [from: bigint, to: bigint];

/** Rising numbers as the database writes them: neighbours in one range. */
export function multirangeOf(numbers: readonly bigint[]): string {
  const ranges: [bigint, bigint][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number) last[1] = number + 1n;
    else ranges.push([number, number + 1n]);
  }
  return `{${ranges.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}

/**
 * The ranges of a seal, and none where they are not as many numbers as it has digests: a range that was
 * tampered with may be longer than anything.
 */
export function rangesOf({ events, digests }: Pick<Seal, 'events' | 'digests'>): Range[] {
  const ranges = [...events.matchAll(/\[(-?\d+),(-?\d+)\)/g)].map(([, from, to]): Range => [
    BigInt(from!),
    BigInt(to!),
  ]);
  const count = ranges.reduce((sum, [from, to]) => sum + to - from, 0n);
  return count * BigInt(SHA256_HEX_LETTERS) === BigInt(digests.length) ? ranges : [];
}

/** Of each event of a seal its number and its digest. */
export function* digestsOf(seal: Pick<Seal, 'events' | 'digests'>): Generator<[bigint, string]> {
  let at = 0;
  for (const [from, to] of rangesOf(seal)) {
    for (let number = from; number < to; number += 1n) {
      yield [number, seal.digests.slice(at, (at += SHA256_HEX_LETTERS))];
    }
  }
}

/** A time of the house's clock as the database writes its seconds. */
export const secondsOf = (time: Date): string =>
  (time.getTime() / MS_A_SECOND).toFixed(SECOND_DIGITS);

/** How a head is printed, and read again. */
export const headText = ({ number, hash }: Head): string => `${number}:${hash}`;

/** @throws Refusal `INVALID` where it is no head */
export function readHead(text: string): Head {
  const [, number, hash] = /^(\d{1,19}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  return number && hash
    ? { number: BigInt(number), hash }
    : refuse(
        'A head is the number of a seal, a colon and 64 hex digits, as "harborlight audit verify" prints it.',
        'head',
      );
}
