import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, type Rule, type Seeker } from '../../src/eligibility/index.js';
import { languageName } from '../../src/organizations/index.js';
import { findingsOf, reasonOf, statedOf } from '../../src/placement/explained.js';

const land = { countiesOfRegion: () => undefined };
const nobody = () => undefined;

interface Stated {
  held?: string[];
  denied?: string[];
  languages?: string[];
  rules?: Rule[];
}

/** What a host home that states so much tells someone, each reason with its question. */
function told({ held = [], denied = [], languages = [], rules = [] }: Stated, seeker: Seeker) {
  const bearing = {
    kind: 'HOST_HOME',
    statements: {
      policies: [
        ...held.map((policy) => ({ policy, holds: true })),
        ...denied.map((policy) => ({ policy, holds: false })),
      ],
      languages,
    },
  };
  const ruled = judge({ listing: rules, unit: [] }, seeker, land);
  const spoken = new Set(rules.map(({ kind }) => kind));
  const say = (language: 'en' | 'es') => {
    const names = { county: nobody, region: nobody, nation: nobody };
    const called = { ...names, language: (tag: string) => languageName(tag, language) };
    return findingsOf(bearing, ruled, spoken, seeker).map((finding) => {
      const reason = reasonOf(finding, seeker, language, called);
      const text = statedOf(finding, bearing.statements, language, called) ?? reason.text;
      return `${reason.outcome}: ${text} ${reason.question}`;
    });
  };
  return { en: say('en'), es: say('es') };
}

const DOG = { pets: true };
const ANIMALS = 'May people bring animals?';
const ANIMALS_ES = '¿Se pueden traer animales?';

test('a listing that welcomes pets is not asked about a dog', () => {
  assert.deepEqual(told({ held: ['PETS_WELCOME'] }, DOG), { en: [], es: [] });
  assert.deepEqual(told({}, DOG).en, [`UNKNOWN: They say nothing about animals. ${ANIMALS}`]);
});

test('of what a policy denies its own sentence is told, and the question stays', () => {
  assert.deepEqual(told({ denied: ['PETS_WELCOME'] }, DOG), {
    en: [`UNKNOWN: They say that pets cannot come. ${ANIMALS}`],
    es: [`UNKNOWN: Dicen que no se reciben mascotas. ${ANIMALS_ES}`],
  });
  const [using] = told({ denied: ['NO_SOBRIETY_REQUIRED'] }, { substanceUse: 'ACTIVE' }).en;
  assert.match(using!, /^UNKNOWN: They say that people have to be sober\. What are your rules/);
});

test('a rule says more than a policy', () => {
  const rules: Rule[] = [{ kind: 'ANIMALS', stance: 'REFUSES', terms: { animals: ['PET'] } }];
  assert.match(told({ held: ['PETS_WELCOME'], rules }, DOG).en[0]!, /^NOT_MET: They cannot take/);
});

test('a listing that speaks her language is not asked about it; else it is told what it speaks', () => {
  const languages = ['en', 'oj'];
  assert.deepEqual(told({ languages }, { languages: ['oj'] }).en, []);
  const question = 'Which languages do you speak, and can you get an interpreter?';
  const somali = told({ languages }, { languages: ['so'] });
  assert.deepEqual(somali.en, [`UNKNOWN: They speak English and Ojibwe. ${question}`]);
  assert.match(somali.es[0]!, /^UNKNOWN: Hablan inglés y ojibwe\. ¿Qué idiomas/);
  assert.deepEqual(told({}, { languages: ['so'] }).en, [
    `UNKNOWN: They say nothing about language. ${question}`,
  ]);
  const many = ['en', 'es', 'hmn', 'kar', 'lo'];
  assert.deepEqual(told({ languages: many }, { languages: ['so'] }).en, [
    `UNKNOWN: They name 5 languages, and none of yours among them. ${question}`,
  ]);
});
