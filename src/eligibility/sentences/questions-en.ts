import type { CriterionKind } from '../criterion.js';
import { questionsOf } from './questions.js';

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

const taking: Partial<Record<CriterionKind, string>> = {
  STAY_HISTORY: 'Must someone have stayed in a shelter before, where, and how long ago?',
};

export const englishQuestions = questionsOf({
  plain,
  silent,
  taking,
  howMany: 'How many people can come together?',
  whichChildren: 'Which children may come along: of what ages, girls and boys?',
  only: (whom) => `Do you take only ${whom}, or others too?`,
  ever: (whom) => `Do you ever take ${whom}?`,
  when: (whom) => `When can you take ${whom}?`,
  exception: (whom) => `You take only ${whom}: when do you make an exception?`,
  inSomeRooms: (whom) => `Do you take only ${whom}, or others in some of your rooms?`,
  ofAge: (age) => `Would you take someone who is ${age}?`,
  ofGender: (gender) => `Would you take ${genders[gender]}?`,
  rule: (about) => `What is your rule about ${about}?`,
});
