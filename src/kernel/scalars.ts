import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
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

function languageTag(value: unknown): string {
  try {
    const [tag] = typeof value === 'string' ? Intl.getCanonicalLocales(value) : [];
    if (tag) return tag;
  } catch {
    // Not a tag: said below.
  }
  throw new Refusal('INVALID', 'A language is named by its BCP 47 tag, as es.');
}

/** A language by its tag, read in its canonical form: EN is en. What is stored was checked when it was written. */
export const LanguageTag = new GraphQLScalarType<string, string>({
  name: 'LanguageTag',
  description: 'A language, by its BCP 47 tag: en, es, so, hmn, oj, ase.',
  specifiedByURL: 'https://www.rfc-editor.org/info/bcp47',
  serialize: String,
  parseValue: languageTag,
  parseLiteral: (node) => languageTag(node.kind === Kind.STRING ? node.value : null),
});
