import type { TextLanguage } from '../kernel/index.js';
import { storedTerms, type CriterionKind, type Stance } from './criterion.js';
import { english } from './sentences/en.js';
import { spanish } from './sentences/es.js';

/** What the things that a rule names are called; undefined where that is not known. */
export interface Names {
  county(fips: string): string | undefined;
  region(id: string): string | undefined;
  nation(id: string): string | undefined;
  language(tag: string): string | undefined;
}

/** Whom a rule speaks of, as words that every stance can say something of. One function a kind. */
export type Wording = {
  [Kind in CriterionKind]: (terms: never, names: Names) => string;
};

/** The words of one language. */
export interface Sentences {
  whom: Wording;
  stance: Record<Stance, (whom: string) => string>;
  /** Where a stored rule cannot be read. */
  unread: (about: string) => string;
  about: Record<CriterionKind, string>;
}

const sentences: Record<TextLanguage, Sentences> = { en: english, es: spanish };

/** Who has read the sentences of a language over. Nothing is passed off as reviewed that is not. */
export const sentenceReview: Record<TextLanguage, string> = {
  en: 'Read over by those who wrote it; not yet by advocates.',
  es: 'Written by those who wrote the English; not yet read over by a native speaker.',
};

/**
 * A rule in one plain sentence that an advocate can read aloud to the person beside her. Never throws:
 * a rule that cannot be read says that there is one, and to ask.
 */
export function sentenceOf(
  { kind, stance, terms }: { kind: CriterionKind; stance: Stance; terms: unknown },
  language: TextLanguage,
  names: Names,
): string {
  const { whom, stance: frames, unread, about } = sentences[language];
  const read = storedTerms(kind, terms);
  const frame = frames[stance];
  if (read === null || !frame) return unread(about[kind] ?? '');
  if (
    kind === 'IMMIGRATION' &&
    stance === 'SERVES' &&
    'statuses' in read &&
    read.statuses === 'ANY'
  ) {
    return language === 'es'
      ? 'Recibe a personas de cualquier estatus migratorio.'
      : 'Welcomes people of any immigration status.';
  }
  return frame(whom[kind](read as never, names));
}
