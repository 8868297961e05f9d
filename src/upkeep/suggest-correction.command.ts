import { z } from 'zod';
import { record } from '../audit/index.js';
import { isPerson, readInput, Refusal, refuse, stranger, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { personIn } from './personal-words.js';
import { addSuggestion, ownerOfThing, waitingOf, type SuggestedAs } from './suggestion.store.js';

const WORDS_MIN = 10;
const WORDS_MAX = 2_000;
/** More than that of one thing, and nobody would read the next. */
const WAITING_MAX = 50;

const input = z.strictObject({
  thingId: z.string(),
  words: z
    .string()
    .trim()
    .min(WORDS_MIN, 'Say in a few words what is wrong, and what is right.')
    .max(WORDS_MAX),
});
export type SuggestCorrection = z.input<typeof input>;

export const noSuchThing = (): Refusal =>
  new Refusal('NOT_FOUND', 'There is no such thing that could be corrected.', 'input.thingId');

/** @throws Refusal `INVALID` naming the field at fault, and where its words are about a person */
export function readSuggestion(given: SuggestCorrection): z.output<typeof input> {
  const said = readInput(input, given, 'input');
  const person = personIn(said.words);
  if (person) {
    refuse(
      `This seems to hold ${person}. Write of the listing alone; who needs help now calls one of its lines.`,
      'input.words',
    );
  }
  return said;
}

const asOf = (viewer: Viewer): SuggestedAs =>
  isPerson(viewer) ? 'PERSON' : viewer.kind === 'APP' ? 'APP' : 'STRANGER';

/**
 * Says what is wrong of a thing that is told to whoever says it. Those who keep the thing read it, until it is resolved.
 * @param codeOf the code with which a suggestion is looked up
 * @returns its id
 * @throws Refusal `NOT_FOUND`; `INVALID` where many wait already
 */
export async function suggestCorrection(
  given: SuggestCorrection,
  codeOf: (id: string) => string,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { thingId: thing, words } = readSuggestion(given);
  const organization = await ownerOfThing(sealing, thing);
  if (organization === null) throw noSuchThing();
  if ((await waitingOf(sealing, thing)) >= WAITING_MAX) {
    refuse('Many suggestions of it wait already: they are read first.', 'input.thingId');
  }
  const id = await addSuggestion(sealing, { thing, organization, as: asOf(viewer), words }, codeOf);
  // That there was one is written down; not who made it.
  await record(sealing, stranger, { action: 'suggestCorrection', thing });
  return id;
}
