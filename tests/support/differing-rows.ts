import { sealEvents } from '../../src/audit/index.js';
import { sealAddress } from '../../src/disclosure/index.js';
import { newId, raw, sql } from '../../src/kernel/index.js';
import {
  bytes,
  day,
  DAY_MS,
  LATER,
  many,
  numbers,
  person,
  put,
  words,
  type Adding,
  type Network,
} from './adding-rows.js';
import { importSheets, IMPORT_TABLES } from './differing-imports.js';
import type { Directory } from './directory.js';
import { someNation } from './shelters.js';
import { CANARY } from './vaults.js';

/*
 * Beside the things that are hidden, each of two networks has what its own people alone, or nobody, may know of things
 * that everyone is told of: where withheld places are, what was changed, proposed, suggested, granted and consented to,
 * who is there and what was done. Its words are of one network alone, and so is how many rows there are.
 */

/** So many places are sealed, and as many more in the network that has more. */
const SEALED = 12;

/** Adds rows of every kind; what is told stays as it was. */
export async function addDifferingRows(given: Omit<Network, 'nation'>): Promise<void> {
  const network = { ...given, nation: await someNation(given.directory.database.read) };
  const { directory, extra } = network;
  const others = [
    sealPlaces,
    changeThings,
    leaveUnitsOut,
    withdrawOfLibrary,
    decide,
    hearSuggestions,
    reportEarlier,
    remind,
    importSheets,
  ];
  // They lie in one network in the other order than in the other.
  for (const add of [comeIn, ...(extra ? others.toReversed() : others)]) {
    await directory.change((sealing) => add({ ...network, sealing }));
  }
  await directory.change((changing) => sealEvents(changing));
}

/** People, what they are, and what proves it. */
async function comeIn(adding: Adding): Promise<void> {
  const { told, hidden, nation, secret } = adding;
  const held = [
    { role: 'STEWARD', organization_id: null },
    { role: 'COORDINATOR', organization_id: told.organization },
    { role: 'COORDINATOR', organization_id: hidden.organization },
    { role: 'NATION_COORDINATOR', organization_id: nation.organization },
  ];
  for (const nth of numbers(adding)) {
    const [id, at] = [person(adding, nth), day(adding, nth)];
    const email = `${id}@example.org`.toLowerCase();
    const proof = { password_hash: `$argon2id$${bytes(32).hex}`, created_at: at };
    const name = words(adding, 'person', nth);
    await put(adding, 'auth.account', { id, email_key: email, email, name, ...proof });
    const of = { account_id: id };
    for (const role of held)
      await put(adding, 'auth.role_grant', { id: newId('Grant'), ...of, ...role, granted_at: at });
    const lasts = { began_at: at, seen_at: at, ends_at: LATER };
    await put(adding, 'auth.session', { token_hash: bytes(32), ...of, ...lasts });
    const sealed = { ...of, key_id: secret, nonce: bytes(12), sealed: bytes(48), sealed_at: at };
    await put(adding, 'auth.second_factor', { ...sealed, confirmed_at: at, last_step: 1 + nth });
    await put(adding, 'auth.enrolment', { ...sealed, begun_at: at });
    await put(adding, 'auth.recovery_code', { code_hash: bytes(32), ...of, made_at: at });
    await put(adding, 'auth.attempt', { key: secret + nth, points: nth, expire: nth });
    const digests = { key_digest: bytes(32), input_digest: bytes(32) };
    const change = { ...digests, thing_id: told.listing, taken_at: at };
    await put(adding, 'auth.idempotency_key', change);
  }
}

/** Where places are whose street is withheld: in one network here, in the other there. */
async function sealPlaces({ secret, extra, sealing }: Adding): Promise<void> {
  const places = await sealing.em.execute<{ id: string }[]>(
    'select id from org.location where not street_told order by id limit ?',
    [extra ? 2 * SEALED : SEALED],
  );
  for (const [nth, { id: locationId }] of places.entries()) {
    const point = { latitude: 44 + nth / 100, longitude: extra ? -93.5 : -95.5 };
    const exact = { ...CANARY, lines: [`${nth} ${secret} Hollow`], city: secret, point };
    await sealAddress({ locationId, exact, enteredBy: null }, sealing);
  }
}

