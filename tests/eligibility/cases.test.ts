import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  judge,
  readSeeker,
  verdictOf,
  type CriterionKind,
  type Finding,
  type Land,
  type Rule,
  type Stance,
} from '../../src/eligibility/index.js';
import { sharedFile, withoutShared } from '../support/shared-data.js';

interface Said {
  criterion: CriterionKind;
  stance: Stance;
  values: Record<string, unknown>;
}
interface Case {
  id: string;
  listing: { criteria: Said[]; units?: { name: string; criteria: Said[] }[] };
  seeker: Record<string, unknown> & { nations?: ({ nation: string } & object)[] };
  verdict: string;
  reasons: { criterion: string; outcome: string }[];
  mustNot?: string[];
}

const written = 'cases/eligibility.json';
const absent = withoutShared(written);
const path = sharedFile(written);

const facts = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../seeds/facts/counties.json'), 'utf8'),
) as { items: { fips: string; region: string }[] };
const land: Land = {
  countiesOfRegion: (id) => {
    const slug = id.replace(/^reg_/, '');
    return facts.items.filter(({ region }) => region === slug).map(({ fips }) => fips);
  },
};

/** The cases name nations by name, regions by slug, cultures in small letters; the schema by ids. */
const nationId = (name: string) => `nat_${name.replaceAll(' ', '-')}`;
function ruleOf({ criterion: kind, stance, values }: Said): Rule {
  const { nations, regions, cultures, statuses } = values as Record<string, string | string[]>;
  const terms = {
    ...values,
    ...(Array.isArray(nations) && { nations: nations.map(nationId) }),
    ...(Array.isArray(regions) && { regions: regions.map((slug) => `reg_${slug}`) }),
    ...(Array.isArray(cultures) && { cultures: cultures.map((slug) => slug.toUpperCase()) }),
    ...(statuses?.includes('ANY') && { statuses: 'ANY' }),
  };
  return { kind, stance, terms };
}
function seekerOf({ nations, ...told }: Case['seeker']) {
  const ids = nations?.map(({ nation, ...rest }) => ({ nationId: nationId(nation), ...rest }));
  return readSeeker({ ...told, nations: ids ?? null }, 'seeker');
}

/** Every unit's findings, of those units that have the option's verdict: the best of its units. */
function bestOf({ listing, seeker }: Case): { verdict: string; findings: Finding[][] } {
  const told = seekerOf(seeker);
  const house = listing.criteria.map(ruleOf);
  const units = (listing.units ?? [{ name: '', criteria: [] }]).map(({ criteria }) =>
    judge({ listing: house, unit: criteria.map(ruleOf) }, told, land),
  );
  const best = ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'].find((verdict) =>
    units.some((findings) => verdictOf(findings) === verdict),
  )!;
  return { verdict: best, findings: units.filter((one) => verdictOf(one) === best) };
}

test('every acceptance case written by others is answered as they say', { skip: absent }, (t) => {
  const cases = JSON.parse(readFileSync(path, 'utf8')) as Case[];
  const failed: string[] = [];
  for (const one of cases) {
    try {
      const { verdict, findings } = bestOf(one);
      assert.equal(verdict, one.verdict);
      const found = findings.map((unit) =>
        unit.map(({ criterion, outcome }) => `${criterion} ${outcome}`),
      );
      for (const { criterion, outcome } of one.reasons) {
        assert.ok(
          found.some((unit) => unit.includes(`${criterion} ${outcome}`)),
          `${criterion} ${outcome} is missing of ${JSON.stringify(found)}`,
        );
      }
      for (const criterion of one.mustNot ?? []) {
        assert.ok(found.every((unit) => !unit.includes(`${criterion} NOT_MET`)));
      }
    } catch (error) {
      failed.push(`${one.id}: ${(error as Error).message}`);
    }
  }
  t.diagnostic(`${cases.length - failed.length} of ${cases.length} cases as they say`);
  assert.ok(cases.length > 100);
  assert.deepEqual(failed, []);
});
