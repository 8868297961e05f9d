import { shownBy, shownNever } from '../support/authenticator.js';
import { invites, lantern, linkBy, named, openToday, TODAY } from '../support/coordinator.js';
import { openDirectory } from '../support/directory.js';
import {
  AcceptInvitationDocument,
  ApproveDisclosureDocument,
  BeginSecondFactorDocument,
  ConfirmSecondFactorDocument,
  InvitePersonDocument,
  ProposeDisclosureDocument,
  RevealAddressDocument,
  RejectDisclosureDocument,
  ReviseHousingDocument,
  RevokePersonDocument,
  SignInDocument,
} from '../support/documents.js';
import { PASSWORD, sessionIn } from '../support/people.js';
import { tryPage } from '../support/try-page.js';

const directory = await openToday();
const { database } = directory;
const asked = await openDirectory({ database, secondFactor: 'everyone' });
asked.setNow(TODAY);
const house = await lantern(directory);
// Nobody is of it.
const empty = await lantern(directory);
const bea = await named(directory, 'Bea', 'COORDINATOR', house.organization);
const stella = await named(directory, 'Stella', 'STEWARD');
const nobody = {};
const words = { 'four or five words of your own': PASSWORD };
const email = 'cora@example.org';
let cora: Record<string, string>;
const revising = { input: { id: house.listing, version: 1, fees: 'None.' } };

const minutes = (count: number) => new Date(TODAY.getTime() + count * 60_000);
const reason = 'The board of the house decided so.';

tryPage('first-day.md', directory, {
  'Come in by your link': async ({ asks, refuses }) => {
    const token = await linkBy(directory, bea, 'Cora', house.organization);
    const input = { token, name: 'Cora', password: PASSWORD };
    await refuses(nobody, AcceptInvitationDocument, { input: { ...input, password: 'short' } });
    const nameless = { input: { token, password: PASSWORD } };
    await refuses(nobody, AcceptInvitationDocument, nameless);
    const { headers } = await asks(nobody, { 'what stands after the #': token, ...words });
    cora = sessionIn(headers);
    await refuses(nobody, AcceptInvitationDocument, { input });
  },
  'Sign in': async ({ asks, refuses }) => {
    await asks(nobody, words);
    const input = { email, password: 'not the one that it has' };
    await refuses(nobody, SignInDocument, { input });
    const dee = await named(directory, 'Dee', 'COORDINATOR', house.organization);
    const ending = { input: { personId: dee.id } };
    await directory.ask(RevokePersonDocument, ending, stella.headers);
    const deeIn = { input: { email: dee.email, password: PASSWORD } };
    await refuses(nobody, SignInDocument, deeIn);
    const nobodys = { input: { email: 'nobody@example.org', password: 'x' } };
    for (let nth = 0; nth < 10; nth += 1) await directory.ask(SignInDocument, nobodys);
    await refuses(nobody, SignInDocument, nobodys);
  },
  'Set up your second factor': async ({ asks, refuses }) => {
    await refuses(cora, ReviseHousingDocument, revising, asked);
    const early = { input: { code: '000000' } };
    await refuses(cora, ConfirmSecondFactorDocument, early);
    const wrong = { input: { password: 'not the one that it has' } };
    await refuses(cora, BeginSecondFactorDocument, wrong);
    let secret = '';
    await asks(cora, words, (text) => {
      secret = /"secret":"(\w+)"/.exec(text)?.[1] ?? '';
      return secret ? text.replaceAll(secret, 'J5XH…') : text;
    });
    const never = { input: { code: shownNever(secret, TODAY) } };
    await refuses(cora, ConfirmSecondFactorDocument, never);
    const { headers } = await asks(cora, { 123456: shownBy(secret, TODAY) }, (text) =>
      text.replaceAll(/"\w{4}(-\w{4}){3}"/g, '"…"'),
    );
    cora = sessionIn(headers);
    directory.setNow(minutes(1));
    await asks(nobody, { ...words, 654321: shownBy(secret, minutes(1)) });
    directory.setNow(TODAY);
  },
  'See who you are here': async ({ asks }) => {
    await asks(cora);
  },
  'While you are new': async ({ refuses }) => {
    await refuses(cora, ReviseHousingDocument, revising);
    const purpose = 'Bringing someone to the door.';
    const asking = (listingId: string) => ({ input: { listingId, purpose } });
    await refuses(cora, RevealAddressDocument, asking(house.listing));
    const eve = await invites(directory, stella, 'Eve', empty.organization);
    await refuses(eve.headers, RevealAddressDocument, asking(empty.listing));
    for (const by of [stella, bea]) {
      const proposing = { input: { id: house.listing, to: 'PARTNERS' as const, reason } };
      const { body } = await directory.ask(ProposeDisclosureDocument, proposing, by.headers);
      const input = { proposalId: body.data!.proposeDisclosure!.proposal!.id };
      await refuses(cora, ApproveDisclosureDocument, { input });
      await directory.ask(RejectDisclosureDocument, { input }, by.headers);
    }
  },
  'Bring in a colleague': async ({ asks, refuses }) => {
    const link = /#[\w-]+/;
    await asks(cora, { 'org_…': house.organization }, (text) => text.replace(link, '#…'));
    const role = 'COORDINATOR' as const;
    const input = { email: 'dora@example.org', role, organizationId: empty.organization };
    await refuses(cora, InvitePersonDocument, { input });
    const ofNone = { ...input, organizationId: null };
    await refuses(cora, InvitePersonDocument, { input: ofNone });
  },
});
