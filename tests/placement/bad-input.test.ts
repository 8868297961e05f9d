import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openDirectory } from '../support/directory.js';
import { HousingWalkDocument } from '../support/documents.js';
import { onPostgresql } from '../support/template.js';
import { wildInput } from '../support/wild-input.js';

/** The embedded database takes some ten times as long. */
const CASES = process.env['HARBORLIGHT_PROVE'] === 'yes' ? 2_000 : onPostgresql() ? 400 : 200;
const directory = await openDirectory();
const ask = (input: unknown, first: unknown = 3) =>
  directory.ask(HousingWalkDocument, { input, first } as never);

const times = <Item>(many: number, item: Item) => Array.from({ length: many }, () => item);
const somewhere = { point: { latitude: 47, longitude: -94 } };
const circle = (withinMeters: number) => ({ circle: { at: somewhere, withinMeters } });

/** Input, the field that is named, and the code: `INVALID`, or `BAD_REQUEST` where the type is another. */
const wrong: [input: object, field: string, code?: string][] = [
  [{ seeker: { age: 121 } }, 'input.seeker.age'],
  [{ seeker: { age: -1 } }, 'input.seeker.age'],
  [{ seeker: { age: 1.5 } }, 'input.seeker.age', 'BAD_REQUEST'],
  [{ seeker: { age: 2 ** 31 } }, 'input.seeker.age', 'BAD_REQUEST'],
  [{ seeker: { monthlyIncome: -1 } }, 'input.seeker.monthlyIncome'],
  [{ seeker: { children: times(51, { age: 3 }) } }, 'input.seeker.children'],
  [{ seeker: { children: [{ age: 2 }, { age: 121 }] } }, 'input.seeker.children.1.age'],
  [{ seeker: { situations: times(51, 'HOMELESS') } }, 'input.seeker.situations'],
  [{ seeker: { homeCountyFips: '2700' } }, 'input.seeker.homeCountyFips'],
  [{ seeker: { homeCountyFips: '99999' } }, 'input.seeker.homeCountyFips'],
  [{ seeker: { nations: [{ nationId: 'nat_unknown' }] } }, 'input.seeker.nations.0.nationId'],
  [{ seeker: { nations: [{ nationId: 'no id' }] } }, 'input.seeker.nations.0.nationId'],
  [{ seeker: { nations: times(2, { nationId: 'nat_a' }) } }, 'input.seeker.nations'],
  [{ seeker: { nations: [{}] } }, 'input.seeker.nations.0', 'BAD_REQUEST'],
  [{ seeker: { documents: times(2, { kind: 'PHOTO_ID', has: true }) } }, 'input.seeker.documents'],
  [{ seeker: { languages: ['en', 'xx--'] } }, 'input.seeker.languages.1', 'BAD_REQUEST'],
  [{ seeker: { gender: 'LADY' } }, 'input.seeker.gender', 'BAD_REQUEST'],
  [{ seeker: { age: 30, unaccompaniedMinor: true } }, 'input.seeker.unaccompaniedMinor'],
  [{ seeker: { name: 'Ann' } }, 'input.seeker', 'BAD_REQUEST'],
  [{ at: somewhere, withinMeters: 0 }, 'input.withinMeters'],
  [{ at: somewhere, withinMeters: 1_000_001 }, 'input.withinMeters'],
  [{ withinMeters: 40_000 }, 'input.withinMeters'],
  [{ reach: 'SERVES_HERE' }, 'input.reach'],
  [{ at: { point: { latitude: 91, longitude: 0 } } }, 'input.at.point.latitude'],
  [{ at: { point: { latitude: 0, longitude: -181 } } }, 'input.at.point.longitude'],
  [{ at: { zip: '5663' } }, 'input.at.zip'],
  [{ at: { zip: '00000' } }, 'input.at'],
  [{ at: { countyFips: '99999' } }, 'input.at'],
  [{ at: { countyFips: 'Beltrami' } }, 'input.at.countyFips'],
  [{ at: { nationId: 'nat_unknown' } }, 'input.at'],
  [{ at: { city: { name: 'Nowhere At All', state: 'MN' } } }, 'input.at'],
  [{ at: { city: { name: 'Bemidji', state: 'Minnesota' } } }, 'input.at.city.state'],
  [{ at: { zip: '56601', countyFips: '27007' } }, 'input.at', 'BAD_REQUEST'],
  [{ at: {} }, 'input.at', 'BAD_REQUEST'],
  [{ avoid: times(21, { countyFips: '27007' }) }, 'input.avoid'],
  [{ avoid: [{ countyFips: '99999' }] }, 'input.avoid.0'],
  [{ avoid: [{ countyFips: '27007' }, circle(0)] }, 'input.avoid.1.circle.withinMeters'],
  [{ avoid: [circle(1_000_001)] }, 'input.avoid.0.circle.withinMeters'],
  [{ kinds: [] }, 'input.kinds'],
  [{ availability: [] }, 'input.availability'],
  [{ verdicts: [] }, 'input.verdicts'],
  [{ policies: times(21, 'PETS_WELCOME') }, 'input.policies'],
  [{ languages: times(21, 'en') }, 'input.languages'],
  [{ languages: ['xx--'] }, 'input.languages.0', 'BAD_REQUEST'],
  [{ bedsFor: 0 }, 'input.bedsFor'],
  [{ bedsFor: 51 }, 'input.bedsFor'],
  [{ kinds: ['PALACE'] }, 'input.kinds.0', 'BAD_REQUEST'],
];

test('a value out of bounds is a typed refusal that names its field', async () => {
  for (const [input, field, code = 'INVALID'] of wrong) {
    const { body, status, text } = await ask(input);
    const [error] = body.errors ?? [];
    assert.deepEqual([error?.extensions.code, error?.extensions.field], [code, field], text);
    assert.equal(status, code === 'INVALID' ? 200 : 400, text);
  }
  for (const first of [0, 101, -1]) {
    const { body } = await ask({}, first);
    assert.deepEqual(body.errors?.[0]?.extensions, { code: 'INVALID', field: 'first' });
  }
});

test('what is at the bounds is answered', async () => {
  const right: object[] = [
    { seeker: { age: 0 } },
    { seeker: { age: 120, monthlyIncome: 0, convictions: [], children: times(50, { age: 3 }) } },
    { at: somewhere, withinMeters: 1 },
    { at: somewhere, withinMeters: 1_000_000, reach: 'SERVES_HERE' },
    { at: somewhere, avoid: times(20, circle(1_000_000)) },
    { bedsFor: 50, policies: [], languages: [], askAbout: [], avoid: [] },
    { at: null, withinMeters: null, seeker: null, kinds: null, verdicts: null, bedsFor: null },
  ];
  for (const input of right) assert.equal((await ask(input)).body.errors, undefined);
});

test('no input at all is a fault', async () => {
  const seen = { answered: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(wildInput, fc.constantFrom(1, 1, 2, 100, 0), async (input, first) => {
      const { status, body, text } = await ask(input, first);
      assert.ok(status < 500, text);
      for (const { extensions } of body.errors ?? []) assert.notEqual(extensions.code, 'INTERNAL');
      seen[body.errors ? 'refused' : 'answered'] += 1;
    }),
    { numRuns: CASES },
  );
  assert.ok(seen.answered > CASES / 10 && seen.refused > CASES / 10, JSON.stringify(seen));
  assert.doesNotMatch(directory.logged(), /"msg":"fault"/);
});
