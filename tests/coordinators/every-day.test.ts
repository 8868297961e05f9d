import assert from 'node:assert/strict';
import { daysLater, lantern, named, openToday, TODAY } from '../support/coordinator.js';
import {
  CreateReportLinkDocument,
  ReportAvailabilityDocument,
  RevokeReportLinkDocument,
  SuggestCorrectionDocument,
  WithdrawListingDocument,
} from '../support/documents.js';
import { fieldsIn, formsOf } from '../support/report-form.js';
import { tryPage } from '../support/try-page.js';

const directory = await openToday();
const { ask, setNow } = directory;
const { open, post } = formsOf(directory);
const house = await lantern(directory, daysLater(-2));
const cora = await named(directory, 'Cora', 'COORDINATOR', house.organization);
const other = await lantern(directory);
const olga = await named(directory, 'Olga', 'COORDINATOR', other.organization);
const reason = 'The roof is mended.';
const hoursLater = (hours: number) => new Date(TODAY.getTime() + hours * 3_600_000);
const reporting = (more: object = {}) => ({
  input: { unitId: house.unit, accepting: true, bedsOpen: 2, bedsTotal: 5, ...more },
});
let address: string;
let link: string;

/** The form of the link as it stands, and what is sent by it. */
const form = async () => (await open(address)).text;
const sending = async (said: Record<string, string>, opened?: string) => {
  const fields = fieldsIn(opened ?? (await form()));
  const named = Object.entries(said).map(([name, value]) => [`${house.unit}.${name}`, value]);
  return (await post(address, { ...fields, ...Object.fromEntries(named) })).text;
};

tryPage('every-day.md', directory, {
  'See what waits for you': async ({ asks }) => {
    const words = 'The phone number is another one now: 218-555-0144.';
    const input = { thingId: house.listing, words };
    const { body } = await ask(SuggestCorrectionDocument, { input }, cora.headers);
    assert.deepEqual(body.data!.suggestCorrection!.userErrors, []);
    await asks(cora.headers);
  },
  'Say what is free': async ({ asks, refuses }) => {
    const { headers } = cora;
    await asks(headers, { 'unt_…': house.unit });
    await refuses(headers, ReportAvailabilityDocument, reporting({ bedsOpen: 6 }));
    await refuses(headers, ReportAvailabilityDocument, reporting({ unitId: other.unit }));
    const taking = { input: { id: other.listing, version: 1, reason } };
    await ask(WithdrawListingDocument, taking, olga.headers);
    await refuses(olga.headers, ReportAvailabilityDocument, reporting({ unitId: other.unit }));
  },
  'Make one': async ({ asks, refuses }) => {
    const { headers } = cora;
    const making = (listingId: string) => ({ input: { listingId, label: 'A desk' } });
    const { body } = await asks<{
      createReportLink: { url: string; reportLink: { id: string } };
    }>(headers, { 'hou_…': house.listing }, (text) =>
      text.replace(/\/report\/[\w-]{22}/, '/report/…'),
    );
    const { url, reportLink } = body.data!.createReportLink;
    address = new URL(url).pathname;
    link = reportLink.id;
    await refuses(headers, CreateReportLinkDocument, making(house.service));
    await refuses(olga.headers, CreateReportLinkDocument, making(other.listing));
    const made: string[] = [];
    for (let nth = 1; nth < 20; nth += 1) {
      const answer = await ask(CreateReportLinkDocument, making(house.listing), headers);
      made.push(answer.body.data!.createReportLink!.reportLink!.id);
    }
    await refuses(headers, CreateReportLinkDocument, making(house.listing));
    for (const id of made) await ask(RevokeReportLinkDocument, { input: { id } }, headers);
  },
  'What the desk sees': async ({ shows, showsInstead }) => {
    setNow(hoursLater(3));
    const opened = await form();
    shows(opened);
    shows(await sending({}));
    showsInstead(await sending({ beds: '6' }));
    showsInstead(await sending({ beds: '1' }, opened));
    showsInstead((await open(`${address.slice(0, -3)}abc`)).text);
    for (let nth = 0; nth < 30; nth += 1) await sending({});
    showsInstead(await sending({}));
  },
  'See who has one, and end it': async ({ asks, refuses }) => {
    await asks(cora.headers, { 'hou_…': house.listing });
    await asks(cora.headers, { 'rpl_…': link });
    await refuses(cora.headers, RevokeReportLinkDocument, { input: { id: link } });
  },
});
