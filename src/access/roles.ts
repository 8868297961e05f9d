import { isPerson, Refusal, Role, Scope, type Viewer } from '../kernel/index.js';

/** Who may ask for a field: roles and scopes, each by itself enough; strangers only where it says so. */
interface Allowed {
  stranger: boolean;
  roles: readonly Role[];
  /** Empty where no app may, whatever its scopes. */
  scopes: readonly Scope[];
  /** Whether also whoever owes a second factor may: what she needs to set one up, or to go. */
  owing?: true;
}

/** Of whom the network asks a second factor. */
export type SecondFactorRule = 'none' | 'stewards' | 'everyone';

/** Whether a rule asks one of someone with these roles. */
export const isAskedOf = (rule: SecondFactorRule, held: readonly { role: Role }[]): boolean =>
  rule === 'everyone' || (rule === 'stewards' && held.some(({ role }) => role === 'STEWARD'));

const roles = Object.values(Role);
const everyone: Allowed = {
  stranger: true,
  roles,
  scopes: ['directory:read', 'partners:read'],
};
/** What changed, to whoever may read it anyway; an app whose key is for that. */
const followers: Allowed = { ...everyone, scopes: ['changes:read'] };
/** Who comes in has no role yet, and an app never comes in this way. */
const whoComesIn: Allowed = { stranger: true, roles, scopes: [], owing: true };
/** Of whoever asks, whatever it is. */
const anyone: Allowed = { stranger: true, roles, scopes: Object.values(Scope) };
const whoAsks: Allowed = { ...anyone, owing: true };
/** And apps of an organization, for its own. */
const listers = { scopes: ['listings:write'] } as const;
/** Of herself, whatever she is. */
const whoIsIn: Allowed = { stranger: false, roles, scopes: [] };
/** People of organizations, each for her own, and stewards. */
const keepers: Allowed = {
  stranger: false,
  roles: ['COORDINATOR', 'NATION_COORDINATOR', 'STEWARD'],
  scopes: [],
};
/** People of an organization, of a nation's too. */
const ofOrganizations: Allowed = {
  stranger: false,
  roles: ['COORDINATOR', 'NATION_COORDINATOR'],
  scopes: [],
};
const ofNations: Allowed = { stranger: false, roles: ['NATION_COORDINATOR'], scopes: [] };
const stewards: Allowed = { stranger: false, roles: ['STEWARD'], scopes: [] };

/**
 * The one table of who may do what. A root field of the contract, or one of the viewer, that it does not name fails
 * the tests, and is answered to nobody. Which things of a kind it is, the change itself says: it finds them through the viewer.
 */
