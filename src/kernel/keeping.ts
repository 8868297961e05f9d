import type { Asking } from './asking.js';
import { isPerson, type Viewer } from './viewer.js';

/**
 * How a viewer reads what she keeps, whoever else is told of it: `WHOLE` as one of its organization's own people; `OVERSEEN`, as a
 * steward, someone new or an app, without what may lead to a withheld door. Exact addresses that are withheld are no part of either.
 */
export type Keeps = 'WHOLE' | 'OVERSEEN';

/** Some of what a viewer keeps, and whose it is. */
interface Keeping {
  keeps: Keeps;
  organizations: readonly string[] | 'ALL';
}

/** All that a viewer keeps, what she reads whole before the rest. */
export function keepingOf(viewer: Viewer): Keeping[] {
  if (viewer.kind === 'APP' && viewer.organizationId !== null) {
    return [{ keeps: 'OVERSEEN', organizations: [viewer.organizationId] }];
  }
  if (!isPerson(viewer)) return [];
  const own = (wanted: boolean) =>
    viewer.roles.flatMap(({ organizationId, isNew = false }) =>
      organizationId !== null && isNew === wanted ? organizationId : [],
    );
  const isSteward = viewer.roles.some(({ role }) => role === 'STEWARD');
  const keeping: Keeping[] = [
    { keeps: 'WHOLE', organizations: own(false) },
    { keeps: 'OVERSEEN', organizations: isSteward ? 'ALL' : own(true) },
  ];
  return keeping.filter(({ organizations }) => organizations.length > 0);
}

/** How a viewer reads what is an organization's; null where she does not keep it. */
export const keepsOf = ({ viewer }: Pick<Asking, 'viewer'>, organization: string): Keeps | null =>
  keepingOf(viewer).find(
    ({ organizations }) => organizations === 'ALL' || organizations.includes(organization),
  )?.keeps ?? null;
