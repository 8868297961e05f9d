import assert from 'node:assert/strict';
import type { Directory } from './directory.js';
import {
  GrantRoleDocument,
  RevealAddressDocument,
  RevokePersonDocument,
  SignInDocument,
} from './documents.js';
import { PASSWORD, sessionIn, type SignedIn } from './people.js';

const HOUR_MS = 3_600_000;

/** Who comes to a house, who lets her go, and what she is told of its door as hours go by. */
export function comingsOf(directory: Directory) {
  const start = Date.now() + HOUR_MS;
  /** @returns `in`, or why not */
  const signIn = async (person: SignedIn): Promise<string> => {
    const input = { email: person.email, password: PASSWORD };
    const { body, headers } = await directory.ask(SignInDocument, { input });
    const [error] = body.data!.signIn!.userErrors;
    if (!error) person.headers = sessionIn(headers);
    return error ? `${error.code}: ${error.message}` : 'in';
  };
  return {
    /** From now on it is so many hours after the beginning. */
    hours: (count: number) => directory.setNow(new Date(start + count * HOUR_MS)),
    signIn,
    async again(person: SignedIn): Promise<SignedIn> {
      assert.equal(await signIn(person), 'in');
      return person;
    },
    /** @returns `told`, or why not */
    async reveal(listingId: string, by: SignedIn): Promise<string> {
      assert.equal(await signIn(by), 'in');
      const input = { listingId, purpose: 'Bringing someone to the door.' };
      const { body } = await directory.ask(RevealAddressDocument, { input }, by.headers);
      const { addresses, userErrors } = body.data!.revealAddress!;
      return addresses ? 'told' : `${userErrors[0]!.code}: ${userErrors[0]!.message}`;
    },
    async revoke(person: SignedIn, by: SignedIn): Promise<void> {
      const input = { personId: person.id };
      const { body } = await directory.ask(RevokePersonDocument, { input }, by.headers);
      assert.deepEqual(body.data!.revokePerson!.userErrors, []);
    },
    /** Makes someone a coordinator, or confirms it. @returns `done`, or the code */
    async give(person: SignedIn, organizationId: string, by: SignedIn): Promise<string> {
      assert.equal(await signIn(by), 'in');
      const input = { personId: person.id, role: 'COORDINATOR' as const, organizationId };
      const { body } = await directory.ask(GrantRoleDocument, { input }, by.headers);
      return body.data!.grantRole!.userErrors[0]?.code ?? 'done';
    },
  };
}

/** Whoever was there with nobody who knows the door. */
export const UNSEEN = /^FORBIDDEN: Nobody of this organization who knows its doors/;
