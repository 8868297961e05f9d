import fc from 'fast-check';
import {
  GraphQLFloat,
  GraphQLInt,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { buildSchema } from '../../src/server/graphql/schema.js';

/*
 * Inputs drawn from the schema itself, so that a new field is drawn too. Each value is mostly one that fits,
 * at times one at an edge, and now and then one that is nothing of the kind.
 */

const WILD_WEIGHT = 1;
const FITTING_WEIGHT = 60;
const words = [
  '27007',
  '27137',
  '56601',
  '99999',
  'MN',
  'Bemidji',
  'nat_unknown',
  '',
  'a\0b',
  '\ud800',
  '__proto__',
];

const wild = fc.oneof(
  fc.anything({ maxDepth: 1 }).map((value) => {
    try {
      return JSON.parse(JSON.stringify(value)) as unknown;
    } catch {
      return null;
    }
  }),
  fc.constantFrom<unknown>(null, -1, 0, 1.5, 2 ** 31, 1e308, '', [], {}, [null], [[]], true),
);

const orWild = (fitting: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { arbitrary: fitting, weight: FITTING_WEIGHT },
    { arbitrary: wild, weight: WILD_WEIGHT },
  );

const numbers = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 50 }), weight: 8 },
  { arbitrary: fc.constantFrom(0, 120, 40_000, 1_000_000, 1_000_001, 2 ** 31 - 1), weight: 1 },
);
const degrees = fc.oneof(
  { arbitrary: fc.double({ min: 43, max: 49, noNaN: true }), weight: 8 },
  { arbitrary: fc.double({ min: -181, max: 181, noNaN: true }), weight: 2 },
);
const tags = fc.constantFrom('en', 'es-MX', 'so', 'zh-Hant', 'x-whatever', 'en', 'es', 'xx--');

function scalar(name: string): fc.Arbitrary<unknown> {
  if (name === GraphQLInt.name) return numbers;
  if (name === GraphQLFloat.name) return degrees;
  if (name === 'Boolean') return fc.boolean();
  if (name === 'LanguageTag') return tags;
  return fc.constantFrom(...words);
}

function valuesOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return valuesOf(type.ofType);
  if (isListType(type)) {
    const items = valuesOf(type.ofType);
    return orWild(fc.array(items, { minLength: 1, maxLength: 3 }));
  }
  if (isInputObjectType(type)) return orWild(objects(type));
  if (isEnumType(type)) {
    return orWild(fc.constantFrom(...type.getValues().map(({ name }) => name)));
  }
  return orWild(scalar(type.name));
}

function objects(type: GraphQLInputObjectType): fc.Arbitrary<unknown> {
  const fields = Object.values(type.getFields());
  if (type.isOneOf) {
    return fc.oneof(
      ...fields.map(({ name, type: of }) => valuesOf(of).map((one) => ({ [name]: one }))),
    );
  }
  const required = new Set(
    fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name),
  );
  return fc
    .tuple(
      fc.record(Object.fromEntries(fields.map((field) => [field.name, valuesOf(field.type)]))),
      fc.subarray(
        fields.map(({ name }) => name),
        { maxLength: Math.min(4, fields.length) },
      ),
    )
    .map(([all, some]) =>
      Object.fromEntries(
        Object.entries(all).filter(([name]) => required.has(name) || some.includes(name)),
      ),
    );
}

/** A `FindHousingInput`, or something that would like to be one. */
export const wildInput = valuesOf(
  buildSchema().getType('FindHousingInput') as GraphQLInputObjectType,
);
