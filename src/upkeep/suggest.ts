import type { Door } from '../access/index.js';
import { idOf } from '../audit/index.js';
import { changeOnce, type OnceAsking } from '../once/index.js';
import { nodeById } from '../search/index.js';
import { noSuchThing, readSuggestion, suggestCorrection } from './suggest-correction.command.js';
import type { SuggestionLimit } from './suggestion-limit.js';
import type { SuggestCorrectionInput } from './suggestion.input.js';
import { isCorrected, outcomeOf } from './suggestion.store.js';
import type { SuggestionView } from './suggestion.view.js';

/** A request by which anyone may suggest something. */
export interface SuggestionAsking extends OnceAsking {
  door: Door;
  suggesting: SuggestionLimit;
}

/** Whose suggestions are counted together: a network's strangers', an app's, a person's. */
export const whoSuggests = ({ viewer, door }: SuggestionAsking): string =>
  idOf(viewer) ?? door.network;

/**
 * A suggestion of a thing that is told to whoever makes it.
 * @throws Refusal `RATE_LIMITED`; `INVALID`; `NOT_FOUND` of what is not there and what is not told to her: alike
 */
export async function suggest(
  input: SuggestCorrectionInput,
  asking: SuggestionAsking,
): Promise<SuggestionView> {
  await asking.suggesting.suggest(whoSuggests(asking));
  const { thingId, words, idempotencyKey } = input;
  readSuggestion({ thingId, words });
  if (!isCorrected(thingId) || !(await nodeById(thingId, new Set(), asking))) throw noSuchThing();
  const codeOf = (id: string) => asking.digests.secretOf('suggestion', id);
  return changeOnce(
    asking,
    'suggestCorrection',
    { thingId, words, idempotencyKey },
    {
      change: (given, viewer, sealing) => suggestCorrection(given, codeOf, viewer, sealing),
      shown: async (id, _viewer, sealing) => ({
        ...(await outcomeOf(sealing, id)),
        code: codeOf(id),
      }),
    },
  );
}
