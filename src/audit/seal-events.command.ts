import type { Changing } from '../kernel/index.js';
import { digestOf } from './event.js';
import { hashOf, multirangeOf, secondsOf, type Head } from './seal.js';
import { addSeal, holdSealing, lastSeal, takeWaiting } from './seal.store.js';

/** A seal names each of its events with 32 bytes: 160 kB at most. */
const EVENTS_A_SEAL_MAX = 5_000;

/** The seal that was made, and how many events it covers. */
export interface Sealed extends Head {
  count: number;
}

/**
 * Seals committed events that no seal covers yet, some thousands at most.
 * @returns null where there are none, or someone else is at it
 */
export async function sealEvents(
  changing: Changing,
  atMost = EVENTS_A_SEAL_MAX,
): Promise<Sealed | null> {
  const { em, now } = changing;
  if (!(await holdSealing(em))) return null;
  const events = await takeWaiting(em, atMost);
  if (events.length === 0) return null;
  const last = await lastSeal(em);
  const seal = {
    number: last.number + 1n,
    events: multirangeOf(events.map(({ number }) => BigInt(number))),
    digests: events.map(digestOf).join(''),
    previous: last.hash,
    sealedAt: secondsOf(now),
  };
  const hash = hashOf(seal);
  await addSeal(changing, { ...seal, hash });
  return { number: seal.number, hash, count: events.length };
}
