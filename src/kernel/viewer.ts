import { enumOf } from './enum-of.js';

/**
 * What a person of the network may be, from what may least to what may most. A coordinator is so of an
 * organization, an advocate of the network.
 */
export const Role = enumOf('ADVOCATE', 'COORDINATOR', 'NATION_COORDINATOR', 'STEWARD');
export type Role = keyof typeof Role;

/** A role as it is held: of one organization, or of the network. */
export interface HeldRole {
  role: Role;
  organizationId: string | null;
  /** Of an organization: a person gave it within the last three days. What leads to a withheld door is not hers to read or try yet. */
  isNew?: boolean;
}

/** What an app may do with its key; what it writes is of one organization. */
export const Scope = enumOf(
  'directory:read',
  'partners:read',
  'availability:write',
  'listings:write',
  'changes:read',
);
export type Scope = keyof typeof Scope;

export interface Stranger {
  kind: 'STRANGER';
}

export interface App {
  kind: 'APP';
  id: string;
  name: string;
  scopes: readonly Scope[];
  /** Whose listings it keeps, with a scope to write; null of an app of the network. */
  organizationId: string | null;
  /** Whether it is answered trusted documents alone. */
  trustedDocumentsOnly?: boolean;
}

/** Someone who has signed in, and holds at least one role; the kind is that which may most. */
export interface Person {
  kind: Role;
  id: string;
  name: string;
  roles: readonly HeldRole[];
  /** Whether the network asks a second factor of her, and she did not give one when she came in. */
  owesSecondFactor: boolean;
}

/** Who asks. A stranger may read what is PUBLISHED. */
export type Viewer = Stranger | App | Person;

export const stranger: Stranger = { kind: 'STRANGER' };

export const isPerson = (viewer: Viewer): viewer is Person =>
  viewer.kind !== 'STRANGER' && viewer.kind !== 'APP';

/** The id of a person; null of whoever is none. */
export const personOf = (viewer: Viewer): string | null => (isPerson(viewer) ? viewer.id : null);
