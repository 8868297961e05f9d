import type { CriterionKind, FindHousingInput } from '../support/documents.js';

/** One person, what is asked for her, and what must hold of the answer. Options go by their names. */
export interface Person {
  who: string;
  /** Names of nations are given their ids. */
  input: (nationId: (name: string) => string) => FindHousingInput;
  /** What comes first, and why that is right. */
  first: {
    option: string;
    unit: string;
    verdict: 'ELIGIBLE' | 'ASK';
    state: 'OPEN' | 'WAITLIST';
    because: string;
    /** What is left to ask about it, each as it is told. */
    open: string[];
  };
  /** Of the options that must be found: the criteria that are met, among others. */
  met: Record<string, CriterionKind[]>;
  /** Of these, every question, in order. */
  asked?: Record<string, string[]>;
  /** Options that must not be found, and the rule that she breaks. */
  refused: Record<string, CriterionKind>;
  /** Options that must not be found under any verdict. */
  never?: string[];
}

export const city = (name: string) => ({ city: { name, state: 'MN' } });
export const alone = { partner: false, pregnant: false, children: [] };
export const SUBSTANCES =
  'What are your rules about alcohol, drugs, and medication like methadone?';
export const WHO_CALLS = 'May people call for themselves, or must someone else call?';
export const NOT_KNOWN = ' We do not know yet if that is so for you.';
export const EARLIER_STAY = 'Can an earlier stay keep someone out, and for how long?';

