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
 * A suggestion of a thing that is told to whoever makes it. Those that are taken are counted: the count keeps the work of keepers small,
 * and who is refused has made none, nor learned what her other questions do not tell her; all of these are counted as requests.
 * @throws Refusal `RATE_LIMITED`; `INVALID`; `NOT_FOUND` of what is not there and what is not told to her: alike
 */
export async function suggest(
  input: SuggestCorrectionInput,
  asking: SuggestionAsking,
): Promise<SuggestionView> {
  const { suggesting } = asking;
  const by = whoSuggests(asking);
  await suggesting.suggest(by);
  let isTaken = false;
  try {
    return await made(input, asking, () => (isTaken = true));
  } finally {
    if (!isTaken) await suggesting.giveBack(by);
  }
}

/** @param taken called when it is written down, and not where it was sent again */
async function made(
  { thingId, words, idempotencyKey }: SuggestCorrectionInput,
  asking: SuggestionAsking,
  taken: () => void,
): Promise<SuggestionView> {
  readSuggestion({ thingId, words });
  if (!isCorrected(thingId) || !(await nodeById(thingId, new Set(), asking))) throw noSuchThing();
  const codeOf = (id: string) => asking.digests.secretOf('suggestion', id);
  return changeOnce(
    asking,
    'suggestCorrection',
    { thingId, words, idempotencyKey },
    {
      change: async (given, viewer, sealing) => {
        const id = await suggestCorrection(given, codeOf, viewer, sealing);
        taken();
        return id;
      },
      shown: async (id, _viewer, sealing) => ({
        ...(await outcomeOf(sealing, id)),
        code: codeOf(id),
      }),
    },
  );
}
