import { invites, lantern, LEADS_THERE, named, openToday } from '../support/coordinator.js';
import {
  GrantRevealDocument,
  IssueAppKeyDocument,
  PauseListingDocument,
  PublishMaterialDocument,
  ReportAvailabilityDocument,
  RestoreListingDocument,
  RevealAddressDocument,
  ReviseConveningDocument,
  ReviseHousingDocument,
  ReviseMaterialDocument,
  RevokeAppKeyDocument,
  RevokeRevealDocument,
  ScheduleConveningDocument,
  WithdrawListingDocument,
} from '../support/documents.js';
import { SAMPLE_POSTER, SAMPLE_TABLE } from '../support/library.js';
import { tryPage } from '../support/try-page.js';

const directory = await openToday();
const house = await lantern(directory);
const other = await lantern(directory);
const cora = await named(directory, 'Cora', 'COORDINATOR', house.organization);
const dora = await invites(directory, cora, 'Dora', house.organization);
const ada = await named(directory, 'Ada', 'ADVOCATE');
const { headers } = cora;
const reason = 'The board of the house decided so.';
const here = { 'hou_…': house.listing, 'acc_…': ada.id, 'org_…': house.organization };
const state = (version: number, more: object = {}) => ({
  input: { id: house.listing, version, reason, ...more },
});

tryPage('now-and-then.md', directory, {
  'Pause it, take it out, bring it back': async ({ asks, refuses }) => {
    await refuses(headers, PauseListingDocument, state(1, { until: '2026-11-30T15:00:00Z' }));
    await refuses(headers, PauseListingDocument, state(1, { until: '2028-01-01T15:00:00Z' }));
    await refuses(headers, PauseListingDocument, state(1, { reason: LEADS_THERE }));
    await refuses(headers, RestoreListingDocument, state(1));
    await asks(headers, here);
    await refuses(headers, PauseListingDocument, state(1));
    await asks(headers, here);
    await refuses(headers, PauseListingDocument, state(3));
    await refuses(headers, WithdrawListingDocument, state(3));
    await refuses(dora.headers, RestoreListingDocument, state(3));
    await asks(headers, here);
  },
  'Let an advocate ask for the address': async ({ asks, refuses }) => {
    const { listing: listingId } = house;
    const granting = (personId: string, more: object = {}) => ({
      input: { listingId, personId, reason, ...more },
    });
    await refuses(headers, GrantRevealDocument, granting('acc_none'));
    await refuses(headers, GrantRevealDocument, granting(dora.id));
    await refuses(headers, GrantRevealDocument, granting(ada.id, { listingId: other.listing }));
    await refuses(dora.headers, GrantRevealDocument, granting(ada.id));
    await asks(headers, here);
    await asks(ada.headers, here);
    await asks(headers, here);
    const ending = { input: { listingId, personId: ada.id } };
    await refuses(headers, RevokeRevealDocument, ending);
    const asking = { input: { listingId, purpose: 'Bringing someone to the door.' } };
    await refuses(ada.headers, RevealAddressDocument, asking);
    for (let nth = 0; nth < 20; nth += 1) {
      await directory.ask(RevealAddressDocument, asking, headers);
    }
    await refuses(headers, RevealAddressDocument, asking);
  },
  'Publish a material, take it out': async ({ asks, refuses }) => {
    const { audiences, ...poster } = SAMPLE_POSTER;
    const input = { ...poster, audiences: [...audiences], organizationId: house.organization };
    const leading = { input: { ...input, description: LEADS_THERE } };
    await refuses(headers, PublishMaterialDocument, leading);
    const { body } = await asks<{ publishMaterial: { material: { id: string } } }>(headers, here);
    const { id } = body.data!.publishMaterial.material;
    const revising = (more: object) => ({ input: { id, version: 1, ...more } });
    await refuses(headers, ReviseMaterialDocument, revising({ withdrawn: true }));
    await refuses(dora.headers, ReviseMaterialDocument, revising({ title: 'Another' }));
    await asks(headers, { 'mat_…': id });
  },
  'Schedule a convening': async ({ asks, refuses }) => {
    const scheduling = (more: object) => ({
      input: { ...SAMPLE_TABLE, hostIds: [house.organization], ...more },
    });
    for (const more of [
      { recurrence: 'FREQ=MONTHLY;BYDAY=3TU' },
      { recurrence: 'FREQ=HOURLY' },
      { endsAt: SAMPLE_TABLE.startsAt },
      { hostIds: [house.organization, other.organization] },
    ]) {
      await refuses(headers, ScheduleConveningDocument, scheduling(more));
    }
    const { body } = await asks<{ scheduleConvening: { convening: { id: string } } }>(
      headers,
      here,
    );
    const { id } = body.data!.scheduleConvening.convening;
    const revising = { input: { id, version: 1, title: 'Another' } };
    await refuses(dora.headers, ReviseConveningDocument, revising);
  },
  'Let a tool of yours keep them': async ({ asks, refuses }) => {
    const issuing = (more: object) => ({
      input: {
        name: 'Bed board',
        scopes: ['directory:read', 'listings:write'],
        organizationId: house.organization,
        ...more,
      },
    });
    await refuses(dora.headers, IssueAppKeyDocument, issuing({}));
    await refuses(headers, IssueAppKeyDocument, issuing({ organizationId: null }));
    await refuses(headers, IssueAppKeyDocument, issuing({ scopes: ['partners:read'] }));
    const { body } = await directory.ask(IssueAppKeyDocument, issuing({}), headers);
    const { key, appKey } = body.data!.issueAppKey!;
    const tool = { authorization: `Bearer ${key}` };
    const reporting = { input: { unitId: house.unit, accepting: true } };
    await refuses(tool, ReportAvailabilityDocument, reporting);
    const revising = { input: { id: house.listing, version: 4, fees: 'None.' } };
    await refuses(tool, ReviseHousingDocument, revising);
    const issued = await asks<{ issueAppKey: { appKey: { id: string } } }>(headers, here);
    await asks(headers, { 'key_…': issued.body.data!.issueAppKey.appKey.id });
    const ending = { input: { id: appKey!.id } };
    await directory.ask(RevokeAppKeyDocument, ending, headers);
    await refuses(headers, RevokeAppKeyDocument, ending);
    await refuses(tool, ReportAvailabilityDocument, reporting);
  },
});
