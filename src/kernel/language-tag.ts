import { z } from 'zod';

export const NO_LANGUAGE = 'A language is named by its BCP 47 tag, as es.';

/** A tag in its canonical form, as en for EN; null where it is none. */
export function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** A language's tag as it is given, read in its canonical form. */
export const languageTag = z.string().transform((tag, { addIssue }) => {
  const canonical = canonicalTag(tag);
  if (canonical !== null) return canonical;
  addIssue(NO_LANGUAGE);
  return z.NEVER;
});

/** A language, its script, its country: no part of a tag in which anything could be written. Spanish of Latin America is a country. */
export const SPOKEN = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|419))?$/;

/** A language that people speak, as it is told of a listing. */
export const spokenLanguage = languageTag.refine((tag) => SPOKEN.test(tag), NO_LANGUAGE);

/** The language of a canonical tag without its country or script: es-MX is es. */
export function primaryLanguage(tag: string): string {
  const end = tag.indexOf('-');
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
}

/** Each language as it is named and without its country: who asks for es-MX is served in es. */
export const withPrimary = (tags: readonly string[]): string[] => [
  ...new Set(tags.flatMap((tag) => [tag, primaryLanguage(tag)])),
];
