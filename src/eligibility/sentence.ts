import type { TextLanguage } from '../kernel/index.js';
import { storedTerms, type Criterion, type CriterionKind, type Stance } from './criterion.js';
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
  /** Of these a case-by-case rule speaks of those who lack what it names. */
  lacking: { [Kind in CriterionKind]?: (terms: never) => string };
  /** Where a stored rule cannot be read. */
  unread: (about: string) => string;
  about: Record<CriterionKind, string>;
}

const sentences: Record<TextLanguage, Sentences> = { en: english, es: spanish };

const unread: Record<TextLanguage, string> = {
  en: 'Read over by those who wrote it; not yet by advocates.',
  es: 'Written by those who wrote the English; not yet read over by a native speaker.',
};

/**
 * Who has read the texts of a language over: rules as sentences, the reasons of a verdict, the questions
 * to put to a provider. Nothing is passed off as reviewed that is not.
 */
export const sentenceReview: Record<
  'rules' | 'reasons' | 'questions',
  Record<TextLanguage, string>
> = { rules: unread, reasons: unread, questions: unread };

/** What a kind of rule is about, as *age*; for texts that name no rule. */
export function aboutOf(kind: CriterionKind, language: TextLanguage): string {
  return sentences[language].about[kind] ?? '';
}

/** Of these kinds a rule is put into words with the names of things, as the caller knows them. */
const naming: ReadonlySet<CriterionKind> = new Set(['RESIDENCE', 'NATION', 'LANGUAGE']);
/** Whom rules speak of, where that was said already and needs no names: terms that are kept are said alike. */
const said: Record<TextLanguage, Record<'whom' | 'lacking', WeakMap<object, string>>> = {
  en: { whom: new WeakMap(), lacking: new WeakMap() },
  es: { whom: new WeakMap(), lacking: new WeakMap() },
};

/**
 * Whom a rule speaks of, as *people aged 16 to 21*; null where it cannot be read.
 * @param rule with its terms as `storedTerms` read them
 */
export function whomOf(
  rule: { kind: CriterionKind; stance: Stance; said: Criterion['terms'] | null },
  language: TextLanguage,
  names: Names,
): string | null {
  const { kind, stance, said: terms } = rule;
  if (terms === null) return null;
  const { whom, lacking } = sentences[language];
  const lacks = stance === 'CASE_BY_CASE' ? lacking[kind] : undefined;
  if (!lacks && naming.has(kind)) return whom[kind](terms as never, names);
  const known = said[language][lacks ? 'lacking' : 'whom'];
  let words = known.get(terms);
  if (words === undefined) {
    words = lacks ? lacks(terms as never) : whom[kind](terms as never, names);
    known.set(terms, words);
  }
  return words;
}

/**
 * A rule in one plain sentence that an advocate can read aloud to the person beside her. Never throws:
 * a rule that cannot be read says that there is one, and to ask.
 */
export function sentenceOf(
  { kind, stance, terms }: { kind: CriterionKind; stance: Stance; terms: unknown },
  language: TextLanguage,
  names: Names,
): string {
  const { stance: frames, unread } = sentences[language];
  const read = storedTerms(kind, terms);
  const whom = whomOf({ kind, stance, said: read }, language, names);
  const frame = frames[stance];
  if (read === null || whom === null || !frame) return unread(aboutOf(kind, language));
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
  return frame(whom);
}
