export { contactInput, contactRow, phoneRow } from './contact.js';
export { ContactInput, HoursInput, PhoneInput } from './contact.input.js';
export { ContactEntity, PhoneEntity } from './contact.entity.js';
export { ContactResolver, HoursResolver } from './contact.resolver.js';
export { addContacts, addPhones, removeContacts, removePhones } from './contact.store.js';
export {
  ContactView,
  HoursView,
  LanguageView,
  OpenIntervalView,
  PhoneView,
} from './contact.view.js';
export {
  hoursInput,
  isOpen,
  minuteOfWeek,
  nextOpening,
  storedHours,
  timeZone,
  weekdays,
  type StoredHours,
} from './hours.js';
export { heldOrganization } from './keeping-organization.js';
export { languageName, languagesNamed } from './language.js';
export { LocationEntity, OrganizationEntity } from './organization.entity.js';
export { ContactPurpose, NetworkRole, OrganizationKind } from './organization.js';
export { OrganizationResolver, RegionNavigatorResolver } from './organization.resolver.js';
export { isOrganization, locationsOf, pointText } from './organization.store.js';
export { OrganizationConnection, OrganizationView } from './organization.view.js';
export {
  contactsOf,
  organizationById,
  organizationOffering,
  organizations,
} from './organizations.query.js';
export { dialedNumber, phoneInput } from './phone.js';
export {
  registerOrganization,
  type RegisterOrganization,
} from './register-organization.command.js';
export { takeWordsBack } from './take-words-back.command.js';
export { WithheldPlaceView } from './withheld-place.view.js';
export { holdOrganization, type KeptOrganization } from './organization-statement.store.js';
export { OrganizationChangesResolver } from './organization-changes.resolver.js';
