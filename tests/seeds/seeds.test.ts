import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadSeeds, seedsFolder } from '../../seeds/load.js';
import { CriterionKind, Stance } from '../../src/eligibility/index.js';
import { HousingKind } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { NationsDocument, TightenDisclosureDocument } from '../support/documents.js';
import { openDirectory } from '../support/directory.js';
import { outcome } from '../support/outcome.js';
import { comeIn } from '../support/people.js';

const directory = await openDirectory();
const { read } = directory.database;
const one = async (statement: ReturnType<typeof sql>) =>
  (await read.rows<Record<string, unknown>>(statement))[0]!;
const sampleFiles = readdirSync(join(seedsFolder, 'sample')).map((file) =>
  readFileSync(join(seedsFolder, 'sample', file), 'utf8'),
);

test('the sample network is as large as it says', async () => {
  const counts = await one(sql`select
    (select count(*) from org.organization where standing = 'SAMPLE') as organizations,
    (select count(*) from org.housing_option) as housing, (select count(*) from org.service) as services,
    (select count(*) from org.material) + (select count(*) from org.convening) as library`);
  const least = { organizations: 60, housing: 90, services: 150, library: 40 };
  for (const [what, many] of Object.entries(least))
    assert.ok(Number(counts[what]) >= many, `${what}: ${counts[what]}`);
});

test('every kind of housing is in every region, and a third are withheld', async () => {
  const rows = await read.rows<{ region: string; kinds: number }>(sql`
    select r.slug as region, count(distinct h.kind) as kinds from org.housing_option h
    join org.listing l on l.id = h.listing_id join org.organization o on o.id = l.organization_id
    join org.region r on r.id = o.region_id group by r.slug`);
  assert.equal(rows.length, 8);
  for (const { region, kinds } of rows)
    assert.equal(kinds, Object.keys(HousingKind).length, region);
  const { withheld, all } = await one(sql`select count(*) as all, count(*) filter (where exists (
      select from org.listing_site s join org.location n on n.id = s.location_id
      where s.listing_id = h.listing_id and not n.street_told)) as withheld from org.housing_option h`);
  assert.ok(Number(withheld) >= Number(all) / 3, `${withheld} of ${all}`);
});

test('every criterion and every stance is used, on options and on units', async () => {
  const rows = await read.rows<{ kind: string; stance: string; unit: boolean }>(
    sql`select distinct kind, stance, unit_id is not null as unit from org.criterion`,
  );
  assert.deepEqual(
    [...new Set(rows.map(({ kind }) => kind))].sort(),
    Object.keys(CriterionKind).sort(),
  );
  for (const unit of [true, false]) {
    const stances = new Set(rows.filter((row) => row.unit === unit).map(({ stance }) => stance));
    assert.deepEqual([...stances].sort(), Object.keys(Stance).sort());
  }
});

test('availability runs from fresh to never', async () => {
  const row = await one(sql`select
    count(*) filter (where v.good_until > now()) as holds, count(*) filter (where v.good_until <= now()) as stale,
    count(*) filter (where v.id is null) as never, count(*) filter (where v.beds_open = 0) as full
    from org.unit u left join org.availability_report v on v.unit_id = u.id`);
  for (const [what, many] of Object.entries(row)) assert.ok(Number(many) >= 10, `${what}: ${many}`);
});

test('what is sample says so, in every number and every address', async () => {
  const numbers = await read.rows<{ number: string }>(sql`
    select distinct p.number from org.phone p left join org.contact c on c.id = p.contact_id
    left join org.listing l on l.id = coalesce(p.listing_id, c.listing_id)
    join org.organization o on o.id = coalesce(l.organization_id, c.organization_id) where o.standing = 'SAMPLE'`);
  assert.ok(numbers.length > 100);
  for (const { number } of numbers) assert.match(number, /^\+1\d{3}55501\d\d$/);
  const sites = await read.rows<{ website: string | null; description: string; lines: string }>(sql`
    select o.website, o.description, coalesce(array_to_string(n.lines, ' '), '') as lines
    from org.organization o left join org.location n on n.organization_id = o.id where o.standing = 'SAMPLE'`);
  for (const { website, description, lines } of sites) {
    if (website) assert.match(website, /^https:\/\/([\w-]+\.)*example\.org/);
    assert.match(description, /sample|invented|no such|not real|made up|example/i);
    if (lines) assert.match(lines, /Sample|Example/i);
  }
  const emails = await read.rows<{ email: string }>(
    sql`select email from org.contact where email is not null`,
  );
  for (const { email } of emails) assert.match(email, /[@.]example\.org$/);
});

