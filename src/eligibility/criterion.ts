import { z } from 'zod';
import { enumOf, readInput } from '../kernel/index.js';
import { terms } from './terms.js';

/** The one closed vocabulary of rules. */
export const CriterionKind = enumOf(
  'AGE',
  'GENDER',
  'HOUSEHOLD',
  'SITUATION',
  'LGBTQ',
  'VETERAN',
  'RESIDENCE',
  'NATION',
  'LANGUAGE',
  'CULTURE',
  'ACCESS',
  'ANIMALS',
  'SUBSTANCE_USE',
  'CARE_NEEDS',
  'CONVICTIONS',
  'CUSTODY',
  'DOCUMENTS',
  'INCOME',
  'POLICE_COOPERATION',
  'REFERRAL_SOURCE',
  'IMMIGRATION',
  'STAY_HISTORY',
  'WORK_OR_SCHOOL',
  'FAITH',
);
export type CriterionKind = keyof typeof CriterionKind;

/** What a rule does with those it speaks of. What no rule speaks of is unknown, which is not no. */
export const Stance = enumOf('SERVES', 'REQUIRES', 'REFUSES', 'CASE_BY_CASE');
export type Stance = keyof typeof Stance;

/** A rule of a listing or of one of its units. */
export type Criterion = {
  [Kind in CriterionKind]: { kind: Kind; stance: Stance; terms: z.output<(typeof terms)[Kind]> };
}[CriterionKind];

/** A rule as it is given, before its terms are read by its kind. */
export const criterionInput = z.strictObject({
  kind: z.enum(CriterionKind),
  stance: z.enum(Stance),
  terms: z.record(z.string(), z.unknown()),
});

/**
 * A rule, read by what its kind may say.
 * @param field where it stands in the input, for the refusal
 * @throws Refusal `INVALID` naming the field at fault
 */
export function readCriterion(
  kind: CriterionKind,
  stance: Stance,
  given: unknown,
  field = '',
): Criterion {
  const shape = z.object({ [kind]: terms[kind] });
  const read = readInput(shape, { [kind]: given }, field) as Record<string, unknown>;
  return { kind, stance, terms: read[kind] } as Criterion;
}

/** Terms read lately. Providers say the same in few ways: a million listings have some hundred rules. */
const readByText = new Map<string, Criterion['terms'] | null>();
const READ_MAX = 10_000;
/** The same of those at hand: a rule that is kept in memory is asked about by every seeker. */
const readByObject = new WeakMap<
  object,
  { kind: CriterionKind; read: Criterion['terms'] | null }
>();

/**
 * A stored rule's terms, or null where an older version wrote what this one cannot read. They are kept for
 * the next who reads the same: nobody may change them, nor what they were read from.
 */
export function storedTerms(kind: CriterionKind, stored: unknown): Criterion['terms'] | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const known = readByObject.get(stored);
  if (known?.kind === kind) return known.read;
  const read = readText(kind, stored);
  readByObject.set(stored, { kind, read });
  return read;
}

function readText(kind: CriterionKind, stored: object): Criterion['terms'] | null {
  const text = `${kind} ${JSON.stringify(stored)}`;
  const known = readByText.get(text);
  if (known !== undefined) return known;
  const result = terms[kind]?.safeParse(stored);
  const read = result?.success ? result.data : null;
  if (readByText.size >= READ_MAX) readByText.clear();
  readByText.set(text, read);
  return read;
}
