import type { TextLanguage } from '../kernel/index.js';

const names = new Map<TextLanguage, Intl.DisplayNames>();
/** Tags whose names the platform's data does not hold, or holds in words nobody uses. */
const known: Record<string, Record<TextLanguage, string>> = {
  ase: { en: 'American Sign Language', es: 'lengua de señas americana' },
  oj: { en: 'Ojibwe', es: 'ojibwe' },
  kar: { en: 'Karen', es: 'karen' },
  dak: { en: 'Dakota', es: 'dakota' },
};

/** What a language is called, in the language of the request. */
export function languageName(tag: string, language: TextLanguage): string {
  const own = known[tag]?.[language];
  if (own) return own;
  let display = names.get(language);
  if (!display)
    names.set(language, (display = new Intl.DisplayNames([language], { type: 'language' })));
  try {
    return display.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export function languagesNamed(tags: readonly string[], language: TextLanguage) {
  return tags.map((tag) => ({ tag, name: languageName(tag, language) }));
}
