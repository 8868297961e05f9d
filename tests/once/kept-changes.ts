import {
  AdmitOrganizationDocument,
  ConfirmListingDocument,
  CreateReportLinkDocument,
  KeptOptionDocument,
  ListHousingDocument,
  ListServiceDocument,
  OpenSuggestionsDocument,
  PauseListingDocument,
  RegisterOrganizationDocument,
  ReportAvailabilityDocument,
  RestoreListingDocument,
  ResolveSuggestionDocument,
  ReviseHousingDocument,
  ReviseOrganizationDocument,
  ReviseServiceDocument,
  RevokeReportLinkDocument,
  SuggestCorrectionDocument,
  WithdrawListingDocument,
} from '../support/documents.js';
import type { Directory } from '../support/directory.js';
import type { SignedIn } from '../support/people.js';
import type { Shelter } from '../support/shelters.js';

type Given = Record<string, unknown>;
export type Changes = Record<
  string,
  { document: unknown; by: SignedIn; input: () => Promise<Given>; other: Given }
>;

/** The mutations by which things are kept true, each by someone who may make it, with what, and with what else. */
export function keptChanges({
  ask,
  home,
  ann,
  steward,
  reason,
}: {
  ask: Directory['ask'];
  home: Shelter;
  ann: SignedIn;
  steward: SignedIn;
  reason: string;
}): Changes {
  const option = async () => {
    const { body } = await ask(KeptOptionDocument, { id: home.listing }, ann.headers);
    return body.data!.node as { version: number; status: string; units: { id: string }[] };
  };
  const state = async () => ({ id: home.listing, version: (await option()).version, reason });
  /** Active, whatever was changed of it before. */
  const active = async () => {
    if ((await option()).status !== 'ACTIVE')
      await ask(RestoreListingDocument, { input: await state() }, ann.headers);
    return state();
  };
  const service = {
    organizationId: home.organization,
    name: 'Sample line',
    summary: 'A line for a test.',
    serviceAreas: [{ kind: 'NATIONWIDE' as const }],
    kinds: ['CRISIS_LINE' as const],
  };
  const housing = {
    ...service,
    kinds: undefined,
    name: 'Sample Rooms',
    kind: 'TRANSITIONAL',
    operatedBy: ['NONPROFIT'],
    transportOffered: false,
    units: [{ name: 'Rooms', capacity: 2 }],
  };
  const partner = { name: 'Sample New Partner', kind: 'NONPROFIT' as const };
  const registered = async () => {
    const { body } = await ask(RegisterOrganizationDocument, { input: partner }, ann.headers);
    return { id: body.data!.registerOrganization!.id!, version: 1 };
  };
  const listed = async () => {
    const { body } = await ask(ListServiceDocument, { input: service }, ann.headers);
    const { id, version } = body.data!.listService!.service!;
    return { id, version, name: 'Sample other line' };
  };
  const suggested = async () => {
    const input = { thingId: home.listing, words: 'The door is another by now.' };
    await ask(SuggestCorrectionDocument, { input }, ann.headers);
    const { body } = await ask(OpenSuggestionsDocument, { first: 50, after: null }, ann.headers);
    return body.data!.viewer.suggestions.nodes.at(-1)!.id;
  };
  const link = { listingId: home.listing, label: 'Night desk' };
  const linked = async () => {
    await active();
    const { body } = await ask(CreateReportLinkDocument, { input: link }, ann.headers);
    return { id: body.data!.createReportLink!.reportLink!.id };
  };
  const revised = async () => {
    const { body } = await ask<{ node: { version: number } }, object>(
      `{ node(id: "${home.organization}") { ... on Organization { version } } }`,
      {},
      ann.headers,
    );
    const { version } = body.data!.node;
    return { id: home.organization, version, description: `A house, in version ${version}.` };
  };
  return {
    registerOrganization: {
      document: RegisterOrganizationDocument,
      by: ann,
      input: async () => partner,
      other: { name: 'Sample Other Partner' },
    },
    admitOrganization: {
      document: AdmitOrganizationDocument,
      by: steward,
      input: registered,
      other: { version: 2 },
    },
    reviseOrganization: {
      document: ReviseOrganizationDocument,
      by: ann,
      input: revised,
      other: { description: 'Another.' },
    },
    listHousing: {
      document: ListHousingDocument,
      by: ann,
      input: async () => housing,
      other: { name: 'Sample Other Rooms' },
    },
    reviseHousing: {
      document: ReviseHousingDocument,
      by: ann,
      input: async () => {
        const { id, version } = await state();
        return { id, version, summary: `As of version ${version}.` };
      },
      other: { summary: 'Another.' },
    },
    listService: {
      document: ListServiceDocument,
      by: ann,
      input: async () => service,
      other: { name: 'Sample other line' },
    },
    reviseService: {
      document: ReviseServiceDocument,
      by: ann,
      input: listed,
      other: { name: 'Sample third line' },
    },
    pauseListing: {
      document: PauseListingDocument,
      by: ann,
      input: active,
      other: { reason: 'Another reason of the house.' },
    },
    withdrawListing: {
      document: WithdrawListingDocument,
      by: ann,
      input: active,
      other: { reason: 'Another reason of the house.' },
    },
    restoreListing: {
      document: RestoreListingDocument,
      by: ann,
      input: async () => {
        await ask(PauseListingDocument, { input: await active() }, ann.headers);
        return state();
      },
      other: { reason: 'Another reason of the house.' },
    },
    suggestCorrection: {
      document: SuggestCorrectionDocument,
      by: ann,
      input: async () => ({ thingId: home.listing, words: 'The hours are others by now.' }),
      other: { words: 'The hours are right as they are.' },
    },
    resolveSuggestion: {
      document: ResolveSuggestionDocument,
      by: ann,
      input: async () => ({ id: await suggested(), outcome: 'DECLINED' }),
      other: { outcome: 'ACCEPTED' },
    },
    confirmListing: {
      document: ConfirmListingDocument,
      by: ann,
      input: async () => ({ listingId: home.listing, method: 'OWN_STAFF' }),
      other: { method: 'CALL' },
    },
    reportAvailability: {
      document: ReportAvailabilityDocument,
      by: ann,
      input: async () => ({ unitId: (await option()).units[0]!.id, bedsOpen: 1, accepting: true }),
      other: { bedsOpen: 0 },
    },
    createReportLink: {
      document: CreateReportLinkDocument,
      by: ann,
      input: async () => {
        await active();
        return link;
      },
      other: { label: 'Day desk' },
    },
    revokeReportLink: {
      document: RevokeReportLinkDocument,
      by: ann,
      input: linked,
      other: { id: 'rpl_AAAAAAAAAAAAAAAAAAAAAA' },
    },
  };
}
