import { daysLater, invites, named, openToday } from '../support/coordinator.js';
import {
  ApproveDisclosureDocument,
  RecordConsentDocument,
  ReviseNationDocument,
  WithdrawConsentDocument,
} from '../support/documents.js';
import { shelter, someNation } from '../support/shelters.js';
import { tryPage } from '../support/try-page.js';

const directory = await openToday();
const { database } = directory;
const { nation, organization } = await someNation(database.read);
const said = { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' as const };
const listed = { name: 'Sample lodge', disclosure: 'OWN' as const };
const lodge = await shelter(database, { organization, said, listed });
const other = await shelter(database);
const nora = await named(directory, 'Nora', 'NATION_COORDINATOR', organization);
const nell = await named(directory, 'Nell', 'NATION_COORDINATOR', organization);
const nina = await invites(directory, nora, 'Nina', organization, 'NATION_COORDINATOR');
const stella = await named(directory, 'Stella', 'STEWARD');
const neighbor = await someNation(database.read, 1);
const { headers } = nora;
const here = { 'nat_…': nation, 'hou_…': lodge.listing };
const consenting = (more: object = {}) => ({
  input: {
    nationId: nation,
    givenBy: 'Tribal council',
    terms: 'As the council says.',
    coversRecord: false,
    listingIds: [],
    ...more,
  },
});
const revising = (more: object = {}) => ({
  input: { id: nation, version: 1, website: 'https://nation.example.org', ...more },
});

tryPage('nation.md', directory, {
  'Say what your nation says of itself': async ({ asks, refuses }) => {
    await refuses(nina.headers, ReviseNationDocument, revising());
    await refuses(headers, ReviseNationDocument, revising({ id: neighbor.nation }));
    await directory.ask(RecordConsentDocument, consenting(), headers);
    await refuses(headers, ReviseNationDocument, revising());
    const taking = { input: { nationId: nation, reason: 'It was a mistake.' } };
    await directory.ask(WithdrawConsentDocument, taking, headers);
    await asks(headers, here);
    await refuses(headers, ReviseNationDocument, revising());
  },
  'Record what your nation consents to': async ({ asks, refuses }) => {
    for (const more of [
      { listingIds: [other.listing] },
      { givenAt: daysLater(1).toISOString() },
      { nationId: neighbor.nation },
    ]) {
      await refuses(headers, RecordConsentDocument, consenting(more));
    }
    await refuses(nina.headers, RecordConsentDocument, consenting());
    await asks(headers, here);
  },
  'Tell a listing of your nation further': async ({ asks, refuses }) => {
    const { body } = await asks<{ proposeDisclosure: { proposal: { id: string } } }>(headers, here);
    const { id: proposalId } = body.data!.proposeDisclosure.proposal;
    for (const who of [nora, nina, stella]) {
      await refuses(who.headers, ApproveDisclosureDocument, { input: { proposalId } });
    }
    await asks(nell.headers, { 'pro_…': proposalId });
  },
  'Withdraw the consent': async ({ asks, refuses }) => {
    await asks(headers, here);
    const again = { input: { nationId: nation, reason: 'The council decided so.' } };
    await refuses(headers, WithdrawConsentDocument, again);
  },
});
