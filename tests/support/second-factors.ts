import assert from 'node:assert/strict';
import { shownBy } from './authenticator.js';
import type { Answer, Directory } from './directory.js';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument } from './documents.js';
import { PASSWORD, sessionIn, type SignedIn } from './people.js';

/** Sets up a first second factor of someone who is in, and goes on in the session that it begins. */
export async function enrol(
  directory: Directory,
  person: Pick<SignedIn, 'headers'>,
  now: Date,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await directory.ask(
    BeginSecondFactorDocument,
    { input: { password: PASSWORD } },
    person.headers,
  );
  const secret = begun.body.data?.beginSecondFactor?.secret;
  assert.ok(secret, begun.text);
  const confirmed = await directory.ask(
    ConfirmSecondFactorDocument,
    { input: { code: shownBy(secret, now) } },
    person.headers,
  );
  const recoveryCodes = confirmed.body.data?.confirmSecondFactor?.recoveryCodes;
  assert.ok(recoveryCodes, confirmed.text);
  person.headers = sessionIn(confirmed.headers);
  return { secret, recoveryCodes };
}

/** The code by which a change was turned down, in its payload or whole; undefined where it was made. */
export async function refusalOf(asked: Promise<Answer<object>>): Promise<string | undefined> {
  const { body } = await asked;
  const [payload] = Object.values(body.data ?? {}) as ({ userErrors: { code: string }[] } | null)[];
  return payload?.userErrors[0]?.code ?? body.errors?.[0]?.extensions.code;
}
