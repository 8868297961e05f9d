import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listHousing } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import {
  HousingPageDocument,
  HousingWholeDocument,
  OrganizationPageDocument,
  SearchWordsDocument,
} from '../support/documents.js';
import { openDirectory } from '../support/directory.js';
import { listSampleHousing, SAMPLE_HOUSING, sampleHousing } from '../support/makers.js';

const directory = await openDirectory();
const { read } = directory.database;

const whole = async (id: string) => {
  const { node } = await directory.data(HousingWholeDocument, { id });
  return node?.__typename === 'HousingOption' ? node : null;
};

test('a withheld place tells a wider area, its reason and what to call, and nothing of its door', async () => {
  const { id } = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'WITHHELD', countyFips: '27137' }),
  );
  const option = await whole(id);
  assert.deepEqual(option?.places, [
    {
      __typename: 'WithheldPlace',
      area: 'St. Louis County',
      counties: [{ fips: '27137', name: 'St. Louis County' }],
      reason: 'CONFIDENTIAL_SHELTER',
      phone: { display: SAMPLE_HOUSING.display },
    },
  ]);
});

test('where the county is small, a withheld place tells only its region', async () => {
  const { id } = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'WITHHELD', countyFips: '27077' }),
  );
  const [place] = (await whole(id))!.places;
  assert.equal(place?.area, 'Northwest region');
  assert.equal(place?.counties.length, 15);
  const sites = await read.rows<{ county: string }>(
    sql`select county_fips as county from pub.listing_site where listing_id = ${id}`,
  );
  assert.equal(sites.length, 15, 'a search may touch no less than what is told');
});

test('a told place tells its address and its point', async () => {
  const { id } = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  const [place] = (await whole(id))!.places;
  assert.equal(place?.__typename, 'PublishedPlace');
  assert.equal(place?.area, 'Bemidji, Beltrami County');
  assert.deepEqual(place && 'address' in place && place.address.lines, ['100 Sample Street']);
});

test('what is not published is in no answer at all: node, lists, counts, search, places', async () => {
  const canary = 'Quillfeather Canary House';
  const made = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'WITHHELD', countyFips: '27137', name: canary }),
  );
  const seen = async () => {
    const [node, list, words, organizations] = await Promise.all([
      directory.ask(HousingWholeDocument, { id: made.id }),
      directory.ask(HousingPageDocument, {
        first: 100,
        filter: { organizationId: made.organizationId },
      }),
      directory.ask(SearchWordsDocument, { text: 'quillfeather', first: 10 }),
      directory.ask(OrganizationPageDocument, {
        first: 100,
        filter: { text: SAMPLE_HOUSING.organization },
      }),
    ]);
    return [node, list, words, organizations].map(({ text }) => text);
  };
  const published = await seen();
  for (const text of published.slice(0, 3)) assert.ok(text.includes(canary), text);
  assert.ok(published[3]!.includes('WithheldPlace'));
  for (const disclosure of ['PARTNERS', 'OWN']) {
    await directory.change(({ em }) =>
      em.execute('update org.listing set disclosure = ? where id = ?', [disclosure, made.id]),
    );
    const hidden = await seen();
    for (const text of hidden)
      assert.ok(!text.includes('uillfeather') && !text.includes(made.id), text);
    assert.equal(JSON.parse(hidden[0]!).data.node, null);
    assert.deepEqual(
      [
        JSON.parse(hidden[1]!).data.housingOptions.totalCount,
        JSON.parse(hidden[2]!).data.search.totalCount,
      ],
      [0, 0],
    );
    const own = JSON.parse(hidden[3]!).data.organizations.nodes.find(
      (one: { id: string }) => one.id === made.organizationId,
    );
    assert.deepEqual(own.places, [], 'the site of a listing that is not published is not told');
  }
  await directory.change(({ em }) =>
    em.execute(`update org.listing set disclosure = 'PUBLISHED' where id = ?`, [made.id]),
  );
  // That it came back is its last change.
  const sinceThen = (texts: string[]) =>
    texts.map((text) => text.replace(/"updatedAt":"[^"]+"/, ''));
  assert.deepEqual(sinceThen(await seen()), sinceThen(published));
});

test('a place that is not published is told to no stranger, whatever stands there', async () => {
  const { id, organizationId } = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  const disclose = (disclosure: string) =>
    directory.change(({ em }) =>
      em.execute('update org.location set disclosure = ? where organization_id = ?', [
        disclosure,
        organizationId,
      ]),
    );
  const seen = async () => {
    const option = await whole(id);
    const [row] = await read.rows<{
      places: unknown[];
      sites: number;
      doors: number;
      found: number;
    }>(sql`
      select o.places, (select count(*) from pub.listing_site where listing_id = ${id})
          + (select count(*) from pub.organization_site where organization_id = o.id) as sites,
        (select count(*) from pub.placement_site where listing_id = ${id} and point is not null) as doors,
        (select count(*) from pub.search_entry e where e.id in (${id}, o.id)
          and e.words @@ to_tsquery('pub.directory', 'Bemidji')) as found
      from pub.organization o where o.id = ${organizationId}`);
    return { ...row, listing: option?.places, isListed: option !== null };
  };
  const published = await seen();
  assert.deepEqual([published.sites, published.doors, published.found], [2, 1, 2]);
  for (const disclosure of ['PARTNERS', 'OWN']) {
    await disclose(disclosure);
    const hidden = { places: [], sites: 0, doors: 0, found: 0, listing: [], isListed: true };
    assert.deepEqual(await seen(), hidden, disclosure);
  }
  await disclose('PUBLISHED');
  assert.deepEqual(await seen(), published);
  // Of an office, where nothing stands, the same.
  const office = `delete from org.listing_site where listing_id = ?`;
  await directory.change(({ em }) => em.execute(office, [id]));
  assert.equal((await seen()).places?.length, 1);
  await disclose('OWN');
  assert.deepEqual((await seen()).places, []);
  await assert.rejects(disclose('SOME'), /check/);
});

