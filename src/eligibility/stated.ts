import { z } from 'zod';
import { onceFor, primaryLanguage } from '../kernel/index.js';
import { CriterionKind } from './criterion.js';
import type { Seeker } from './seeker.js';
import { criterionBit } from './silent.js';
import file from './stated.json' with { type: 'json' };
import { DocumentKind } from './vocabulary.js';

/** What a listing states beside its rules. It is not silent about what it states. */
export interface Statements {
  readonly policies: readonly { readonly policy: string; readonly holds: boolean }[];
  readonly languages: readonly string[];
}

const tableForm = z.strictObject({
  review: z.string().min(1),
  table: z.array(
    z.strictObject({
      policy: z.string().regex(/^[A-Z_]+$/),
      criterion: z.enum(CriterionKind),
      /** The only papers that it speaks of. */
      papers: z.array(z.enum(DocumentKind)).min(1).optional(),
      reason: z.string().regex(/^\p{Lu}.+\.$/u),
    }),
  ),
});

/** Which policies speak of a criterion, and why; with who has reviewed it. */
export const statedTable = tableForm.parse(file);

/** Of which criterion a policy speaks, whether it holds or is denied; undefined where of none. */
export const criterionOfPolicy = (policy: string): CriterionKind | undefined =>
  statedTable.table.find((row) => row.policy === policy)?.criterion;

/** A policy that, where it holds, speaks of a criterion, which is then not asked about for silence. */
export interface Speaking {
  readonly policy: string;
  readonly criterion: CriterionKind;
}

/** The policies that speak so to this seeker: of papers, only to whom lacks no others. */
export const policiesThatSpeak = onceFor(({ documents = [] }: Seeker): readonly Speaking[] =>
  statedTable.table
    .filter(
      ({ papers }) => !papers || documents.every(({ kind, has }) => has || papers.includes(kind)),
    )
    .map(({ policy, criterion }) => ({ policy, criterion })),
);

/** The criteria of which statements speak to a seeker. What is denied leaves its question. */
export function criteriaStated(
  { policies, languages }: Statements,
  seeker: Seeker,
): ReadonlySet<CriterionKind> {
  const stated = policiesThatSpeak(seeker).filter((speaking) =>
    policies.some(({ policy, holds }) => holds && policy === speaking.policy),
  );
  const hers = new Set(seeker.languages?.map(primaryLanguage));
  const isUnderstood = languages.some((tag) => hers.has(primaryLanguage(tag)));
  return new Set([
    ...stated.map(({ criterion }) => criterion),
    ...(isUnderstood ? (['LANGUAGE'] as const) : []),
  ]);
}

/**
 * Bits of the criteria of which a listing may speak by its languages and the policies that hold, to one
 * seeker or another: of these nobody can say beforehand that everyone who brings them up is asked.
 */
export function criteriaPerhapsStated(
  policiesHeld: readonly string[],
  languages: readonly string[],
): number {
  let bits = languages.length > 0 ? criterionBit('LANGUAGE') : 0;
  for (const { policy, criterion } of statedTable.table) {
    if (policiesHeld.includes(policy)) bits |= criterionBit(criterion);
  }
  return bits;
}
