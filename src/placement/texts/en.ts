import type { PlacementTexts } from '../texts.js';

const kilometers = (meters: number) => `${(meters / 1000).toLocaleString('en-US')} km`;
const more = (many: number) => `${many.toLocaleString('en-US')} more`;
const beds = (many: number) => (many === 1 ? '1 bed' : `${many} beds`);
const states = {
  OPEN: 'have room',
  WAITLIST: 'keep a waitlist',
  UNKNOWN: 'have not said lately if they have room',
  FULL: 'are full',
};

export const english: PlacementTexts = {
  policies: {
    NO_ID_REQUIRED: {
      holds: 'no ID is needed',
      denied: 'an ID is needed',
      question: 'Can people come without an ID?',
    },
    NO_POLICE_REPORT_REQUIRED: {
      holds: 'no police report is needed',
      denied: 'a police report is needed',
      question: 'Can people come without a police report?',
    },
    SELF_REFERRAL: {
      holds: 'people can call for themselves',
      denied: 'someone else has to make the call',
      question: 'May people call for themselves?',
    },
    NO_SOBRIETY_REQUIRED: {
      holds: 'being sober is not required',
      denied: 'people have to be sober',
      question: 'Can people come who are not sober?',
    },
    PETS_WELCOME: {
      holds: 'pets are welcome',
      denied: 'pets cannot come',
      question: 'May people bring a pet?',
    },
    PHONE_KEPT: {
      holds: 'people keep their phones',
      denied: 'people hand in their phones',
      question: 'Do people keep their phones?',
    },
    NIGHT_INTAKE: {
      holds: 'people are taken in at night',
      denied: 'nobody is taken in at night',
      question: 'Can people come at night?',
    },
    WALK_IN: {
      holds: 'people can walk in',
      denied: 'people have to call first',
      question: 'Can people walk in without calling?',
    },
    NO_FEE: {
      holds: 'there is no fee',
      denied: 'there is something to pay',
      question: 'Is it free?',
    },
    NO_PROGRAM_REQUIRED: {
      holds: 'no program is required',
      denied: 'a program is part of staying',
      question: 'Can people stay without joining a program?',
    },
    NO_CURFEW: {
      holds: 'there is no curfew',
      denied: 'there is a curfew',
      question: 'Is there a curfew?',
    },
    STAFF_AWAKE_OVERNIGHT: {
      holds: 'staff is awake all night',
      denied: 'staff is not awake all night',
      question: 'Is someone awake all night?',
    },
    CHILDREN_STAY_TOGETHER: {
      holds: 'children stay together',
      denied: 'children may not all stay together',
      question: 'Do children stay together?',
    },
    SURVIVOR_LED: {
      holds: 'survivors lead it',
      denied: 'survivors do not lead it',
      question: 'Do survivors lead it?',
    },
  },
  ruled: (rule) => `They do not say it in so many words. Their rule: ${rule}`,
  policy: {
    MET: ({ holds }) => `They say that ${holds}.`,
    NOT_MET: ({ denied }) => `They say that ${denied}.`,
    UNKNOWN: ({ either }) => `They do not say whether ${either}.`,
  },
  languages: {
    met: (names) => `They speak ${names}.`,
    unknown: (names) => `They do not say that anyone there speaks ${names}.`,
    question: (names) => `Is there someone who speaks ${names}, or an interpreter to call?`,
    others: (names) => `They speak ${names}.`,
    many: (count) => `They name ${count} languages, and none of yours among them.`,
  },
  beds: {
    met: (wanted, open) =>
      `${open === 1 ? '1 bed is open' : `${open} beds are open`}; ${wanted} needed.`,
    short: (wanted) => `They have fewer than ${beds(wanted)}.`,
    shortOpen: (wanted) => `They have fewer than ${beds(wanted)} open.`,
    unknown: (wanted) => `They do not say whether they have ${beds(wanted)} open.`,
    question: (wanted) =>
      `Do you have ${beds(wanted)} open${wanted > 1 ? ' for people who come together' : ''}?`,
    none: 'They said that they take nobody in now.',
    whenFree: (wanted) => `When could you have ${beds(wanted)} open?`,
  },
  widen: {
    within: (meters, many) => `Within ${kilometers(meters)}: ${more(many)}.`,
    availability: (state, many) => `Also those that ${states[state]}: ${more(many)}.`,
    askAbout: (about, many) => `Ask about ${about}: ${more(many)}.`,
    caseByCase: (about, many) => `Where they decide case by case about ${about}: ${more(many)}.`,
  },
};
