import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listHousing } from '../../src/housing/index.js';
import { raw, sql } from '../../src/kernel/index.js';
import { confirmListing } from '../../src/listings/index.js';
import { stopToken } from '../../src/server/http/reminder-routes.js';
import { openPost } from '../../src/server/mail.js';
import { inOne } from '../../src/server/make-ready.js';
import {
  MailDown,
  makeReminders,
  reminderRounds,
  sendToOne,
  type MailWays,
} from '../../src/upkeep/index.js';
import { openDirectory } from '../support/directory.js';
import {
  NoticesDocument,
  PauseListingDocument,
  RemindersOfDocument,
  VerificationToldDocument,
  WithdrawListingDocument,
  WorklistDocument,
} from '../support/documents.js';
import { speakLines, takeMail } from '../support/mail-server.js';
import { sampleHousing } from '../support/makers.js';
import { comeIn, type SignedIn } from '../support/people.js';
import { shelter, someNation } from '../support/shelters.js';
import { formsOf } from '../support/report-form.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const ADDRESS = 'https://directory.example.org';
const FROM = 'harborlight@directory.example.org';
const directory = await openDirectory();
const { database } = directory;
// What the sample network has to be reminded of has nobody to be reminded, and is out of the way of what is counted here.
await database.em().execute(`delete from org.next_reminder`);
const home = await shelter(database, {
  listed: { name: 'Birch Sample House' },
  said: { name: 'Sample Birch' },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const carl = await comeIn(directory, 'COORDINATOR', home.organization);
const stella = await comeIn(directory, 'STEWARD');
const { organization: government } = await someNation(database.read);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const server = await takeMail();
const ways = (url = server.url, mailMs?: number): MailWays => ({
  send: openPost({ url, from: FROM, host: 'directory.example.org', ...(mailMs ? { mailMs } : {}) })
    .send,
  address: ADDRESS,
  stopToken: (account) => stopToken(directory.house, account),
});

const at =
  (now: Date) =>
  <Result>(work: Parameters<typeof inOne<Result>>[1]) =>
    inOne(database, work, now);
const listed = async (name: string, more: object = {}, organization = home.organization) => {
  const { id } = await directory.change((changing) =>
    listHousing({ ...sampleHousing(organization), name, ...more }, changing),
  );
  return id;
};
/** Confirms a listing as it was half a year ago or so. @returns when that runs out */
async function dueOf(listingId: string, confirmedAt: Date): Promise<Date> {
  await at(confirmedAt)((changing) =>
    confirmListing({ listingId, method: 'VISIT', confirmedBy: 'Steward', confirmedAt }, changing),
  );
  const [row] = await database.read.rows<{ due: number }>(
    sql`select extract(epoch from due_at)::float8 * 1000 as due from org.listing where id = ${listingId}`,
  );
  return new Date(row!.due);
}
const later = (moment: Date, days: number, ms = 0) =>
  new Date(moment.getTime() + days * DAY_MS + ms);
/** Makes what is due at a moment, and sends all that waits then. @returns to whom mails went */
async function round(now: Date, mail: MailWays = ways()): Promise<string[]> {
  const before = server.taken.length;
  await at(now)((changing) => makeReminders(changing, { many: 100, byMail: true }));
  while (await sendToOne(at(now), mail));
  return server.taken
    .slice(before)
    .flatMap(({ to }) => to)
    .sort();
}
const remindersOf = async (id: string, { headers }: Pick<SignedIn, 'headers'>) => {
  const { body, text } = await directory.ask(RemindersOfDocument, { id }, headers);
  assert.equal(body.errors, undefined, text);
  return (
    body.data!.node as { reminders: { attempt: number; mails: { result: string }[] }[] | null }
  ).reminders;
};
const attempts = async (listing: string) =>
  (
    await database.read.rows<{ attempt: number }>(
      sql`select attempt from org.reminder where listing_id = ${listing} order by made_at`,
    )
  ).map(({ attempt }) => attempt);
const results = (listing: string) =>
  database.read.rows<{ result: string | null; tries: number; waits: boolean }>(
    sql`select s.result, s.tries::int, s.next_try_at is not null as waits
      from org.reminder_sent s join org.reminder r on r.id = s.reminder_id
      where r.listing_id = ${listing} order by r.attempt, s.account_id`,
  );
/** Nobody is reminded of it any more. */
const forget = (listing: string) =>
  database.em().execute('delete from org.next_reminder where listing_id = ?', [listing]);
const inVain = async (who: SignedIn) => {
  const { body } = await directory.ask(
    WorklistDocument,
    { kinds: ['REMINDED_IN_VAIN'], first: 100 },
    who.headers,
  );
  return body.data!.worklist!.items.nodes;
};
const both = [cora, carl].map(({ email }) => email).sort();

test('its people are reminded two weeks before, on the day and two weeks after, and then it is the stewards’ to ask', async () => {
  const due = await dueOf(home.listing, new Date(Date.now() - 210 * DAY_MS));
  assert.deepEqual(await round(later(due, -14, -1)), []);
  assert.deepEqual(await round(later(due, -14)), both);
  assert.deepEqual(await round(later(due, -1)), []);
  assert.deepEqual(await round(later(due, 0, -1)), []);
  assert.deepEqual(await round(due), both);
  assert.deepEqual(await inVain(stella), []);
  assert.deepEqual(await round(later(due, 14)), both);
  for (const days of [15, 28, 400]) assert.deepEqual(await round(later(due, days)), []);

  const [item, ...more] = await inVain(stella);
  assert.deepEqual(
    [item!.thingId, item!.thingName, item!.since, more],
    [home.listing, 'Birch Sample House', later(due, 14).toISOString(), []],
  );
  assert.deepEqual([await inVain(cora), await inVain(nora)], [[], []]);
  const { body } = await directory.ask(VerificationToldDocument, { id: home.listing });
  const { verification } = body.data!.node as { verification: { state: string } };
  assert.equal(verification.state, 'OVERDUE', 'it is there still, and says so');
});

test('each reminder is written down: when, to which role, and what became of it', async () => {
  const told = await remindersOf(home.listing, cora);
  assert.deepEqual(
    told!.map(({ attempt, mails }) => [attempt, mails.map(({ result }) => result)]),
    [3, 2, 1].map((attempt) => [attempt, ['ACCEPTED', 'ACCEPTED']]),
  );
  assert.deepEqual(await remindersOf(home.listing, stella), told);
  for (const headers of [{}, nora.headers]) {
    assert.equal(await remindersOf(home.listing, { headers }), null);
  }
  assert.ok(!JSON.stringify(told).includes('@'));
  const { body } = await directory.ask(NoticesDocument, { first: 20 }, cora.headers);
  const notices = body.data!.viewer.notices.nodes.filter(
    ({ kind }) => kind === 'CONFIRMATION_REMINDED',
  );
  assert.deepEqual(
    notices.map(({ thingId, by }) => [thingId, by]),
    Array.from({ length: 3 }, () => [home.listing, null]),
  );
});

test('nothing that is kept or logged of a mail has an address in it', async () => {
  for (const table of ['org.reminder', 'org.reminder_sent', 'org.notice', 'audit.event']) {
    const rows = await database.read.rows(sql`select t::text as row from ${raw(table)} t`);
    for (const { row } of rows as { row: string }[]) {
      for (const { email } of [cora, carl]) assert.ok(!row.includes(email), `${table}: ${row}`);
    }
  }
  assert.ok(!directory.logged().includes('example.org'));
});

test('a mail says in two languages what is to be confirmed and where, and nothing of where anything is', async () => {
  const { to, from, headers, text, raw: whole } = server.taken[0]!;
  assert.equal(to.length, 1, 'nobody reads who else got it');
  assert.equal(from, FROM);
  assert.match(headers['from']!, /^Harborlight <harborlight@/);
  assert.ok(!headers['subject']!.includes('Birch'), 'a subject is read on locked screens');
  assert.equal(headers['auto-submitted'], 'auto-generated');
  assert.match(headers['message-id']!, /@directory\.example\.org>$/);
  for (const words of ['Birch Sample House', 'to be confirmed', 'por confirmar', ADDRESS]) {
    assert.ok(text.includes(words), `${words} in ${text}`);
  }
  const [about] = await database.read.rows<{ county: string; city: string | null }>(
    sql`select c.name as county, s.city from org.location s join pub.county c on c.fips = s.county_fips
      where s.id = ${home.location}`,
  );
  for (const words of [about!.county, 'St. Louis', '218-555', 'America/', 'X-Mailer']) {
    assert.ok(!`${text}\n${whole}`.includes(words), words);
  }
});

test('what strangers are not told of is not named in a mail', async () => {
  const secret = await listed('Hemlock Sample House', { disclosure: 'OWN' });
  const due = await dueOf(secret, new Date(Date.now() - 190 * DAY_MS));
  assert.deepEqual(await round(due), both);
  const { text, raw: whole } = server.taken.at(-1)!;
  assert.ok(!whole.includes('Hemlock') && text.includes('not told to everyone'), text);
  await forget(secret);
});

test('one person gets one mail for all that is due, whoever else gets one', async () => {
  const [one, other] = [await listed('Cedar Sample House'), await listed('Spruce Sample House')];
  const due = await dueOf(one, new Date(Date.now() - 195 * DAY_MS));
  await dueOf(other, new Date(Date.now() - 195 * DAY_MS));
  assert.deepEqual(await round(later(due, 1)), both);
  const { text } = server.taken.at(-1)!;
  assert.ok(text.includes('Cedar Sample House') && text.includes('Spruce Sample House'), text);
  for (const listing of [one, other]) await forget(listing);
});

test('two servers at once, and one that begins anew, remind once', async () => {
  const listing = await listed('Maple Sample House');
  const due = await dueOf(listing, new Date(Date.now() - 200 * DAY_MS));
  const before = server.taken.length;
  const rounds = Array.from({ length: 4 }, () =>
    reminderRounds({ change: at(due), failed: assert.fail, mail: ways() }),
  );
  await Promise.all(rounds.map((one) => one.run()));
  await reminderRounds({ change: at(due), failed: assert.fail, mail: ways() }).run();
  const sent = server.taken.slice(before).flatMap(({ to }) => to);
  assert.deepEqual([sent.sort(), await attempts(listing)], [both, [1]]);
  await forget(listing);
});

test('one that was broken off as it was sent is not sent again', async () => {
  const listing = await listed('Aspen Sample House');
  const due = await dueOf(listing, new Date(Date.now() - 200 * DAY_MS));
  await at(due)((changing) => makeReminders(changing, { many: 100, byMail: true }));
  const killed: MailWays = { ...ways(), send: () => Promise.reject(new Error('killed')) };
  await assert.rejects(sendToOne(at(due), killed), /killed/);
  assert.equal((await round(later(due, 0, MINUTE_MS))).length, 1, 'the other person’s alone');
  assert.equal((await round(later(due, 1))).length, 0);
  const [reminder] = (await remindersOf(listing, cora))!;
  assert.deepEqual(reminder!.mails.map(({ result }) => result).sort(), ['ACCEPTED', 'UNKNOWN']);
  await forget(listing);
});

test('nobody is reminded of what was confirmed, is paused or withdrawn; and of what is late no more than weekly', async () => {
  const [confirmed, paused, gone, late] = [
    await listed('Oak Sample House'),
    await listed('Elm Sample House'),
    await listed('Ash Sample House'),
    await listed('Fir Sample House'),
  ];
  const then = new Date(Date.now() - 300 * DAY_MS);
  const due = await dueOf(confirmed, then);
  for (const listing of [paused, gone, late]) await dueOf(listing, then);
  const change = async (document: object, id: string, more: object = {}) => {
    const read = await directory.ask(VerificationToldDocument, { id }, cora.headers);
    const { version } = read.body.data!.node as { version: number };
    const input = { id, version, reason: 'For a test.', ...more };
    const { text } = await directory.ask<object, object>(
      document as never,
      { input },
      cora.headers,
    );
    assert.ok(text.includes('"userErrors":[]'), text);
  };
  await change(PauseListingDocument, paused);
  await change(WithdrawListingDocument, gone);
  await dueOf(confirmed, new Date());
  const start = new Date(Date.now() - 60 * DAY_MS);
  // It ran out long before anyone was reminded of anything.
  assert.ok(later(due, 14) < start);
  for (const [days, many] of [
    [0, 1],
    [1, 1],
    [7, 2],
    [13, 2],
    [14, 3],
    [60, 3],
  ] as const) {
    await round(later(start, days));
    assert.equal((await attempts(late)).length, many, `after ${days} days`);
  }
  for (const listing of [confirmed, paused, gone]) assert.deepEqual(await attempts(listing), []);
  assert.deepEqual(
    (await inVain(stella)).map(({ thingId }) => thingId).sort(),
    [home.listing, late].sort(),
  );
  await dueOf(late, new Date());
  assert.deepEqual(
    (await inVain(stella)).map(({ thingId }) => thingId),
    [home.listing],
  );
  await forget(paused);
});

test('what waits to be sent lapses when it is confirmed first', async () => {
  const listing = await listed('Larch Sample House');
  const due = await dueOf(listing, new Date(Date.now() - 200 * DAY_MS));
  await at(due)((changing) => makeReminders(changing, { many: 100, byMail: true }));
  await dueOf(listing, new Date());
  assert.deepEqual(await round(later(due, 0, MINUTE_MS)), []);
  assert.deepEqual(
    (await results(listing)).map(({ result }) => result),
    ['LAPSED', 'LAPSED'],
  );
});

test('of a nation’s listing its own people are reminded; a steward sees that it waits where she is told of it, and decides nothing', async () => {
  const own = { serviceAreas: [] };
  const [told, hidden] = [
    await listed('Sample lodge', own, government),
    await listed('Sample lodge of its own', { ...own, disclosure: 'OWN' }, government),
  ];
  // One who is of it by mistake, from before it was a nation's.
  await database.em().execute(
    `insert into auth.role_grant (id, account_id, role, organization_id, granted_at)
     values ('grt_of_before', ?, 'COORDINATOR', ?, now())`,
    [carl.id, government],
  );
  const then = new Date(Date.now() - 240 * DAY_MS);
  const due = await dueOf(told, then);
  await dueOf(hidden, then);
  for (const days of [-14, 0, 14]) assert.deepEqual(await round(later(due, days, 1)), [nora.email]);
  assert.deepEqual(
    (await inVain(stella)).flatMap(({ thingId, thingName, organizationId }) =>
      organizationId === government ? [[thingId, thingName]] : [],
    ),
    [[told, 'Sample lodge']],
  );
  for (const listing of [told, hidden]) assert.deepEqual(await attempts(listing), [1, 2, 3]);
  assert.equal((await remindersOf(told, nora))?.length, 3);
});

test('a mail that is put off is tried again, less and less often; one that is refused is not', async () => {
  const listing = await listed('Rowan Sample House');
  const due = await dueOf(listing, new Date(Date.now() - 200 * DAY_MS));
  server.answer((to) =>
    to === cora.email
      ? { responseCode: 550, message: `No ${to} here` }
      : { responseCode: 451, message: `Not now, ${to}` },
  );
  const ofEach = async () =>
    (await results(listing))
      .map(({ result, tries, waits }) => `${result} ${tries} ${waits}`)
      .sort();
  assert.deepEqual(await round(due), []);
  assert.deepEqual(await ofEach(), ['DEFERRED 1 true', 'REFUSED 1 false']);
  let now = due;
  for (const [minutes, tries] of [
    [5, 2],
    [30, 3],
    [120, 4],
    [480, 5],
  ] as const) {
    await round(new Date(now.getTime() + minutes * MINUTE_MS - 1));
    assert.deepEqual(await ofEach(), [`DEFERRED ${tries - 1} true`, 'REFUSED 1 false']);
    now = new Date(now.getTime() + minutes * MINUTE_MS);
    await round(now);
    assert.deepEqual(await ofEach(), [`DEFERRED ${tries} true`, 'REFUSED 1 false']);
  }
  now = later(now, 1);
  await round(now);
  assert.deepEqual(await ofEach(), ['DEFERRED 6 false', 'REFUSED 1 false'], 'and is left at that');
  server.answer(() => null);
  assert.deepEqual(await round(later(now, 5)), []);
  assert.deepEqual(await round(later(due, 14)), both, 'the next reminder is a new one');
  await forget(listing);
});

test('a server that is not there, says nothing, drips, or says nonsense is waited for, told of without its words, and stops nothing', async () => {
  const listing = await listed('Tamarack Sample House');
  const due = await dueOf(listing, new Date(Date.now() - 200 * DAY_MS));
  await at(due)((changing) => makeReminders(changing, { many: 100, byMail: true }));
  const canary = `${cora.email} canary`;
  const drip = (socket: { write(text: string): unknown; destroyed: boolean }) => {
    const timer = setInterval(
      () => (socket.destroyed ? clearInterval(timer) : socket.write('2')),
      20,
    );
  };
  let now = due;
  for (const [what, url] of [
    ['nobody listens', 'smtp://127.0.0.1:1'],
    ['silence', await speakLines(() => undefined)],
    ['drips', await speakLines(drip)],
    ['nonsense', await speakLines((socket) => socket.end(`\u0000\u00ff ${canary}\r\n`))],
    ['shut', await speakLines((socket) => socket.end(`554 Go away, ${canary}\r\n`))],
  ] as const) {
    const failures: unknown[] = [];
    const failed = (error: unknown) => void failures.push(error);
    await reminderRounds({ change: at(now), failed, mail: ways(url, 1_000) }).run();
    const [failure] = failures;
    assert.ok(failure instanceof MailDown, `${what}: ${String(failure)}`);
    assert.match(failure.code, /^E[A-Z]+$/, what);
    assert.ok(!`${failure.stack} ${JSON.stringify(failure)}`.includes('canary'), what);
    assert.ok(
      (await results(listing)).some(({ waits }) => waits),
      what,
    );
    now = later(now, 1);
  }
  assert.deepEqual(await round(later(now, 2)), both, 'what waited is sent when there is one');
  await forget(listing);
});

test('a person stops her reminders by the link in one, and begins them again; a program of hers may stop them', async () => {
  const forms = formsOf(directory);
  const [, link] = /<https:\/\/directory\.example\.org([^>]+)>/.exec(
    server.taken.findLast(({ to }) => to[0] === carl.email)!.headers['list-unsubscribe']!,
  )!;
  assert.ok(server.taken.at(-1)!.text.includes(`${ADDRESS}/reminders/`));
  const wants = async () =>
    (
      await database.read.rows<{ stopped: boolean }>(
        sql`select reminders_stopped_at is not null as stopped from auth.account where id = ${carl.id}`,
      )
    )[0]!.stopped
      ? 'no'
      : 'yes';
  const opened = await forms.open(link!);
  assert.deepEqual([opened.status, await wants()], [200, 'yes'], 'opening it changes nothing');
  assert.match(opened.text, /name="wanted" value="no"/);
  // As RFC 8058 has it.
  const stopped = await forms.post(link!, 'List-Unsubscribe=One-Click');
  assert.deepEqual([stopped.status, await wants()], [200, 'no']);
  const listing = await listed('Cypress Sample House');
  const due = await dueOf(listing, new Date(Date.now() - 200 * DAY_MS));
  assert.deepEqual(await round(due), [cora.email]);
  assert.equal((await forms.post(link!, { wanted: 'yes' })).status, 200);
  assert.equal(await wants(), 'yes');
  const spanish = await forms.open(link!, { headers: { 'accept-language': 'es' } });
  assert.match(spanish.text, /No enviarme más/);
  for (const wrong of [
    `${link!.slice(0, -1)}_`,
    '/reminders/',
    '/reminders/x',
    `${link}.x`.slice(0, -30),
  ]) {
    const { status, text } = await forms.post(wrong, { wanted: 'no' });
    assert.deepEqual([status, text.includes(carl.id)], [404, false], wrong);
  }
  assert.equal(await wants(), 'yes');
  assert.ok(!directory.logged().includes(carl.id), 'a link is in no log');
  await forget(listing);
});

test('without mail there are notices, and nothing waits to be sent', async () => {
  const listing = await listed('Poplar Sample House');
  const due = await dueOf(listing, new Date(Date.now() - 200 * DAY_MS));
  await reminderRounds({ change: at(due), failed: assert.fail, mail: null }).run();
  assert.deepEqual([await attempts(listing), await results(listing)], [[1], []]);
  const { body } = await directory.ask(NoticesDocument, { first: 100 }, cora.headers);
  const told = body.data!.viewer.notices.nodes.filter(({ thingId }) => thingId === listing);
  assert.deepEqual(
    told.map(({ kind, thingName }) => [kind, thingName]),
    [['CONFIRMATION_REMINDED', 'Poplar Sample House']],
  );
  await forget(listing);
});

test('over the nights in which the clocks change, a reminder comes at its own moment, once, and names the day of its people', async () => {
  const timeZone = 'America/Chicago';
  const weekly = [{ day: 'MONDAY' as const, opens: '09:00', closes: '17:00' }];
  const hours = { timeZone, weekly, notes: null };
  for (const [what, confirmedAt, due, day] of [
    ['the last hour of October', '2026-05-01T04:30:00Z', '2026-11-01T04:30:00.000Z', 'October 31'],
    ['01:30 in summer time', '2026-05-01T06:30:00Z', '2026-11-01T06:30:00.000Z', 'November 1'],
    ['01:30 in winter time', '2026-05-01T07:30:00Z', '2026-11-01T07:30:00.000Z', 'November 1'],
    [
      '03:30, after an hour left out',
      '2026-09-14T08:30:00Z',
      '2027-03-14T08:30:00.000Z',
      'March 14',
    ],
  ] as const) {
    const listing = await listed('Linden Sample House', { hours });
    const confirmed = new Date(confirmedAt);
    await at(confirmed)(async (changing) => {
      // A database whose days have 23 and 25 hours, too.
      await changing.em.execute(`set local time zone '${timeZone}'`);
      const by = { method: 'VISIT', confirmedBy: 'Steward', confirmedAt: confirmed } as const;
      return confirmListing({ listingId: listing, ...by }, changing);
    });
    const moment = new Date(due);
    for (const [n, days] of [-14, 0, 14].entries()) {
      const now = later(moment, days);
      assert.deepEqual(await round(later(now, 0, -1)), [], what);
      assert.equal((await attempts(listing)).length, n, what);
      await at(now)(async (changing) => {
        await changing.em.execute(`set local time zone '${timeZone}'`);
        return makeReminders(changing, { many: 100, byMail: true });
      });
      assert.deepEqual(await round(now), both, what);
      assert.ok(
        server.taken.at(-1)!.text.includes(`${day}, `),
        `${what}: ${server.taken.at(-1)!.text}`,
      );
      // The hour that comes twice.
      assert.deepEqual(await round(later(now, 0, 60 * MINUTE_MS)), [], what);
    }
  }
});