export const people: readonly Person[] = [
  {
    who: 'a pregnant Two-Spirit descendant of Red Lake, 17, sold for sex, without ID, with a dog',
    input: (nationId) => ({
      at: city('Bemidji'),
      withinMeters: 160_000,
      kinds: ['EMERGENCY_SHELTER', 'SAFE_HOUSE', 'HOST_HOME', 'MATERNITY_HOME', 'CRISIS_RESPITE'],
      seeker: {
        age: 17,
        gender: 'TWO_SPIRIT',
        pregnant: true,
        unaccompaniedMinor: true,
        children: [],
        pets: true,
        situations: ['SEX_TRAFFICKING'],
        nations: [{ nationId: nationId('Red Lake Nation'), descendant: true, enrolled: false }],
        documents: [{ kind: 'PHOTO_ID', has: false }],
      },
    }),
    first: {
      option: 'Sweetflag respite house',
      unit: 'Quiet room for 16 and 17',
      verdict: 'ASK',
      state: 'OPEN',
      because:
        'a room for her age is open, and nearest; of the dog, which it does not welcome, she is told',
      open: [
        'They say nothing about who comes together.',
        `They decide case by case about people with a conviction for violence.${NOT_KNOWN}`,
        `They decide case by case about people who are using alcohol or drugs now.${NOT_KNOWN}`,
        `They take only people who need mental health care or are in a mental health crisis.${NOT_KNOWN}`,
        'They say that pets cannot come.',
      ],
    },
    met: {
      'Merganser safe house': ['AGE', 'GENDER', 'HOUSEHOLD', 'SITUATION', 'IMMIGRATION'],
      'Rocking Chair House': ['AGE', 'GENDER', 'HOUSEHOLD', 'SITUATION'],
    },
    asked: {
      'Merganser safe house': [WHO_CALLS, SUBSTANCES, 'May people bring animals?', EARLIER_STAY],
    },
    refused: { 'Whitethroat youth shelter': 'ANIMALS', 'Quiet Bell mothers’ house': 'ANIMALS' },
  },
  {
    who: 'a man of 34 with two sons, 9 and 15, who was made to work',
    input: () => ({
      at: city('Rochester'),
      withinMeters: 120_000,
      seeker: {
        ...alone,
        age: 34,
        gender: 'MAN',
        children: [
          { age: 9, gender: 'MAN' },
          { age: 15, gender: 'MAN' },
        ],
        situations: ['LABOR_TRAFFICKING', 'HOMELESS'],
        substanceUse: 'NONE',
        convictions: [],
        pets: false,
        serviceAnimal: false,
      },
    }),
    first: {
      option: 'Trout Lily shelter',
      unit: 'Family rooms, second floor',
      verdict: 'ASK',
      state: 'OPEN',
      because: 'the family room takes fathers and sons of any age, and is in town',
      open: [`They decide case by case about people who were barred before.${NOT_KNOWN}`],
    },
    met: {
      'Trout Lily shelter': ['AGE', 'GENDER', 'HOUSEHOLD', 'SITUATION', 'SUBSTANCE_USE'],
      'Springhead apartments': ['GENDER', 'HOUSEHOLD', 'SITUATION'],
    },
    asked: { 'Trout Lily shelter': [EARLIER_STAY] },
    refused: { 'Greylag Shelter': 'GENDER', 'Kasson respite house': 'HOUSEHOLD' },
  },
  {
    who: 'a woman of 29 who was made to work and speaks only Somali',
    input: () => ({
      at: city('Saint Cloud'),
      withinMeters: 120_000,
      languages: ['so'],
      seeker: {
        ...alone,
        age: 29,
        gender: 'WOMAN',
        situations: ['LABOR_TRAFFICKING'],
        languages: ['so'],
        substanceUse: 'NONE',
        convictions: [],
      },
    }),
    first: {
      option: 'Quarrylight Night Shelter',
      unit: 'Curtained beds',
      verdict: 'ASK',
      state: 'OPEN',
      because: 'it is in town, open now, takes who was made to work, and speaks Somali',
      open: [
        `They take people with a service animal, among others.${NOT_KNOWN}`,
        `They decide case by case about people who were barred before.${NOT_KNOWN}`,
      ],
    },
    met: { 'Quarrylight Night Shelter': ['AGE', 'GENDER', 'HOUSEHOLD', 'SITUATION'] },
    asked: { 'Quarrylight Night Shelter': ['May people bring animals?', EARLIER_STAY] },
    refused: { 'House for new mothers': 'HOUSEHOLD', 'Half Moon Homes': 'AGE' },
  },
  {
    who: 'a woman with a girl of 4 who must not be placed in Ramsey or Hennepin',
    input: () => ({
      at: city('Minneapolis'),
      withinMeters: 120_000,
      avoid: [{ countyFips: '27123' }, { countyFips: '27053' }],
      seeker: {
        ...alone,
        age: 26,
        gender: 'WOMAN',
        children: [{ age: 4, gender: 'WOMAN' }],
        situations: ['SEX_TRAFFICKING', 'STALKING'],
      },
    }),
    first: {
      option: 'Advocate rooms at the Fernway',
      unit: 'Rooms with two beds',
      verdict: 'ASK',
      state: 'OPEN',
      because: 'of what is open it is the nearest outside both counties',
      open: [
        `They take people who live within the reservation of Shakopee Mdewakanton Sioux Community, among others.${NOT_KNOWN}`,
        `They take people with a pet or a service animal, among others.${NOT_KNOWN}`,
        `They cannot take people who were barred before.${NOT_KNOWN}`,
      ],
    },
    met: { 'Advocate rooms at the Fernway': ['AGE', 'HOUSEHOLD'] },
    refused: { 'Larkmeadow Crisis Respite': 'HOUSEHOLD', 'Open Porch Home': 'HOUSEHOLD' },
    never: [
      'Greylag Shelter',
      'Motel nights',
      'Wild Plum Lodge Apartments',
      'Reedmark Treatment Center',
      'The Table, daytime',
      'Half Moon Homes',
    ],
  },
  {
    who: 'an elder of 67, enrolled at Lower Sioux, without a home',
    input: (nationId) => ({
      at: city('Redwood Falls'),
      withinMeters: 120_000,
      kinds: ['PERMANENT_SUPPORTIVE', 'TRANSITIONAL', 'EMERGENCY_SHELTER'],
      seeker: {
        ...alone,
        age: 67,
        gender: 'WOMAN',
        situations: ['HOMELESS'],
        monthlyIncome: 950,
        convictions: [],
        substanceUse: 'NONE',
        pets: false,
        serviceAnimal: false,
        nations: [
          {
            nationId: nationId('Lower Sioux Indian Community'),
            enrolled: true,
            descendant: true,
            livesWithin: true,
          },
        ],
        documents: [{ kind: 'TRIBAL_ID', has: true }],
      },
    }),
    first: {
      option: 'Prairie Turnip Homes',
      unit: 'Houses for elders',
      verdict: 'ELIGIBLE',
      state: 'OPEN',
      because: 'a house for elders is open; the homes in her own town have a waitlist',
      open: [],
    },
    met: {
      'Prairie Turnip Homes': ['AGE', 'SITUATION', 'NATION'],
      'Four Cottonwoods Homes': ['AGE', 'NATION', 'INCOME', 'DOCUMENTS', 'CONVICTIONS'],
    },
    asked: { 'Prairie Turnip Homes': [], 'Four Cottonwoods Homes': [] },
    refused: { 'Cordgrass Shelter': 'AGE', 'Acacia apartments': 'AGE' },
  },
  {
    who: 'a veteran of 52 without a home, with a dog, who has care for his mind to keep up',
    input: () => ({
      at: city('Bemidji'),
      withinMeters: 160_000,
      seeker: {
        ...alone,
        age: 52,
        gender: 'MAN',
        veteran: true,
        situations: ['HOMELESS'],
        monthlyIncome: 1400,
        convictions: [],
        substanceUse: 'SOBER',
        careNeeds: ['MENTAL_HEALTH'],
        pets: true,
        documents: [{ kind: 'PHOTO_ID', has: true }],
      },
    }),
    first: {
      option: 'Ricing Moon Row',
      unit: 'Houses for veterans',
      verdict: 'ELIGIBLE',
      state: 'OPEN',
      because: 'one of the two houses kept for veterans is open, and no rule is left to ask about',
      open: [],
    },
    met: { 'Ricing Moon Row': ['AGE', 'VETERAN', 'SITUATION', 'INCOME', 'SUBSTANCE_USE'] },
    asked: { 'Ricing Moon Row': [] },
    refused: { 'Whitethroat youth shelter': 'AGE', 'Quiet Bell mothers’ house': 'HOUSEHOLD' },
  },
  {
    who: 'a trans man of 22 without papers at hand',
    input: () => ({
      at: city('Anoka'),
      withinMeters: 60_000,
      policies: ['NO_ID_REQUIRED'],
      seeker: {
        age: 22,
        gender: 'MAN',
        lgbtq: true,
        partner: false,
        children: [],
        situations: ['EXPLOITATION', 'HOMELESS'],
      },
    }),
    first: {
      option: 'Half Moon Homes',
      unit: 'Same-evening rooms',
      verdict: 'ASK',
      state: 'OPEN',
      because: 'a host who is LGBTQ too has a room this evening',
      open: [
        `They cannot take people with a conviction for arson.${NOT_KNOWN}`,
        `They take people who live in the West Metro region, among others.${NOT_KNOWN}`,
        `They decide case by case about people who are using alcohol or drugs now.${NOT_KNOWN}`,
      ],
    },
    met: {
      'Half Moon Homes': ['AGE', 'SITUATION', 'LGBTQ'],
      'Sidedoor Host Homes': ['AGE', 'LGBTQ', 'HOUSEHOLD'],
    },
    asked: {
      'Half Moon Homes': [
        'Do you ever take people with a conviction for arson?',
        'From which counties do you take people?',
        'When can you take people who are using alcohol or drugs now?',
      ],
    },
    refused: { 'Greylag Shelter': 'GENDER', 'Larkmeadow Treatment House': 'GENDER' },
  },
];
