import assert from 'node:assert/strict';
import { backIn, daysLater, LEADS_THERE, named, openToday } from '../support/coordinator.js';
import {
  AdmitOrganizationDocument,
  ApproveDisclosureDocument,
  GrantRoleDocument,
  ListHousingDocument,
  ListServiceDocument,
  ProposeDisclosureDocument,
  RegisterOrganizationDocument,
  ReviseOrganizationDocument,
  TightenDisclosureDocument,
  WithdrawListingDocument,
  type TightenDisclosureInput,
} from '../support/documents.js';
import { shelter, toldSite } from '../support/shelters.js';
import { tryPage } from '../support/try-page.js';
import { CANARY } from '../support/vaults.js';

const directory = await openToday();
const { database, ask } = directory;
const other = await shelter(database, {
  site: toldSite({ ...CANARY, lines: ['9 Sample Way'] }),
  said: { name: 'Heron Sample House' },
});
const cora = await named(directory, 'Cora', 'ADVOCATE');
const stella = await named(directory, 'Stella', 'STEWARD');
const sam = await named(directory, 'Sam', 'STEWARD');
const reason = 'The board of the house decided so.';
let organization: string;
let house: string;
let listing: string;
let proposal: string;

const registering = (more: object) => ({
  input: { name: 'Wren Sample House', kind: 'NONPROFIT' as const, ...more },
});
const place = {
  name: 'The house',
  countyFips: '27137',
  withheld: 'CONFIDENTIAL_SHELTER' as const,
  lines: ['12 Sample Street'],
  city: 'Duluth',
  postalCode: '55802',
};
const proposes = async (
  by: { headers: Record<string, string> },
  what: { id: string; to: 'PUBLISHED' | 'STREET_TOLD' },
) => {
  const input = { ...what, reason };
  const { body, text } = await ask(ProposeDisclosureDocument, { input }, by.headers);
  assert.ok(body.data?.proposeDisclosure?.proposal, text);
  return { input: { proposalId: body.data.proposeDisclosure.proposal.id } };
};
const tighten = async (
  by: { headers: Record<string, string> },
  what: Omit<TightenDisclosureInput, 'reason'>,
) => {
  const input = { ...what, reason };
  const { body } = await ask(TightenDisclosureDocument, { input }, by.headers);
  assert.deepEqual(body.data!.tightenDisclosure!.userErrors, []);
};

