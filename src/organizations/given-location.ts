import type { RegisterOrganization } from './register-organization.command.js';
import type { LocationInput } from './organization-changes.input.js';

/** A location as it is given by a mutation, in the form that is written; what is missing is refused there. */
export function locationGiven({
  name,
  countyFips,
  withheld,
  lines,
  city,
  postalCode,
  point,
}: LocationInput): RegisterOrganization['locations'][number] {
  const address = { lines, city, postalCode } as {
    lines: string[];
    city: string;
    postalCode: string;
  };
  if (!withheld) return { street: 'TOLD', name, countyFips, address, point: point ?? null };
  const told = { street: 'WITHHELD', name, countyFips, withheldReason: withheld } as const;
  const isGiven = [lines, city, postalCode, point].some((part) => part != null);
  return isGiven ? { ...told, exact: { ...address, point: point ?? null } } : told;
}

/** What is written as locations, as a mutation calls it. */
export const CALLED = { locations: 'newLocations' } as const;
