import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { buildSchema } from '../../src/server/graphql/schema.js';

/*
 * Questions drawn from the schema itself: every root field, every argument, every field of every type. What is
 * added to the contract is asked for without a word here.
 */

export const schema = buildSchema();
export const DEPTH_MAX = 5;
const FIELDS_MAX = 12;
/** Of an interface, so many types at once are looked behind. */
const KINDS_MAX = 6;
/** How much more often a thing is asked for that is aimed at. */
const AIMED_AT_WEIGHT = 6;
/** One condition alone finds more than several that leave nothing. */
const ALONE_WEIGHT = 3;
/** Members that say where. */
const PLACES = new Set(['at', 'isIn', 'serves', 'withinMeters']);
const PLACE_WEIGHT = 4;
const ROWS_MAX = 6;

/** What may stand in a question of one network: ids, words and places that lead somewhere, and some that do not. */
export interface Pool {
  ids: readonly string[];
  /** Those in which a difference would show. */
  aimedAt: readonly string[];
  /** By FIPS. */
  counties: readonly string[];
  texts: readonly string[];
}

const places = [
  '{ zip: "56601" }',
  '{ zip: "55802" }',
  '{ zip: "56633" }',
  '{ countyFips: "27137" }',
  '{ countyFips: "27077" }',
  '{ city: { name: "Duluth", state: "MN" } }',
  '{ city: { name: "Bemidji", state: "MN" } }',
  '{ point: { latitude: 46.79, longitude: -92.1 } }',
  '{ point: { latitude: 47.47, longitude: -94.88 } }',
  '{ point: { latitude: 48.6, longitude: -96.2 } }',
];
/** Those in which a difference would show: whom something hidden serves, no fixed place need be among. */
const placesOf = ({ counties }: Pool) => counties.map((fips) => `{ countyFips: "${fips}" }`);
const boxes = [
  '{ south: 43.4, west: -97.3, north: 49.4, east: -89.4 }',
  '{ south: 46.5, west: -92.5, north: 47, east: -91.5 }',
  '{ south: 47, west: -97.3, north: 49.4, east: -94 }',
];
const meters = ['5000', '40000', '120000', '400000', '1000000'];

/**
 * Members of an input: mostly one alone, for each that is added leaves less to be seen; most of all a place, for
 * that is what is hidden; and a radius where its place is, half of the time.
 */
function chosen<Field extends { name: string }>(fields: readonly Field[]): fc.Arbitrary<Field[]> {
  const one = fc.oneof(
    ...fields.map((field) => ({
      arbitrary: fc.constant<Field[]>([field]),
      weight: PLACES.has(field.name) ? PLACE_WEIGHT : 1,
    })),
  );
  const some = fc.subarray([...fields], { maxLength: Math.min(4, fields.length) });
  return fc
    .tuple(
      fc.oneof({ arbitrary: one, weight: ALONE_WEIGHT }, { arbitrary: some, weight: 1 }),
      fc.boolean(),
    )
    .map(([drawn, isNear]) => {
      const has = (name: string) => drawn.some((field) => field.name === name);
      const member = (name: string) => fields.filter((field) => field.name === name);
      if (has('withinMeters') && !has('at')) return [...drawn, ...member('at')];
      if (has('at') && !has('withinMeters') && isNear) return [...drawn, ...member('withinMeters')];
      return drawn;
    });
}

/** A value of an input type, written as it stands in a document. */
function valueOf(type: GraphQLInputType, name: string, pool: Pool): fc.Arbitrary<string> {
  if (isNonNullType(type)) return valueOf(type.ofType, name, pool);
  if (isListType(type)) {
    return fc
      .array(valueOf(type.ofType, name, pool), { minLength: 1, maxLength: 3 })
      .map((items) => `[${items.join(', ')}]`);
  }
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((value) => value.name));
  if (isInputObjectType(type)) {
    if (type.name === 'PlaceInput')
      return fc.oneof(fc.constantFrom(...places), fc.constantFrom(...placesOf(pool)));
    if (type.name === 'BoxInput') return fc.constantFrom(...boxes);
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      return fc
        .constantFrom(...fields)
        .chain((field) =>
          valueOf(field.type, field.name, pool).map((value) => `{ ${field.name}: ${value} }`),
        );
    }
    const required = fields.filter((field) => isNonNullType(field.type));
    return chosen(fields)
      .chain((some) =>
        fc.tuple(
          ...[...new Set([...required, ...some])].map((field) =>
            valueOf(field.type, field.name, pool).map((value) => `${field.name}: ${value}`),
          ),
        ),
      )
      .map((members) => `{ ${members.join(', ')} }`);
  }
  return scalarOf(type.name, name, pool);
}

