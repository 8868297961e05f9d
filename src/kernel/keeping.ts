import type { Asking } from './asking.js';
import { sql, textArray, type Sql } from './sql.js';
import { isPerson, type Viewer } from './viewer.js';

/**
 * Whose things a viewer keeps true, and so reads as they are, whoever else is told of them: her own
 * organizations', or as a steward everyone's. Exact addresses are no part of it.
 */
export type Keeping = { organizations: readonly string[] } | 'EVERY_ORGANIZATION';

/** What a viewer keeps; null of whoever keeps nothing. */
export function keepingOf(viewer: Viewer): Keeping | null {
  if (!isPerson(viewer)) return null;
  if (viewer.roles.some(({ role }) => role === 'STEWARD')) return 'EVERY_ORGANIZATION';
  const organizations = ownOrganizations(viewer);
  return organizations.length > 0 ? { organizations } : null;
}

/** The organizations of which a viewer is one of the people. */
export const ownOrganizations = (viewer: Viewer): string[] =>
  isPerson(viewer)
    ? viewer.roles.flatMap(({ role, organizationId }) =>
        role === 'COORDINATOR' || role === 'NATION_COORDINATOR' ? (organizationId ?? []) : [],
      )
    : [];

/** Whether a viewer keeps what is an organization's. */
export function keeps({ viewer }: Pick<Asking, 'viewer'>, organizationId: string): boolean {
  const keeping = keepingOf(viewer);
  return keeping === 'EVERY_ORGANIZATION' || !!keeping?.organizations.includes(organizationId);
}

/** That a row is of an organization whose things are kept. @param column its organization */
export const isKept = (keeping: Keeping, column: Sql): Sql =>
  keeping === 'EVERY_ORGANIZATION'
    ? sql`true`
    : sql`${column} = any (${textArray(keeping.organizations)}::text[])`;
