import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { DEPRECATION_FORM, deprecationOf } from '../../src/server/graphql/deprecation.js';
import { daysBetween } from './days.js';

/** Whoever built on something has a season to leave it. */
export const NOTICE_DAYS_MIN = 90;

/** The reason of everything that is deprecated, by its path as `HousingOption.places`. */
export function reasonsIn(schema: GraphQLSchema): Map<string, string> {
  const named = Object.values(schema.getTypeMap()).flatMap(partsOf);
  return new Map(named.flatMap(([path, reason]) => (reason === null ? [] : [[path, reason]])));
}

type Named = [path: string, reason: string | null];
const named = (
  path: string,
  { deprecationReason = null }: { deprecationReason?: string | null | undefined },
): Named => [path, deprecationReason];

function partsOf(type: GraphQLNamedType): Named[] {
  const within = `${type.name}.`;
  if (isEnumType(type)) return type.getValues().map((one) => named(within + one.name, one));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((one) => named(within + one.name, one));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    named(within + field.name, field),
    ...field.args.map((one) => named(`${within}${field.name}.${one.name}`, one)),
  ]);
}

/**
 * What is wrong with the deprecations of a contract that comes after a released one.
 * @param released of that, the reasons, and the day of its release
 */
export function deprecationFaults(
  emitted: ReadonlyMap<string, string>,
  released: { reasons: ReadonlyMap<string, string>; date: string },
): string[] {
  return [...emitted].flatMap(([path, reason]) => {
    const told = deprecationOf(reason);
    if (!told) return [`${path}: the reason of a deprecation ends as in ${DEPRECATION_FORM}.`];
    const before = deprecationOf(released.reasons.get(path) ?? '');
    const faults: string[] = [];
    if (daysBetween(told.since, told.removal) < NOTICE_DAYS_MIN)
      faults.push(`${path}: it may go ${NOTICE_DAYS_MIN} days after ${told.since} and no sooner.`);
    if (!before && told.since < released.date)
      faults.push(
        `${path}: nobody was told on ${told.since}. The last release, of ${released.date}, does not say so.`,
      );
    if (before && told.removal < before.removal)
      faults.push(`${path}: ${before.removal} was promised, and holds.`);
    return faults;
  });
}
