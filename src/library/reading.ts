import { isPerson, keepsOf, type Asking, type Keeps } from '../kernel/index.js';

/**
 * How a viewer reads what several organizations answer for; null where she keeps none of it. Whole only where each is her own: what
 * leads to the door of another is not hers to read.
 */
export function howKept(
  organizations: readonly string[],
  asking: Pick<Asking, 'viewer'>,
): Keeps | null {
  const keeps = organizations.map((one) => keepsOf(asking, one));
  if (keeps.every((one) => one === null)) return null;
  return keeps.every((one) => one === 'WHOLE') ? 'WHOLE' : 'OVERSEEN';
}

/** Organizations of which she is one of the people; whole those to which she is not new. Everyone's, of a steward. */
export function ownOf({ viewer }: Pick<Asking, 'viewer'>) {
  const roles = isPerson(viewer) ? viewer.roles : [];
  const all = roles.flatMap(({ organizationId }) => organizationId ?? []);
  const whole = roles.flatMap(({ organizationId, isNew = false }) =>
    isNew ? [] : (organizationId ?? []),
  );
  return { all, whole, isSteward: roles.some(({ role }) => role === 'STEWARD') };
}
