import type { MadeAs } from '../history/index.js';
import {
  isPerson,
  raw,
  sql,
  textArray,
  withholdsAny,
  type Asking,
  type HeldRole,
  type Sql,
  type Viewer,
} from '../kernel/index.js';

/** As what someone decides on a thing: as one of its organization's own people, or as a steward of the network. */
export type Capacity = 'OWN' | 'STEWARD';

/** Whose things someone may decide on. */
export interface Reach {
  /** Organizations of which she is a coordinator. */
  organizations: readonly string[];
  /** Nations' organizations of which she is one of the people. */
  nations: readonly string[];
  isSteward: boolean;
  /** Of her own, those to which she is not new: what leads to their doors is hers to read. */
  settled: readonly string[];
}

export function reachOf(roles: readonly HeldRole[]): Reach {
  const of = (wanted: HeldRole['role']) =>
    roles.flatMap(({ role, organizationId }) => (role === wanted ? (organizationId ?? []) : []));
  return {
    organizations: of('COORDINATOR'),
    nations: of('NATION_COORDINATOR'),
    isSteward: roles.some(({ role }) => role === 'STEWARD'),
    settled: roles.flatMap(({ isNew, organizationId }) => (isNew ? [] : (organizationId ?? []))),
  };
}

/** Whose things someone decides on, by the roles that she came in with. */
export const reachOfViewer = ({ viewer }: Pick<Asking, 'viewer'>): Reach =>
  reachOf(isPerson(viewer) ? viewer.roles : []);

/** Whether someone decides on nothing: nothing is read for her. */
export const isOfNone = ({ organizations, nations, isSteward }: Reach): boolean =>
  organizations.length + nations.length === 0 && !isSteward;

/** @param organization a column */
export const isOfNation = (organization: string): Sql =>
  sql`exists (select from org.tribal_nation n where n.organization_id = ${raw(organization)})`;

/**
 * As what someone decides on the things of an organization; null where they are not hers to decide on. What is a
 * nation's is decided by its own people alone.
 * @param organization a column
 */
export const capacityIn = (
  organization: string,
  { organizations, nations, isSteward }: Reach,
): Sql => sql`case
  when ${isOfNation(organization)}
    then case when ${raw(organization)} = any (${textArray(nations)}::text[]) then 'OWN' end
  when ${raw(organization)} = any (${textArray(organizations)}::text[]) then 'OWN'
  when ${isSteward}::boolean then 'STEWARD' end`;

/**
 * Whether what leads to a withheld door of an organization is someone's to read, and to try by what is refused: its own people's who
 * are not new to it. A steward could come in as one of them, and be gone with the address before anyone sees her.
 * @param organization a column
 */
export const knowsDoorsOf = (organization: string, { settled }: Reach): Sql =>
  sql`${raw(organization)} = any (${textArray(settled)}::text[])`;

/**
 * Whether words that are held against no door are someone's to read: they may hold one, where an organization withholds any.
 * @param organization a column
 */
export const mayReadUnheld = (organization: string, reach: Reach): Sql =>
  sql`(${knowsDoorsOf(organization, reach)} or not ${withholdsAny(organization)})`;

/** An exact address is not a steward's to read: two of them alone do not tell a street. */
export const mayTellStreet = (one: Capacity, other: Capacity): boolean =>
  one === 'OWN' || other === 'OWN';

/** As what a change of what someone keeps is written down. */
export function madeAs(
  {
    organization,
    isOfNation,
    capacity,
  }: { organization: string; isOfNation: boolean; capacity: Capacity },
  { kind }: Pick<Viewer, 'kind'>,
): MadeAs {
  if (capacity === 'STEWARD') return { madeAs: 'STEWARD', organization: null };
  if (kind === 'APP') return { madeAs: 'APP', organization };
  return { madeAs: isOfNation ? 'NATION_COORDINATOR' : 'COORDINATOR', organization };
}