tryPage('your-listings.md', directory, {
  'Register your organization': async ({ asks, refuses }) => {
    const { headers } = cora;
    for (const more of [
      { newLocations: [{ ...place, countyFips: '27999' }] },
      { newLocations: [place], description: LEADS_THERE },
    ]) {
      await refuses(headers, RegisterOrganizationDocument, registering(more));
    }
    const { body } = await asks<{ registerOrganization: { id: string } }>(headers);
    organization = body.data!.registerOrganization.id;
  },
  'Be admitted': async ({ asks, refuses }) => {
    const input = { id: organization, version: 1 };
    await refuses(cora.headers, AdmitOrganizationDocument, { input });
    await asks(stella.headers, { 'org_…': organization });
    const again = { input: { ...input, version: 2 } };
    await refuses(stella.headers, AdmitOrganizationDocument, again);
    const role = 'COORDINATOR' as const;
    const giving = { input: { personId: cora.id, role, organizationId: organization } };
    const { body } = await ask(GrantRoleDocument, giving, stella.headers);
    assert.deepEqual(body.data!.grantRole!.userErrors, []);
  },
  'Change what your organization says': async ({ asks, refuses }) => {
    const revising = (more: object) => ({ input: { id: organization, version: 2, ...more } });
    await refuses(cora.headers, ReviseOrganizationDocument, revising({}));
    directory.setNow(daysLater(4));
    for (const person of [cora, stella, sam]) await backIn(directory, person);
    await refuses(cora.headers, ReviseOrganizationDocument, revising({ description: LEADS_THERE }));
    const others = { input: { id: other.organization, version: 1 } };
    await refuses(cora.headers, ReviseOrganizationDocument, others);
    const { body } = await asks<{
      reviseOrganization: { organization: { sites: { id: string }[] } };
    }>(cora.headers, { 'org_…': organization });
    house = body.data!.reviseOrganization.organization.sites[0]!.id;
    await refuses(cora.headers, ReviseOrganizationDocument, revising({ description: 'Beds.' }));
  },
  'List housing': async ({ asks, refuses }) => {
    const listed = {
      organizationId: organization,
      kind: 'EMERGENCY_SHELTER' as const,
      name: 'Rooms',
      summary: 'Rooms.',
      operatedBy: ['NONPROFIT' as const],
      transportOffered: false,
      serviceAreas: [],
      siteIds: [house],
      units: [{ name: 'Rooms' }],
    };
    for (const more of [
      { summary: LEADS_THERE },
      { units: [{ name: 'Rooms' }, { name: 'Rooms' }] },
      { serviceAreas: [{ kind: 'COUNTIES' as const, countyFips: ['27999'] }] },
      { siteIds: [other.location] },
      { organizationId: other.organization },
    ]) {
      await refuses(cora.headers, ListHousingDocument, { input: { ...listed, ...more } });
    }
    const dora = await named(directory, 'Dora', 'ADVOCATE');
    const role = 'COORDINATOR' as const;
    const giving = { input: { personId: dora.id, role, organizationId: organization } };
    await ask(GrantRoleDocument, giving, stella.headers);
    await refuses(dora.headers, ListHousingDocument, { input: listed });
    const { body } = await asks<{ listHousing: { housingOption: { id: string } } }>(cora.headers, {
      'org_…': organization,
      'loc_…': house,
    });
    listing = body.data!.listHousing.housingOption.id;
  },
  'List a service': async ({ asks, refuses }) => {
    const listed = {
      organizationId: organization,
      kinds: ['LEGAL' as const],
      name: 'Advice',
      summary: 'Advice.',
      serviceAreas: [],
    };
    for (const more of [
      { serviceAreas: [{ kind: 'STATEWIDE' as const }] },
      { phones: [{ number: '12', kind: 'VOICE' as const }] },
    ]) {
      await refuses(cora.headers, ListServiceDocument, { input: { ...listed, ...more } });
    }
    await asks(cora.headers, { 'org_…': organization });
  },
  'Tell it further': async ({ asks, refuses }) => {
    const proposing = (more: object) => ({
      input: { id: listing, to: 'PUBLISHED' as const, reason, ...more },
    });
    for (const more of [
      { to: 'OWN' as const },
      { reason: 'Ready.' },
      { to: 'STREET_TOLD' as const },
      { id: other.listing },
    ]) {
      await refuses(cora.headers, ProposeDisclosureDocument, proposing(more));
    }
    const { body } = await asks<{ proposeDisclosure: { proposal: { id: string } } }>(cora.headers, {
      'hou_…': listing,
    });
    proposal = body.data!.proposeDisclosure.proposal.id;
    await refuses(cora.headers, ProposeDisclosureDocument, proposing({}));
    const ofHers = await named(directory, 'Hanna', 'COORDINATOR', other.organization);
    const withdrawing = { input: { id: other.listing, version: 1, reason } };
    await ask(WithdrawListingDocument, withdrawing, ofHers.headers);
    await refuses(ofHers.headers, ProposeDisclosureDocument, proposing({ id: other.listing }));
  },
  'Decide on what a colleague proposes': async ({ asks, refuses }) => {
    const input = { proposalId: proposal };
    await refuses(cora.headers, ApproveDisclosureDocument, { input });
    await refuses(stella.headers, ApproveDisclosureDocument, { input });
    await asks(sam.headers);
    const hers = await named(directory, 'Hilda', 'COORDINATOR', other.organization);
    await refuses(hers.headers, ApproveDisclosureDocument, { input });
    await asks(sam.headers, { 'pro_…': proposal });
    await refuses(sam.headers, ApproveDisclosureDocument, { input });
    const place = await proposes(stella, { id: house, to: 'STREET_TOLD' });
    await refuses(sam.headers, ApproveDisclosureDocument, place);
    await asks(cora.headers, { 'pro_…': place.input.proposalId });
    // Told otherwise meanwhile; and a street that was withheld while its listing still spoke of it.
    const there = await shelter(database, {
      site: toldSite({ ...CANARY, lines: ['7 Sample Lane'] }),
      said: { name: 'Plover Sample House' },
      listed: { disclosure: 'PARTNERS', howToApply: 'Come to 7 Sample Lane.' },
    });
    const [pia, pam] = [
      await named(directory, 'Pia', 'COORDINATOR', there.organization),
      await named(directory, 'Pam', 'COORDINATOR', there.organization),
    ];
    const stale = await proposes(pia, { id: there.listing, to: 'PUBLISHED' });
    await tighten(pia, { id: there.listing, to: 'OWN' });
    await refuses(pam.headers, ApproveDisclosureDocument, stale);
    const withheldReason = 'BY_REQUEST' as const;
    await tighten(pia, { id: there.location, to: 'STREET_WITHHELD', withheldReason });
    const leads = await proposes(pia, { id: there.listing, to: 'PUBLISHED' });
    await refuses(pam.headers, ApproveDisclosureDocument, leads);
  },
});
