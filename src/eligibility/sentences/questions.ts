import type { CriterionKind } from '../criterion.js';
import type { ReasonWords } from '../reason.js';
import type { Gender } from '../vocabulary.js';
import { LISTED_MAX } from './listed.js';

/** A list of more words than this is not said in one breath. */
const WORDS_MAX = 2;
/** Nor is a sentence of more letters. */
const LETTERS_MAX = 140;

/** Of these, *only these, or others too?* would be no question to say aloud. */
const isPlain = new Set<CriterionKind>([
  'DOCUMENTS',
  'INCOME',
  'POLICE_COOPERATION',
  'REFERRAL_SOURCE',
  'WORK_OR_SCHOOL',
  'FAITH',
]);
/** To ask of these by name would hint that she is one of them. */
const isNeverNamed = new Set<CriterionKind>(['STAY_HISTORY', 'IMMIGRATION']);

/** What the questions of one language are made of. */
export interface QuestionWords {
  /** The plain question of each matter. */
  plain: Record<CriterionKind, string>;
  /** Where nothing is said, and that is asked otherwise. */
  silent: Partial<Record<CriterionKind, string>>;
  /** Where it is those named who are taken, and that is asked otherwise. */
  taking: Partial<Record<CriterionKind, string>>;
  howMany: string;
  whichChildren: string;
  only: (whom: string) => string;
  ever: (whom: string) => string;
  when: (whom: string) => string;
  exception: (whom: string) => string;
  inSomeRooms: (whom: string) => string;
  ofAge: (age: number) => string;
  ofGender: (gender: Gender) => string;
  rule: (about: string) => string;
}

/**
 * What to ask a provider on the phone, in one breath. Each question asks what the place's rule is and tells
 * nothing of the person, but the age or gender that it is about.
 */
export function questionsOf(words: QuestionWords): ReasonWords['questions'] {
  const { plain, silent, taking, howMany, whichChildren } = words;
  type Matter = Parameters<ReasonWords['questions']['WEIGHED']>[0];
  /** A question that names whom it is about, or the plain one where that is not said aloud. */
  const naming =
    (ask: (whom: string) => string, most: number) =>
    ({ criterion, whom, words: named }: Matter) => {
      const question = ask(whom);
      return named > most || question.length > LETTERS_MAX ? plain[criterion] : question;
    };
  const unlessHinting = (ask: (matter: Matter) => string) => (matter: Matter) =>
    isNeverNamed.has(matter.criterion) ? plain[matter.criterion] : ask(matter);
  const unlessPlain = (ask: (matter: Matter) => string) => (matter: Matter) =>
    isPlain.has(matter.criterion) || isNeverNamed.has(matter.criterion)
      ? plainly(matter)
      : ask(matter);
  const counting = (ask: (matter: Matter) => string) => (matter: Matter) => {
    if (matter.ofChildren) return whichChildren;
    return matter.headcount ? howMany : ask(matter);
  };
  const plainly = ({ criterion }: Matter) => taking[criterion] ?? plain[criterion];
  const only = naming(words.only, WORDS_MAX);
  const when = unlessHinting(naming(words.when, LISTED_MAX));
  const weighed = (matter: Matter) =>
    matter.criterion === 'POLICE_COOPERATION' ? plainly(matter) : when(matter);
  return {
    ONLY_THESE: counting(unlessPlain(only)),
    THESE_AMONG_OTHERS: counting(plainly),
    NOT_THESE: unlessHinting(naming(words.ever, LISTED_MAX)),
    PERHAPS_WEIGHED: weighed,
    WEIGHED: weighed,
    BENT: naming(words.exception, WORDS_MAX),
    OUTSIDE: (matter) => {
      const { age, gender } = matter.seeker;
      if (matter.criterion === 'AGE') return words.ofAge(age!);
      if (matter.criterion === 'GENDER') return words.ofGender(gender!);
      return counting(plainly)(matter);
    },
    SOME_OUTSIDE: () => whichChildren,
    DISAGREE: naming(words.inSomeRooms, WORDS_MAX),
    UNREADABLE: ({ about }) => words.rule(about),
    SILENT: ({ criterion }) => silent[criterion] ?? plain[criterion],
  };
}
