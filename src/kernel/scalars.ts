import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Refusal } from './refusal.js';

/** A moment, ISO 8601 in UTC. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A moment, ISO 8601 in UTC: 2026-11-24T16:00:00.000Z.',
});

/** A day without a time. */
export const DateOnly = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A day: 2026-11-24.',
});

function languageTag(value: unknown): string {
  try {
    if (typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1) return value;
  } catch {
    // Not a tag: said below.
  }
  throw new Refusal('INVALID', 'A language is named by its BCP 47 tag, as es.');
}

/** A language by its tag. What is stored was checked when it was written. */
export const LanguageTag = new GraphQLScalarType<string, string>({
  name: 'LanguageTag',
  description: 'A language, by its BCP 47 tag: en, es, so, hmn, oj, ase.',
  specifiedByURL: 'https://www.rfc-editor.org/info/bcp47',
  serialize: String,
  parseValue: languageTag,
  parseLiteral: (node) => languageTag(node.kind === Kind.STRING ? node.value : null),
});
