import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import {
  listingOf,
  readIds,
  rowsOfCases,
  seekerOf,
  type CaseRule,
  type EligibilityCase,
} from '../support/oracle/cases.js';
import { enter } from '../support/oracle/enter.js';
import { readings } from '../support/oracle/readings.js';
import { oracle, type OracleVerdict, type SeekerFacts } from '../support/oracle/index.js';
import { sharedFile, withoutShared } from '../support/shared-data.js';
import { copyOfTemplate } from '../support/template.js';

const written = 'cases/eligibility.json';
const file = sharedFile(written);
const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EligibilityCase[]) : [];
/** How many seekers of whom only some facts are told. */
const SEEKERS = 25;
const SEED = 24;
const ranks = ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'];

const readingCases = Object.entries(readings).map(
  ([why, [criteria, unit]], index): EligibilityCase => ({
    id: `reading-${index}`,
    why,
    listing: {
      kind: 'SAFE_HOUSE',
      summary: '',
      criteria,
      units: [{ name: 'Beds', criteria: unit }],
    },
    seeker: {},
    verdict: 'ASK',
    reasons: [],
  }),
);

const database = await copyOfTemplate();
const ids = await readIds(database.read);
before(() => enter(database.read, rowsOfCases([...cases, ...readingCases], ids)));
after(() => database.close());

/** What a listing's best units lack of what a case expects; empty where one of them has it all. */
function lacking(wanted: EligibilityCase, units: OracleVerdict[]): string[] {
  const best = ranks.find((rank) => units.some(({ verdict }) => verdict === rank));
  if (best !== wanted.verdict) return [`${best}, not ${wanted.verdict}`];
  const lacks = units
    .filter(({ verdict }) => verdict === best)
    .map(({ outcomes }) => [
      ...wanted.reasons
        .filter(({ criterion, outcome }) => outcomes[criterion] !== outcome)
        .map(({ criterion, outcome }) => `${criterion} ${outcomes[criterion]}, not ${outcome}`),
      ...(wanted.mustNot ?? [])
        .filter((criterion) => outcomes[criterion] === 'NOT_MET')
        .map((criterion) => `${criterion} NOT_MET`),
    ]);
  return lacks.toSorted((a, b) => a.length - b.length)[0]!;
}

test(
  'the oracle answers every acceptance case as it was written',
  { skip: withoutShared(written) },
  async () => {
    const faults: string[] = [];
    for (const one of cases) {
      const verdicts = await oracle.verdicts(database, seekerOf(one, ids));
      const units = verdicts.filter(({ listing }) => listing === listingOf(one));
      assert.equal(units.length, Math.max(1, one.listing.units?.length ?? 0));
      faults.push(...lacking(one, units).map((lack) => `${one.id}: ${lack}`));
    }
    assert.deepEqual(faults, []);
  },
);

test('the oracle reads what the cases leave open in one way', async () => {
  for (const { id, why, listing } of readingCases) {
    const [, , seeker, outcome] = readings[why]!;
    const verdicts = await oracle.verdicts(database, seeker);
    const unit = verdicts.find((one) => one.listing === `hou_${id}`);
    const [{ criterion }] = [...listing.criteria, ...listing.units![0]!.criteria] as [CaseRule];
    assert.equal(unit?.outcomes[criterion], outcome, why);
  }
});

test('a fact given never turns one settled outcome into another', async () => {
  const nations = [
    { nationId: ids.nation('Red Lake Nation'), enrolled: false, livesWithin: true },
    { nationId: ids.nation('White Earth Nation'), descendant: true },
  ];
  const whole: SeekerFacts = {
    age: 17,
    gender: 'WOMAN',
    lgbtq: true,
    veteran: false,
    pregnant: true,
    partner: true,
    unaccompaniedMinor: true,
    children: [{ age: 14, gender: 'MAN' }, { age: 3 }],
    nations,
    situations: ['SEX_TRAFFICKING'],
    homeCountyFips: '27007',
    accessNeeds: ['WHEELCHAIR'],
    serviceAnimal: false,
    pets: true,
    languages: ['en'],
    substanceUse: 'ON_MEDICATION',
    documents: [{ kind: 'PHOTO_ID', has: false }],
    careNeeds: ['NURSING_CARE'],
    custody: 'FOSTER_CARE',
    convictions: ['ARSON'],
    monthlyIncome: 0,
    policeCooperation: false,
    referredBy: 'SELF',
  };
  const settled = await oracle.verdicts(database, whole);
  const facts = fc.subarray(Object.entries(whole), { minLength: 4, maxLength: 20 });
  for (const some of fc.sample(facts, { numRuns: SEEKERS, seed: SEED })) {
    const partial = await oracle.verdicts(database, Object.fromEntries(some) as SeekerFacts);
    for (const [index, { listing, unit, outcomes }] of partial.entries()) {
      for (const [criterion, outcome] of Object.entries(outcomes)) {
        if (outcome === 'UNKNOWN') continue;
        const then = settled[index]!.outcomes[criterion];
        assert.equal(then, outcome, `${listing}/${unit}: ${criterion} of ${some.map(([k]) => k)}`);
      }
    }
  }
});