test('no two summaries are alike', async () => {
  const rows = await read.rows<{ summary: string }>(sql`select summary from org.listing`);
  const openings = rows.map(({ summary }) =>
    summary.toLowerCase().split(/\s+/).slice(0, 6).join(' '),
  );
  assert.equal(new Set(rows.map(({ summary }) => summary)).size, rows.length);
  assert.ok(new Set(openings).size > rows.length * 0.97, 'too many begin alike');
});

test('a withheld site is kept with a county and nothing nearer, in the files too', async () => {
  for (const file of sampleFiles) {
    const { organizations = [] } = JSON.parse(file) as {
      organizations?: { locations?: { street: string; city?: string; point?: object }[] }[];
    };
    for (const { street, ...site } of organizations.flatMap(({ locations = [] }) => locations))
      if (street === 'withheld') assert.deepEqual([site.city, site.point], [undefined, undefined]);
  }
  const rows = await read.rows<Record<string, unknown>>(
    sql`select lines, city, postal_code, point from org.location where not street_told`,
  );
  assert.ok(rows.length >= 30);
  for (const row of rows) assert.deepEqual(Object.values(row), [null, null, null, null]);
});

test('where the told area is a region, no text names a county of it', async () => {
  const rows = await read.rows<{ name: string; texts: string; counties: string[] }>(sql`
    select l.name, concat_ws(' ', l.name, l.summary, l.description, l.how_to_apply, l.eligibility_notes) as texts,
      (select array_agg(c.name) from pub.region_county r
        join pub.county c on c.fips = r.county_fips where r.region_id = of.region_id) as counties
    from org.listing l join org.listing_site s on s.listing_id = l.id
    join org.location place on place.id = s.location_id and not place.street_told
    join pub.county c on c.fips = place.county_fips and c.population < 10000
    join pub.region_county of on of.county_fips = c.fips`);
  assert.ok(rows.length >= 3);
  for (const { name, texts, counties } of rows) {
    const named = counties.filter((county) =>
      new RegExp(`\\b${county.replace(' County', '')}\\b[^.]{0,30}\\bcount(y|ies)\\b`, 'i').test(
        texts,
      ),
    );
    assert.deepEqual(named, [], name);
  }
});

test('the eleven nations are told as public sources name them, and say that none has confirmed', async () => {
  const { tribalNations } = await directory.data(NationsDocument);
  assert.equal(tribalNations?.totalCount, 11);
  for (const nation of tribalNations!.nodes) {
    assert.equal(nation.standing, 'PUBLIC_SOURCE');
    assert.deepEqual(nation.serviceCounties, [], 'no source says which');
    assert.ok(nation.counties.length > 0);
    assert.equal(nation.contacts.length, 1);
    assert.equal(nation.contacts[0]!.name, 'Tribal government office');
    assert.match(nation.contacts[0]!.phones[0]!.number, /^\+1\d{10}$/);
  }
  assert.equal(tribalNations!.nodes.filter(({ people }) => people === 'OJIBWE').length, 7);
  assert.equal(tribalNations!.nodes.filter(({ people }) => people === 'DAKOTA').length, 4);
});

test('an agency that is only inferred says so, and a navigator without a number says that', async () => {
  const agencies = await read.rows<{
    name: string;
    standing: string;
    title: string;
    phones: number;
  }>(sql`
    select o.name, o.standing, c.title, (select count(*) from org.phone p where p.contact_id = c.id) as phones
    from org.organization o join org.contact c on c.organization_id = o.id and c.purpose = 'NAVIGATION'
    where o.standing <> 'SAMPLE' order by o.name`);
  assert.equal(agencies.length, 5);
  for (const { name, standing, title, phones } of agencies) {
    const inferred = name === 'Olmsted County Victim Services';
    assert.equal(standing, inferred ? 'INFERRED' : 'PUBLIC_SOURCE', name);
    assert.equal(phones, 0);
    assert.match(title, /no number known to us yet$/);
  }
});

