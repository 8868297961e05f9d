import type { TextLanguage } from './asking.js';

const formats = (language: TextLanguage) => ({
  and: new Intl.ListFormat(language, { type: 'conjunction' }),
  or: new Intl.ListFormat(language, { type: 'disjunction' }),
});
/** Made once: to make one costs more than a hundred lists. */
const made: Record<TextLanguage, ReturnType<typeof formats>> = {
  en: formats('en'),
  es: formats('es'),
};

/** Words as a list is said: *a, b, and c*. */
export const spokenList = (
  words: readonly string[],
  joined: 'and' | 'or',
  language: TextLanguage,
): string => made[language][joined].format(words);
