import {
  emailKeyOf,
  invitePerson,
  keysEndedWith,
  keysOf,
  linkOf,
  peopleOf,
  resetSecondFactor,
  revokeAppKey,
  revokePerson,
  type KeyRow,
} from '../../access/index.js';
import { refuse, type Role, type Scope } from '../../kernel/index.js';
import { issueHeldKey } from '../../upkeep/index.js';
import { addressOf, readConfig } from '../config.js';
import { openVault } from '../data-vault.js';
import { inOne, migrateUp, type Say } from '../make-ready.js';
import { changing, host, withDatabase } from './work.js';

export async function invite(
  email: string,
  { role, organization }: { role: Role; organization?: string },
  say: Say,
): Promise<void> {
  const { token, expiresAt } = await changing(
    (change) => invitePerson({ email, role, organizationId: organization ?? null }, host, change),
    say,
  );
  say(linkOf(addressOf(readConfig()), token));
  say(
    `The link works once, until ${expiresAt.toISOString()}. Send it by a way that only she reads.`,
  );
}

export const listPeople = (say: Say) =>
  withDatabase(async ({ read }) => {
    const people = await peopleOf(read);
    for (const { email, hasSecondFactor, id, name, roles } of people) {
      const held = roles.map(({ role, organization }) =>
        organization ? `${role} of ${organization}` : role,
      );
      const factor = hasSecondFactor ? '; second factor' : '';
      say(`${id}  ${email}  ${name}: ${held.join(', ')}${factor}`);
    }
    if (people.length === 0) {
      say(
        'Nobody may come in yet. "harborlight people invite --role STEWARD <email>" makes the first.',
      );
    }
  });

export async function revoke(
  email: string,
  { keepKey: keepAppKeys }: { keepKey: string[] },
  say: Say,
): Promise<void> {
  const ended = await withDatabase(async (database) => {
    await database.alone(() => migrateUp(database, say));
    const key = emailKeyOf(email);
    const person = (await peopleOf(database.read)).find((one) => emailKeyOf(one.email) === key);
    if (!person) {
      refuse(`${email} holds no role. "harborlight people list" says who does.`, 'email');
    }
    return inOne(database, async (change) => {
      await revokePerson({ personId: person.id, keepAppKeys }, host, change);
      return keysEndedWith(person.id, host, change);
    });
  });
  say(`${email} holds no role any more, and is signed out everywhere.`);
  for (const { id, name, prefix } of ended) say(`${id}  ${prefix}…  ${name}: has ended with her.`);
  if (ended.length > 0) say('Issue another to each app that needs one: "harborlight keys issue".');
}

export async function resetFactor(email: string, say: Say): Promise<void> {
  await changing((change) => resetSecondFactor({ email }, host, change), say);
  say(
    `${email} has no second factor any more, and is signed out everywhere. Her password opens her account now: ` +
      'be sure that it was she who asked, and that she signs in soon.',
  );
}

export interface IssueKeyOptions {
  scope: Scope[];
  days: string;
  organization?: string;
  trustedDocumentsOnly?: true;
}

export async function issueKey(
  name: string,
  { scope, days, organization, trustedDocumentsOnly }: IssueKeyOptions,
  say: Say,
): Promise<void> {
  const given = { name, scopes: scope, days: Number(days), organizationId: organization };
  const { appKey, key } = await changing(
    (change) => issueHeldKey({ ...given, trustedDocumentsOnly }, host, change),
    say,
    // Its name is held against what its organization withholds.
    openVault(readConfig()).vault,
  );
  say(key);
  say(
    `${appKey.id}, for ${name}, until ${appKey.expiresAt.toISOString()}. It is told this once: keep it where ` +
      'only the app reads it.',
  );
}

export const listKeys = (say: Say) =>
  withDatabase(async ({ read }) => {
    const keys = await keysOf(read);
    for (const key of keys) {
      const { expires, id, name, organization, prefix, scopes } = key;
      const of = organization === null ? '' : ` of ${organization}`;
      const only = key.trustedDocumentsOnly ? ', trusted documents only' : '';
      const told = `${id}  ${prefix}…  ${name}${of}: ${scopes.join(', ')}${only}, until ${expires}`;
      say(`${told}; ${answeredFor(key)}`);
    }
    if (keys.length === 0) say('No app has a key.');
  });

const answeredFor = ({ answered, organization }: KeyRow) => {
  if (!answered) return 'the host answers for it';
  if (answered.still) return `${answered.by} answers for it`;
  if (organization !== null)
    return `it opens nothing: ${answered.by} is not of ${organization} any more`;
  return `nobody answers for it: ${answered.by} is no steward any more. End it with "harborlight keys revoke"`;
};

export async function revokeKey(id: string, say: Say): Promise<void> {
  await changing((change) => revokeAppKey({ id }, host, change), say);
  say(`${id} has ended.`);
}