/** Earlier states of what is told and of what is hidden, and what is told of a thing to those alone who keep it. */
async function changeThings(adding: Adding): Promise<void> {
  const { told, hidden, nation, secret, sealing } = adding;
  for (const thing of [told.listing, told.organization, hidden.listing, nation.nation]) {
    for (const nth of numbers(adding)) {
      const [before, after] = [words(adding, 'was said', nth), words(adding, 'was said then', nth)];
      await put(adding, 'org.revision', {
        thing_id: thing,
        version: 1 + nth,
        made_at: day(adding, nth),
        made_as: 'COORDINATOR',
        organization_id: told.organization,
        action: 'reviseHousing',
        reason: words(adding, 'moved', nth),
        changes: JSON.stringify({ summary: { before, after } }),
      });
    }
  }
  // When it last changed is told of a told thing, and moves with what is hidden of it too: `updated_at` stays alike here.
  for (const table of ['listing', 'organization', 'tribal_nation'])
    await sealing.em.execute(`update org.${table} set version = version + ?`, [many(adding)]);
  const until = new Date(Date.parse(LATER) + many(adding) * DAY_MS);
  await sealing.em.execute(`update org.listing set paused_until = ? where status = 'PAUSED'`, [
    until,
  ]);
  await put(adding, 'org.may_lead_to_door', { thing_id: hidden.listing });
  const name = { source: 'sample', name: secret, thing_id: told.listing, digest: bytes(16).hex };
  await put(adding, 'org.external_name', name);
}

/** Units that listings left out, with what was reported of them. */
async function leaveUnitsOut(adding: Adding): Promise<void> {
  for (const { listing } of [adding.told, adding.hidden]) {
    for (const nth of numbers(adding)) {
      const [id, at] = [newId('Unit'), day(adding, nth)];
      const unit = { was_of: listing, position: nth, name: words(adding, 'rooms', nth) };
      await put(adding, 'org.unit', { id, ...unit, capacity: 7 + nth });
      const said = { accepting: true, beds_open: 1 + nth, waitlist: false };
      const of = { id: newId('Report'), listing_id: listing, unit_id: id };
      const held = { reported_at: at, good_until: LATER };
      await put(adding, 'org.availability_report', { ...of, ...held, ...said });
    }
  }
}

/** What was taken out of the library, with what it said before; and what public sources say of a nation that says it itself. */
async function withdrawOfLibrary(adding: Adding): Promise<void> {
  const { told, nation, secret, sealing } = adding;
  const revised = { made_as: 'COORDINATOR', organization_id: told.organization };
  for (const nth of numbers(adding)) {
    const at = day(adding, nth);
    const written = { description: words(adding, 'is out', nth), created_at: at, updated_at: at };
    const out = { ...written, title: words(adding, 'leaf', nth), version: 2, withdrawn_at: at };
    const [material, convening] = [newId('Material'), newId('Convening')];
    await put(adding, 'org.material', {
      ...out,
      id: material,
      organization_id: told.organization,
      kind: 'POSTER',
      audiences: '{PUBLIC}',
      language: 'en',
      url: `https://example.org/${secret}`,
      published_at: '2026-01-01',
    });
    const times = { starts_at: at, ends_at: LATER, time_zone: 'UTC' };
    const meets = { ...out, ...times, id: convening, topic: words(adding, 'meets', nth) };
    await put(adding, 'org.convening', meets);
    const host = { convening_id: convening, organization_id: told.organization, position: 0 };
    await put(adding, 'org.convening_host', host);
    for (const [thing, action] of [
      [material, 'reviseMaterial'],
      [convening, 'reviseConvening'],
    ] as const) {
      const changes = JSON.stringify({ withdrawn: { before: false, after: true } });
      const made = { version: 2, made_at: at, reason: words(adding, 'closed', nth), changes };
      await put(adding, 'org.revision', { ...revised, ...made, thing_id: thing, action });
    }
  }
  for (const table of ['material', 'convening'])
    await sealing.em.execute(
      `update org.${table} set version = version + ? where withdrawn_at is null`,
      [many(adding)],
    );
  await sealing.em.execute('update org.tribal_nation set public_record = ?::jsonb where id = ?', [
    JSON.stringify({ record: { name: words(adding, 'others call it') }, state: 'MN' }),
    nation.nation,
  ]);
  await sealing.em.execute('update org.organization set public_words = ?::jsonb where id = ?', [
    JSON.stringify({ description: words(adding, 'others call its government') }),
    nation.organization,
  ]);
}