test('what is missing and what is hidden answer alike, byte for byte', async () => {
  const made = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'WITHHELD', countyFips: '27137' }),
  );
  await directory.change(({ em }) =>
    em.execute(`update org.listing set disclosure = 'OWN' where id = ?`, [made.id]),
  );
  const hidden = await directory.ask(HousingWholeDocument, { id: made.id });
  const missing = await directory.ask(HousingWholeDocument, { id: 'hou_AAAAAAAAAAAAAAAAAAAAAA' });
  const wrong = await directory.ask(HousingWholeDocument, { id: 'no id at all' });
  const strip = ({ date: _, ...headers }: Record<string, unknown>) => headers;
  assert.equal(hidden.text, missing.text);
  assert.equal(hidden.text, wrong.text);
  assert.deepEqual(strip(hidden.headers), strip(missing.headers));
});

test('an organization that is not admitted is not told, nor anything of it', async () => {
  const made = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  await directory.change(({ em }) =>
    em.execute('update org.organization set admitted_at = null where id = ?', [
      made.organizationId,
    ]),
  );
  assert.equal(await whole(made.id), null);
});

test('every change of a part is told in the transaction that made it', async () => {
  const made = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  const changes: [
    string,
    (option: NonNullable<Awaited<ReturnType<typeof whole>>>) => unknown,
    unknown,
  ][] = [
    [`update org.listing set summary = 'Anew.' where id = $`, (option) => option.summary, 'Anew.'],
    [
      `update org.unit set capacity = 17 where listing_id = $`,
      (option) => option.units[0]?.capacity,
      17,
    ],
    [
      `update org.phone set note = 'anew' where listing_id = $`,
      (option) => option.phones.length,
      1,
    ],
    [`delete from org.phone where listing_id = $`, (option) => option.phones, []],
    [
      `update org.location set name = 'x', city = 'Solway' where id in (select location_id from org.listing_site where listing_id = $)`,
      (option) => option.places[0]?.area,
      'Solway, Beltrami County',
    ],
    [`delete from org.criterion where listing_id = $`, (option) => option.eligibility, []],
    [
      `update org.organization set name = 'Renamed Sample' where id = (select organization_id from org.listing where id = $)`,
      (option) => option.organization.name,
      'Renamed Sample',
    ],
  ];
  for (const [statement, look, expected] of changes) {
    await directory.change(({ em }) => em.execute(statement.replace('$', '?'), [made.id]));
    assert.deepEqual(look((await whole(made.id))!), expected, statement);
  }
});

test('a listing written anew tells what is said now, and nothing of what was said before', async () => {
  const { id, organizationId } = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  const said = async () => {
    const { places, serviceAreas, eligibility, contacts, phones, units } = (await whole(id))!;
    return {
      parts: [places, serviceAreas, eligibility, contacts, units].map((part) => part.length),
      numbers: phones.map(({ display }) => display),
    };
  };
  const before = await said();
  assert.deepEqual(before, { parts: [1, 1, 1, 0, 1], numbers: [SAMPLE_HOUSING.display] });
  const anew = sampleHousing(organizationId);
  await directory.change(async (changing) => {
    await listHousing(
      {
        ...anew,
        id,
        phones: [{ number: '218-555-0111', kind: 'VOICE' }],
        contacts: [{ purpose: 'INTAKE', name: 'Night desk', phones: [], languages: [] }],
      },
      changing,
    );
  });
  assert.deepEqual(await said(), { parts: [0, 0, 1, 1, 1], numbers: ['218-555-0111'] });
  await directory.change((changing) => listHousing({ ...anew, id, eligibility: [] }, changing));
  assert.deepEqual(await said(), { parts: [0, 0, 0, 0, 1], numbers: [SAMPLE_HOUSING.display] });
});

test('a change that is taken back tells nothing', async () => {
  const made = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  await assert.rejects(
    directory.change(async ({ em }) => {
      await em.execute(`update org.listing set name = 'Never Told' where id = ?`, [made.id]);
      throw new Error('taken back');
    }),
  );
  assert.equal((await whole(made.id))?.name, SAMPLE_HOUSING.name);
});

test('texts for people come in Spanish where it is asked for; codes do not change', async () => {
  const made = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  const ask = async (language: string) =>
    (await directory.ask(HousingWholeDocument, { id: made.id }, { 'accept-language': language }))
      .body.data!.node as never as {
      eligibility: { kind: string; text: string }[];
      languages: { tag: string; name: string }[];
    };
  const [english, spanish] = [await ask('en-US,es;q=0.5'), await ask('es-MX,en;q=0.8')];
  assert.equal(english.eligibility[0]!.text, 'Only for people aged 16 to 24.');
  assert.equal(spanish.eligibility[0]!.text, 'Solo para personas de 16 a 24 años.');
  assert.equal(english.eligibility[0]!.kind, spanish.eligibility[0]!.kind);
  assert.deepEqual(
    spanish.languages.map(({ name }) => name),
    ['inglés', 'español'],
  );
});
