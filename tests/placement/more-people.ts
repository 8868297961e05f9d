import {
  alone,
  city,
  EARLIER_STAY,
  NOT_KNOWN,
  SUBSTANCES,
  WHO_CALLS,
  type Person,
} from './people.js';

export const morePeople: readonly Person[] = [
  {
    who: 'a woman of 45 who uses a wheelchair and must leave tonight',
    input: () => ({
      at: city('Minneapolis'),
      withinMeters: 60_000,
      policies: ['NIGHT_INTAKE'],
      seeker: {
        ...alone,
        age: 45,
        gender: 'WOMAN',
        accessNeeds: ['WHEELCHAIR'],
        careNeeds: ['MENTAL_HEALTH'],
        situations: ['DOMESTIC_VIOLENCE'],
        convictions: [],
        substanceUse: 'NONE',
      },
    }),
    first: {
      option: 'Greylag Shelter',
      unit: 'Accessible room',
      verdict: 'ASK',
      state: 'OPEN',
      because: 'the accessible room is free, while the beds for women alone are full',
      open: [
        `They take people with a service animal, among others.${NOT_KNOWN}`,
        `They decide case by case about people who were barred before.${NOT_KNOWN}`,
      ],
    },
    met: {
      'Greylag Shelter': ['AGE', 'GENDER', 'SITUATION', 'ACCESS'],
      'Larkmeadow Crisis Respite': ['ACCESS', 'CARE_NEEDS', 'HOUSEHOLD'],
    },
    asked: {
      'Greylag Shelter': ['May people bring animals?', EARLIER_STAY],
      'Advocate rooms at the Fernway': [
        'Do you take people of every nation, and people who belong to none?',
        'Can people stay who use a wheelchair, are Deaf, or are blind?',
        'May people bring animals?',
        EARLIER_STAY,
      ],
    },
    refused: { 'Half Moon Homes': 'AGE', 'House for new mothers': 'HOUSEHOLD' },
  },
  {
    who: 'a Deaf mother of three, one a boy of 14',
    input: () => ({
      at: city('Rochester'),
      withinMeters: 120_000,
      bedsFor: 1,
      seeker: {
        ...alone,
        age: 31,
        gender: 'WOMAN',
        children: [
          { age: 3, gender: 'WOMAN' },
          { age: 7, gender: 'WOMAN' },
          { age: 14, gender: 'MAN' },
        ],
        accessNeeds: ['DEAF'],
        languages: ['ase'],
        situations: ['DOMESTIC_VIOLENCE', 'SEX_TRAFFICKING'],
        substanceUse: 'NONE',
        convictions: [],
      },
    }),
    first: {
      option: 'Trout Lily shelter',
      unit: 'Family rooms, second floor',
      verdict: 'ASK',
      state: 'OPEN',
      because: 'the family room takes all four of them, and the doorbell flashes',
      open: [
        `They take people with a service animal, among others.${NOT_KNOWN}`,
        `They decide case by case about people who were barred before.${NOT_KNOWN}`,
      ],
    },
    met: { 'Trout Lily shelter': ['HOUSEHOLD', 'ACCESS', 'SITUATION', 'CONVICTIONS'] },
    asked: {
      'Trout Lily shelter': ['May people bring animals?', EARLIER_STAY],
      // They serve people who bring children up to 5: the girl of 3 does not hide the two who are older.
      'Larkmeadow Treatment House': [
        'Which children may come along: of what ages, girls and boys?',
        'Do you take only people who are sober now or take medication for substance use, or others too?',
        'Do you ever take people who are in a mental health crisis?',
        'Can people stay who use a wheelchair, are Deaf, or are blind?',
        EARLIER_STAY,
      ],
    },
    refused: { 'Greylag Shelter': 'HOUSEHOLD', 'Open Porch Home': 'HOUSEHOLD' },
  },
  {
    who: 'a boy of 15 in foster care who ran away and was exploited',
    input: () => ({
      at: city('Willmar'),
      withinMeters: 120_000,
      seeker: {
        ...alone,
        age: 15,
        gender: 'MAN',
        custody: 'FOSTER_CARE',
        unaccompaniedMinor: true,
        referredBy: 'CHILD_PROTECTION',
        situations: ['EXPLOITATION', 'RUNAWAY'],
      },
    }),
    first: {
      option: 'Bobolink Shelter',
      unit: 'Hallway for 12 to 15',
      verdict: 'ASK',
      state: 'OPEN',
      because: 'the hallway for his age has beds, and the shelter is in town',
      open: [
        `They decide case by case about people with a conviction for arson.${NOT_KNOWN}`,
        `They take people who take medication for substance use or are using alcohol or drugs now, among others.${NOT_KNOWN}`,
      ],
    },
    met: {
      'Bobolink Shelter': ['AGE', 'GENDER', 'HOUSEHOLD', 'SITUATION'],
      'Homes that know': ['AGE', 'CUSTODY', 'REFERRAL_SOURCE', 'SITUATION'],
    },
    asked: {
      'Bobolink Shelter': ['When can you take people with a conviction for arson?', SUBSTANCES],
      'Homes that know': ['What help can you give with mental health, medication, or nursing?'],
    },
    refused: { 'Lamp and Latch mothers’ house': 'AGE', 'Morris Respite House': 'AGE' },
  },
  {
    who: 'a woman of 38 on methadone with a felony for violence',
    input: () => ({
      at: city('Duluth'),
      withinMeters: 160_000,
      seeker: {
        ...alone,
        age: 38,
        gender: 'WOMAN',
        substanceUse: 'ON_MEDICATION',
        convictions: ['FELONY', 'VIOLENCE'],
        situations: ['SEX_TRAFFICKING'],
      },
    }),
    first: {
      option: 'Merganser safe house',
      unit: 'Rooms for one',
      verdict: 'ASK',
      state: 'OPEN',
      because:
        'it must not be found, medication is welcome, and its county reaches to where she is',
      open: [
        'They say nothing about convictions.',
        `They take people who call for themselves or are sent by a regional navigator, child protection, the police, or a hospital, among others.${NOT_KNOWN}`,
        `They decide case by case about people who were barred before.${NOT_KNOWN}`,
      ],
    },
    met: {
      'Merganser safe house': ['AGE', 'GENDER', 'HOUSEHOLD', 'SITUATION', 'SUBSTANCE_USE'],
      'Aunties’ apartments': ['SUBSTANCE_USE', 'SITUATION'],
    },
    asked: {
      'Merganser safe house': ['Do any convictions keep someone out?', WHO_CALLS, EARLIER_STAY],
      'Aunties’ apartments': [
        'Do any convictions keep someone out?',
        'Do you take only descendants of any tribal nation, or others too?',
      ],
    },
    refused: { 'Rocking Chair House': 'HOUSEHOLD', 'Basalt Steps shelter': 'AGE' },
  },
];
