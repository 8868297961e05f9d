import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  HousingPageDocument,
  OrganizationPageDocument,
  SearchWordsDocument,
  ServicePageDocument,
} from '../support/documents.js';
import { openDirectory } from '../support/directory.js';

const directory = await openDirectory();

test('a walk meets each thing exactly once, whatever the size of its pages', async () => {
  const all = await directory.data(OrganizationPageDocument, { first: 100 });
  const expected = all.organizations!.nodes.map(({ id }) => id);
  assert.equal(all.organizations!.totalCount, expected.length);
  for (const first of [1, 7, expected.length - 1, expected.length, 100]) {
    const walked: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 200; page += 1) {
      const {
        organizations,
      }: Awaited<
        ReturnType<typeof directory.data<{ organizations?: typeof all.organizations }, object>>
      > = (await directory.data(OrganizationPageDocument, { first, after })) as never;
      assert.equal(organizations!.pageInfo.hasPreviousPage, after !== null);
      walked.push(...organizations!.nodes.map(({ id }) => id));
      if (!organizations!.pageInfo.hasNextPage) break;
      after = organizations!.pageInfo.endCursor!;
    }
    assert.deepEqual(walked, expected, `pages of ${first}`);
  }
});

test('edges, nodes and cursors say the same', async () => {
  const { organizations } = await directory.data(OrganizationPageDocument, { first: 5 });
  assert.deepEqual(
    organizations!.edges.map(({ node }) => node.id),
    organizations!.nodes.map(({ id }) => id),
  );
  assert.equal(organizations!.edges[0]!.cursor, organizations!.pageInfo.startCursor);
  assert.equal(organizations!.edges[4]!.cursor, organizations!.pageInfo.endCursor);
  const next = await directory.data(OrganizationPageDocument, {
    first: 1,
    after: organizations!.edges[1]!.cursor,
  });
  assert.equal(next.organizations!.nodes[0]!.id, organizations!.nodes[2]!.id);
});

test('a cursor of another question, of other arguments, or altered is refused', async () => {
  const { housingOptions } = await directory.data(HousingPageDocument, { first: 2 });
  const after = housingOptions!.pageInfo.endCursor!;
  const wrong = [
    directory.ask(OrganizationPageDocument, { first: 2, after }),
    directory.ask(ServicePageDocument, { first: 2, after }),
    directory.ask(HousingPageDocument, { first: 2, after, filter: { kinds: ['SAFE_HOUSE'] } }),
    directory.ask(HousingPageDocument, { first: 2, after: `${after.slice(0, -2)}AA` }),
    directory.ask(HousingPageDocument, { first: 2, after: 'WyJhIiwiYiJd.AAAAAAAAAAAAAAAA' }),
    directory.ask(HousingPageDocument, { first: 2, after: '' }),
    directory.ask(SearchWordsDocument, { text: 'legal', first: 2, after }),
  ];
  for (const { body } of await Promise.all(wrong)) {
    assert.deepEqual(
      [body.errors?.[0]?.extensions.code, body.errors?.[0]?.extensions.field],
      ['INVALID', 'after'],
    );
  }
  const again = await directory.data(HousingPageDocument, { first: 100, after });
  assert.ok(again.housingOptions!.nodes.length > 0, 'another size of page is the same question');
});

test('filters hold alone and together', async () => {
  const all = (await directory.data(HousingPageDocument, { first: 100 })).housingOptions!;
  const kinds = (
    await directory.data(HousingPageDocument, {
      first: 100,
      filter: { kinds: ['SAFE_HOUSE', 'HOST_HOME'] },
    })
  ).housingOptions!;
  assert.deepEqual(
    kinds.nodes.map(({ id }) => id),
    all.nodes
      .filter(({ kind }) => kind === 'SAFE_HOUSE' || kind === 'HOST_HOME')
      .map(({ id }) => id),
  );
  const none = (await directory.data(HousingPageDocument, { first: 100, filter: { kinds: [] } }))
    .housingOptions!;
  assert.equal(none.totalCount, 0);
  const somali = (
    await directory.data(ServicePageDocument, { first: 100, filter: { languages: ['so'] } })
  ).services!;
  assert.ok(
    somali.nodes.length > 0 &&
      somali.nodes.every(({ languages }) => languages.some(({ tag }) => tag === 'so')),
  );
  const ofCountry = await directory.data(ServicePageDocument, {
    first: 100,
    filter: { languages: ['so-KE'] },
  });
  assert.deepEqual(ofCountry.services!.nodes, somali.nodes, 'Somali as in Kenya is Somali');
  const both = (
    await directory.data(ServicePageDocument, {
      first: 100,
      filter: { languages: ['so'], kinds: ['LEGAL'] },
    })
  ).services!;
  assert.deepEqual(
    both.nodes.map(({ id }) => id),
    somali.nodes.filter(({ kinds: is }) => is.includes('LEGAL')).map(({ id }) => id),
  );
});

test('what serves a place and what is in it are two questions', async () => {
  const count = async (filter: object) =>
    (await directory.data(ServicePageDocument, { first: 1, filter })).services!.totalCount!;
  const served = await count({ serves: { countyFips: '27031' } });
  const inIt = await count({ isIn: { countyFips: '27031' } });
  assert.ok(served >= 9, 'statewide and nationwide services serve every county');
  assert.ok(inIt < served);
});

test('a circle grows to hold more, and a withheld site counts by its told area', async () => {
  const within = async (withinMeters: number) =>
    (
      await directory.data(HousingPageDocument, {
        first: 100,
        filter: { isIn: { circle: { at: { zip: '55401' }, withinMeters } } },
      })
    ).housingOptions!.nodes.map(({ id }) => id);
  const [near, far] = [await within(5_000), await within(300_000)];
  assert.ok(near.length > 0 && far.length > near.length);
  for (const id of near) assert.ok(far.includes(id));
});

test('a box holds what a box of degrees holds', async () => {
  const boxed = (
    await directory.data(HousingPageDocument, {
      first: 100,
      filter: { isIn: { box: { south: 43, west: -98, north: 50, east: -89 } } },
    })
  ).housingOptions!;
  const state = (
    await directory.data(HousingPageDocument, { first: 100, filter: { isIn: { state: 'MN' } } })
  ).housingOptions!;
  assert.deepEqual(
    boxed.nodes.map(({ id }) => id),
    state.nodes.map(({ id }) => id),
  );
});

test('open now holds by the clock of each place', async () => {
  const open = async (now: string) => {
    directory.setNow(new Date(now));
    const [yes, no] = [true, false].map((openNow) =>
      directory.data(ServicePageDocument, { first: 100, filter: { openNow } }),
    );
    return [(await yes!).services!.totalCount!, (await no!).services!.totalCount!] as const;
  };
  const [noonOpen, noonShut] = await open('2026-11-24T18:00:00Z');
  const [nightOpen, nightShut] = await open('2026-11-24T09:00:00Z');
  assert.equal(noonOpen + noonShut, nightOpen + nightShut);
  assert.ok(noonOpen > nightOpen && nightOpen > 0);
});
