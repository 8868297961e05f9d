import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import {
  CoverageAtDocument,
  SearchWordsDocument,
  type SearchWordsQuery,
} from '../support/documents.js';
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

test('St. and Saint are one word', async () => {
  const whole = await found('Saint Cloud');
  assert.ok(whole.length > 0);
  for (const text of ['St. Cloud', 'st cloud', 'SAINT cloud'])
    assert.deepEqual(await found(text), whole, text);
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

test('a word that is known is not taken for another where a place or a kind leaves nothing of it', async () => {
  const at = { countyFips: '27137' };
  assert.ok(!(await found('northwest', { at })).includes('Northeast'));
  assert.deepEqual(await found('zephyrine', { kinds: ['MATERIAL'] }), []);
  assert.deepEqual(await found('zephirine', { kinds: ['HOUSING_OPTION'] }), ['Zephyrine Haven']);
});

test('names that begin alike, some the same, come in one order by pages small and large', async () => {
  const names = [
    'Quillmark',
    'Quillmark House',
    'Quillmark House',
    'Quillmark House',
    'Quillmark Inn',
  ];
  await directory.change(async (changing) => {
    for (const name of [...names, 'The Quillmark', 'Old Quillmark House', ...names]) {
      await listSampleHousing(changing, { street: 'TOLD', countyFips: '27007', name });
    }
  });
  for (const text of ['quillmark', 'Quillmark House']) {
    const { nodes } = (await directory.data(SearchWordsDocument, { text, first: 100 })).search!;
    const whole = nodes.map((node) => ('name' in node ? node.name : ''));
    const begin = whole.filter((name) => name.toLowerCase().startsWith(text.toLowerCase()));
    assert.deepEqual(whole.slice(0, begin.length), begin.toSorted());
    assert.ok(begin.length >= 6 && whole.length > begin.length, `${text}: ${begin.length}`);
    const walked: string[] = [];
    for (let after: string | null = null; ;) {
      const page: NonNullable<SearchWordsQuery['search']> = (
        await directory.data(SearchWordsDocument, { text, first: 1, after })
      ).search!;
      walked.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor ?? null;
      if (!page.pageInfo.hasNextPage) break;
    }
    assert.deepEqual(
      walked,
      nodes.map(({ id }) => id),
    );
  }
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

test('statewide and nationwide lines never fall out of a local search, and come first; samples stay out', async () => {
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
  assert.equal(lines.length, 9);
  assert.ok(lines.every(({ organization }) => organization.standing !== 'SAMPLE'));
  const scopes = lines.map(({ serviceAreas }) => serviceAreas[0]!.kind);
  assert.deepEqual(scopes, [...scopes].sort().reverse(), 'statewide before nationwide');
});

test('a sample line is told only where no real one serves the place', async () => {
  const samples = await directory.database.read.rows<{ name: string }>(sql`
    select l.name from pub.listing l join pub.organization o on o.id = l.organization_id
    where l.kinds @> array['CRISIS_LINE'] and o.card ->> 'standing' = 'SAMPLE'`);
  assert.ok(samples.length > 0, 'else this test shows nothing');
  const at = { zip: '55401' };
  const told = async () => (await directory.data(CoverageAtDocument, { at })).coverage!.crisisLines;
  const before = await told();
  await directory.change(({ em }) =>
    em.execute(`update org.organization set admitted_at = null where standing <> 'SAMPLE'`),
  );
  const alone = await told();
  assert.ok(alone.length > 0 && alone.every(({ organization: o }) => o.standing === 'SAMPLE'));
  await directory.change(({ em }) =>
    em.execute(`update org.organization set admitted_at = now() where standing <> 'SAMPLE'`),
  );
  assert.deepEqual(await told(), before);
});

test('a town is found, whole or misspelled, by what stands in it and tells its street', async () => {
  for (const text of ['bemidji', 'Bemidji', 'bemigi', 'bemidgi']) {
    assert.ok((await found(text, { first: 100 })).includes('Zephyrine Haven'), text);
  }
  const towns = await directory.database.read.rows<{ city: string }>(
    sql`select distinct city from org.location where street_told`,
  );
  assert.ok(towns.length > 20);
  for (const { city } of towns) assert.ok((await found(city)).length > 0, city);
});

test('a withheld place is found by the area it tells and by nothing nearer', async () => {
  for (const [countyFips, name] of [
    ['27137', 'Underbrush House'],
    ['27077', 'Overstory House'],
  ] as const) {
    await directory.change((changing) =>
      listSampleHousing(changing, { street: 'WITHHELD', countyFips, name }),
    );
  }
  assert.deepEqual(await found('underbrush st. louis county'), ['Underbrush House']);
  assert.deepEqual(await found('overstory northwest region'), ['Overstory House']);
  assert.deepEqual(await found('overstory woods'), [], 'its county is too small to tell');
});

test('one wrong letter in a short word is forgiven', async () => {
  assert.ok((await found('Mille Laks')).some((name) => name.startsWith('Mille Lacs')));
});

test('every word of the vocabulary comes from a name or a place', async () => {
  const rows = await directory.database.read.rows<{ word: string }>(sql`select word from pub.word`);
  assert.ok(rows.length > 200 && rows.every(({ word }) => word.length >= 4));
});
