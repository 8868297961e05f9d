import { z } from 'zod';
import { record } from '../audit/index.js';
import { readInput, Refusal, refuse } from '../kernel/index.js';
import { noVault, placeIn, type Sealing } from '../vault/index.js';
import type { AccessAsking } from './access-asking.js';
import { stepOf } from './one-time-code.js';
import { accountById, noteHere } from './person.store.js';
import { personOf } from './prove-again.js';
import { giveRecoveryCodes } from './recovery-codes.js';
import { code } from './second-factor.js';
import {
  enrolmentOf,
  enrolments,
  factorOf,
  holdAccount,
  saveFactor,
  secondFactors,
} from './second-factor.store.js';
import { newToken } from './secret.js';
import { addSession, endSessionsOf } from './session.store.js';

/** A secret that was told is to be confirmed within so long: half an hour, to find the phone and an app. */
const ENROLMENT_MS_MAX = 30 * 60_000;

const input = z.strictObject({ code });
export type ConfirmSecondFactor = z.input<typeof input>;

/**
 * Puts a second factor in force, by the first code of the app. Every session ends, for it began without, and she goes on
 * in a new one: whoever holds a copy of her cookie from before must not come in by her code.
 * @returns ten recovery codes, told this once
 * @throws Refusal `NOT_FOUND` where none was begun within half an hour; `INVALID` where the code is not of it;
 *   `RATE_LIMITED`
 */
export async function confirmSecondFactor(
  given: ConfirmSecondFactor,
  { attempts, change, door, viewer }: AccessAsking,
): Promise<string[]> {
  const { code } = readInput(input, given, 'input');
  const { id } = personOf(viewer);
  const { emailKey } = await change((changing) => accountById(changing, id));
  await attempts.begin(emailKey, door.network);
  const token = newToken();
  const done = await change(async (sealing) => {
    await holdAccount(sealing, id);
    const secret = await begunSecret(sealing, id);
    const step = stepOf(secret, code, sealing.now);
    if (step === null) {
      await record(sealing, viewer, { action: 'secondFactor.refused', thing: id });
      return null;
    }
    const { vault = noVault } = sealing;
    const replaces = (await factorOf(sealing, id)) !== null;
    await saveFactor(sealing, id, vault.seal(secret, placeIn(secondFactors, id)), step);
    await endSessionsOf(sealing, id);
    await noteHere(sealing, id);
    const endsAt = await addSession(sealing, token, { account: id, isProved: true });
    await record(sealing, viewer, {
      action: 'confirmSecondFactor',
      thing: id,
      detail: { replaces },
    });
    return { codes: await giveRecoveryCodes(sealing, id), endsAt };
  });
  if (!done) {
    refuse(
      'This is not the code that the app shows now. Is the clock of the phone right?',
      'input.code',
    );
  }
  await attempts.succeed(emailKey, door.network);
  door.hold(token, done.endsAt);
  return done.codes;
}

async function begunSecret(sealing: Sealing, account: string): Promise<string> {
  const since = new Date(sealing.now.getTime() - ENROLMENT_MS_MAX);
  const sealed = await enrolmentOf(sealing, account, since);
  if (!sealed) {
    throw new Refusal(
      'NOT_FOUND',
      'No second factor was begun within half an hour. Begin one with beginSecondFactor.',
    );
  }
  const { vault = noVault } = sealing;
  return vault.open(sealed, placeIn(enrolments, account));
}
