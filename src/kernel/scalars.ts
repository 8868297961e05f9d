import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { canonicalTag, NO_LANGUAGE } from './language-tag.js';
import { Refusal } from './refusal.js';

/** What four digits can write, and every database knows. */
const [YEAR_MIN, YEAR_MAX] = [1, 9_999];

function withinYears(moment: Date): Date {
  const year = moment.getUTCFullYear();
  if (year >= YEAR_MIN && year <= YEAR_MAX) return moment;
  throw new Refusal('INVALID', 'A moment lies in the years 0001 to 9999.');
}

const iso = GraphQLDateTimeISO.toConfig();

/** A moment, ISO 8601 in UTC. */
export const DateTime = new GraphQLScalarType<Date, string>({
  ...iso,
  parseValue: (value) => withinYears(iso.parseValue(value)),
  parseLiteral: (node, variables) => withinYears(iso.parseLiteral(node, variables)),
  name: 'DateTime',
  description: 'A moment, ISO 8601 in UTC: 2026-11-24T16:00:00.000Z.',
});

/** A day without a time. */
export const DateOnly = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A day: 2026-11-24.',
});

function tagOf(value: unknown): string {
  const tag = typeof value === 'string' ? canonicalTag(value) : null;
  if (tag !== null) return tag;
  throw new Refusal('INVALID', NO_LANGUAGE);
}

/** A language by its tag, read in its canonical form: EN is en. What is stored was checked when it was written. */
export const LanguageTag = new GraphQLScalarType<string, string>({
  name: 'LanguageTag',
  description: 'A language, by its BCP 47 tag: en, es, so, hmn, oj, ase.',
  specifiedByURL: 'https://www.rfc-editor.org/info/bcp47',
  serialize: String,
  parseValue: tagOf,
  parseLiteral: (node) => tagOf(node.kind === Kind.STRING ? node.value : null),
});
