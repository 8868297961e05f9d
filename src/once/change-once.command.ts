import { z } from 'zod';
import { idOf } from '../audit/index.js';
import { readInput, Refusal, refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { KeyDigests } from './digests.js';
import { noteChanged, takeKey } from './idempotency-key.store.js';
import type { OnceAsking } from './once-asking.js';
import type { OnceInput } from './once.input.js';

const LETTERS_MIN = 8;
const LETTERS_MAX = 200;
const keyInput = z.object({
  idempotencyKey: z.string().min(LETTERS_MIN).max(LETTERS_MAX).nullish(),
});

/** A change in its two halves, both in one transaction. */
interface InTwo<Given, Answer> {
  /** Makes the change. @returns the id of what it changed */
  change: (given: Given, viewer: Viewer, sealing: Sealing) => Promise<string>;
  /**
   * What was changed, as it is at this moment, to the viewer.
   * @throws Refusal where it is not hers to see any more: the one with which `change` turns down what is missing
   */
  shown: (id: string, viewer: Viewer, sealing: Sealing) => Promise<Answer>;
  /**
   * The same for whoever has just changed it, where that needs no reading: `change` has found it hers, and holds it. Without, it is
   * read as in a repeat.
   */
  justChanged?: (id: string) => Answer;
}

/**
 * Makes a change once for each idempotency key of its viewer; without a key, each time. A repeat is answered by the
 * same reading as the first time. A change that is turned down keeps no key.
 * @param name of the mutation: under one key another change is another input
 * @throws Refusal `IDEMPOTENCY_CONFLICT` where the key was given with another input within a day; `INVALID` where it is
 *   none; whatever the change throws
 */
export function changeOnce<Input extends OnceInput, Answer>(
  asking: OnceAsking,
  name: string,
  input: Input,
  { change, shown, justChanged }: InTwo<Omit<Input, 'idempotencyKey'>, Answer>,
): Promise<Answer> {
  const { idempotencyKey, ...given } = input;
  const { viewer } = asking;
  const key = readInput(keyInput, { idempotencyKey }, 'input').idempotencyKey ?? null;
  const digests = key === null ? null : digestsOf(asking, key, name, given);
  return asking.change(async (sealing) => {
    const made = digests && (await takeKey(sealing, digests));
    if (made && made.input !== digests.input) {
      throw new Refusal(
        'IDEMPOTENCY_CONFLICT',
        'You gave this key with another change, or with another input, within 24 hours. Give each change its own.',
        'input.idempotencyKey',
      );
    }
    if (made) return shown(made.thing, viewer, sealing);
    const thing = await change(given, viewer, sealing);
    if (digests) await noteChanged(sealing, digests, thing);
    return justChanged ? justChanged(thing) : shown(thing, viewer, sealing);
  });
}

function digestsOf(
  { digests, viewer }: OnceAsking,
  key: string,
  name: string,
  given: object,
): KeyDigests {
  const id = idOf(viewer);
  // Strangers are not told apart: what one did under a key would be another's.
  if (id === null) refuse('A key is kept for whoever has signed in.', 'input.idempotencyKey');
  return digests.of(id, key, name, given);
}
