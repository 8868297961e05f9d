import type { CriterionKind } from '../criterion.js';
import type { ReasonWords } from '../reason.js';
import { LISTED_MAX } from './listed.js';

/*
 * What to ask a provider on the phone, in one breath. Each asks what the place's rule is and tells nothing
 * of the person, but the age or gender that it is about.
 */

const genders = {
  WOMAN: 'a woman',
  MAN: 'a man',
  TWO_SPIRIT: 'a Two-Spirit person',
  NONBINARY: 'a nonbinary person',
};

/** The plain question of each matter. */
const plain: Record<CriterionKind, string> = {
  AGE: 'From what age to what age do you take people?',
  GENDER: 'Do you take people of every gender?',
  HOUSEHOLD: 'Who can come: people alone, couples, parents with children, minors on their own?',
  SITUATION: 'Do you take people in every situation, or only in some?',
  LGBTQ: 'Is your place only for LGBTQ+ people?',
  VETERAN: 'Is your place only for veterans?',
  RESIDENCE: 'From which counties do you take people?',
  NATION: 'Do you take people of every nation, and people who belong to none?',
  LANGUAGE: 'Which languages do you speak, and can you get an interpreter?',
  CULTURE: 'Is your place meant for one community, or for everyone?',
  ACCESS: 'Can people stay who use a wheelchair, are Deaf, or are blind?',
  ANIMALS: 'May people bring animals?',
  SUBSTANCE_USE: 'What are your rules about alcohol, drugs, and medication like methadone?',
  CARE_NEEDS: 'What help can you give with mental health, medication, or nursing?',
  CONVICTIONS: 'Do any convictions keep someone out?',
  CUSTODY: 'Do you take people in foster care, on a hold, or placed by a court?',
  DOCUMENTS: 'Which papers must people bring, and which can come later?',
  INCOME: 'How firm is your limit on income?',
  POLICE_COOPERATION: 'Does anyone have to work with the police?',
  REFERRAL_SOURCE: 'May people call for themselves, or must someone else call?',
  IMMIGRATION: 'Do you take people of any immigration status?',
  STAY_HISTORY: 'Can an earlier stay keep someone out, and for how long?',
  WORK_OR_SCHOOL: 'Must people work or study, how much, and from when on?',
  FAITH: 'Must anyone take part in religious activities?',
};
/** Where nothing is said, and that is asked otherwise. */
const silent: Partial<Record<CriterionKind, string>> = {
  AGE: 'From what age do you take people, and may minors come?',
  NATION: 'How do you work with the nation of someone who is placed with you?',
};
/** Of these, *only these, or others too?* would be no question to say aloud. */
const isPlain = new Set<CriterionKind>(
  'DOCUMENTS INCOME POLICE_COOPERATION REFERRAL_SOURCE WORK_OR_SCHOOL FAITH'.split(
    ' ',
  ) as CriterionKind[],
);
/** A list of more words than this is not said in one breath. */
const WORDS_MAX = 2;
/** Nor is a sentence of more letters. */
const LETTERS_MAX = 140;

/** To ask of these by name would hint that she is one of them. */
const isNeverNamed = new Set<CriterionKind>(['STAY_HISTORY', 'IMMIGRATION']);

/** A question, or the plain one where the list in it is too long to say. */
const inOneBreath = (question: string, criterion: CriterionKind, words: number, most: number) =>
  words > most || question.length > LETTERS_MAX ? plain[criterion] : question;

const weighed: ReasonWords['questions']['WEIGHED'] = ({ criterion, whom, words }) =>
  isNeverNamed.has(criterion)
    ? plain[criterion]
    : inOneBreath(`When can you take ${whom}?`, criterion, words, LISTED_MAX);

const HOW_MANY = 'How many people can come together?';

export const englishQuestions: ReasonWords['questions'] = {
  ONLY_THESE: ({ criterion, whom, words, headcount }) => {
    if (headcount) return HOW_MANY;
    if (isPlain.has(criterion) || isNeverNamed.has(criterion)) return plain[criterion];
    return inOneBreath(`Do you take only ${whom}, or others too?`, criterion, words, WORDS_MAX);
  },
  THESE_AMONG_OTHERS: ({ criterion, headcount }) => (headcount ? HOW_MANY : plain[criterion]),
  NOT_THESE: ({ criterion, whom, words }) =>
    isNeverNamed.has(criterion)
      ? plain[criterion]
      : inOneBreath(`Do you ever take ${whom}?`, criterion, words, LISTED_MAX),
  PERHAPS_WEIGHED: weighed,
  WEIGHED: weighed,
  BENT: ({ criterion, whom, words }) =>
    inOneBreath(
      `You take only ${whom}: when do you make an exception?`,
      criterion,
      words,
      WORDS_MAX,
    ),
  OUTSIDE: ({ criterion, seeker: { age, gender }, headcount }) => {
    if (criterion === 'AGE') return `Would you take someone who is ${age}?`;
    if (criterion === 'GENDER') return `Would you take ${genders[gender!]}?`;
    return headcount ? HOW_MANY : plain[criterion];
  },
  DISAGREE: ({ criterion, whom, words }) =>
    inOneBreath(
      `Do you take only ${whom}, or others in some of your rooms?`,
      criterion,
      words,
      WORDS_MAX,
    ),
  UNREADABLE: ({ about }) => `What is your rule about ${about}?`,
  SILENT: ({ criterion }) => silent[criterion] ?? plain[criterion],
};
