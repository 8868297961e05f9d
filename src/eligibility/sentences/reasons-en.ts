import type { ReasonWords } from '../reason.js';
import type { Child } from '../seeker.js';
import { LISTED_MAX, PAPERS_MAX } from './listed.js';
import { englishQuestions } from './questions-en.js';
import { and, documents, money, or } from './words-en.js';

const genders = {
  WOMAN: 'a woman',
  MAN: 'a man',
  TWO_SPIRIT: 'a Two-Spirit person',
  NONBINARY: 'a nonbinary person',
};
const young = {
  WOMAN: 'a girl',
  MAN: 'a boy',
  TWO_SPIRIT: 'a Two-Spirit child',
  NONBINARY: 'a nonbinary child',
};
const sources = {
  SELF: 'you call for yourself',
  REGIONAL_NAVIGATOR: 'a regional navigator sends you',
  CHILD_PROTECTION: 'child protection sends you',
  POLICE: 'the police send you',
  HOSPITAL: 'a hospital sends you',
};
const callers: Record<string, string> = {
  SELF: 'from you yourself',
  REGIONAL_NAVIGATOR: 'from a regional navigator',
  CHILD_PROTECTION: 'from child protection',
  POLICE: 'from the police',
  HOSPITAL: 'from a hospital',
};
/** A list of more words than this is too long to hear where it says no more than *yes*. */
const WORDS_MAX = 3;
const upper = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const notKnown = 'We do not know yet if that is so for you.';

const children = (count: number) =>
  ['you bring no children', 'you bring one child'][count] ?? `you bring ${count} children`;
const childrenNamed = (ones: readonly Child[]) =>
  and(
    ones.map(({ age, gender }) => {
      const child = gender ? young[gender] : 'a child';
      if (age === 0) return 'a baby';
      return age === undefined ? child : `${child} aged ${age}`;
    }),
  );

const facts: ReasonWords['facts'] = {
  age: (age) => `you are ${age}`,
  gender: (gender) => `you are ${genders[gender]}`,
  partner: (so) => (so ? 'you come with a partner' : 'you come without a partner'),
  pregnant: (so) => (so ? 'you are pregnant' : 'you are not pregnant'),
  children,
  unaccompaniedMinor: (so) =>
    so ? 'you come without a parent or guardian' : 'you are not a minor who comes alone',
  theseChildren: (ones) =>
    ones.length === 0 || ones.length > LISTED_MAX
      ? children(ones.length)
      : `you bring ${childrenNamed(ones)}`,
  alsoChildren: (ones) =>
    `you also bring ${ones.length > LISTED_MAX ? `${ones.length} other children` : childrenNamed(ones)}`,
  people: (least, most) => {
    if (most === Infinity) return `there are at least ${least} of you`;
    if (least !== most) return `there are ${least} or ${most} of you`;
    return least === 1 ? 'you come alone' : `there are ${least} of you`;
  },
  home: (county) => `you live in ${county}`,
  income: (dollars) => `your income is ${money.format(dollars)} a month`,
  pets: (so) => (so ? 'you have a pet' : 'you have no pet'),
  serviceAnimal: (so) => (so ? 'you have a service animal' : 'you have no service animal'),
  documents: (kinds, has) => {
    const named = kinds.map((kind) => documents[kind]!);
    return has ? `you have ${and(named)}` : `you do not have ${or(named)}`;
  },
  veteran: (so) => (so ? 'you are a veteran' : 'you are not a veteran'),
  languages: (names) => `you speak ${and(names)}`,
  referredBy: (source) => sources[source],
};

/** English sentences for reasons and questions. */
export const englishReasons: ReasonWords = {
  facts,
  and,
  applies: (so) => (so ? 'that applies to you' : 'that does not apply to you'),
  appliesToSome: (ofChildren) =>
    ofChildren
      ? 'that does not apply to all of your children'
      : 'that does not cover all that you told us',
  texts: {
    OPEN_TO_ALL: ({ whom }) => `They take ${whom}.`,
    TAKEN: ({ criterion, whom, words, fact, applies }) => {
      if (criterion === 'SITUATION' && words > WORDS_MAX)
        return 'They take people in your situation.';
      return fact ? `${upper(fact)}; they take ${whom}.` : `They take ${whom}; ${applies}.`;
    },
    SPARED: ({ whom, fact, applies }) => `They cannot take ${whom}; ${fact ?? applies}.`,
    LEFT_OUT: ({ whom, fact, applies }) => `They take only ${whom}; ${fact ?? applies}.`,
    REFUSED: ({ whom, fact, applies }) => `They cannot take ${whom}; ${fact ?? applies}.`,
    ONLY_THESE: ({ isMany, whom }) =>
      isMany
        ? 'They take people only in some situations. We do not know yet if yours is one.'
        : `They take only ${whom}. ${notKnown}`,
    THESE_AMONG_OTHERS: ({ isMany, whom }) =>
      isMany
        ? 'They name many situations, but we do not know yet if yours is one.'
        : `They take ${whom}, among others. ${notKnown}`,
    NOT_THESE: ({ whom }) => `They cannot take ${whom}. ${notKnown}`,
    PERHAPS_WEIGHED: ({ whom }) => `They decide case by case about ${whom}. ${notKnown}`,
    WEIGHED: ({ whom, fact, applies }) =>
      `They decide case by case about ${whom}; ${fact ?? applies}.`,
    BENT: ({ whom, fact, applies }) =>
      `They take only ${whom}, and decide on others case by case; ${fact ?? applies}.`,
    OUTSIDE: ({ whom, fact, applies }) => `They take ${whom}, among others; ${fact ?? applies}.`,
    SOME_OUTSIDE: ({ whom, fact, applies }) =>
      `They take only ${whom}; ${fact ?? applies}. We do not know yet if all of your children can come.`,
    DISAGREE: ({ whom }) =>
      `The house says that it takes only ${whom}, but this part of it takes you.`,
    UNREADABLE: ({ about }) => `They have a rule about ${about} that cannot be read here.`,
    SILENT: ({ about }) => `They say nothing about ${about}.`,
  },
  questions: englishQuestions,
  situations: 'people in certain situations',
  papers: 'people who can show certain papers',
  notAsked: ({ text }) => `${text.replace(notKnown, '').trim()} You are not asked about that here.`,
  mends: {
    call: (from) =>
      from.length > 0
        ? `A call ${or(from.map((source) => callers[source]!))} would change that.`
        : 'A call from someone else would change that.',
    animals: 'Someone else keeping the animal would change that.',
    papers: (kinds, every) => {
      if (kinds.length > PAPERS_MAX) {
        return `Getting ${every ? 'those' : 'one of those'} papers would change that.`;
      }
      const named = kinds.map((kind) => documents[kind]!);
      return `Getting ${every ? and(named) : or(named)} would change that.`;
    },
  },
};
