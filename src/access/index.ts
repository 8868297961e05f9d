export type { AccessAsking, Door } from './access-asking.js';
export {
  AccountEntity,
  AppKeyEntity,
  InvitationEntity,
  RoleGrantEntity,
  SessionEntity,
} from './access.entity.js';
export { AccessResolver } from './access.resolver.js';
export { Attempts, inMemory, type CounterOf } from './attempts.js';
export { countOne } from './count-one.js';
export { isHeld, isNew } from './held-roles.js';
export { invitePerson } from './invite-person.command.js';
export { IssueAppKeyInput } from './access.input.js';
export { issueAppKey, type IssueAppKey } from './issue-app-key.command.js';
export { linkOf } from './link.js';
export { serverSecret, serverSecrets } from './server-secret.store.js';
export { noteUse } from './note-use.command.js';
export { rolesOfKey } from './app-key.store.js';
export { openKeysOfAll, type OwnKey } from './own-keys.query.js';
export { keysOf, peopleOf, type KeyRow } from './people.query.js';
export { emailKeyOf, heldRoles } from './person.store.js';
export { AppKeyView, IssueAppKeyPayload, ViewerView } from './access.view.js';
export { revokeAppKey } from './revoke-app-key.command.js';
export { keysEndedWith, revokePerson } from './revoke-person.command.js';
export { resetSecondFactor } from './reset-second-factor.command.js';
export { checkMay, kindOf, type SecondFactorRule } from './roles.js';
export { SecondFactorResolver } from './second-factor.resolver.js';
export { sealedFactors } from './second-factor.store.js';
export { isAppKey, isToken } from './secret.js';
export { appOf, sessionOf } from './viewer-of.query.js';