export const actions = {
  'Query.node': everyone,
  'Query.nodes': everyone,
  'Query.viewer': whoAsks,
  'Query.coverage': everyone,
  'Query.findHousing': everyone,
  'Query.findServices': everyone,
  'Query.search': everyone,
  'Query.organizations': everyone,
  'Query.services': everyone,
  'Query.housingOptions': everyone,
  'Query.tribalNations': everyone,
  'Query.materials': everyone,
  'Query.convenings': everyone,
  'Query.regions': everyone,
  'Query.counties': everyone,
  'Query.changes': followers,
  'Query.suggestion': anyone,
  'Query.worklist': keepers,
  'Query.import': keepers,
  'Viewer.id': whoAsks,
  'Viewer.kind': whoAsks,
  'Viewer.name': whoAsks,
  'Viewer.roles': whoAsks,
  'Viewer.scopes': whoAsks,
  'Viewer.secondFactor': whoAsks,
  // Hidden things, and why they are to be told: not to a password alone.
  'Viewer.proposals': anyone,
  'Viewer.notices': anyone,
  'Viewer.revealGrants': anyone,
  'Viewer.suggestions': anyone,
  'Mutation.signIn': whoComesIn,
  'Mutation.signOut': whoComesIn,
  'Mutation.acceptInvitation': whoComesIn,
  'Mutation.beginSecondFactor': { ...whoIsIn, owing: true },
  'Mutation.confirmSecondFactor': { ...whoIsIn, owing: true },
  'Mutation.renewRecoveryCodes': whoIsIn,
  'Mutation.removeSecondFactor': whoIsIn,
  'Mutation.invitePerson': keepers,
  'Mutation.grantRole': stewards,
  'Mutation.revokePerson': keepers,
  'Mutation.registerOrganization': whoIsIn,
  'Mutation.admitOrganization': stewards,
  'Mutation.reviseOrganization': keepers,
  'Mutation.listHousing': { ...ofOrganizations, ...listers },
  'Mutation.reviseHousing': { ...keepers, ...listers },
  'Mutation.listService': { ...ofOrganizations, ...listers },
  'Mutation.reviseService': { ...keepers, ...listers },
  'Mutation.pauseListing': { ...keepers, ...listers },
  'Mutation.restoreListing': { ...keepers, ...listers },
  'Mutation.withdrawListing': { ...keepers, ...listers },
  'Mutation.confirmListing': { ...keepers, ...listers },
  'Mutation.reportAvailability': { ...ofOrganizations, scopes: ['availability:write'] },
  'Mutation.createReportLink': ofOrganizations,
  'Mutation.revokeReportLink': ofOrganizations,
  'Mutation.suggestCorrection': anyone,
  'Mutation.resolveSuggestion': keepers,
  'Mutation.startImport': keepers,
  'Mutation.applyImport': keepers,
  'Mutation.undoImport': keepers,
  'Mutation.resolveDuplicate': keepers,
  'Mutation.proposeDisclosure': keepers,
  'Mutation.approveDisclosure': keepers,
  'Mutation.rejectDisclosure': keepers,
  'Mutation.tightenDisclosure': keepers,
  'Mutation.publishMaterial': keepers,
  'Mutation.reviseMaterial': keepers,
  'Mutation.scheduleConvening': keepers,
  'Mutation.reviseConvening': keepers,
  'Mutation.reviseNation': ofNations,
  'Mutation.recordConsent': ofNations,
  'Mutation.withdrawConsent': ofNations,
  'Mutation.grantReveal': ofOrganizations,
  'Mutation.revokeReveal': ofOrganizations,
  // Of those who are of no organization, whoever one has granted it to; a steward reads no exact address.
  'Mutation.revealAddress': { ...ofOrganizations, roles: ['ADVOCATE', ...ofOrganizations.roles] },
  // Of the network by stewards, of an organization by its own people.
  'Mutation.issueAppKey': keepers,
  'Mutation.revokeAppKey': keepers,
} as const satisfies Record<string, Allowed>;

/**
 * Whoever owes a second factor may set one up, and nothing else: not even what a stranger may, so that she does.
 * @throws Refusal `UNAUTHENTICATED` of a stranger who would have to sign in, else `FORBIDDEN`
 */
export function checkMay(action: string, viewer: Viewer): void {
  const allowed = (actions as Record<string, Allowed>)[action];
  if (isPerson(viewer) && viewer.owesSecondFactor && !allowed?.owing) {
    throw new Refusal(
      'FORBIDDEN',
      'The network asks a second factor of you. Set one up with beginSecondFactor and confirmSecondFactor; ' +
        'until then nothing else is open to you.',
    );
  }
  if (allowed && may(allowed, viewer)) return;
  if (viewer.kind === 'STRANGER') {
    throw new Refusal('UNAUTHENTICATED', 'Sign in first: this is not for everyone.');
  }
  throw new Refusal(
    'FORBIDDEN',
    viewer.kind === 'APP'
      ? 'This key has no scope for this. A steward issues keys, and an organization’s people those for its own listings.'
      : 'None of your roles allows this. A steward grants roles.',
  );
}

function may({ stranger, roles, scopes }: Allowed, viewer: Viewer): boolean {
  if (viewer.kind === 'STRANGER') return stranger;
  if (viewer.kind === 'APP') return scopes.some((scope) => viewer.scopes.includes(scope));
  return viewer.roles.some(({ role }) => roles.includes(role));
}

/** A role to be given: of the network, or of an organization, which may be a nation's. */
export interface Giving {
  role: Role;
  organizationId: string | null;
  isOfNation: boolean;
}

/**
 * Whether a viewer may give a role or end it. A steward gives those of the network and of any organization but
 * a nation's; people of an organization, of a nation too, give their own role to others of it.
 */
export function mayGive(viewer: Viewer, { role, organizationId, isOfNation }: Giving): boolean {
  if (!isPerson(viewer)) return false;
  const holds = (one: Role, of: string | null) =>
    viewer.roles.some((held) => held.role === one && held.organizationId === of);
  if (role === 'NATION_COORDINATOR' || isOfNation) {
    return role === 'NATION_COORDINATOR' && isOfNation && holds(role, organizationId);
  }
  if (holds('STEWARD', null)) return true;
  return role === 'COORDINATOR' && holds(role, organizationId);
}

/** The kind by which a person is known: that of the role which may most. */
export function kindOf(held: readonly { role: Role }[]): Role | null {
  return roles.findLast((role) => held.some((one) => one.role === role)) ?? null;
}
