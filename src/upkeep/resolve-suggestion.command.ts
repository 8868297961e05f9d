import { z } from 'zod';
import { record } from '../audit/index.js';
import { deciderOf, hasWithheld, holdNoted, sitesOf } from '../disclosure/index.js';
import { readInput, Refusal, refuse, type Changing, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { endSuggestion, holdSuggestion } from './suggestion.store.js';
import { Resolution } from './suggestion.view.js';

const ANSWER_MAX = 500;
const input = z.strictObject({
  id: z.string(),
  outcome: z.enum(Resolution),
  answer: z.string().trim().min(1).max(ANSWER_MAX).nullish(),
});
export type ResolveSuggestion = z.input<typeof input>;

/** @throws Refusal `NOT_FOUND` where it is none, or another's: alike */
export async function keptSuggestion(id: string, viewer: Viewer, changing: Changing) {
  const { reach } = await deciderOf(viewer, changing);
  const found = await holdSuggestion(changing, id, reach);
  if (found) return found;
  throw new Refusal(
    'NOT_FOUND',
    'There is no such suggestion among those of what you keep.',
    'input.id',
  );
}

/**
 * Says what became of a suggestion, to whoever has its code. It changes nothing of the thing: that is a revision of its own.
 * @returns its id
 * @throws Refusal `NOT_FOUND`; `INVALID` where it is resolved already, and where the answer leads to a withheld door
 */
export async function resolveSuggestion(
  given: ResolveSuggestion,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id, outcome, answer = null } = readInput(input, given, 'input');
  const { state, thing, organization, knowsDoors } = await keptSuggestion(id, viewer, sealing);
  if (state !== 'OPEN') refuse('It is resolved already.', 'input.id');
  if (answer !== null) {
    // What of hers would be refused for leading to a withheld door, would tell her that door.
    if (!knowsDoors && (await hasWithheld(sealing, organization))) {
      refuse(
        'Its organization withholds an address: its own people answer in words. Resolve it without.',
        'input.answer',
      );
    }
  }
  await endSuggestion(sealing, id, outcome, answer);
  await record(sealing, viewer, { action: 'resolveSuggestion', thing, detail: { outcome } });
  if (answer !== null) {
    await holdNoted(organization, { answer }, await sitesOf(sealing, thing), sealing);
  }
  return id;
}
