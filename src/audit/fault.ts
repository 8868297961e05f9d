import { digestOf, type EventRow } from './event.js';
import { digestsOf, hashOf, rangesOf, type Head, type Seal } from './seal.js';

/** What of the audit log is not as it was written, and the number of the event or the seal. */
export interface AuditFault {
  kind: keyof typeof words;
  number: bigint;
}

const words = {
  EVENT_CHANGED: (number: bigint) =>
    `event ${number} is not what its seal holds of it: it was changed`,
  EVENT_MISSING: (number: bigint) => `event ${number} is missing`,
  EVENT_OUTSIDE: (number: bigint) =>
    `event ${number} is in no seal and waits for none: it was put in, or its seal was changed or taken away`,
  EVENT_TWICE: (number: bigint) =>
    `event ${number} was sealed, and is in a second seal or waits for one`,
  SEAL_CHANGED: (number: bigint) =>
    `seal ${number} was changed: its hash is not that of what it holds`,
  SEAL_MISSING: (number: bigint) => `seal ${number} is missing, or seals from ${number} on`,
  CHAIN_BROKEN: (number: bigint) => `seal ${number} does not follow from the one before it`,
  HEAD_DIFFERS: (number: bigint) => `seal ${number} is not the one whose head was written down`,
};

/** A fault in words. */
export const faultText = ({ kind, number }: AuditFault): string => words[kind](number);

/** What is wrong with a seal in itself, and as the one that follows another. */
export function faultsOfSeal(seal: Seal, before: Head): AuditFault[] {
  const { number } = seal;
  const faults: AuditFault[] = [];
  if (number !== before.number + 1n) {
    faults.push({ kind: 'SEAL_MISSING', number: before.number + 1n });
  } else if (seal.previous !== before.hash) faults.push({ kind: 'CHAIN_BROKEN', number });
  if (hashOf(seal) !== seal.hash || rangesOf(seal).length === 0) {
    faults.push({ kind: 'SEAL_CHANGED', number });
  }
  return faults;
}

/** Which events of a seal are not as they were sealed. */
export function* faultsOfEvents(
  seal: Seal,
  events: ReadonlyMap<bigint, EventRow>,
): Generator<AuditFault> {
  for (const [number, digest] of digestsOf(seal)) {
    const event = events.get(number);
    if (!event) yield { kind: 'EVENT_MISSING', number };
    else if (digestOf(event) !== digest) yield { kind: 'EVENT_CHANGED', number };
  }
}
