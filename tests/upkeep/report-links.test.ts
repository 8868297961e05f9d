import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { revokePerson } from '../../src/access/index.js';
import { ReportLinkLimit } from '../../src/upkeep/index.js';
import { Refusal, sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  CreateReportLinkDocument,
  ReportAvailabilityDocument,
  ReportLinksDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  RevokeReportLinkDocument,
  TightenDisclosureDocument,
  WithdrawListingDocument,
  type CreateReportLinkInput,
} from '../support/documents.js';
import { appWith, comeIn, HOST } from '../support/people.js';
import { outcome as faultOf } from '../support/outcome.js';
import { fieldsIn, formsOf } from '../support/report-form.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { tablesWith } from '../support/sweep.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('report links')) };
const directory = await openDirectory({ database, log: 'debug' });
const { open, head, post } = formsOf(directory);
const units = [
  { name: 'Youth beds', capacity: 5, eligibility: [] },
  { name: 'Family rooms <3>', capacity: null, eligibility: [] },
];
const home = await shelter(database, { exact: CANARY, listed: { units } });
const other = await shelter(database, {
  site: toldSite({ ...CANARY, lines: ['9 Sample Way'] }),
  said: { name: 'Sample Open House' },
});
const { organization: government } = await someNation(database.read);
const ofNation = await shelter(database, {
  organization: government,
  said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const carl = await comeIn(directory, 'COORDINATOR', home.organization);
const otto = await comeIn(directory, 'COORDINATOR', other.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stella = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');
const app = await appWith(directory, ['availability:write', 'directory:read'], home.organization);
type Headers = Record<string, string>;

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-20T18:00:00Z');
const WRONG = '/report/AAAAAAAAAAAAAAAAAAAAAA';

beforeEach(async () => {
  directory.setNow(NOW);
  directory.house.reporting = new ReportLinkLimit();
  await database.em().execute('delete from org.report_link');
  await database.em().execute('delete from org.availability_report');
});

const create = (more: Partial<CreateReportLinkInput> = {}, headers: Headers = cora.headers) =>
  directory.ask(
    CreateReportLinkDocument,
    { input: { listingId: home.listing, label: 'Night desk', ...more } },
    headers,
  );
/** A link that was made: its id and its address. */
const made = async (more: Partial<CreateReportLinkInput> = {}, headers: Headers = cora.headers) => {
  const { body, text } = await create(more, headers);
  const { url, reportLink } = body.data!.createReportLink!;
  assert.match(url ?? '', /^\/report\/[\w-]{22}$/, text);
  return { ...reportLink!, url: url! };
};
const revoke = (id: string, headers: Headers = cora.headers) =>
  directory.ask(RevokeReportLinkDocument, { input: { id } }, headers);
const optionTo = async (headers: Headers = cora.headers, id = home.listing) => {
  const { body } = await directory.ask(ReportLinksDocument, { id }, headers);
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  return body.data!.node as Extract<typeof body.data, object>['node'] & { units: never[] };
};
const linksTo = async (headers: Headers = cora.headers, id = home.listing) =>
  (await optionTo(headers, id))?.reportLinks;
/** What is told of each unit, to everyone. */
const told = async (id = home.listing) => {
  const option = await optionTo({}, id);
  return (option!.units as { availability: { state: string; bedsOpen: number | null } }[]).map(
    ({ availability: { state, bedsOpen } }) => [state, bedsOpen],
  );
};
const reports = async () =>
  (
    await database.read.rows<{ many: number }>(
      sql`select count(*)::int as many from org.availability_report`,
    )
  )[0]!.many;
/** The form as it is opened, filled: of each unit, in order, what differs. */
const filled = async (url: string, ...said: Record<string, string>[]) => {
  const { status, text } = await open(url);
  assert.equal(status, 200);
  const fields = fieldsIn(text);
  const ids = Object.keys(fields)
    .filter((name) => name.endsWith('.shown'))
    .map((name) => name.slice(0, -'.shown'.length));
  for (const [index, id] of ids.entries()) {
    for (const [name, value] of Object.entries({ accepting: 'yes', ...said[index] })) {
      fields[`${id}.${name}`] = value;
    }
  }
  return fields;
};

test('a form names nothing that may lead to a door which was withheld after the link was made', async () => {
  const house = await shelter(database, {
    site: toldSite(CANARY),
    listed: { disclosure: 'OWN', name: `Beds at ${CANARY.lines[0]}`, units },
  });
  const { headers } = await comeIn(directory, 'COORDINATOR', house.organization);
  const { url } = await made({ listingId: house.listing, label: 'The desk' }, headers);
  assert.match((await open(url)).text, /<h1>Beds at 4711 Zugunruhe Hollow<\/h1>/);
  const input = {
    id: house.location,
    to: 'STREET_WITHHELD' as const,
    withheldReason: 'CONFIDENTIAL_SHELTER' as const,
    reason: 'It must not be told now.',
  };
  assert.equal(faultOf(await directory.ask(TightenDisclosureDocument, { input }, headers)), 'done');
  const form = await open(url);
  assert.match(
    form.text,
    /<h1>This house<\/h1>[^]*<legend>Unit 1<\/legend>[^]*of 5[^]*<legend>Unit 2</,
  );
  assert.doesNotMatch(form.text, /Zugunruhe|Youth beds|Family/);
  const spanish = await open(url, { headers: { 'accept-language': 'es' } });
  assert.match(spanish.text, /<h1>Esta casa<\/h1>[^]*<legend>Unidad 1</);
  const done = await post(url, await filled(url, { beds: '2' }));
  assert.match(done.text, /<strong>Unit 1<\/strong>: [^<]*2 of 5 beds free/);
  assert.doesNotMatch(done.text, /Zugunruhe|Youth beds|Family/);
  // Written anew, and held against the door.
  const [row] = await database.read.rows<{ version: number }>(
    sql`select version from org.listing where id = ${house.listing}`,
  );
  const named = { id: house.listing, version: row!.version, name: 'Our beds' };
  assert.equal(
    faultOf(await directory.ask(ReviseHousingDocument, { input: named }, headers)),
    'done',
  );
  assert.match((await open(url)).text, /<h1>Our beds<\/h1>[^]*<legend>Youth beds</);
});

test('a link is opened without signing in, and what is sent by it is told', async () => {
  const { url, id, createdBy, expiresAt } = await made();
  assert.equal(Date.parse(expiresAt) - NOW.getTime(), 90 * DAY_MS);
  assert.match(createdBy, /^Sample Person/);
  const form = await open(url);
  assert.equal(form.status, 200);
  assert.match(form.text, /<h1>Sample Youth Beds<\/h1>/);
  assert.match(form.text, /Nobody has reported yet\./);
  assert.match(form.text, /Family rooms &lt;3&gt;/);
  assert.doesNotMatch(form.text, /<script|Zugunruhe|Testing Ground|Sample House/);
  const answer = await post(
    url,
    await filled(url, { beds: '3' }, { accepting: 'no', waitlist: 'yes' }),
  );
  assert.equal(answer.status, 200, answer.text);
  assert.match(answer.text, /Reported\. The directory now says:/);
  assert.match(answer.text, /<strong>Youth beds<\/strong>: open, 3 of 5 beds free/);
  assert.match(answer.text, /<strong>Family rooms &lt;3&gt;<\/strong>: waiting list/);
  assert.match(answer.text, /It says so for 12 hours\./);
  assert.deepEqual(await told(), [
    ['OPEN', 3],
    ['WAITLIST', null],
  ]);
  // What was answered is a form that can be sent again.
  const again = await post(url, { ...fieldsIn(answer.text) });
  assert.equal(again.status, 200);
  assert.equal(await reports(), 4);
  const [link] = (await linksTo())!;
  assert.deepEqual([link!.id, link!.label], [id, 'Night desk']);
  assert.equal(Date.parse(link!.lastReportAt!), NOW.getTime() + 1);
});

test('opening it changes nothing: by GET, HEAD, and as scanners and browsers do beforehand', async () => {
  const { url } = await made();
  const before = await tableSums();
  const ways: Headers[] = [{}, { purpose: 'prefetch' }, { 'sec-purpose': 'prefetch;prerender' }];
  for (const headers of ways) {
    assert.equal((await open(url, { headers })).status, 200);
    const { status, text } = await head(url, { headers });
    assert.deepEqual([status, text], [200, '']);
  }
  assert.deepEqual(await tableSums(), before);
});

/** All that a report, or anything else, would change. */
async function tableSums() {
  const [row] = await database.read.rows<Record<string, unknown>>(sql`
    select (select count(*)::int from org.availability_report) as reports,
      (select count(*)::int from audit.event) as events, (select max(updated_at)::text from org.listing) as listings,
      (select json_agg(k)::text from org.report_link k) as links, (select count(*)::int from org.revision) as revisions`);
  return row;
}

test('every answer is kept by nobody, and told to no other page', async () => {
  const { url } = await made();
  for (const answer of [await open(url), await open(WRONG), await post(url, {})]) {
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.equal(answer.headers['referrer-policy'], 'no-referrer');
    assert.equal(answer.headers['x-robots-tag'], 'noindex');
    assert.match(String(answer.headers['content-security-policy']), /form-action 'self'/);
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.doesNotMatch(answer.text, new RegExp(url.slice('/report/'.length)));
    assert.match(answer.text, /<title>(Report free beds|This link does not work) · Harborlight/);
  }
});

test('wrong, ended, run out, withdrawn, and of who was let go: one answer, byte for byte', async () => {
  const wrong = await open(WRONG);
  assert.equal(wrong.status, 404);
  assert.match(wrong.text, /<h1>This link does not work<\/h1>/);
  const alike = async (url: string, what: string) => {
    for (const answer of [await open(url), await post(url, {}), await post(url, 'x=%00')]) {
      assert.deepEqual(answer, wrong, what);
    }
  };
  for (const path of ['', 'A', 'x'.repeat(300), '%00', 'a/b', '?a=1', '%F0%9F%98%80']) {
    await alike(`/report/${path}`, path);
  }
  const [revoked, expired, withdrawn, left] = [
    await made(),
    await made({ days: 1 }),
    await made(),
    await made({}, carl.headers),
  ];
  assert.equal(faultOf(await revoke(revoked.id)), 'done');
  await alike(revoked.url, 'revoked');
  directory.setNow(new Date(NOW.getTime() + DAY_MS));
  await alike(expired.url, 'expired');
  directory.setNow(NOW);
  await directory.change((changing) => revokePerson({ personId: carl.id }, HOST, changing));
  await alike(left.url, 'her role ended');
  await database
    .em()
    .execute('update auth.role_grant set ended_at = null, ended_by = null where account_id = ?', [
      carl.id,
    ]);
  await alike(left.url, 'and was given back: a link that ended stays so');
  assert.equal((await open(withdrawn.url)).status, 200);
  const version = async () =>
    (
      await database.read.rows<{ version: number }>(
        sql`select version from org.listing where id = ${home.listing}`,
      )
    )[0]!.version;
  const state = async () => ({
    input: { id: home.listing, version: await version(), reason: 'The house is closed.' },
  });
  await directory.ask(WithdrawListingDocument, await state(), cora.headers);
  await alike(withdrawn.url, 'withdrawn');
  assert.equal(faultOf(await create()), 'INVALID input.listingId');
  await directory.ask(RestoreListingDocument, await state(), cora.headers);
  await alike(withdrawn.url, 'restored: a link that ended stays so');
  // Told again, as by two people.
  await database
    .em()
    .execute(`update org.listing set disclosure = 'PUBLISHED' where id = ?`, [home.listing]);
  assert.deepEqual(await linksTo(), []);
  assert.equal(await reports(), 0);
});

test('a link is no longer good once what it holds by is over, whatever statement ended it', async () => {
  const { url } = await made({ listingId: other.listing }, otto.headers);
  assert.equal((await open(url)).status, 200);
  // Its organization became a nation's: no coordinator's any more.
  const { nation } = await someNation(database.read, 1);
  const own = await database.read.rows<{ organization: string }>(
    sql`select organization_id as organization from org.tribal_nation where id = ${nation}`,
  );
  await database
    .em()
    .execute('update org.tribal_nation set organization_id = ? where id = ?', [
      other.organization,
      nation,
    ]);
  assert.equal((await open(url)).status, 404);
  await database
    .em()
    .execute('update org.tribal_nation set organization_id = ? where id = ?', [
      own[0]!.organization,
      nation,
    ]);
  assert.equal((await open(url)).status, 200);
});

test('nobody but the people of its organization makes a link, ends one, or knows that there is one', async () => {
  const { id } = await made();
  for (const [headers, fault] of [
    [{}, 'UNAUTHENTICATED'],
    [app.headers, 'FORBIDDEN'],
    [ada.headers, 'FORBIDDEN'],
    [stella.headers, 'FORBIDDEN'],
    [otto.headers, 'NOT_FOUND input.listingId'],
    [nora.headers, 'NOT_FOUND input.listingId'],
  ] as const) {
    assert.equal(faultOf(await create({}, headers)), fault);
    assert.equal(faultOf(await revoke(id, headers)), fault.replace('listingId', 'id'));
    assert.equal(await linksTo(headers), null);
  }
  // Another's and none are turned down alike.
  const none = await revoke('rpl_AAAAAAAAAAAAAAAAAAAAAA', otto.headers);
  assert.equal((await revoke(id, otto.headers)).text, none.text);
  const nowhere = await create({ listingId: 'hou_AAAAAAAAAAAAAAAAAAAAAA' }, otto.headers);
  assert.equal((await create({}, otto.headers)).text, nowhere.text);
  assert.equal((await create({ listingId: other.location }, otto.headers)).text, nowhere.text);
  const nations = await made({ listingId: ofNation.listing }, nora.headers);
  assert.equal((await open(nations.url)).status, 200);
  assert.equal(faultOf(await create({ listingId: ofNation.listing }, stella.headers)), 'FORBIDDEN');
});

test('a label is short, leads to no withheld door, and a link lasts a day to a year', async () => {
  for (const [more, fault] of [
    [{ label: ' ' }, 'INVALID input.label'],
    [{ label: 'x'.repeat(61) }, 'INVALID input.label'],
    [{ label: 'nul \u0000 desk' }, 'INVALID input.label'],
    [{ label: CANARY.lines[0]! }, 'INVALID input.label'],
    [{ days: 0 }, 'INVALID input.days'],
    [{ days: 367 }, 'INVALID input.days'],
  ] as const) {
    assert.equal(faultOf(await create(more)), fault);
  }
  const { expiresAt } = await made({ days: 366 });
  assert.equal(Date.parse(expiresAt) - NOW.getTime(), 366 * DAY_MS);
  for (let link = 1; link < 20; link += 1) await made();
  assert.equal(faultOf(await create()), 'INVALID input.listingId');
  // One that has run out gives its place.
  await database.em().execute(
    `update org.report_link set made_at = made_at - interval '2 days', expires_at = made_at - interval '1 day'
     where id = ?`,
    [(await linksTo())![0]!.id],
  );
  await made();
});

test('a repeat under one key is the same link; the secret is in no table and no log', async () => {
  const idempotencyKey = 'one of a test of links';
  const [first, again] = [await create({ idempotencyKey }), await create({ idempotencyKey })];
  assert.equal(again.text, first.text);
  assert.equal((await linksTo())!.length, 1);
  const { url } = first.body.data!.createReportLink!;
  const secret = url!.slice('/report/'.length);
  assert.equal((await post(url!, await filled(url!))).status, 200);
  await post(url!, 'nothing of it');
  await open(`${url}/more`);
  assert.doesNotMatch(directory.logged(), new RegExp(secret));
  assert.match(directory.logged(), /"route":"\/report\/\*"/);
  assert.deepEqual(await tablesWith(database.read, [secret]), []);
  const { url: another } = await made();
  assert.notEqual(another, url);
});

test('what is written down of it says by which link, and never who or a secret', async () => {
  const { id, url } = await made();
  await post(url, await filled(url, { beds: '1' }));
  await revoke(id);
  const events = await database.read.rows<Record<string, string>>(sql`
    select viewer_kind as kind, viewer_id as id, action, thing_id as thing, detail::text as detail
    from audit.event where action in ('createReportLink', 'reportAvailability', 'revokeReportLink')
    order by number desc limit 3`);
  assert.deepEqual(
    events.map(({ detail: _detail, ...event }) => event),
    [
      { kind: 'COORDINATOR', id: cora.id, action: 'revokeReportLink', thing: home.listing },
      { kind: 'LINK', id, action: 'reportAvailability', thing: home.listing },
      { kind: 'COORDINATOR', id: cora.id, action: 'createReportLink', thing: home.listing },
    ],
  );
  assert.equal((JSON.parse(events[1]!['detail']!) as { reports: string[] }).reports.length, 2);
  assert.equal((JSON.parse(events[0]!['detail']!) as { link: string }).link, id);
  const [row] = await database.read.rows<{ by: number }>(
    sql`select count(*)::int as by from org.availability_report where link_id = ${id}`,
  );
  assert.equal(row!.by, 2);
});

test('a form that came twice reports once, and is answered alike', async () => {
  const { url } = await made();
  const fields = await filled(url, { beds: '2' }, { beds: '1' });
  const first = await post(url, fields);
  for (let time = 0; time < 3; time += 1) {
    const again = await post(url, fields);
    assert.deepEqual([again.status, again.text], [first.status, first.text]);
  }
  assert.equal(await reports(), 2);
});

test('the same form hours later is no second sending: it is shown what stands there, and reports anew', async () => {
  const { url } = await made();
  const fields = await filled(url, { beds: '2' }, { beds: '1' });
  assert.equal((await post(url, fields)).status, 200);
  try {
    directory.setNow(new Date(NOW.getTime() + 6 * 3_600_000));
    const late = await post(url, fields);
    assert.equal(late.status, 409);
    assert.equal(await reports(), 2);
    assert.equal((await post(url, fieldsIn(late.text))).status, 200);
    assert.equal(await reports(), 4);
  } finally {
    directory.setNow(NOW);
  }
});

test('two pages open at once: what was reported meanwhile is shown and not lost', async () => {
  const { url } = await made();
  const { url: day } = await made({ label: 'Day desk' });
  const [one, two] = [await filled(url, { beds: '2' }), await filled(day, { beds: '4' })];
  assert.equal((await post(url, one)).status, 200);
  const late = await post(day, two);
  assert.equal(late.status, 409);
  assert.match(late.text, /Nothing is reported yet: this was changed after you opened the page/);
  assert.match(
    late.text,
    /Last reported <time [^>]*>just now<\/time>: taking people, 2 of 5 beds free\./,
  );
  assert.deepEqual((await told())[0], ['OPEN', 2]);
  // What she wrote stands there still, and can be sent now.
  assert.equal((await post(day, fieldsIn(late.text))).status, 200);
  assert.deepEqual((await told())[0], ['OPEN', 4]);
});

test('at the same moment, one is reported and the others are shown it', async () => {
  const { url } = await made();
  const fields = await filled(url);
  const bedsOf = Object.keys(fields).find((name) => name.endsWith('.beds'))!;
  const answers = await Promise.all(
    [0, 1, 2, 3, 4, 5].map((beds) => post(url, { ...fields, [bedsOf]: String(beds) })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409]);
  assert.equal(await reports(), 2);
  const won = answers.findIndex(({ status }) => status === 200);
  assert.deepEqual((await told())[0], [won === 0 ? 'FULL' : 'OPEN', won]);
});

test('what a coordinator reports or changes meanwhile is not overwritten either', async () => {
  const { url } = await made();
  const fields = await filled(url, { beds: '3' });
  const [unit] = Object.keys(fields)[0]!.split('.');
  await directory.ask(
    ReportAvailabilityDocument,
    { input: { unitId: unit!, accepting: true, bedsOpen: 1, bedsTotal: 4, note: 'CALL_FIRST' } },
    cora.headers,
  );
  assert.equal((await post(url, fields)).status, 409);
  assert.deepEqual((await told())[0], ['OPEN', 1]);
  const opened = await open(url);
  assert.match(opened.text, /1 of 4 beds free/);
  assert.equal((await post(url, await filled(url, { beds: '4' }))).status, 200);
  // The number of beds is not asked by a link: it stays.
  const [first] = (await optionTo())!.units as { availability: { capacity: number } }[];
  assert.equal(first!.availability.capacity, 4);
  // A unit more, and a form that does not name it.
  const before = await filled(url);
  await database
    .em()
    .execute(
      `insert into org.unit (id, listing_id, position, name) values ('unt_more', ?, 9, 'The attic')`,
      [home.listing],
    );
  const without = await post(url, before);
  assert.equal(without.status, 409);
  assert.match(without.text, /The attic/);
  await database.em().execute(`delete from org.unit where id = 'unt_more'`);
  assert.equal((await post(url, { ...before, 'unt_more.shown': 'never' })).status, 409);
});

test('what cannot be so comes back beside its field, with what was typed, and nothing is reported', async () => {
  const { url } = await made();
  for (const [beds, words] of [
    ['6', 'At most 5 can be free.'],
    ['-1', 'Write a whole number'],
    ['2.5', 'Write a whole number'],
    ['1e3', 'Write a whole number'],
    ['three', 'Write a whole number'],
    ['٣', 'Write a whole number'],
    ['<b>"\'&', 'Write a whole number'],
    ['\u0000', 'Write a whole number'],
    ['\u{1F6CF}', 'Write a whole number'],
    ['9'.repeat(10_000), 'At most 5 can be free.'],
    ['x'.repeat(10_000), 'Write a whole number'],
  ] as const) {
    const answer = await post(url, await filled(url, { beds }, { beds: '2', waitlist: 'yes' }));
    assert.equal(answer.status, 422, beds.slice(0, 9));
    assert.match(answer.text, new RegExp(`id="unit1-beds-fault">${words}`));
    assert.match(answer.text, /aria-invalid="true" autofocus>/);
    assert.doesNotMatch(answer.text, /unit2-beds-fault|<b>|x{41}|9{41}/);
    assert.ok(!answer.text.includes('\0'));
    const kept = Object.entries(fieldsIn(answer.text));
    assert.deepEqual(
      kept.filter(([name]) => /beds|waitlist/.test(name)).map(([, value]) => value),
      [escaped(beds), '2', 'yes'],
    );
  }
  const none = await post(url, await filled(url, { accepting: '' }));
  assert.equal(none.status, 422);
  assert.match(none.text, /id="unit1-accepting-fault">Choose Yes or No\./);
  assert.equal(await reports(), 0);
});

const escaped = (text: string) =>
  text
    .slice(0, 40)
    .replace(
      /[&<>"]/g,
      (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? '&quot;',
    )
    .replace('\0', '\ufffd');

test('what is no form, or too much of one, is turned down in words and changes nothing', async () => {
  const { url } = await made();
  const json = await post(url, '{"a":1}', { headers: { 'content-type': 'application/json' } });
  const large = await post(url, `a=${'x'.repeat(40_000)}`);
  assert.deepEqual([json.status, large.status], [415, 413]);
  for (const { text } of [json, large]) assert.match(text, /<h1>This could not be read<\/h1>/);
  for (const body of ['', '%', '&&&', '%00=%00', 'a'.repeat(10_000), '.shown=&.shown=never']) {
    assert.equal((await post(url, body)).status, 409, body.slice(0, 9));
  }
  // A form of our own is still no way to ask a question.
  const asked = await directory.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'query={viewer{kind}}',
  });
  assert.equal(asked.statusCode, 415);
  assert.equal(await reports(), 0);
});

test('it is not asked from which page a form comes: the secret is all there is', async () => {
  const { url } = await made();
  for (const origin of ['null', 'https://elsewhere.example.org']) {
    const answer = await post(url, await filled(url), { headers: { origin, ...otto.headers } });
    assert.equal(answer.status, 200);
  }
});

test('wrong links are counted by network, right ones are not', async () => {
  const { url } = await made();
  const network = '198.51.100.7';
  for (let time = 0; time < 60; time += 1) {
    assert.equal((await open(url, { network })).status, 200);
  }
  for (let time = 0; time < 50; time += 1) {
    assert.equal((await open(WRONG, { network })).status, 404);
  }
  const [wrong, right] = [await open(WRONG, { network }), await open(url, { network })];
  assert.deepEqual([wrong.status, right.status, right.text], [429, 429, wrong.text]);
  assert.ok(Number(wrong.headers['retry-after']) > 0);
  assert.match(wrong.text, /Try again in 15 minutes\./);
  assert.equal((await open(url)).status, 200, 'another network is not kept out');
});

test('one link reports thirty times an hour, from wherever', async () => {
  const { url } = await made();
  for (let time = 0; time < 30; time += 1) {
    assert.equal((await post(url, await filled(url))).status, 200);
  }
  assert.equal((await post(url, await filled(url))).status, 429);
  const { url: another } = await made();
  assert.equal((await post(another, await filled(another))).status, 200);
});

test('it speaks Spanish to whoever does', async () => {
  const { url } = await made();
  const headers = { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' };
  const form = await open(url, { headers });
  assert.equal(form.headers['content-language'], 'es');
  assert.match(form.text, /<html lang="es">[^]*¿Recibe personas ahora\?/);
  const fields = await filled(url, { beds: '1' });
  directory.setNow(new Date(NOW.getTime() + 3 * 3_600_000));
  assert.match((await post(url, fields, { headers })).text, /abierto, 1 de 5 camas libres/);
  directory.setNow(new Date(NOW.getTime() + 6 * 3_600_000));
  assert.match(
    (await open(url, { headers })).text,
    /Último informe, <time [^>]*>hace 3 horas<\/time>/,
  );
  assert.match((await open(WRONG, { headers })).text, /Este enlace no funciona/);
});

test('what goes wrong on our side is told without a secret, and logged without one', async () => {
  const { url } = await made();
  const { reporting } = directory.house;
  reporting.try = () => Promise.reject(new Error(url));
  const broken = await open(url);
  assert.equal(broken.status, 500);
  const [, incident] = /Incident ([\w-]+)\./.exec(broken.text)!;
  assert.match(directory.logged(), new RegExp(incident!));
  reporting.try = () => Promise.reject(new Refusal('UNAVAILABLE', 'It rests.'));
  const resting = await open(url);
  assert.deepEqual([resting.status, resting.headers['retry-after']], [503, '5']);
  assert.match(resting.text, /<h1>Not at this moment<\/h1>/);
  const secret = new RegExp(url.slice('/report/'.length));
  for (const text of [broken.text, resting.text, directory.logged()]) {
    assert.doesNotMatch(text, secret);
  }
});
