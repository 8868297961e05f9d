import { z } from 'zod';
import { onceFor } from '../kernel/index.js';
import { broughtUp } from './brought-up.js';
import { CriterionKind } from './criterion.js';
import type { Finding } from './finding.js';
import type { Seeker } from './seeker.js';
import file from './silent.json' with { type: 'json' };

/** The row of the table for services of every kind. */
const SERVICE = 'SERVICE';

const tableForm = z.strictObject({
  review: z.string().min(1),
  table: z.array(
    z.strictObject({
      criterion: z.enum(CriterionKind),
      cells: z.array(
        z.strictObject({
          answer: z.enum(['ASK', 'PASS']),
          kinds: z.array(z.string().regex(/^[A-Z_]+$/)).min(1),
          reason: z.string().regex(/^\p{Lu}.+\.$/u),
        }),
      ),
    }),
  ),
});

/** What one cell of the table says, and why. */
export interface SilentCell {
  readonly answer: 'ASK' | 'PASS';
  readonly reason: string;
}

/**
 * The table *what a silent listing asks*, by kind of listing and criterion.
 * @throws Error where a cell is missing or is said twice
 */
export function readSilentTable(given: unknown) {
  const { review, table } = tableForm.parse(given);
  const criteria = Object.values(CriterionKind);
  const cells = new Map<string, Map<CriterionKind, SilentCell>>();
  for (const { criterion, cells: groups } of table) {
    for (const { answer, kinds, reason } of groups) {
      for (const kind of kinds) {
        const row = cells.get(kind) ?? new Map<CriterionKind, SilentCell>();
        if (row.has(criterion)) throw new Error(`Said twice: ${criterion} of ${kind}.`);
        cells.set(kind, row.set(criterion, { answer, reason }));
      }
    }
  }
  if (!cells.has(SERVICE)) throw new Error('Nothing is said of services.');
  for (const [kind, row] of cells) {
    const missing = criteria.find((criterion) => !row.has(criterion));
    if (missing) throw new Error(`Nothing is said of ${missing} of ${kind}.`);
  }
  return { review, cells: cells as ReadonlyMap<string, ReadonlyMap<CriterionKind, SilentCell>> };
}

/** The table as it is used, with who has reviewed it. Rows are the kinds of housing, and `SERVICE`. */
export const silentTable = readSilentTable(file);

/** A criterion as one of 24 bits: its place in the vocabulary. */
export function criterionBit(kind: CriterionKind): number {
  return bits.get(kind)!;
}
const bits = new Map(Object.values(CriterionKind).map((kind, index) => [kind, 1 << index]));

const askBits = new Map(
  [...silentTable.cells].map(([kind, row]) => [
    kind,
    [...row].reduce(
      (mask, [criterion, { answer }]) => mask | (answer === 'ASK' ? criterionBit(criterion) : 0),
      0,
    ),
  ]),
);

/**
 * Bits of the criteria that a listing of a kind is asked about where it says nothing of them. A kind that
 * has no row is a service's. The caller takes away the bits of the criteria of which a rule speaks, or
 * what is stated beside the rules (`stated.ts`).
 */
export const silentMask = (housingKind: string, seeker: Seeker): number =>
  broughtUpBits(seeker) & (askBits.get(housingKind) ?? askBits.get(SERVICE)!);

const broughtUpBits = onceFor((seeker: Seeker) => {
  let mask = 0;
  for (const kind of broughtUp(seeker)) mask |= criterionBit(kind);
  return mask;
});

/**
 * The criteria that a listing of a kind is asked about, in the order of the vocabulary.
 * @param spoken those of which any rule of the listing or of the unit speaks, or what the listing states
 *   beside its rules; or their bits
 */
export function silentAsks(
  housingKind: string,
  spoken: ReadonlySet<CriterionKind> | number,
  seeker: Seeker,
): CriterionKind[] {
  const mask = silentMask(housingKind, seeker);
  return Object.values(CriterionKind).filter((kind) => {
    const said = typeof spoken === 'number' ? spoken & criterionBit(kind) : spoken.has(kind);
    return !said && (mask & criterionBit(kind)) !== 0;
  });
}

/** What is found where nothing is said and the table says to ask: a question, never a refusal. One of a criterion. */
export const silentFinding = (criterion: CriterionKind): Finding => silentFindings.get(criterion)!;
const because = { rule: null, said: null, from: null, why: 'NOTHING_SAID' } as const;
const silentFindings = new Map<CriterionKind, Finding>(
  Object.values(CriterionKind).map((criterion) => [
    criterion,
    { criterion, outcome: 'UNKNOWN', because },
  ]),
);