function scalarOf(
  type: string,
  name: string,
  { aimedAt, counties, ids, texts }: Pool,
): fc.Arbitrary<string> {
  if (name === 'first') return fc.integer({ min: 1, max: ROWS_MAX }).map(String);
  if (name === 'withinMeters') return fc.constantFrom(...meters);
  if (name === 'state') return fc.constantFrom('"MN"', '"MN"', '"WI"');
  if (/fips/i.test(name)) return fc.constantFrom(...counties.map((fips) => JSON.stringify(fips)));
  if (name === 'zip') return fc.constantFrom('"56601"', '"55802"', '"55401"');
  if (type === 'ID') {
    return fc
      .oneof(
        { arbitrary: fc.constantFrom(...aimedAt), weight: AIMED_AT_WEIGHT },
        { arbitrary: fc.constantFrom(...ids), weight: 1 },
      )
      .map((id) => JSON.stringify(id));
  }
  if (type === 'Boolean') return fc.constantFrom('true', 'false');
  if (type === 'Int') return fc.integer({ min: 1, max: 40 }).map(String);
  if (type === 'Float') return fc.constantFrom('46.79', '-92.1');
  if (type === 'LanguageTag') return fc.constantFrom('"en"', '"es"', '"so"', '"oj"');
  if (/Date/.test(type)) return fc.constantFrom('"2026-11-01T00:00:00Z"', '"2027-06-01T00:00:00Z"');
  return fc.constantFrom(...texts.map((text) => JSON.stringify(text)));
}

/** Arguments: those that must be there, `first` nearly always, `after` never: cursors come by walking. */
export function argumentsOf(args: readonly GraphQLArgument[], pool: Pool): fc.Arbitrary<string> {
  const given = args.filter(({ name }) => name !== 'after');
  const must = given.filter(({ name, type }) => isNonNullType(type) || name === 'first');
  return fc
    .subarray([...given], { maxLength: Math.min(2, given.length) })
    .chain((some) =>
      fc.tuple(
        ...[...new Set([...must, ...some])].map(({ name, type }) =>
          valueOf(type, name, pool).map((value) => `${name}: ${value}`),
        ),
      ),
    )
    .map((written) => (written.length > 0 ? `(${written.join(', ')})` : ''));
}

interface Drawn {
  text: string;
  fields: string[];
}

const joined = (parts: readonly Drawn[]): Drawn => ({
  text: parts.map(({ text }) => text).join(' '),
  fields: parts.flatMap(({ fields }) => fields),
});

export function fieldOf(
  owner: string,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  pool: Pool,
): fc.Arbitrary<Drawn> {
  const type = getNamedType(field.type);
  const inside = isCompositeType(type)
    ? selectionOf(type, depth - 1, pool)
    : fc.constant<Drawn | null>(null);
  return fc.tuple(argumentsOf(field.args, pool), inside).map(([args, set]) => ({
    text: `${field.name}${args}${set ? ` { ${set.text} }` : ''}`,
    fields: [`${owner}.${field.name}`, ...(set?.fields ?? [])],
  }));
}

/** Some fields of a type; of an interface, those of the types behind it. */
export function selectionOf(
  type: GraphQLCompositeType,
  depth: number,
  pool: Pool,
): fc.Arbitrary<Drawn> {
  const name: Drawn = { text: '__typename', fields: [] };
  if (isAbstractType(type)) {
    const kinds = schema.getPossibleTypes(type);
    return fc
      .subarray([...kinds], { minLength: 1, maxLength: Math.min(KINDS_MAX, kinds.length) })
      .chain((some) =>
        fc.tuple(
          ...some.map((kind) =>
            selectionOf(kind, depth, pool).map(({ text, fields }) => ({
              text: `... on ${kind.name} { ${text} }`,
              fields,
            })),
          ),
        ),
      )
      .map((parts) => joined([name, ...parts]));
  }
  // In fragments side by side a field of one name must be of one type and have the same arguments: each is one alone.
  const fields = Object.values(
    (type as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields(),
  );
  const open = fields.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
  // A page is looked into wherever it can be, and counted.
  const pages = open.filter((field) => field.name === 'nodes' || field.name === 'totalCount');
  return fc
    .subarray(open, {
      minLength: Math.min(1, open.length),
      maxLength: Math.min(FIELDS_MAX, open.length),
    })
    .chain((some) =>
      fc.tuple(
        ...[...new Set([...pages, ...some])].map((field) => fieldOf(type.name, field, depth, pool)),
      ),
    )
    .map((parts) => joined([name, ...parts]));
}
