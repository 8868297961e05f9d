import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { CoverageAtDocument, SearchWordsDocument } from '../support/documents.js';
import { openDirectory } from '../support/directory.js';
import { listSampleHousing } from '../support/makers.js';

const directory = await openDirectory();
const found = async (text: string, more: object = {}) =>
  (await directory.data(SearchWordsDocument, { text, first: 20, ...more })).search!.nodes.map(
    (node) => ('name' in node ? node.name : 'title' in node ? node.title : ''),
  );

await directory.change((changing) =>
  listSampleHousing(changing, { street: 'TOLD', countyFips: '27007', name: 'Zephyrine Haven' }),
);
await directory.change((changing) =>
  listSampleHousing(changing, {
    street: 'TOLD',
    countyFips: '27007',
    name: 'Casa Ñandú Esperança',
  }),
);

test('a name is found whole, begun, without its accents, in any case, and misspelled', async () => {
  for (const text of [
    'Zephyrine Haven',
    'zephyrine',
    'ZEPHYRINE hav',
    'zephyr',
    'haven zephyrine',
    'Zephirine',
    'zefyrine haven',
  ]) {
    assert.equal((await found(text))[0], 'Zephyrine Haven', text);
  }
  for (const text of ['Ñandú', 'nandu', 'esperanca', 'casa nandu']) {
    assert.equal((await found(text))[0], 'Casa Ñandú Esperança', text);
  }
});

test('names come before prose, and an exact name before all', async () => {
  const names = await found('Leech Lake Band of Ojibwe');
  assert.ok(names[0]?.startsWith('Leech Lake'));
});

test('words of what a listing says find it, in any of their forms', async () => {
  const byWord = await found('trafficked');
  assert.ok(byWord.length > 0);
  assert.deepEqual(new Set(await found('trafficking')).size > 0, true);
});

test('kinds and a place narrow a search', async () => {
  const { search } = await directory.data(SearchWordsDocument, {
    text: 'lake',
    kinds: ['TRIBAL_NATION'],
    first: 20,
  });
  assert.ok(search!.nodes.length >= 2);
  assert.ok(search!.nodes.every(({ __typename }) => __typename === 'TribalNation'));
  const near = await directory.data(SearchWordsDocument, {
    text: 'zephyrine',
    at: { countyFips: '27007' },
    first: 5,
  });
  const far = await directory.data(SearchWordsDocument, {
    text: 'zephyrine',
    at: { countyFips: '27055' },
    first: 5,
  });
  assert.deepEqual([near.search!.nodes.length, far.search!.nodes.length], [1, 0]);
});

test('a search is walked page by page, each thing once', async () => {
  const all = (await directory.data(SearchWordsDocument, { text: 'sample', first: 100 })).search!;
  assert.ok(all.nodes.length > 20);
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const page: NonNullable<typeof all> = (
      await directory.data(SearchWordsDocument, { text: 'sample', first: 7, after })
    ).search!;
    walked.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null && walked.length < 1_000);
  assert.deepEqual(
    walked.slice(0, all.nodes.length),
    all.nodes.map(({ id }) => id),
  );
  assert.equal(new Set(walked).size, walked.length);
  assert.equal(walked.length, all.totalCount);
});

test('a word of something no longer told is not offered for a misspelled one', async () => {
  const made = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007', name: 'Quixotrell Lodge' }),
  );
  assert.equal((await found('quixotrel'))[0], 'Quixotrell Lodge');
  await directory.change(({ em }) =>
    em.execute(`update org.listing set disclosure = 'OWN' where id = ?`, [made.id]),
  );
  assert.deepEqual(await found('quixotrel'), []);
  assert.deepEqual(await found('quixotrell'), []);
});

test('statewide and nationwide lines never fall out of a local search, and come first; samples come last', async () => {
  const { coverage } = await directory.data(CoverageAtDocument, { at: { zip: '56633' } });
  const lines = coverage!.crisisLines;
  for (const name of [
    'Minnesota Day One Crisis Line',
    'National Human Trafficking Hotline',
    'StrongHearts Native Helpline',
  ]) {
    assert.ok(
      lines.some((line) => line.name === name),
      name,
    );
  }
  const real = lines.filter(({ organization }) => organization.standing !== 'SAMPLE');
  assert.equal(real.length, 9);
  assert.deepEqual(lines.slice(0, 9), real);
  const scopes = real.map(({ serviceAreas }) => serviceAreas[0]!.kind);
  assert.deepEqual(scopes, [...scopes].sort().reverse(), 'statewide before nationwide');
});

test('every word of the vocabulary comes from a name', async () => {
  const rows = await directory.database.read.rows<{ word: string }>(sql`select word from pub.word`);
  assert.ok(rows.length > 200 && rows.every(({ word }) => word.length >= 4));
});
