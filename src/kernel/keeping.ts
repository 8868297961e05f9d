import type { Asking } from './asking.js';
import { isPerson, type Viewer } from './viewer.js';

/**
 * As what a viewer keeps things true, and so reads them as they are, whoever else is told of them: as one of their
 * organization's own people, or as a steward. Exact addresses are no part of it, nor to a steward what leads to one.
 */
export type KeptAs = 'OWN' | 'STEWARD';

/** As what a viewer keeps what is an organization's; null where she does not. */
export function keptAs({ viewer }: Pick<Asking, 'viewer'>, organizationId: string): KeptAs | null {
  if (ownOrganizations(viewer).includes(organizationId)) return 'OWN';
  return isSteward(viewer) ? 'STEWARD' : null;
}

export const isSteward = (viewer: Viewer): boolean =>
  isPerson(viewer) && viewer.roles.some(({ role }) => role === 'STEWARD');

/** The organizations of which a viewer is one of the people. */
export const ownOrganizations = (viewer: Viewer): string[] =>
  isPerson(viewer)
    ? viewer.roles.flatMap(({ role, organizationId }) =>
        role === 'COORDINATOR' || role === 'NATION_COORDINATOR' ? (organizationId ?? []) : [],
      )
    : [];