/** What is proposed, granted and consented to, and who was told of it. */
async function decide(adding: Adding): Promise<void> {
  const { told, hidden, nation } = adding;
  const by = person(adding, 0);
  const ofTold = { organization_id: told.organization, listing_id: told.listing };
  for (const nth of numbers(adding)) {
    const [at, reason] = [day(adding, nth), words(adding, 'must be told further', nth)];
    // One of them waits, the others were rejected.
    const ended = {
      ended_at: nth === 0 ? null : day(adding, nth + 1),
      ended_by: nth === 0 ? null : person(adding, 1),
      ended_as: nth === 0 ? null : 'OWN',
    };
    const ofHidden = { organization_id: hidden.organization, listing_id: hidden.listing };
    const ofPlace = {
      organization_id: told.organization,
      listing_id: null,
      location_id: told.place,
    };
    for (const proposed of [
      { ...ofHidden, location_id: null, told_before: 'OWN' },
      { ...ofPlace, told_before: 'PARTNERS' },
    ]) {
      await put(adding, 'org.proposal', {
        id: newId('Proposal'),
        ...proposed,
        aspect: 'DISCLOSURE',
        told_after: 'PUBLISHED',
        reason,
        proposed_at: at,
        proposed_by: by,
        proposed_as: 'OWN',
        lapses_at: LATER,
        outcome: nth === 0 ? null : 'REJECTED',
        ...ended,
      });
    }
    const notice = { id: newId('Notice'), ...ofTold, account_id: by, noted_at: at };
    await put(adding, 'org.notice', { ...notice, kind: 'ADDRESS_REVEALED' });
    const done = { action: 'revealAddress', thing_id: told.listing };
    const doer = { viewer_kind: 'COORDINATOR', viewer_id: by, detail: JSON.stringify({ reason }) };
    await put(adding, 'audit.event', { at, ...doer, ...done });
    if (nth === 0) continue;
    const grant = { id: newId('RevealGrant'), ...ofTold, account_id: person(adding, nth), reason };
    await put(adding, 'org.reveal_grant', {
      ...grant,
      granted_at: at,
      granted_by: by,
      ends_at: LATER,
    });
  }
  await put(adding, 'org.consent', {
    id: newId('Consent'),
    nation_id: nation.nation,
    given_by: words(adding, 'council'),
    given_at: day(adding, 0),
    terms: words(adding, 'terms'),
    covers_record: adding.extra,
    recorded_at: day(adding, 1),
    recorded_by: by,
  });
}

/** What was said to be wrong, and what was answered. */
async function hearSuggestions(adding: Adding): Promise<void> {
  const { told, hidden } = adding;
  for (const nth of numbers(adding)) {
    const said = words(adding, 'is wrong', nth);
    const waiting = { words: said, state: 'OPEN', answer: null, resolved_at: null };
    const resolved = {
      ...waiting,
      words: null,
      state: 'DECLINED',
      answer: said,
      resolved_at: day(adding, nth + 1),
    };
    for (const { listing, organization } of [told, hidden]) {
      await put(adding, 'org.suggestion', {
        id: newId('Suggestion'),
        code_digest: bytes(32),
        thing_id: listing,
        organization_id: organization,
        suggested_at: day(adding, nth),
        suggested_as: 'STRANGER',
        // More of them wait where there are more.
        ...(nth < many(adding) - 1 ? waiting : resolved),
      });
    }
  }
}

/** What was reported and confirmed before what is told of it, and what was searched for and not found. */
async function reportEarlier(adding: Adding): Promise<void> {
  const { em } = adding.sealing;
  for (const nth of numbers(adding)) {
    await em.execute(
      `insert into org.unmet_need (month, region_id, listing_type, criterion, searches)
       select '2026-10-01', id, 'HOUSING', ?, ? from org.region`,
      [['AGE', 'LGBTQ', 'ANIMALS'][nth]!, 5 + many(adding) + nth],
    );
    await em.execute(
      `insert into org.availability_report (id, listing_id, unit_id, reported_at, good_until, accepting, beds_open,
         beds_total, waitlist, note)
       select distinct on (unit_id) md5(? || id), listing_id, unit_id, reported_at - make_interval(days => ?),
         good_until, accepting, beds_open, beds_total, waitlist, ?
       from org.availability_report order by unit_id, reported_at`,
      [bytes(8).hex, 1 + many(adding), words(adding, 'reported', nth)],
    );
    await em.execute(
      `insert into org.confirmation (id, listing_id, confirmed_at, due_at, method, confirmed_by)
       select distinct on (listing_id) md5(? || id), listing_id, confirmed_at - make_interval(days => ?), due_at,
         method, ? from org.confirmation order by listing_id, confirmed_at`,
      [bytes(8).hex, 1 + many(adding), words(adding, 'confirmed', nth)],
    );
  }
}