test('an agency stands in the region it serves', async () => {
  const { named } = await one(sql`select count(*) as named from pub.organization o
    join pub.region r on r.id = o.region_id and r.organization_id = o.id`);
  assert.ok(Number(named) >= 4, `${named}`);
});

test('seeds are data: each fact file names its source and its date', () => {
  for (const file of readdirSync(join(seedsFolder, 'facts'))) {
    const { source, date } = JSON.parse(
      readFileSync(join(seedsFolder, 'facts', file), 'utf8'),
    ) as Record<string, string>;
    assert.ok(source && source.length > 40, file);
    assert.match(date ?? '', /^\d{4}-\d\d-\d\d$/);
  }
  for (const text of sampleFiles) assert.doesNotMatch(text, /lorem ipsum/i);
});

test('seeding again changes nothing', async () => {
  const state = () =>
    one(sql`select md5(string_agg(id || updated_at::text, ',' order by id)) as listings,
    (select count(*) from org.availability_report) as reports, (select count(*) from org.confirmation) as confirmations,
    (select md5(string_agg(card::text, ',' order by id)) from pub.listing) as told from org.listing`);
  const before = await state();
  const report = await loadSeeds((work) => directory.change(work), { sample: true });
  assert.equal(report.entered, 0);
  assert.ok(report.unchanged > 300);
  assert.deepEqual(await state(), before);
});

test('whatever is to be told is told', async () => {
  const { untold, listings, told, unpublished } =
    await one(sql`select (select count(*) from org.untold) as untold,
    (select count(*) from org.listing where disclosure = 'PUBLISHED') as listings, (select count(*) from pub.listing) as told,
    (select count(*) from org.listing l join pub.listing p on p.id = l.id where l.disclosure <> 'PUBLISHED') as unpublished`);
  assert.deepEqual([untold, unpublished], [0, 0]);
  assert.equal(told, listings);
});

test('what people keep by now is left as it is, whatever changed of it in a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'harborlight-seeds-'));
  after(() => rmSync(folder, { recursive: true }));
  for (const part of ['facts', 'sample'])
    cpSync(join(seedsFolder, part), join(folder, part), { recursive: true });
  const known = async (name: string) => {
    const { id } = await one(
      sql`select thing_id as id from org.external_name where name = ${name}`,
    );
    return String(id);
  };
  const facts = (file: string) => join(folder, 'facts', `${file}.json`);
  const change = (path: string, changed: (item: Record<string, unknown>) => object) => {
    const whole = JSON.parse(readFileSync(path, 'utf8')) as { items: Record<string, unknown>[] };
    writeFileSync(path, JSON.stringify({ ...whole, items: whole.items.map(changed) }));
  };
  const lines = (
    JSON.parse(readFileSync(facts('crisis-lines'), 'utf8')) as { items: { slug: string }[] }
  ).items;
  const [tightened, untouched] = await Promise.all(
    lines.slice(0, 2).map(({ slug }) => known(`service/${slug}`)),
  );
  const steward = await comeIn(directory, 'STEWARD');
  const input = { id: tightened!, to: 'OWN' as const, reason: 'The line is no more.' };
  const answer = await directory.ask(TightenDisclosureDocument, { input }, steward.headers);
  assert.equal(outcome(answer), 'done');
  const nation = await one(
    sql`select id, organization_id as organization from org.tribal_nation order by id limit 1`,
  );
  await comeIn(directory, 'NATION_COORDINATOR', String(nation['organization']));
  change(facts('crisis-lines'), (line) => ({ ...line, summary: 'Changed in the file.' }));
  change(facts('nations'), (one) => ({ ...one, website: 'https://changed.example.org' }));
  const report = await loadSeeds(
    (work) => directory.change(work),
    { sample: true },
    undefined,
    folder,
  );
  // Of the line its service; of the nation its record and its organization.
  assert.equal(report.left, 3);
  assert.equal(report.entered, lines.length - 1 + 2 * 10);
  const told = async (id: string) =>
    one(sql`select disclosure, summary from org.listing where id = ${id}`);
  assert.deepEqual((await told(tightened!))['disclosure'], 'OWN');
  assert.notEqual((await told(tightened!))['summary'], 'Changed in the file.');
  assert.equal((await told(untouched!))['summary'], 'Changed in the file.');
  const { kept } = await one(
    sql`select website not like '%changed%' as kept from org.tribal_nation where id = ${nation['id']}`,
  );
  assert.equal(kept, true);
});
