import assert from 'node:assert/strict';
import { confirmListing } from '../../src/listings/index.js';
import { openPost } from '../../src/server/mail.js';
import { stopToken } from '../../src/server/http/reminder-routes.js';
import { inOne } from '../../src/server/make-ready.js';
import { makeReminders, sendToOne } from '../../src/upkeep/index.js';
import {
  cameIn,
  daysLater,
  invites,
  linkBy,
  lantern,
  LEADS_THERE,
  named,
  openToday,
  TODAY,
} from '../support/coordinator.js';
import {
  ConfirmListingDocument,
  OpenSuggestionsDocument,
  ResolveSuggestionDocument,
  ReviseHousingDocument,
  SuggestCorrectionDocument,
  WithdrawListingDocument,
} from '../support/documents.js';
import { takeMail } from '../support/mail-server.js';
import { tryPage } from '../support/try-page.js';

const directory = await openToday();
const { ask, database, setNow } = directory;
const house = await lantern(directory, new Date('2025-10-01T15:00:00Z'));
const cora = await named(directory, 'Cora', 'COORDINATOR', house.organization);
const dora = await invites(directory, cora, 'Dora', house.organization);
const other = await lantern(directory);
const olga = await named(directory, 'Olga', 'COORDINATOR', other.organization);
const reason = 'The roof is mended.';
const confirmed = (listingId: string, day: string) =>
  directory.change((changing) =>
    confirmListing(
      {
        listingId,
        method: 'VISIT',
        confirmedBy: 'Steward',
        confirmedAt: new Date(`${day}T15:00:00Z`),
      },
      changing,
    ),
  );
const forgetReminders = () => database.em().execute('delete from org.next_reminder');
/** A subject as a mail program shows it (RFC 2047). */
const subjectOf = (header: string) =>
  header
    .replaceAll(/\?=\s+=\?UTF-8\?Q\?/gi, '')
    .replaceAll(/=\?UTF-8\?Q\?|\?=/gi, '')
    .replaceAll('_', ' ')
    .replaceAll(/((?:=[0-9A-F]{2})+)/g, (bytes) =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString(),
    );
const revising = (more: object) => ({ input: { id: house.listing, version: 1, ...more } });
const suggest = async (words: string) => {
  const input = { thingId: house.listing, words };
  const { body } = await ask(SuggestCorrectionDocument, { input }, cora.headers);
  assert.deepEqual(body.data!.suggestCorrection!.userErrors, []);
  const { body: read } = await ask(OpenSuggestionsDocument, { first: 5 }, cora.headers);
  return read.data!.viewer.suggestions.nodes.at(-1)!.id;
};

tryPage('every-month.md', directory, {
  'Say that it is true': async ({ asks, refuses }) => {
    await confirmed(house.listing, '2025-11-01');
    await asks(cora.headers, { 'hou_…': house.listing });
    const confirming = (more: object) => ({
      input: { listingId: house.listing, method: 'CALL' as const, ...more },
    });
    await refuses(cora.headers, ConfirmListingDocument, confirming({ groups: [] }));
    const others = confirming({ listingId: other.listing });
    await refuses(cora.headers, ConfirmListingDocument, others);
    const taking = { input: { id: other.listing, version: 1, reason } };
    await ask(WithdrawListingDocument, taking, olga.headers);
    await refuses(olga.headers, ConfirmListingDocument, others);
  },
  'Be reminded': async ({ asks, shows }) => {
    await forgetReminders();
    await database
      .em()
      .execute(`update org.listing set disclosure = 'PUBLISHED' where id = ?`, [house.service]);
    await confirmed(house.service, '2025-12-15');
    await confirmed(house.listing, '2026-06-01');
    const server = await takeMail();
    const mail = {
      send: openPost({
        url: server.url,
        from: 'harborlight@directory.example.org',
        host: 'directory.example.org',
      }).send,
      address: directory.house.address,
      stopToken: (account: string) => stopToken(directory.house, account),
    };
    const at =
      (now: Date) =>
      <Result>(work: Parameters<typeof inOne<Result>>[1]) =>
        inOne(database, work, now);
    await at(daysLater(-14))((changing) => makeReminders(changing, { many: 100, byMail: false }));
    await at(TODAY)((changing) => makeReminders(changing, { many: 100, byMail: true }));
    while (await sendToOne(at(TODAY), mail));
    const [taken] = server.taken;
    assert.equal(server.taken.length, 2);
    shows(`${subjectOf(taken!.headers['subject']!)} ${taken!.text}`);
    await asks(cora.headers, { 'svc_…': house.service });
  },
  'Change a listing': async ({ asks, refuses }) => {
    const { headers } = cora;
    for (const more of [
      { description: LEADS_THERE },
      { serviceAreas: [{ kind: 'REGION' as const, regionId: 'reg_none' }] },
      { id: other.listing },
    ]) {
      await refuses(headers, ReviseHousingDocument, revising(more));
    }
    await refuses(dora.headers, ReviseHousingDocument, revising({ fees: 'None.' }));
    await asks(headers, { 'hou_…': house.listing });
    await refuses(headers, ReviseHousingDocument, revising({ fees: 'Some.' }));
    await asks(headers, { 'hou_…': house.listing });
  },
  'Answer what others say': async ({ asks, refuses }) => {
    const resolving = (id: string, answer?: string) => ({
      input: { id, outcome: 'ACCEPTED' as const, ...(answer ? { answer } : {}) },
    });
    const id = await suggest('The phone number is another one now: 218-555-0144.');
    await asks(cora.headers);
    await refuses(cora.headers, ResolveSuggestionDocument, resolving(id, LEADS_THERE));
    await refuses(dora.headers, ResolveSuggestionDocument, resolving(id, 'Thank you.'));
    await refuses(olga.headers, ResolveSuggestionDocument, resolving(id));
    await asks(cora.headers, { 'sug_…': id });
    await refuses(cora.headers, ResolveSuggestionDocument, resolving(id));
    const monthOn = `update org.suggestion set resolved_at = resolved_at - interval '31 days' where id = ?`;
    await database.em().execute(monthOn, [id]);
    await refuses(cora.headers, ResolveSuggestionDocument, resolving(id, 'Thank you all.'));
  },
  'Read what you are told': async ({ asks }) => {
    setNow(new Date(TODAY.getTime() + 3_600_000));
    const token = await linkBy(directory, cora, 'Edith', house.organization);
    setNow(new Date(TODAY.getTime() + 2 * 3_600_000));
    await cameIn(directory, 'Edith', token);
    await asks(cora.headers);
  },
});
