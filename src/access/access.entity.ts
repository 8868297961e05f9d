import { defineEntity, p } from '@mikro-orm/core';

/** A person, by the address at which she was invited. */
export const AccountEntity = defineEntity({
  name: 'Account',
  schema: 'auth',
  tableName: 'account',
  properties: {
    id: p.text().primary(),
    emailKey: p.text(),
    email: p.text(),
    name: p.text(),
    passwordHash: p.text(),
    createdAt: p.datetime(),
  },
});

/** A role that a person holds, or held until it ended. */
export const RoleGrantEntity = defineEntity({
  name: 'RoleGrant',
  schema: 'auth',
  tableName: 'role_grant',
  properties: {
    id: p.text().primary(),
    account: () => p.manyToOne(AccountEntity).mapToPk(),
    role: p.text(),
    organizationId: p.text().nullable(),
    grantedAt: p.datetime(),
    grantedBy: p.text().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
    confirmedAt: p.datetime().nullable(),
    confirmedBy: p.text().nullable(),
    hereSince: p.datetime().nullable(),
  },
});

/** Someone who has signed in, by the proof of the token that her browser holds. */
export const SessionEntity = defineEntity({
  name: 'Session',
  schema: 'auth',
  tableName: 'session',
  properties: {
    tokenHash: p.blob().primary(),
    account: () => p.manyToOne(AccountEntity).mapToPk(),
    beganAt: p.datetime(),
    seenAt: p.datetime(),
    endsAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    provedAt: p.datetime().nullable(),
  },
});

/** A role offered to whoever has the link, once. */
export const InvitationEntity = defineEntity({
  name: 'Invitation',
  schema: 'auth',
  tableName: 'invitation',
  properties: {
    id: p.text().primary(),
    tokenHash: p.blob(),
    emailKey: p.text(),
    email: p.text(),
    role: p.text(),
    organizationId: p.text().nullable(),
    invitedAt: p.datetime(),
    invitedBy: p.text().nullable(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    acceptedBy: p.text().nullable(),
  },
});

/** A key of an app, by its proof. */
export const AppKeyEntity = defineEntity({
  name: 'AppKey',
  schema: 'auth',
  tableName: 'app_key',
  properties: {
    id: p.text().primary(),
    secretHash: p.blob(),
    prefix: p.text(),
    name: p.text(),
    scopes: p.array(),
    trustedDocumentsOnly: p.boolean(),
    issuedAt: p.datetime(),
    issuedBy: p.text().nullable(),
    answeredBy: p.text().nullable(),
    organizationId: p.text().nullable(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
  },
});
