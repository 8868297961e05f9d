import { z } from 'zod';
import { record } from '../audit/index.js';
import { deciderOf, forgetLeading, holdNoted, mayWrite, sitesOf } from '../disclosure/index.js';
import { readInput, Refusal, refuse, type Changing, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { ANSWER_TOLD_DAYS, answerAnew, endSuggestion, holdSuggestion } from './suggestion.store.js';
import { Resolution } from './suggestion.view.js';

const ANSWER_MAX = 500;
const TOLD_NO_MORE = `It was resolved more than ${ANSWER_TOLD_DAYS} days ago: its outcome is told still, and no answer.`;
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
 * Says what became of a suggestion, to whoever has its code. It changes nothing of the thing: that is a revision of its own. Of what
 * is resolved the outcome stays; another answer takes the place of the one before, as long as one is told.
 * @returns its id
 * @throws Refusal `NOT_FOUND`; `FORBIDDEN` to whoever may not read its words; `INVALID` where it is resolved otherwise already, or
 *   nothing else is answered, and where the answer leads to a withheld door
 */
export async function resolveSuggestion(
  given: ResolveSuggestion,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id, outcome, answer = null } = readInput(input, given, 'input');
  const kept = await keptSuggestion(id, viewer, sealing);
  const { state, thing, organization } = kept;
  const isResolved = state !== 'OPEN';
  if (isResolved && (state !== outcome || answer === null)) {
    refuse(
      `It is resolved already, as ${state}: with that outcome you may give another answer.`,
      'input.id',
    );
  }
  // Its words go when it is resolved: who has not read them would throw away what others have to.
  if (!(await mayWrite(kept, sealing))) {
    throw new Refusal(
      'FORBIDDEN',
      'Its organization withholds an address, which the words may hold: its own people read and resolve it, whoever is new to them ' +
        'after three days.',
      'input.id',
    );
  }
  if (isResolved) {
    if (!(await answerAnew(sealing, id, answer!))) refuse(TOLD_NO_MORE, 'input.id');
  } else await endSuggestion(sealing, id, outcome, answer);
  await record(sealing, viewer, { action: 'resolveSuggestion', thing, detail: { outcome } });
  if (answer !== null) {
    await holdNoted(organization, { answer }, await sitesOf(sealing, thing), sealing);
    await forgetLeading(sealing, id);
  }
  return id;
}