/** When its people are reminded of what, and were. */
async function remind(adding: Adding): Promise<void> {
  const { told, hidden, nation, secret } = adding;
  for (const { listing } of [told, hidden]) {
    await adding.sealing.em.execute('delete from org.next_reminder where listing_id = ?', [
      listing,
    ]);
    const next = { listing_id: listing, attempt: many(adding), at: LATER };
    await put(adding, 'org.next_reminder', next);
    for (const nth of numbers(adding)) {
      const [id, made] = [`rmd_${secret}_${listing}_${nth}`, day(adding, nth)];
      const reminder = { listing_id: listing, due_at: day(adding, 9 + nth), made_at: made };
      await put(adding, 'org.reminder', { id, ...reminder, attempt: 1 + nth });
      const sent = { role: 'COORDINATOR', result: 'REFUSED', tried_at: made, tries: 1 + nth };
      await put(adding, 'org.reminder_sent', {
        reminder_id: id,
        account_id: person(adding, nth),
        ...sent,
      });
    }
  }
  const notice = { id: newId('Notice'), kind: 'CONFIRMATION_REMINDED', noted_at: day(adding, 0) };
  await put(adding, 'org.notice', { ...notice, organization_id: nation.organization });
}

const TABLES =
  `conf.sealed_address org.next_reminder org.reminder org.reminder_sent org.revision org.proposal org.suggestion org.reveal_grant
  org.consent org.notice org.external_name org.may_lead_to_door org.unmet_need auth.account auth.role_grant auth.session auth.invitation auth.second_factor
  auth.enrolment auth.recovery_code auth.attempt auth.idempotency_key audit.event audit.seal ${IMPORT_TABLES}`.split(
    /\s+/,
  );
/** Of what everyone is told of, in both by the same ids, what is not told of it. */
const UNTOLD: Record<string, string> = {
  'version of listings':
    'select id, version from org.listing where id in (select id from pub.listing)',
  'version of organizations':
    'select id, version from org.organization where id in (select id from pub.organization)',
  'version of nations': 'select id, version from org.tribal_nation',
  'version of materials': 'select id, version from org.material where withdrawn_at is null',
  'version of convenings': 'select id, version from org.convening where withdrawn_at is null',
  'withdrawn materials': 'select * from org.material where withdrawn_at is not null',
  'withdrawn convenings': 'select * from org.convening where withdrawn_at is not null',
  'hosts of withdrawn convenings': `select h.* from org.convening_host h
    join org.convening v on v.id = h.convening_id where v.withdrawn_at is not null`,
  'what public sources say of nations that say it themselves':
    'select id, public_record from org.tribal_nation where public_record is not null',
  'what public sources say of their governments':
    'select id, public_words from org.organization where public_words is not null',
  'units left out': 'select * from org.unit where listing_id is null',
  'reports of units left out': `select v.* from org.availability_report v join org.unit u on u.id = v.unit_id
    where u.listing_id is null`,
  'end of pauses': `select id, paused_until from org.listing
    where id in (select id from pub.listing) and paused_until is not null`,
  'earlier reports': `select listing_id, note from org.availability_report r
    where exists (select from org.availability_report l where l.unit_id = r.unit_id and l.reported_at > r.reported_at)`,
  'earlier confirmations': `select listing_id, confirmed_by from org.confirmation f
    where exists (select from org.confirmation l where l.listing_id = f.listing_id and l.confirmed_at > f.confirmed_at)`,
};

/** Of every kind of row in which two networks differ: how many there are in one of them, and what proves what they say. */
export async function differingRows({ database: { read } }: Directory) {
  const kinds = [
    ...TABLES.map((table) => [table, `select * from ${table}`]),
    ...Object.entries(UNTOLD),
  ];
  const found = new Map<string, { many: number; digest: string }>();
  for (const [kind, rows] of kinds as [string, string][]) {
    const [row] = await read.rows<{ many: number; digest: string }>(sql`
      select count(*)::int as many, coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as digest
      from (${raw(rows)}) t`);
    found.set(kind, row!);
  }
  return found;
}
