/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AcceptInvitationInput = {
  /** Of whom has a second factor: the six digits that the app shows now, or a recovery code. */
  code?: string | null | undefined;
  /** By which others of the network know her. Not needed where she has an account. */
  name?: string | null | undefined;
  /** A new one of 12 letters or more; where she has an account, the one it has. */
  password: string;
  /** What stands in the link after #. */
  token: string;
};

export type AccessNeed =
  | 'BLIND'
  | 'DEAF'
  | 'WHEELCHAIR';

export type AdmitOrganizationInput = {
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** The version that you read. */
  version: number;
};

export type ApplyImportInput = {
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
};

export type ApproveDisclosureInput = {
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  proposalId: string;
};

/** An area that things may lie in, named in exactly one way. */
export type AreaInput =
  {   box: BoxInput; circle?: never; countyFips?: never; nationId?: never; regionId?: never; state?: never; }
  |  { box?: never;   circle: CircleInput; countyFips?: never; nationId?: never; regionId?: never; state?: never; }
  |  { box?: never; circle?: never;   /** A county, by its FIPS. */
  countyFips: string; nationId?: never; regionId?: never; state?: never; }
  |  { box?: never; circle?: never; countyFips?: never;   /** A nation: the counties its land lies in. */
  nationId: string; regionId?: never; state?: never; }
  |  { box?: never; circle?: never; countyFips?: never; nationId?: never;   /** A region: its counties. */
  regionId: string; state?: never; }
  |  { box?: never; circle?: never; countyFips?: never; nationId?: never; regionId?: never;   /** A state, by its two letters. */
  state: string; };

/** Whom a material is made for. */
export type Audience =
  | 'HEALTH'
  | 'HOTEL_STAFF'
  | 'PARENTS'
  | 'POLICE'
  | 'PROSECUTORS'
  | 'PROVIDERS'
  | 'PUBLIC'
  | 'SCHOOLS'
  | 'YOUTH';

export type AvailabilityState =
  /** Reported: no bed, and no list to wait on. */
  | 'FULL'
  | 'OPEN'
  /** Nobody has said, or what was said has run out. Ask by phone. */
  | 'UNKNOWN'
  | 'WAITLIST';

/** All that lies between two parallels and two meridians, in degrees. */
export type BoxInput = {
  east: number;
  north: number;
  south: number;
  west: number;
};

/** As what someone acts: as one of an organization’s own people, or as a steward. */
export type Capacity =
  | 'OWN'
  | 'STEWARD';

export type CareNeed =
  | 'MEDICATION_HELP'
  | 'MENTAL_HEALTH'
  | 'MENTAL_HEALTH_CRISIS'
  | 'NURSING_CARE';

/** A child who comes with the person. */
export type ChildInput = {
  age?: number | null | undefined;
  gender?: Gender | null | undefined;
};

/** All that lies within so many metres of a place. */
export type CircleInput = {
  at: PlaceInput;
  /** From 1 to 1,000,000. */
  withinMeters: number;
};

export type CityInput = {
  /** As people write it: "Saint Cloud" and "St. Cloud" are the same. */
  name: string;
  /** Two letters, as MN. */
  state: string;
};

export type ConfirmListingInput = {
  /** What was found true, where it was not all: the rest stays as it was. */
  groups?: Array<FieldGroup> | null | undefined;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  listingId: string;
  method: ConfirmationMethod;
};

export type ConfirmSecondFactorInput = {
  /** The six digits that the app shows now. */
  code: string;
};

export type ConfirmationMethod =
  | 'CALL'
  | 'EMAIL'
  | 'OWN_STAFF'
  | 'VISIT';

/** An office or a role that can be reached; a person only where she agreed to be told. */
export type ContactInput = {
  email?: string | null | undefined;
  hours?: HoursInput | null | undefined;
  languages?: Array<string>;
  name: string;
  phones?: Array<PhoneInput>;
  purpose: ContactPurpose;
  title?: string | null | undefined;
};

/** What a contact is for. */
export type ContactPurpose =
  | 'ADMINISTRATION'
  | 'CHILD_WELFARE'
  | 'CRISIS'
  | 'GENERAL'
  | 'INTAKE'
  | 'LAW_ENFORCEMENT'
  | 'MULTIDISCIPLINARY_TEAM'
  | 'NAVIGATION'
  | 'PROSECUTION'
  | 'REFERRAL'
  | 'SOCIAL_SERVICES'
  | 'TRAINING';

export type ConvictionKind =
  | 'ARSON'
  | 'FELONY'
  | 'SEX_OFFENSE'
  | 'VIOLENCE';

/** Why a nation is named for a place: three different facts. */
export type CoverageBasis =
  /** Its land lies in this county. */
  | 'COUNTY'
  /** It serves its people in this county. */
  | 'SERVICE_COUNTY'
  /** The place lies on its land. Told where boundaries were imported. */
  | 'WITHIN_RESERVATION';

export type CreateReportLinkInput = {
  /** For so many days, at most 366; 90 where nothing is said. */
  days?: number | null | undefined;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Whom it is for, as "Night desk": 1 to 60 characters. Your own people read it. */
  label: string;
  /** A housing option of your own organization. */
  listingId: string;
};

/** One rule. What no rule says is not known. */
export type CriterionInput = {
  kind: CriterionKind;
  stance: Stance;
  terms: object;
};

/** What a rule is about. */
export type CriterionKind =
  | 'ACCESS'
  | 'AGE'
  | 'ANIMALS'
  | 'CARE_NEEDS'
  | 'CONVICTIONS'
  | 'CULTURE'
  | 'CUSTODY'
  | 'DOCUMENTS'
  | 'FAITH'
  | 'GENDER'
  | 'HOUSEHOLD'
  | 'IMMIGRATION'
  | 'INCOME'
  | 'LANGUAGE'
  | 'LGBTQ'
  | 'NATION'
  | 'POLICE_COOPERATION'
  | 'REFERRAL_SOURCE'
  | 'RESIDENCE'
  | 'SITUATION'
  | 'STAY_HISTORY'
  | 'SUBSTANCE_USE'
  | 'VETERAN'
  | 'WORK_OR_SCHOOL';

export type Custody =
  | 'COURT_ORDER'
  | 'FOSTER_CARE'
  | 'JUVENILE_HOLD'
  | 'NONE';

/** What of a thing is told further: the thing, or the street of a place. */
export type DisclosureAspect =
  | 'DISCLOSURE'
  | 'STREET';

export type DistanceBand =
  | 'BEYOND_400_KM'
  | 'WITHIN_5_KM'
  | 'WITHIN_15_KM'
  | 'WITHIN_40_KM'
  | 'WITHIN_80_KM'
  | 'WITHIN_160_KM'
  | 'WITHIN_400_KM';

export type DistanceBasis =
  /** To the nearest point of the area that is told: no metres. */
  | 'AREA'
  /** To the door, in metres. */
  | 'PLACE';

export type DocumentInput = {
  has: boolean;
  kind: DocumentKind;
};

export type DocumentKind =
  | 'BIRTH_CERTIFICATE'
  | 'INCOME_PROOF'
  | 'PHOTO_ID'
  | 'SOCIAL_SECURITY_CARD'
  | 'TRIBAL_ID';

export type DuplicateDecision =
  /** The row is a listing of its own. */
  | 'DIFFERENT'
  /** The row revises that listing: what its cells say stands there instead, what they do not say stays. */
  | 'SAME';

export type FacetName =
  /** What would be found, were only this state wanted: an option by any of its units in it. */
  | 'AVAILABILITY'
  /** Matches with a told door in it, or in whose told area it is; each may be in several. */
  | 'COUNTY'
  /** Matches that would remain, were only this kind asked for. */
  | 'KIND'
  /** Matches that name it, by its primary tag. To wish for it also keeps the others, to be asked. */
  | 'LANGUAGE'
  /** Matches that say so. To wish for it also keeps those that are silent, to be asked. */
  | 'POLICY';

/** What a listing says of itself, as it is found true. */
export type FieldGroup =
  /** Its name, contacts, phones, languages, and how to apply. */
  | 'CONTACT'
  /** Its rules and those of its units, their notes, policies, fees, and the documents that it asks for. */
  | 'ELIGIBILITY'
  /** When it is open, and when it takes people in. */
  | 'HOURS'
  /** Where it is, and where those whom it serves are. */
  | 'PLACE';

/** A place to stay for one person. Every part may be left out. */
export type FindHousingInput = {
  /** Rules that may be left to ask about even where verdicts leave ASK out. */
  askAbout?: Array<CriterionKind> | null | undefined;
  /** Where the seeker is, or wants to be. */
  at?: PlaceInput | null | undefined;
  /** When absent: OPEN, WAITLIST and UNKNOWN. */
  availability?: Array<AvailabilityState> | null | undefined;
  /** At most 20. */
  avoid?: Array<PlaceAvoidInput> | null | undefined;
  /** Beds needed. A listing that does not say how many are open is to be asked. */
  bedsFor?: number | null | undefined;
  /** Any of these. */
  kinds?: Array<HousingKind> | null | undefined;
  /** Wished for: any of them. A listing that names none of them is to be asked. */
  languages?: Array<string> | null | undefined;
  /** Wished for. A listing that is silent about one is to be asked. */
  policies?: Array<Policy> | null | undefined;
  reach?: Reach | null | undefined;
  /** The person who needs help. Never stored, never logged. What is absent is unknown. */
  seeker?: SeekerInput | null | undefined;
  /** When absent: ELIGIBLE and ASK. */
  verdicts?: Array<Verdict> | null | undefined;
  /** From 1 to 1,000,000; needs a place. */
  withinMeters?: number | null | undefined;
};

/** Help of other kinds for one person. Every part may be left out. */
export type FindServicesInput = {
  /** Rules that may be left to ask about even where verdicts leave ASK out. */
  askAbout?: Array<CriterionKind> | null | undefined;
  /** Where the seeker is, or wants to be. */
  at?: PlaceInput | null | undefined;
  /** At most 20. */
  avoid?: Array<PlaceAvoidInput> | null | undefined;
  /** Any of these. */
  kinds?: Array<ServiceKind> | null | undefined;
  /** Wished for: any of them. A listing that names none of them is to be asked. */
  languages?: Array<string> | null | undefined;
  /** Wished for. A listing that is silent about one is to be asked. */
  policies?: Array<Policy> | null | undefined;
  reach?: Reach | null | undefined;
  /** The person who needs help. Never stored, never logged. What is absent is unknown. */
  seeker?: SeekerInput | null | undefined;
  /** When absent: ELIGIBLE and ASK. */
  verdicts?: Array<Verdict> | null | undefined;
  /** From 1 to 1,000,000; needs a place. */
  withinMeters?: number | null | undefined;
};

export type Freshness =
  /** It still holds. */
  | 'AGING'
  /** In the first quarter of the time that a report of this kind holds. */
  | 'FRESH'
  /** There was none. */
  | 'NEVER'
  /** It has run out. */
  | 'STALE';

/** A trans woman is WOMAN, a trans man MAN; girls and boys too. */
export type Gender =
  | 'MAN'
  | 'NONBINARY'
  | 'TWO_SPIRIT'
  | 'WOMAN';

export type GrantRevealInput = {
  /** For so many days; 30 where nothing is said. */
  days?: number | null | undefined;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Of a listing of your own organization. */
  listingId: string;
  /** Of an advocate: Viewer.id, as she sees it. */
  personId: string;
  /** Why: it is written down. 10 to 500 characters. */
  reason: string;
};

export type GrantRoleInput = {
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  organizationId?: string | null | undefined;
  personId: string;
  role: Role;
};

export type HoursInput = {
  notes?: string | null | undefined;
  /** IANA name, as America/Chicago. */
  timeZone: string;
  weekly: Array<OpenIntervalInput>;
};

/** Every part that is given must hold. */
export type HousingFilter = {
  /** Has a site there. A withheld site counts where the area that is told touches it. */
  isIn?: AreaInput | null | undefined;
  /** Is any of these. */
  kinds?: Array<HousingKind> | null | undefined;
  /** Offers any of these languages, by BCP 47. */
  languages?: Array<string> | null | undefined;
  /** Says that it is open at the moment of the request. */
  openNow?: boolean | null | undefined;
  organizationId?: string | null | undefined;
  /** States that all of these hold. */
  policies?: Array<Policy> | null | undefined;
  /** Serves people of this place, wherever it is itself. Statewide and nationwide ones do. */
  serves?: PlaceInput | null | undefined;
  /** Words of its name or of what it says of itself. */
  text?: string | null | undefined;
};

export type HousingKind =
  | 'CRISIS_RESPITE'
  | 'DAY_CENTER'
  | 'EMERGENCY_SHELTER'
  | 'HOST_HOME'
  | 'MATERNITY_HOME'
  | 'MOTEL_VOUCHER'
  | 'PERMANENT_SUPPORTIVE'
  | 'RAPID_REHOUSING'
  | 'RESIDENTIAL_TREATMENT'
  | 'SAFE_HOUSE'
  | 'SPECIALIZED_FOSTER_CARE'
  | 'TRANSITIONAL';

/** What a row would do. */
export type ImportAction =
  /** It revises a listing. */
  | 'CHANGED'
  /** It is left out; problems say why. */
  | 'FAULTY'
  /** It lists something, told to its own people alone. */
  | 'NEW'
  /** It says what stands there already. */
  | 'UNCHANGED';

export type ImportFailureCode =
  /** It is locked with a password. */
  | 'ENCRYPTED'
  /** Whoever started it may no longer write these listings. */
  | 'FORBIDDEN'
  /** The server could not read it. */
  | 'INTERNAL'
  /** It is broken. */
  | 'MALFORMED'
  /** The archive is no workbook. */
  | 'NOT_A_SHEET'
  /** It is not UTF-8, nor what its sender said. */
  | 'NOT_IN_ENCODING'
  /** Its first row names no columns of the template. */
  | 'NO_HEADER'
  /** There is nothing below its first row. */
  | 'NO_ROWS'
  /** Too many rows, columns, letters or parts; or it unpacks to too much. */
  | 'TOO_LARGE';

/** Of what the rows of a spreadsheet are: of one kind, and of one organization. */
export type ImportKind =
  | 'HOUSING'
  | 'SERVICES';

export type ImportProblemCode =
  /** A formula stands in the cell, not a text. */
  | 'FORMULA'
  /** The cell says nothing that can be read. */
  | 'INVALID'
  /** The text would lead to an address that is withheld. */
  | 'LEADS_TO_DOOR'
  /** Two rows are of one listing or of one name; two columns of one name. */
  | 'NAMED_TWICE'
  /** A column of what a sheet cannot change. The others are read. */
  | 'NOT_BY_IMPORT'
  /** The organization has no listing with that id. */
  | 'NOT_FOUND'
  /** The cell must say something. */
  | 'REQUIRED'
  /** The listing was changed after the sheet was made. */
  | 'STALE_VERSION'
  /** A unit that is there is not named: by a sheet none is taken out. */
  | 'UNIT_MISSING'
  /** The template has no such column. The others are read. */
  | 'UNKNOWN_COLUMN';

export type ImportState =
  /** All its rows but those at fault are done: undoImport. */
  | 'APPLIED'
  /** Nobody applied it in its time. What was read is thrown away. */
  | 'EXPIRED'
  /** Nothing of the file could be read; failure says why. */
  | 'FAILED'
  /** Its rows are being read. rowsRead says how far. */
  | 'READING'
  /** What it would change can be seen. Nothing is changed yet: applyImport. */
  | 'READY'
  /** What it changed was taken back. */
  | 'UNDONE';

export type InvitePersonInput = {
  email: string;
  /** Of a coordinator, of which organization. */
  organizationId?: string | null | undefined;
  role: Role;
};

export type IssueAppKeyInput = {
  /** For so many days; 365 where nothing is said. */
  days?: number | null | undefined;
  /** Whose key it is and for what. */
  name: string;
  /** Of an organization, whose own people issue it: availability:write and listings:write are of its listings alone. */
  organizationId?: string | null | undefined;
  /** directory:read, partners:read, availability:write, listings:write, changes:read. */
  scopes: Array<string>;
  /** Whether the key is answered trusted documents alone, and refused every other: what @harborlight/client sends, of this release or an earlier one, and the manifests that the host was given. One that leaks then asks nothing that no known program asks. */
  trustedDocumentsOnly?: boolean | null | undefined;
};

export type ListHousingInput = {
  contacts?: Array<ContactInput> | null | undefined;
  description?: string | null | undefined;
  eligibility?: Array<CriterionInput> | null | undefined;
  /** What no rule says. */
  eligibilityNotes?: string | null | undefined;
  fees?: string | null | undefined;
  hours?: HoursInput | null | undefined;
  howToApply?: string | null | undefined;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** When people are taken in. */
  intake?: HoursInput | null | undefined;
  kind: HousingKind;
  languages?: Array<string> | null | undefined;
  name: string;
  /** Who runs it, which is not what it is. */
  operatedBy: Array<OperatorKind>;
  /** One of which you are coordinator. */
  organizationId: string;
  phones?: Array<PhoneInput> | null | undefined;
  policies?: Array<PolicyStatementInput> | null | undefined;
  requiredDocuments?: Array<string> | null | undefined;
  /** Empty: of whom it serves, by where they are, nothing is said. */
  serviceAreas: Array<ServiceAreaInput>;
  /** Locations of its organization where it is. */
  siteIds?: Array<string> | null | undefined;
  stayDaysMax?: number | null | undefined;
  /** In a few sentences; never an address. */
  summary: string;
  transportOffered: boolean;
  /** At least one. */
  units: Array<UnitInput>;
};

export type ListServiceInput = {
  contacts?: Array<ContactInput> | null | undefined;
  description?: string | null | undefined;
  eligibility?: Array<CriterionInput> | null | undefined;
  /** What no rule says. */
  eligibilityNotes?: string | null | undefined;
  fees?: string | null | undefined;
  hours?: HoursInput | null | undefined;
  howToApply?: string | null | undefined;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** At least one. */
  kinds: Array<ServiceKind>;
  languages?: Array<string> | null | undefined;
  name: string;
  /** One of which you are coordinator. */
  organizationId: string;
  phones?: Array<PhoneInput> | null | undefined;
  policies?: Array<PolicyStatementInput> | null | undefined;
  requiredDocuments?: Array<string> | null | undefined;
  /** Empty: of whom it serves, by where they are, nothing is said. */
  serviceAreas: Array<ServiceAreaInput>;
  /** Locations of its organization where it is. */
  siteIds?: Array<string> | null | undefined;
  /** In a few sentences; never an address. */
  summary: string;
};

export type ListingStatus =
  | 'ACTIVE'
  /** For now it takes nobody; it is expected back. */
  | 'PAUSED'
  /** It is no more. */
  | 'WITHDRAWN';

/** A place of the organization. With `withheld` its address is sealed, and no answer tells it but revealAddress; without, it is told as far as the place is. A new place is told to its own people, until two of them tell it further. */
export type LocationInput = {
  city?: string | null | undefined;
  /** Five digits. */
  countyFips: string;
  /** Street and number; needed where it is told. */
  lines?: Array<string> | null | undefined;
  /** By which its own people know it. */
  name: string;
  point?: PointInput | null | undefined;
  postalCode?: string | null | undefined;
  /** Why its address is told to nobody. */
  withheld?: WithheldReason | null | undefined;
};

/** As what someone changed something; HOST is the server itself, or whoever runs it. */
export type MadeAs =
  | 'APP'
  | 'COORDINATOR'
  | 'HOST'
  | 'NATION_COORDINATOR'
  | 'STEWARD';

export type MaterialKind =
  | 'CAMPAIGN'
  | 'GUIDE'
  | 'POSTER'
  | 'PROTOCOL'
  | 'TRAINING'
  | 'VIDEO';

/** What it does in the response. */
export type NetworkRole =
  | 'ADVOCACY'
  | 'CHILD_PROTECTION'
  | 'CRISIS_LINE'
  | 'FAITH_COMMUNITY'
  | 'HEALTH'
  | 'LEGAL_AID'
  | 'LODGING'
  | 'MULTIDISCIPLINARY_TEAM'
  | 'POLICE'
  | 'PROSECUTION'
  | 'PROVIDER'
  | 'REGIONAL_NAVIGATOR'
  | 'SCHOOL'
  | 'STATE_AGENCY'
  | 'SURVIVOR_LED'
  | 'TRAINING'
  | 'TRIBAL_GOVERNMENT'
  | 'YOUTH_SERVICES';

export type NodeKind =
  | 'CONVENING'
  | 'HOUSING_OPTION'
  | 'MATERIAL'
  | 'ORGANIZATION'
  | 'REGION'
  | 'SERVICE'
  | 'TRIBAL_NATION';

/** Of what an organization, or the stewards of the network, are told. */
export type NoticeKind =
  /** Someone asked where a withheld listing is, and was told. */
  | 'ADDRESS_REVEALED'
  /** A key of an app was ended, or ended with whoever answered for it. */
  | 'APP_KEY_ENDED'
  /** An app keeps listings of the organization from now on. */
  | 'APP_KEY_ISSUED'
  /** Another answers for it from now on. */
  | 'APP_KEY_KEPT'
  /** A listing is to be confirmed again: its people were reminded of it. */
  | 'CONFIRMATION_REMINDED'
  | 'CONSENT_RECORDED'
  | 'CONSENT_WITHDRAWN'
  | 'DISCLOSURE_LOOSENED'
  | 'DISCLOSURE_PROPOSED'
  | 'DISCLOSURE_REJECTED'
  | 'DISCLOSURE_TIGHTENED'
  /** The organization hosts a convening no more: whoever keeps that took it out. */
  | 'HOST_TAKEN_OUT'
  | 'REVEAL_ENDED'
  | 'REVEAL_GRANTED'
  | 'ROLE_ENDED'
  /** Someone has a role from now on: she took up a link, or it was given to her. */
  | 'ROLE_GIVEN'
  /** Someone was sent a link to a role; nobody has taken it up yet. */
  | 'ROLE_OFFERED'
  /** Someone who is none of its people wrote in its name, a steward or whoever hosts a convening with it; told once a day of each. Its lists and their history say what. */
  | 'WRITTEN_BY_OTHERS';

/** Local time; what closes at or before it opens closes the next day. */
export type OpenIntervalInput = {
  /** As 17:00; 24:00 is the end of the day. */
  closes: string;
  day: Weekday;
  /** As 08:30. */
  opens: string;
};

/** Who runs it, which is not what it is. */
export type OperatorKind =
  | 'CITY'
  | 'COUNTY'
  | 'FAITH'
  | 'FOR_PROFIT'
  | 'HEALTH_SYSTEM'
  | 'NONPROFIT'
  | 'STATE'
  | 'TRIBAL';

/** Every part that is given must hold. */
export type OrganizationFilter = {
  /** Has a site there; by region: its home region. */
  isIn?: AreaInput | null | undefined;
  /** Is any of these. */
  kinds?: Array<OrganizationKind> | null | undefined;
  /** Has any of these roles. */
  roles?: Array<NetworkRole> | null | undefined;
  /** Words of its name or description. */
  text?: string | null | undefined;
};

/** What an organization is. */
export type OrganizationKind =
  | 'CITY_AGENCY'
  | 'COALITION'
  | 'COUNTY_AGENCY'
  | 'COURT'
  | 'FAITH_BASED'
  | 'HEALTH_SYSTEM'
  | 'LAW_ENFORCEMENT'
  | 'LODGING_BUSINESS'
  | 'NONPROFIT'
  | 'PROSECUTOR_OFFICE'
  | 'SCHOOL_DISTRICT'
  | 'STATE_AGENCY'
  | 'TRIBAL_GOVERNMENT'
  | 'UNIVERSITY'
  | 'UNSTATED';

export type Outcome =
  | 'MET'
  | 'NOT_MET'
  /** Not known: the question says what to ask. */
  | 'UNKNOWN';

export type PauseListingInput = {
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Why, in words that are told with the listing; a steward’s are kept with the change alone. 10 to 500 characters. */
  reason: string;
  /** When it ends by itself; else it is restored. */
  until?: string | null | undefined;
  /** The version that you read. */
  version: number;
};

export type PhoneInput = {
  extension?: string | null | undefined;
  kind: PhoneKind;
  note?: string | null | undefined;
  /** As it is dialed; written in any usual way. */
  number: string;
};

export type PhoneKind =
  | 'FAX'
  | 'TEXT'
  | 'TTY'
  | 'VOICE';

/** Where the person must not be placed. What may lie there by what is told is left out. */
export type PlaceAvoidInput =
  {   /** Within so many metres of a place. */
  circle: CircleInput; countyFips?: never; }
  |  { circle?: never;   /** A county, by its FIPS. */
  countyFips: string; };

/** One place, named in exactly one way. */
export type PlaceInput =
  {   city: CityInput; countyFips?: never; nationId?: never; point?: never; zip?: never; }
  |  { city?: never;   /** Five digits: state and county, as 27021. */
  countyFips: string; nationId?: never; point?: never; zip?: never; }
  |  { city?: never; countyFips?: never;   /** A nation: the place is its government's seat. */
  nationId: string; point?: never; zip?: never; }
  |  { city?: never; countyFips?: never; nationId?: never;   point: PointInput; zip?: never; }
  |  { city?: never; countyFips?: never; nationId?: never; point?: never;   /** Five digits. */
  zip: string; };

/** Degrees, WGS 84. */
export type PointInput = {
  /** From -90 to 90. */
  latitude: number;
  /** From -180 to 180. */
  longitude: number;
};

/** What is or is not asked of the person who comes. */
export type Policy =
  | 'CHILDREN_STAY_TOGETHER'
  | 'NIGHT_INTAKE'
  | 'NO_CURFEW'
  | 'NO_FEE'
  | 'NO_ID_REQUIRED'
  | 'NO_POLICE_REPORT_REQUIRED'
  | 'NO_PROGRAM_REQUIRED'
  | 'NO_SOBRIETY_REQUIRED'
  | 'PETS_WELCOME'
  | 'PHONE_KEPT'
  | 'SELF_REFERRAL'
  | 'STAFF_AWAKE_OVERNIGHT'
  | 'SURVIVOR_LED'
  | 'WALK_IN';

export type PolicyStatementInput = {
  /** False: that it does not hold. */
  holds: boolean;
  note?: string | null | undefined;
  policy: Policy;
};

/** By what someone who has signed in proves again who she is. */
export type ProofInput = {
  /** Where she has a second factor: the six digits that the app shows now, or a recovery code. */
  code?: string | null | undefined;
  password: string;
};

export type ProposalState =
  | 'APPROVED'
  /** Nobody decided on it in time. */
  | 'LAPSED'
  | 'OPEN'
  | 'REJECTED'
  /** What it is of changed meanwhile, or who proposed it is no longer there. */
  | 'VOID'
  /** Whoever proposed it took it back. */
  | 'WITHDRAWN';

export type ProposeDisclosureInput = {
  /** Of a listing or a location of your own organization. */
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Why: whoever decides reads it, and it is written down. Never an address. 10 to 500 characters. */
  reason: string;
  /** How far it is to be told: further than now. */
  to: Telling;
};

export type PublishMaterialInput = {
  /** Whom it is made for. */
  audiences: Array<Audience>;
  description?: string | null | undefined;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  kind: MaterialKind;
  language: string;
  /** Whose it is: your own, or, of a steward, any but a nation’s. */
  organizationId: string;
  /** Today, where nothing is said. */
  publishedAt?: string | null | undefined;
  title: string;
  topics?: Array<string> | null | undefined;
  /** Where it is read, watched or printed. */
  url: string;
};

export type Reach =
  /** What lies within reach, and whatever serves the whole state or country. */
  | 'NEAR'
  /** What says that it serves people of this place, wherever it lies itself. */
  | 'SERVES_HERE';

export type RecordConsentInput = {
  /** Whether it confirms the record of the nation itself. */
  coversRecord: boolean;
  /** When; now where nothing is said. */
  givenAt?: string | null | undefined;
  /** Who of the nation has consented: a role and a body, never a person. */
  givenBy: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** The listings of the nation that may be told beyond it. */
  listingIds: Array<string>;
  nationId: string;
  /** On what terms, in the words of the nation. */
  terms: string;
};

/** How far a record may be relied on. */
export type RecordStanding =
  /** Said by people who should know; no source was found. */
  | 'BELIEVED'
  /** The nation itself has confirmed it. */
  | 'CONFIRMED_BY_NATION'
  /** Follows from public sources, but none says it in so many words. */
  | 'INFERRED'
  /** From public sources; for a nation: not yet confirmed by the nation. */
  | 'PUBLIC_SOURCE'
  /** Invented, for trying the directory out. */
  | 'SAMPLE';

/** Who sends someone. */
export type ReferralSource =
  | 'CHILD_PROTECTION'
  | 'HOSPITAL'
  | 'POLICE'
  | 'REGIONAL_NAVIGATOR'
  | 'SELF';

export type RegisterOrganizationInput = {
  contacts?: Array<ContactInput> | null | undefined;
  description?: string | null | undefined;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  kind: OrganizationKind;
  name: string;
  /** Places that it has besides those known. */
  newLocations?: Array<LocationInput> | null | undefined;
  /** Its home region. */
  regionId?: string | null | undefined;
  roles?: Array<NetworkRole> | null | undefined;
  website?: string | null | undefined;
};

export type RejectDisclosureInput = {
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Of a proposal of another; or of your own, to withdraw it. */
  proposalId: string;
};

/** What became of a mail. */
export type ReminderResult =
  /** The server for her address took it. */
  | 'ACCEPTED'
  /** It was put off; it is tried again, some five times in a day and a half. */
  | 'DEFERRED'
  /** It was needed no more before it was sent. */
  | 'LAPSED'
  /** It was refused for good: the address may be wrong. */
  | 'REFUSED'
  /** Its sending was broken off. It is not sent again. */
  | 'UNKNOWN'
  /** It is to be sent. */
  | 'WAITING';

export type ReportAvailabilityInput = {
  /** Whether it takes anyone now. */
  accepting: boolean;
  /** 0 only where there is none; absent where you do not know. */
  bedsOpen?: number | null | undefined;
  /** How many there are in all, where that is more or fewer than the capacity of the unit. */
  bedsTotal?: number | null | undefined;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  note?: ReportNote | null | undefined;
  unitId: string;
  waitlist?: boolean;
};

export type ReportNote =
  | 'CALL_FIRST'
  | 'EXPECTED_TOMORROW'
  | 'FAMILY_ROOM_ONLY'
  | 'INTAKE_PAUSED_TONIGHT'
  | 'ONE_NIGHT_ONLY'
  | 'OVERFLOW_OPEN';

/** ACCEPTED: the listing was mended, or will be; DECLINED: it is right as it is. */
export type Resolution =
  | 'ACCEPTED'
  | 'DECLINED';

export type ResolveDuplicateInput = {
  decision: DuplicateDecision;
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
};

export type ResolveSuggestionInput = {
  /** Told to whoever has the code of the suggestion, and so to anyone. Never an address. */
  answer?: string | null | undefined;
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Of one that is resolved, what it is: another answer may be given. */
  outcome: Resolution;
};

export type RestoreListingInput = {
  /** To what it said at this version, as its history tells. Absent: back from its pause or withdrawal. */
  asOfVersion?: number | null | undefined;
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Why: kept with the change. Never an address. 10 to 500 characters. */
  reason: string;
  /** The version that you read. */
  version: number;
};

export type RevealAddressInput = {
  /** Of a listing of your own organization. */
  listingId: string;
  /** What the address is needed for: it is written down. */
  purpose: string;
};

/** What is absent stays as it is; null empties what can be empty. */
export type ReviseConveningInput = {
  description?: string | null | undefined;
  endsAt?: string | null | undefined;
  /** All who call it. Whoever is added must be yours to speak for: your own organization, or, of a steward, any but a nation’s. */
  hostIds?: Array<string> | null | undefined;
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** In words: a town, a room, a video call. */
  location?: string | null | undefined;
  /** Why: kept with the change for those who keep it, and needed where it is withdrawn. Never an address. */
  reason?: string | null | undefined;
  /** An iCalendar rule (RRULE) of days, weeks, months or years, as FREQ=MONTHLY;BYDAY=2TU; it meets on the day of startsAt. */
  recurrence?: string | null | undefined;
  /** Whose team meets; none for the whole state. */
  regionId?: string | null | undefined;
  /** Of the first one, where it recurs. */
  startsAt?: string | null | undefined;
  /** By whose clock it recurs: an IANA name, as America/Chicago. */
  timeZone?: string | null | undefined;
  title?: string | null | undefined;
  topic?: string | null | undefined;
  /** The version that you read. */
  version: number;
  /** True takes it out: only those who keep it are told of it. False brings it back. */
  withdrawn?: boolean | null | undefined;
};

/** What is absent stays as it is; null empties what can be empty. */
export type ReviseHousingInput = {
  contacts?: Array<ContactInput> | null | undefined;
  description?: string | null | undefined;
  eligibility?: Array<CriterionInput> | null | undefined;
  /** What no rule says. */
  eligibilityNotes?: string | null | undefined;
  fees?: string | null | undefined;
  hours?: HoursInput | null | undefined;
  howToApply?: string | null | undefined;
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  intake?: HoursInput | null | undefined;
  kind?: HousingKind | null | undefined;
  languages?: Array<string> | null | undefined;
  name?: string | null | undefined;
  operatedBy?: Array<OperatorKind> | null | undefined;
  phones?: Array<PhoneInput> | null | undefined;
  policies?: Array<PolicyStatementInput> | null | undefined;
  /** Why: kept with the change for those who keep the listing. Never an address. */
  reason?: string | null | undefined;
  requiredDocuments?: Array<string> | null | undefined;
  /** Null, and an empty list, take out all: of whom it serves, by where they are, nothing is said any more. */
  serviceAreas?: Array<ServiceAreaInput> | null | undefined;
  /** Locations of its organization where it is. */
  siteIds?: Array<string> | null | undefined;
  stayDaysMax?: number | null | undefined;
  /** In a few sentences; never an address. */
  summary?: string | null | undefined;
  transportOffered?: boolean | null | undefined;
  /** All of them: one that is not named is left out. Its reports are kept, and by its id it comes back with them. */
  units?: Array<UnitInput> | null | undefined;
  /** The version that you read. */
  version: number;
};

/** What is absent stays as it is; null empties what can be empty. */
export type ReviseMaterialInput = {
  /** Whom it is made for. */
  audiences?: Array<Audience> | null | undefined;
  description?: string | null | undefined;
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  kind?: MaterialKind | null | undefined;
  language?: string | null | undefined;
  /** Today, where nothing is said. */
  publishedAt?: string | null | undefined;
  /** Why: kept with the change for those who keep it, and needed where it is withdrawn. Never an address. */
  reason?: string | null | undefined;
  title?: string | null | undefined;
  topics?: Array<string> | null | undefined;
  /** Where it is read, watched or printed. */
  url?: string | null | undefined;
  /** The version that you read. */
  version: number;
  /** True takes it out: only those who keep it are told of it. False brings it back. */
  withdrawn?: boolean | null | undefined;
};

/** What a nation says of itself. What is absent stays as it is; null empties what can be empty. Whom to call there is its organization’s to say (reviseOrganization); its land and the counties where that lies are no words of its record. */
export type ReviseNationInput = {
  /** What it calls itself. */
  endonym?: string | null | undefined;
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  name?: string | null | undefined;
  people?: TribalPeople | null | undefined;
  /** Why: kept with the change for those who keep it. Never an address. */
  reason?: string | null | undefined;
  seat?: SeatInput | null | undefined;
  /** The counties where it serves its people; five digits each. */
  serviceCounties?: Array<string> | null | undefined;
  /** The version that you read. */
  version: number;
  website?: string | null | undefined;
};

/** What is absent stays as it is; null empties what can be empty. */
export type ReviseOrganizationInput = {
  contacts?: Array<ContactInput> | null | undefined;
  description?: string | null | undefined;
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  kind?: OrganizationKind | null | undefined;
  name?: string | null | undefined;
  /** Places that it has besides those known. */
  newLocations?: Array<LocationInput> | null | undefined;
  /** Why: kept with the change. Never an address. */
  reason?: string | null | undefined;
  /** Its home region. */
  regionId?: string | null | undefined;
  roles?: Array<NetworkRole> | null | undefined;
  /** The version that you read. */
  version: number;
  website?: string | null | undefined;
};

/** What is absent stays as it is; null empties what can be empty. */
export type ReviseServiceInput = {
  contacts?: Array<ContactInput> | null | undefined;
  description?: string | null | undefined;
  eligibility?: Array<CriterionInput> | null | undefined;
  /** What no rule says. */
  eligibilityNotes?: string | null | undefined;
  fees?: string | null | undefined;
  hours?: HoursInput | null | undefined;
  howToApply?: string | null | undefined;
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  kinds?: Array<ServiceKind> | null | undefined;
  languages?: Array<string> | null | undefined;
  name?: string | null | undefined;
  phones?: Array<PhoneInput> | null | undefined;
  policies?: Array<PolicyStatementInput> | null | undefined;
  /** Why: kept with the change for those who keep the listing. Never an address. */
  reason?: string | null | undefined;
  requiredDocuments?: Array<string> | null | undefined;
  /** Null, and an empty list, take out all: of whom it serves, by where they are, nothing is said any more. */
  serviceAreas?: Array<ServiceAreaInput> | null | undefined;
  /** Locations of its organization where it is. */
  siteIds?: Array<string> | null | undefined;
  /** In a few sentences; never an address. */
  summary?: string | null | undefined;
  /** The version that you read. */
  version: number;
};

export type RevokeAppKeyInput = {
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
};

export type RevokePersonInput = {
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Of a steward: keys of apps that do not end with her, and for which the viewer answers from now on. She was told them when she issued them: issue others soon. */
  keepAppKeys?: Array<string> | null | undefined;
  /** Only what she is of this organization. */
  organizationId?: string | null | undefined;
  personId: string;
};

export type RevokeReportLinkInput = {
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
};

export type RevokeRevealInput = {
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  listingId: string;
  personId: string;
};

/** What a person of the network may be. */
export type Role =
  | 'ADVOCATE'
  | 'COORDINATOR'
  | 'NATION_COORDINATOR'
  | 'STEWARD';

export type ScheduleConveningInput = {
  description?: string | null | undefined;
  endsAt: string;
  /** Who calls it: your own organization, or, of a steward, any but a nation’s. */
  hostIds: Array<string>;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** In words: a town, a room, a video call. */
  location?: string | null | undefined;
  /** An iCalendar rule (RRULE) of days, weeks, months or years, as FREQ=MONTHLY;BYDAY=2TU; it meets on the day of startsAt. */
  recurrence?: string | null | undefined;
  /** Whose team meets; none for the whole state. */
  regionId?: string | null | undefined;
  /** Of the first one, where it recurs. */
  startsAt: string;
  /** By whose clock it recurs: an IANA name, as America/Chicago. */
  timeZone: string;
  title: string;
  topic: string;
};

/** Where a nation’s government sits: it is told with its address. */
export type SeatInput = {
  city: string;
  /** Five digits. */
  countyFips: string;
  /** Street and number. */
  lines: Array<string>;
  point: PointInput;
  postalCode: string;
};

/** The person who needs help. Never stored, never logged. What is absent is unknown, and so is null. */
export type SeekerInput = {
  accessNeeds?: Array<AccessNeed> | null | undefined;
  /** Whole years, 0 to 120. */
  age?: number | null | undefined;
  careNeeds?: Array<CareNeed> | null | undefined;
  /** Given: all of them. []: none. */
  children?: Array<ChildInput> | null | undefined;
  /** Given: all of them. []: none. */
  convictions?: Array<ConvictionKind> | null | undefined;
  custody?: Custody | null | undefined;
  documents?: Array<DocumentInput> | null | undefined;
  gender?: Gender | null | undefined;
  /** Where home is: five digits, as 27021. */
  homeCountyFips?: string | null | undefined;
  languages?: Array<string> | null | undefined;
  lgbtq?: boolean | null | undefined;
  /** Dollars; 0 is an income of nothing. */
  monthlyIncome?: number | null | undefined;
  nations?: Array<SeekerNationInput> | null | undefined;
  /** Comes with a partner. */
  partner?: boolean | null | undefined;
  /** A service animal is not a pet. */
  pets?: boolean | null | undefined;
  /** Works with the police, and wants to. */
  policeCooperation?: boolean | null | undefined;
  pregnant?: boolean | null | undefined;
  referredBy?: ReferralSource | null | undefined;
  serviceAnimal?: boolean | null | undefined;
  /** What is so; the rest is unknown. */
  situations?: Array<Situation> | null | undefined;
  substanceUse?: SubstanceUse | null | undefined;
  /** Comes without a parent or guardian. */
  unaccompaniedMinor?: boolean | null | undefined;
  veteran?: boolean | null | undefined;
};

/** Three different facts; each is true, false, or not known. */
export type SeekerNationInput = {
  descendant?: boolean | null | undefined;
  enrolled?: boolean | null | undefined;
  /** Lives within its reservation. */
  livesWithin?: boolean | null | undefined;
  nationId: string;
};

/** Whom it serves, by where they are: of each kind what it needs. */
export type ServiceAreaInput = {
  /** Of COUNTIES: five digits each. */
  countyFips?: Array<string> | null | undefined;
  kind: ServiceAreaKind;
  nationId?: string | null | undefined;
  regionId?: string | null | undefined;
  /** Of STATEWIDE: two letters. */
  state?: string | null | undefined;
};

export type ServiceAreaKind =
  | 'COUNTIES'
  | 'NATION'
  | 'NATIONWIDE'
  | 'REGION'
  | 'STATEWIDE';

/** Every part that is given must hold. */
export type ServiceFilter = {
  /** Has a site there. A withheld site counts where the area that is told touches it. */
  isIn?: AreaInput | null | undefined;
  /** Is any of these. */
  kinds?: Array<ServiceKind> | null | undefined;
  /** Offers any of these languages, by BCP 47. */
  languages?: Array<string> | null | undefined;
  /** Says that it is open at the moment of the request. */
  openNow?: boolean | null | undefined;
  organizationId?: string | null | undefined;
  /** States that all of these hold. */
  policies?: Array<Policy> | null | undefined;
  /** Serves people of this place, wherever it is itself. Statewide and nationwide ones do. */
  serves?: PlaceInput | null | undefined;
  /** Words of its name or of what it says of itself. */
  text?: string | null | undefined;
};

export type ServiceKind =
  | 'ADVOCACY'
  | 'BASIC_NEEDS'
  | 'CASE_MANAGEMENT'
  | 'CHILD_CARE'
  | 'CRISIS_LINE'
  | 'CULTURAL_HEALING'
  | 'EDUCATION'
  | 'EMPLOYMENT'
  | 'FORENSIC_EXAM'
  | 'FORENSIC_INTERVIEWING'
  | 'HEALTH_CARE'
  | 'INTERPRETATION'
  | 'LEGAL'
  | 'MENTAL_HEALTH'
  | 'MULTIDISCIPLINARY_TEAM'
  | 'NAVIGATION'
  | 'OUTREACH'
  | 'PREVENTION'
  | 'RELOCATION'
  | 'SUBSTANCE_USE'
  | 'SUPPORT_GROUP'
  | 'SURVIVOR_MENTORING'
  | 'TRAINING'
  | 'TRANSPORT';

export type SignInInput = {
  /** Of whom has a second factor: the six digits that the app shows now, or a recovery code. */
  code?: string | null | undefined;
  email: string;
  password: string;
};

/** What has happened, or is near. */
export type Situation =
  | 'AT_RISK'
  | 'DOMESTIC_VIOLENCE'
  | 'EXPLOITATION'
  | 'HOMELESS'
  | 'LABOR_TRAFFICKING'
  | 'RUNAWAY'
  | 'SEXUAL_ASSAULT'
  | 'SEX_TRAFFICKING'
  | 'STALKING';

export type Stance =
  /** Decided with the person: ask. */
  | 'CASE_BY_CASE'
  /** Not these. */
  | 'REFUSES'
  /** Only these. */
  | 'REQUIRES'
  /** Accepts these, among others. */
  | 'SERVES';

export type StartImportInput = {
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  kind: ImportKind;
  /** Whose listings they are: one that you keep. */
  organizationId: string;
  /** Answered by POST /imports, where the file was sent. */
  uploadId: string;
};

export type SubstanceUse =
  | 'ACTIVE'
  | 'NONE'
  /** For opioid use disorder, as methadone or buprenorphine. */
  | 'ON_MEDICATION'
  /** In recovery. */
  | 'SOBER';

export type SuggestCorrectionInput = {
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** A listing, an organization or a tribal nation. */
  thingId: string;
  /** What is wrong of it, and what is right; 10 to 2,000 characters. Nothing about a person: no names, no ages, no story. It is read by those who keep the thing, and deleted when it is resolved. */
  words: string;
};

export type SuggestionState =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'OPEN';

/** How far something is told. */
export type Telling =
  /** To its own organization alone. */
  | 'OWN'
  /** To advocates who have signed in, and apps with the scope. */
  | 'PARTNERS'
  /** To everyone. */
  | 'PUBLISHED'
  /** Of a location: with its address, to whomever it is told. */
  | 'STREET_TOLD'
  /** Of a location: its address is sealed, and told to nobody but by revealAddress. */
  | 'STREET_WITHHELD';

export type TightenDisclosureInput = {
  /** Of a listing or a location of your own organization. */
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Why: it is written down. 10 to 500 characters. */
  reason: string;
  /** How far it is told from now on: less than now. */
  to: Telling;
  /** Of a street that is withheld: why, as it is told instead of the address. */
  withheldReason?: WithheldReason | null | undefined;
};

/** The people a nation belongs to. */
export type TribalPeople =
  | 'DAKOTA'
  | 'HO_CHUNK'
  | 'OJIBWE'
  | 'OTHER';

export type UndoImportInput = {
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Why: kept with each change. Never an address. 10 to 500 characters. */
  reason: string;
};

/** Single rooms, family rooms, youth beds: each with its own rules and numbers. */
export type UnitInput = {
  /** Of a unit that is there, absent stays as it is; null where nobody knows. */
  capacity?: number | null | undefined;
  /** Beside those of the option. Of a unit that is there, absent stay as they are; an empty list takes them away. */
  eligibility?: Array<CriterionInput> | null | undefined;
  /** Of a unit that is there, or was left out and comes back: it keeps its reports, whatever it is called now. */
  id?: string | null | undefined;
  name: string;
};

export type Verdict =
  /** Call and ask: something is not known, or is decided case by case. */
  | 'ASK'
  /** No stated rule speaks against it, and nothing is left to ask. */
  | 'ELIGIBLE'
  /** A rule that is stated is broken by a fact that was given. */
  | 'NOT_ELIGIBLE';

export type VerificationState =
  /** Confirmed, for more than 30 days yet. */
  | 'CURRENT'
  /** Confirmed, and to be confirmed again within 30 days. */
  | 'DUE'
  /** Nobody has confirmed it, or not all of it. */
  | 'NEVER'
  /** Its last confirmation has run out. */
  | 'OVERDUE';

/** Who asks, as far as it matters for what is told. */
export type ViewerKind =
  /** Someone who stands by people in need, signed in. */
  | 'ADVOCATE'
  /** A program with a key: as its scopes say. */
  | 'APP'
  /** Someone of an organization, who keeps its listings true. */
  | 'COORDINATOR'
  /** Someone of a nation, who keeps its record. */
  | 'NATION_COORDINATOR'
  /** Someone who keeps the network. */
  | 'STEWARD'
  /** Nobody has signed in: what is published is told. */
  | 'STRANGER';

export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type WithdrawConsentInput = {
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  nationId: string;
  /** Why: it is written down. 10 to 500 characters. */
  reason: string;
};

export type WithdrawListingInput = {
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
  /** Why: kept with the change. Never an address. 10 to 500 characters. */
  reason: string;
  /** The version that you read. */
  version: number;
};

/** Why a place is not told. */
export type WithheldReason =
  | 'BY_REQUEST'
  | 'CONFIDENTIAL_SHELTER'
  | 'PRIVATE_HOME';

/** What waits to be done by those who keep something true. */
export type WorkKind =
  /** A confirmation has run out: confirmListing. */
  | 'CONFIRMATION_OVERDUE'
  /** A row of an import may be this listing: resolveDuplicate. */
  | 'DUPLICATE'
  /** Nobody has said yet that it is true: confirmListing. */
  | 'NEVER_CONFIRMED'
  /** Of a unit nobody ever said what is free: reportAvailability. */
  | 'NEVER_REPORTED'
  /** It waits to be admitted: admitOrganization. Told to stewards. */
  | 'NOT_ADMITTED'
  /** Nobody of it keeps it true: invitePerson. Of a nation a steward invites nobody: agree with it whom, and whoever runs the directory invites her (people invite). Told to stewards. */
  | 'NO_COORDINATOR'
  /** Something is to be told further, and the viewer may be the second: approveDisclosure. */
  | 'PROPOSAL'
  /** Its people were reminded three times, and it is not confirmed: ask after them. Of a nation’s it is here where it is told; its own people alone confirm it. Told to stewards. */
  | 'REMINDED_IN_VAIN'
  /** Someone says that something is wrong: resolveSuggestion. Where nobody of its organization or nation is there who could, stewards are told that it waits: NO_COORDINATOR says what to do. Where all are new and an address is withheld, they and stewards are told that it waits: one of them reads it when she is no longer new. */
  | 'SUGGESTION';

export type FaultFragment = { code: string, message: string, field: string | null };

export type WhoAsksQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAsksQuery = { viewer: { kind: ViewerKind, name: string | null, scopes: Array<string>, roles: Array<{ role: Role, organizationId: string | null }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { signedIn: boolean | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { signedOut: boolean | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput;
}>;


export type InvitePersonMutation = { invitePerson: { invitation: { id: string, link: string, expiresAt: string } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { signedIn: boolean | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type GrantRoleMutationVariables = Exact<{
  input: GrantRoleInput;
}>;


export type GrantRoleMutation = { grantRole: { personId: string | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RevokePersonMutationVariables = Exact<{
  input: RevokePersonInput;
}>;


export type RevokePersonMutation = { revokePerson: { personId: string | null, endedAppKeys: Array<{ id: string, name: string }> | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type IssueAppKeyMutationVariables = Exact<{
  input: IssueAppKeyInput;
}>;


export type IssueAppKeyMutation = { issueAppKey: { key: string | null, appKey: { id: string, name: string, prefix: string, scopes: Array<string>, trustedDocumentsOnly: boolean, expiresAt: string } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RevokeAppKeyMutationVariables = Exact<{
  input: RevokeAppKeyInput;
}>;


export type RevokeAppKeyMutation = { revokeAppKey: { id: string | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RevealAddressMutationVariables = Exact<{
  input: RevealAddressInput;
}>;


export type RevealAddressMutation = { revealAddress: { addresses: Array<{ site: string, lines: Array<string>, city: string, postalCode: string, notes: string | null, point: { latitude: number, longitude: number } | null }> | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type OwnAppKeysQueryVariables = Exact<{
  id: string;
}>;


export type OwnAppKeysQuery = { node:
    | { appKeys: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, trustedDocumentsOnly: boolean, expiresAt: string, organizationId: string | null, answeredBy: string | null }> | null }
    | Record<PropertyKey, never>
   | null };

export type MySecondFactorQueryVariables = Exact<{ [key: string]: never; }>;


export type MySecondFactorQuery = { viewer: { kind: ViewerKind, secondFactor: { isAskedFor: boolean, confirmedAt: string | null, recoveryCodesLeft: number } | null } };

export type BeginSecondFactorMutationVariables = Exact<{
  input: ProofInput;
}>;


export type BeginSecondFactorMutation = { beginSecondFactor: { secret: string | null, address: string | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ConfirmSecondFactorMutationVariables = Exact<{
  input: ConfirmSecondFactorInput;
}>;


export type ConfirmSecondFactorMutation = { confirmSecondFactor: { recoveryCodes: Array<string> | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RenewRecoveryCodesMutationVariables = Exact<{
  input: ProofInput;
}>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes: { recoveryCodes: Array<string> | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RemoveSecondFactorMutationVariables = Exact<{
  input: ProofInput;
}>;


export type RemoveSecondFactorMutation = { removeSecondFactor: { removed: boolean | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type PlacesOfQueryVariables = Exact<{
  listing: string;
  organization: string;
}>;


export type PlacesOfQuery = { listing:
    | { name: string, updatedAt: string, places: Array<
        | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { __typename: 'WithheldPlace', reason: WithheldReason, area: string }
      > }
    | Record<PropertyKey, never>
   | null, organization:
    | { places: Array<
        | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { __typename: 'WithheldPlace', reason: WithheldReason, area: string }
      > }
    | Record<PropertyKey, never>
   | null };

type PlaceAsTold_PublishedPlace_Fragment = { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, postalCode: string }, point: { latitude: number, longitude: number } | null };

type PlaceAsTold_WithheldPlace_Fragment = { __typename: 'WithheldPlace', reason: WithheldReason, area: string };

export type PlaceAsToldFragment =
  | PlaceAsTold_PublishedPlace_Fragment
  | PlaceAsTold_WithheldPlace_Fragment
;

export type ProposalWholeFragment = { id: string, thingId: string, thingName: string, organizationId: string, organizationName: string, aspect: DisclosureAspect, from: Telling, to: Telling, reason: string, proposedBy: string, proposedAs: Capacity, proposedAt: string, lapsesAt: string, state: ProposalState, mayApprove: boolean };

export type OpenProposalsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type OpenProposalsQuery = { viewer: { id: string | null, proposals: { totalCount: number | null, nodes: Array<{ id: string, thingId: string, thingName: string, organizationId: string, organizationName: string, aspect: DisclosureAspect, from: Telling, to: Telling, reason: string, proposedBy: string, proposedAs: Capacity, proposedAt: string, lapsesAt: string, state: ProposalState, mayApprove: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type ProposeDisclosureMutationVariables = Exact<{
  input: ProposeDisclosureInput;
}>;


export type ProposeDisclosureMutation = { proposeDisclosure: { proposal: { id: string, thingId: string, thingName: string, organizationId: string, organizationName: string, aspect: DisclosureAspect, from: Telling, to: Telling, reason: string, proposedBy: string, proposedAs: Capacity, proposedAt: string, lapsesAt: string, state: ProposalState, mayApprove: boolean } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ApproveDisclosureMutationVariables = Exact<{
  input: ApproveDisclosureInput;
}>;


export type ApproveDisclosureMutation = { approveDisclosure: { proposal: { id: string, thingId: string, thingName: string, organizationId: string, organizationName: string, aspect: DisclosureAspect, from: Telling, to: Telling, reason: string, proposedBy: string, proposedAs: Capacity, proposedAt: string, lapsesAt: string, state: ProposalState, mayApprove: boolean } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RejectDisclosureMutationVariables = Exact<{
  input: RejectDisclosureInput;
}>;


export type RejectDisclosureMutation = { rejectDisclosure: { proposal: { id: string, thingId: string, thingName: string, organizationId: string, organizationName: string, aspect: DisclosureAspect, from: Telling, to: Telling, reason: string, proposedBy: string, proposedAs: Capacity, proposedAt: string, lapsesAt: string, state: ProposalState, mayApprove: boolean } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type TightenDisclosureMutationVariables = Exact<{
  input: TightenDisclosureInput;
}>;


export type TightenDisclosureMutation = { tightenDisclosure: { disclosed: { id: string, disclosure: Telling, street: Telling | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type GrantRevealMutationVariables = Exact<{
  input: GrantRevealInput;
}>;


export type GrantRevealMutation = { grantReveal: { grant: { personId: string, listingId: string, endsAt: string } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RevokeRevealMutationVariables = Exact<{
  input: RevokeRevealInput;
}>;


export type RevokeRevealMutation = { revokeReveal: { grant: { personId: string, listingId: string, endsAt: string } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RecordConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;


export type RecordConsentMutation = { recordConsent: { standing: RecordStanding | null, withdrawnListingIds: Array<string> | null, consent: { id: string, nationId: string, givenBy: string, givenAt: string, terms: string, coversRecord: boolean, listingIds: Array<string>, endedAt: string | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type WithdrawConsentMutationVariables = Exact<{
  input: WithdrawConsentInput;
}>;


export type WithdrawConsentMutation = { withdrawConsent: { standing: RecordStanding | null, withdrawnListingIds: Array<string> | null, consent: { id: string, listingIds: Array<string>, endedAt: string | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type NoticesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type NoticesQuery = { viewer: { notices: { totalCount: number | null, nodes: Array<{ kind: NoticeKind, at: string, organizationId: string | null, organizationName: string | null, thingId: string | null, thingName: string | null, person: string | null, personId: string | null, role: Role | null, reason: string | null, by: { name: string, role: Role | null, organizationName: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type RevealGrantsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  ended?: boolean;
}>;


export type RevealGrantsQuery = { viewer: { revealGrants: { totalCount: number | null, nodes: Array<{ personId: string, personName: string, listingId: string, listingName: string, organizationId: string, reason: string, grantedAt: string, grantedBy: string, endsAt: string, revokedAt: string | null, revokedBy: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type ImportShownFragment = { id: string, kind: ImportKind, organizationId: string, state: ImportState, expiresAt: string, appliedAt: string | null, undoneAt: string | null, rowsTotal: number | null, rowsRead: number, rowsNew: number, rowsChanged: number, rowsUnchanged: number, rowsFaulty: number, duplicatesOpen: number, failure: { code: ImportFailureCode, message: string } | null };

export type StartImportMutationVariables = Exact<{
  input: StartImportInput;
}>;


export type StartImportMutation = { startImport: { import: { id: string, kind: ImportKind, organizationId: string, state: ImportState, expiresAt: string, appliedAt: string | null, undoneAt: string | null, rowsTotal: number | null, rowsRead: number, rowsNew: number, rowsChanged: number, rowsUnchanged: number, rowsFaulty: number, duplicatesOpen: number, failure: { code: ImportFailureCode, message: string } | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ApplyImportMutationVariables = Exact<{
  input: ApplyImportInput;
}>;


export type ApplyImportMutation = { applyImport: { import: { id: string, kind: ImportKind, organizationId: string, state: ImportState, expiresAt: string, appliedAt: string | null, undoneAt: string | null, rowsTotal: number | null, rowsRead: number, rowsNew: number, rowsChanged: number, rowsUnchanged: number, rowsFaulty: number, duplicatesOpen: number, failure: { code: ImportFailureCode, message: string } | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type UndoImportMutationVariables = Exact<{
  input: UndoImportInput;
}>;


export type UndoImportMutation = { undoImport: { import: { id: string, kind: ImportKind, organizationId: string, state: ImportState, expiresAt: string, appliedAt: string | null, undoneAt: string | null, rowsTotal: number | null, rowsRead: number, rowsNew: number, rowsChanged: number, rowsUnchanged: number, rowsFaulty: number, duplicatesOpen: number, failure: { code: ImportFailureCode, message: string } | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ResolveDuplicateMutationVariables = Exact<{
  input: ResolveDuplicateInput;
}>;


export type ResolveDuplicateMutation = { resolveDuplicate: { import: { id: string, kind: ImportKind, organizationId: string, state: ImportState, expiresAt: string, appliedAt: string | null, undoneAt: string | null, rowsTotal: number | null, rowsRead: number, rowsNew: number, rowsChanged: number, rowsUnchanged: number, rowsFaulty: number, duplicatesOpen: number, failure: { code: ImportFailureCode, message: string } | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ImportQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  action?: ImportAction | null | undefined;
}>;


export type ImportQuery = { import: { id: string, kind: ImportKind, organizationId: string, state: ImportState, expiresAt: string, appliedAt: string | null, undoneAt: string | null, rowsTotal: number | null, rowsRead: number, rowsNew: number, rowsChanged: number, rowsUnchanged: number, rowsFaulty: number, duplicatesOpen: number, problems: { totalCount: number | null, nodes: Array<{ line: number, column: string | null, code: ImportProblemCode, message: string }> }, rows: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ line: number, action: ImportAction, name: string | null, thingId: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> }, duplicates: { totalCount: number | null, nodes: Array<{ id: string, line: number, name: string, thingId: string, thingName: string, score: number, nameScore: number, samePhone: boolean, samePlace: boolean, distanceMeters: number | null, decision: DuplicateDecision | null }> }, failure: { code: ImportFailureCode, message: string } | null } | null };

export type RevisedFragment = { nodes: Array<{ version: number, madeAs: MadeAs, organizationName: string | null, action: string, reason: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> };

export type MaterialWholeFragment = { id: string, title: string, kind: MaterialKind, audiences: Array<Audience>, topics: Array<string>, url: string, description: string | null, publishedAt: string, version: number | null, withdrawn: boolean | null, language: { tag: string }, organization: { id: string } };

export type ConveningWholeFragment = { id: string, title: string, topic: string, description: string | null, location: string | null, startsAt: string, endsAt: string, timeZone: string, recurrence: string | null, nextStartsAt: string | null, version: number | null, withdrawn: boolean | null, region: { id: string } | null, hosts: Array<{ id: string }> };

export type PublishMaterialMutationVariables = Exact<{
  input: PublishMaterialInput;
}>;


export type PublishMaterialMutation = { publishMaterial: { material: { id: string, title: string, kind: MaterialKind, audiences: Array<Audience>, topics: Array<string>, url: string, description: string | null, publishedAt: string, version: number | null, withdrawn: boolean | null, language: { tag: string }, organization: { id: string } } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ReviseMaterialMutationVariables = Exact<{
  input: ReviseMaterialInput;
}>;


export type ReviseMaterialMutation = { reviseMaterial: { material: { id: string, title: string, kind: MaterialKind, audiences: Array<Audience>, topics: Array<string>, url: string, description: string | null, publishedAt: string, version: number | null, withdrawn: boolean | null, language: { tag: string }, organization: { id: string } } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ScheduleConveningMutationVariables = Exact<{
  input: ScheduleConveningInput;
}>;


export type ScheduleConveningMutation = { scheduleConvening: { convening: { id: string, title: string, topic: string, description: string | null, location: string | null, startsAt: string, endsAt: string, timeZone: string, recurrence: string | null, nextStartsAt: string | null, version: number | null, withdrawn: boolean | null, region: { id: string } | null, hosts: Array<{ id: string }> } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ReviseConveningMutationVariables = Exact<{
  input: ReviseConveningInput;
}>;


export type ReviseConveningMutation = { reviseConvening: { convening: { id: string, title: string, topic: string, description: string | null, location: string | null, startsAt: string, endsAt: string, timeZone: string, recurrence: string | null, nextStartsAt: string | null, version: number | null, withdrawn: boolean | null, region: { id: string } | null, hosts: Array<{ id: string }> } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type KeptMaterialQueryVariables = Exact<{
  id: string;
}>;


export type KeptMaterialQuery = { node:
    | { __typename: 'Convening' }
    | { __typename: 'HousingOption' }
    | { __typename: 'Material', id: string, title: string, kind: MaterialKind, audiences: Array<Audience>, topics: Array<string>, url: string, description: string | null, publishedAt: string, version: number | null, withdrawn: boolean | null, history: { nodes: Array<{ version: number, madeAs: MadeAs, organizationName: string | null, action: string, reason: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> } | null, language: { tag: string }, organization: { id: string } }
    | { __typename: 'Organization' }
    | { __typename: 'Region' }
    | { __typename: 'Service' }
    | { __typename: 'TribalNation' }
   | null };

export type KeptConveningQueryVariables = Exact<{
  id: string;
}>;


export type KeptConveningQuery = { node:
    | { __typename: 'Convening', id: string, title: string, topic: string, description: string | null, location: string | null, startsAt: string, endsAt: string, timeZone: string, recurrence: string | null, nextStartsAt: string | null, version: number | null, withdrawn: boolean | null, history: { nodes: Array<{ version: number, madeAs: MadeAs, organizationName: string | null, action: string, reason: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> } | null, region: { id: string } | null, hosts: Array<{ id: string }> }
    | { __typename: 'HousingOption' }
    | { __typename: 'Material' }
    | { __typename: 'Organization' }
    | { __typename: 'Region' }
    | { __typename: 'Service' }
    | { __typename: 'TribalNation' }
   | null };

export type OwnLibraryQueryVariables = Exact<{
  id: string;
}>;


export type OwnLibraryQuery = { node:
    | { __typename: 'Convening' }
    | { __typename: 'HousingOption' }
    | { __typename: 'Material' }
    | { __typename: 'Organization', materials: { nodes: Array<{ id: string, version: number | null, withdrawn: boolean | null }> }, convenings: { nodes: Array<{ id: string, version: number | null, withdrawn: boolean | null }> } }
    | { __typename: 'Region' }
    | { __typename: 'Service' }
    | { __typename: 'TribalNation' }
   | null };

export type ReviseNationMutationVariables = Exact<{
  input: ReviseNationInput;
}>;


export type ReviseNationMutation = { reviseNation: { nation: { id: string, name: string, endonym: string | null, people: TribalPeople, website: string | null, standing: RecordStanding, version: number | null, seat:
        | { area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { area: string }
      , counties: Array<{ fips: string }>, serviceCounties: Array<{ fips: string }> } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type NationWholeFragment = { id: string, name: string, endonym: string | null, people: TribalPeople, website: string | null, standing: RecordStanding, version: number | null, seat:
    | { area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
    | { area: string }
  , counties: Array<{ fips: string }>, serviceCounties: Array<{ fips: string }> };

export type KeptNationQueryVariables = Exact<{
  id: string;
}>;


export type KeptNationQuery = { node:
    | { __typename: 'Convening' }
    | { __typename: 'HousingOption' }
    | { __typename: 'Material' }
    | { __typename: 'Organization' }
    | { __typename: 'Region' }
    | { __typename: 'Service' }
    | { __typename: 'TribalNation', id: string, name: string, endonym: string | null, people: TribalPeople, website: string | null, standing: RecordStanding, version: number | null, history: { nodes: Array<{ version: number, madeAs: MadeAs, organizationName: string | null, action: string, reason: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> } | null, seat:
        | { area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { area: string }
      , counties: Array<{ fips: string }>, serviceCounties: Array<{ fips: string }> }
   | null };

export type OpenOfOrganizationQueryVariables = Exact<{
  organizationId: string;
  openNow?: boolean | null | undefined;
}>;


export type OpenOfOrganizationQuery = { housingOptions: { nodes: Array<{ hours: { openNow: boolean, nextOpening: string | null } | null, availability: { state: AvailabilityState, goodUntil: string | null, freshness: Freshness } }> } | null };

export type RegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionsQuery = { regions: Array<{ id: string, name: string, standing: RecordStanding, standingNote: string | null, counties: Array<{ fips: string }>, organization: { name: string } | null, navigators: Array<{ purpose: ContactPurpose, name: string, phones: Array<{ number: string }> }> }> | null };

export type NationsQueryVariables = Exact<{ [key: string]: never; }>;


export type NationsQuery = { tribalNations: { totalCount: number | null, nodes: Array<{ id: string, name: string, endonym: string | null, people: TribalPeople, website: string | null, standing: RecordStanding, seat:
        | { __typename: 'PublishedPlace', area: string, address: { city: string } }
        | { __typename: 'WithheldPlace', area: string }
      , counties: Array<{ fips: string }>, serviceCounties: Array<{ fips: string }>, contacts: Array<{ purpose: ContactPurpose, name: string, phones: Array<{ number: string, display: string }> }> }> } | null };

export type CoverageAtQueryVariables = Exact<{
  at: PlaceInput;
}>;


export type CoverageAtQuery = { coverage: { county: { fips: string, name: string, state: string } | null, region: { name: string, navigators: Array<{ name: string }> } | null, nations: Array<{ how: Array<CoverageBasis>, nation: { name: string } }>, crisisLines: Array<{ name: string, serviceAreas: Array<{ kind: ServiceAreaKind }>, phones: Array<{ number: string, display: string }>, organization: { standing: RecordStanding } }> } | null };

export type OrganizationPageQueryVariables = Exact<{
  filter?: OrganizationFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OrganizationPageQuery = { organizations: { totalCount: number | null, nodes: Array<{ id: string, name: string, kind: OrganizationKind, roles: Array<NetworkRole>, standing: RecordStanding, places: Array<
        | { __typename: 'PublishedPlace', area: string }
        | { __typename: 'WithheldPlace', area: string }
      > }>, edges: Array<{ cursor: string, node: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type HousingPageQueryVariables = Exact<{
  filter?: HousingFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type HousingPageQuery = { housingOptions: { totalCount: number | null, nodes: Array<{ id: string, name: string, kind: HousingKind }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ServicePageQueryVariables = Exact<{
  filter?: ServiceFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ServicePageQuery = { services: { totalCount: number | null, nodes: Array<{ id: string, name: string, kinds: Array<ServiceKind>, languages: Array<{ tag: string, name: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type HousingWholeQueryVariables = Exact<{
  id: string;
}>;


export type HousingWholeQuery = { node:
    | { __typename: 'Convening', id: string }
    | { __typename: 'HousingOption', name: string, summary: string, description: string | null, kind: HousingKind, operatedBy: Array<OperatorKind>, stayDaysMax: number | null, transportOffered: boolean, status: ListingStatus, statusReason: string | null, updatedAt: string, eligibilityNotes: string | null, fees: string | null, howToApply: string | null, requiredDocuments: Array<string>, id: string, organization: { id: string, name: string }, places: Array<
        | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string, country: string }, point: { latitude: number, longitude: number } | null, counties: Array<{ fips: string, name: string }> }
        | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { display: string } | null, counties: Array<{ fips: string, name: string }> }
      >, serviceAreas: Array<{ kind: ServiceAreaKind, name: string, counties: Array<{ fips: string }> }>, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, policies: Array<{ policy: Policy, holds: boolean, note: string | null }>, contacts: Array<{ purpose: ContactPurpose, name: string, title: string | null, email: string | null, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, hours: { openNow: boolean } | null, languages: Array<{ tag: string, name: string }> }>, phones: Array<{ number: string, display: string, kind: PhoneKind }>, languages: Array<{ tag: string, name: string }>, hours: { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> } | null, intake: { openNow: boolean } | null, verification: { state: VerificationState, confirmedAt: string | null, confirmedBy: string | null, method: ConfirmationMethod | null, dueAt: string | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, reportedAt: string | null, goodUntil: string | null, freshness: Freshness, lastReport: { reportedAt: string, goodUntil: string, accepting: boolean, bedsOpen: number | null, bedsTotal: number | null, waitlist: boolean, note: ReportNote | null } | null } }>, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, reportedAt: string | null, goodUntil: string | null, freshness: Freshness, lastReport: { reportedAt: string, goodUntil: string, accepting: boolean, bedsOpen: number | null, bedsTotal: number | null, waitlist: boolean, note: ReportNote | null } | null } }
    | { __typename: 'Material', id: string }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Region', id: string }
    | { __typename: 'Service', id: string }
    | { __typename: 'TribalNation', id: string }
   | null };

export type BedsFragment = { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, reportedAt: string | null, goodUntil: string | null, freshness: Freshness, lastReport: { reportedAt: string, goodUntil: string, accepting: boolean, bedsOpen: number | null, bedsTotal: number | null, waitlist: boolean, note: ReportNote | null } | null };

export type SearchWordsQueryVariables = Exact<{
  text: string;
  kinds?: Array<NodeKind> | NodeKind | null | undefined;
  at?: PlaceInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchWordsQuery = { search: { totalCount: number | null, nodes: Array<
      | { __typename: 'Convening', title: string, id: string }
      | { __typename: 'HousingOption', name: string, id: string }
      | { __typename: 'Material', title: string, id: string }
      | { __typename: 'Organization', name: string, id: string }
      | { __typename: 'Region', name: string, id: string }
      | { __typename: 'Service', name: string, id: string }
      | { __typename: 'TribalNation', name: string, id: string }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type LibraryQueryVariables = Exact<{ [key: string]: never; }>;


export type LibraryQuery = { materials: { totalCount: number | null, nodes: Array<{ id: string, title: string, kind: MaterialKind, audiences: Array<Audience>, topics: Array<string>, url: string, publishedAt: string, language: { tag: string }, organization: { id: string, name: string } }> } | null, convenings: { totalCount: number | null, nodes: Array<{ id: string, title: string, topic: string, startsAt: string, endsAt: string, recurrence: string | null, location: string | null, region: { name: string } | null, hosts: Array<{ id: string, name: string }> }> } | null };

export type DirectoryPageQueryVariables = Exact<{
  first: number;
}>;


export type DirectoryPageQuery = { organizations: { nodes: Array<{ id: string, name: string, services: { nodes: Array<{ id: string, name: string, phones: Array<{ display: string }> }> }, housingOptions: { nodes: Array<{ id: string, name: string, phones: Array<{ display: string }>, organization: { name: string } }> } }> } | null };

export type HousingForQueryVariables = Exact<{
  input: FindHousingInput;
  first: number;
  after?: string | null | undefined;
}>;


export type HousingForQuery = { findHousing: { totalCount: number | null, nodes: Array<{ verdict: Verdict, option: { id: string, name: string, kind: HousingKind }, unit: { name: string } | null, availability: { state: AvailabilityState, freshness: Freshness, bedsOpen: number | null }, distance: { band: DistanceBand, basis: DistanceBasis, meters: number | null } | null, reasons: Array<{ criterion: CriterionKind, outcome: Outcome, text: string, question: string | null }>, wishes: Array<{ policy: Policy | null, outcome: Outcome, text: string, question: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type HousingFoundQueryVariables = Exact<{
  input: FindHousingInput;
  first: number;
  after?: string | null | undefined;
}>;


export type HousingFoundQuery = { findHousing: { totalCount: number | null, facets: Array<{ name: FacetName, values: Array<{ value: string, count: number }> }>, widen: Array<{ text: string, more: number, change: { withinMeters: number | null, availability: AvailabilityState | null, askAbout: CriterionKind | null } }>, edges: Array<{ cursor: string, node: { verdict: Verdict, option: { id: string, name: string, kind: HousingKind, places: Array<
            | { __typename: 'PublishedPlace', area: string }
            | { __typename: 'WithheldPlace', area: string }
          >, organization: { name: string }, phones: Array<{ display: string }>, units: Array<{ id: string, name: string }> }, unit: { id: string, name: string } | null, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, reportedAt: string | null, goodUntil: string | null, freshness: Freshness, lastReport: { reportedAt: string, goodUntil: string, accepting: boolean, bedsOpen: number | null, bedsTotal: number | null, waitlist: boolean, note: ReportNote | null } | null }, reasons: Array<{ criterion: CriterionKind, outcome: Outcome, text: string, question: string | null }>, wishes: Array<{ policy: Policy | null, outcome: Outcome, text: string, question: string | null }>, distance: { band: DistanceBand, basis: DistanceBasis, meters: number | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type HousingMatchedFragment = { verdict: Verdict, option: { id: string, name: string, kind: HousingKind, places: Array<
      | { __typename: 'PublishedPlace', area: string }
      | { __typename: 'WithheldPlace', area: string }
    >, organization: { name: string }, phones: Array<{ display: string }>, units: Array<{ id: string, name: string }> }, unit: { id: string, name: string } | null, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, reportedAt: string | null, goodUntil: string | null, freshness: Freshness, lastReport: { reportedAt: string, goodUntil: string, accepting: boolean, bedsOpen: number | null, bedsTotal: number | null, waitlist: boolean, note: ReportNote | null } | null }, reasons: Array<{ criterion: CriterionKind, outcome: Outcome, text: string, question: string | null }>, wishes: Array<{ policy: Policy | null, outcome: Outcome, text: string, question: string | null }>, distance: { band: DistanceBand, basis: DistanceBasis, meters: number | null } | null };

export type HousingWalkQueryVariables = Exact<{
  input: FindHousingInput;
  first: number;
  after?: string | null | undefined;
}>;


export type HousingWalkQuery = { findHousing: { nodes: Array<{ verdict: Verdict, option: { id: string, name: string }, availability: { state: AvailabilityState, freshness: Freshness, bedsOpen: number | null, reportedAt: string | null }, distance: { band: DistanceBand, basis: DistanceBasis, meters: number | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null } } | null };

export type ServicesFoundQueryVariables = Exact<{
  input: FindServicesInput;
  first: number;
  after?: string | null | undefined;
}>;


export type ServicesFoundQuery = { findServices: { totalCount: number | null, facets: Array<{ name: FacetName, values: Array<{ value: string, count: number }> }>, widen: Array<{ more: number, change: { withinMeters: number | null, askAbout: CriterionKind | null } }>, edges: Array<{ cursor: string, node: { verdict: Verdict, service: { id: string, name: string, kinds: Array<ServiceKind> }, reasons: Array<{ criterion: CriterionKind, outcome: Outcome, text: string, question: string | null }>, distance: { band: DistanceBand, basis: DistanceBasis, meters: number | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type OptionKeptFragment = { id: string, name: string, summary: string, description: string | null, status: ListingStatus, statusReason: string | null, version: number | null, disclosure: Telling | null, pausedUntil: string | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, terms: object }>, phones: Array<{ number: string }>, contacts: Array<{ name: string }>, organization: { id: string, admitted: boolean | null }, verification: { state: VerificationState, confirmedBy: string | null, method: ConfirmationMethod | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind }>, availability: { state: AvailabilityState, bedsOpen: number | null, reportedAt: string | null } }> };

export type HistoryOfFragment = { history: { totalCount: number | null, nodes: Array<{ version: number, madeAs: MadeAs, organizationName: string | null, action: string, reason: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> } | null };

export type KeptOptionQueryVariables = Exact<{
  id: string;
}>;


export type KeptOptionQuery = { node:
    | { __typename: 'Convening' }
    | { __typename: 'HousingOption', id: string, name: string, summary: string, description: string | null, status: ListingStatus, statusReason: string | null, version: number | null, disclosure: Telling | null, pausedUntil: string | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, terms: object }>, phones: Array<{ number: string }>, contacts: Array<{ name: string }>, organization: { id: string, admitted: boolean | null }, verification: { state: VerificationState, confirmedBy: string | null, method: ConfirmationMethod | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind }>, availability: { state: AvailabilityState, bedsOpen: number | null, reportedAt: string | null } }>, history: { totalCount: number | null, nodes: Array<{ version: number, madeAs: MadeAs, organizationName: string | null, action: string, reason: string | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> } | null }
    | { __typename: 'Material' }
    | { __typename: 'Organization' }
    | { __typename: 'Region' }
    | { __typename: 'Service' }
    | { __typename: 'TribalNation' }
   | null };

export type KeptOrganizationQueryVariables = Exact<{
  id: string;
}>;


export type KeptOrganizationQuery = { node:
    | { __typename: 'Convening' }
    | { __typename: 'HousingOption' }
    | { __typename: 'Material' }
    | { __typename: 'Organization', name: string, description: string | null, admitted: boolean | null, version: number | null, sites: Array<{ id: string, name: string, disclosure: Telling, streetTold: boolean }> | null, housingOptions: { totalCount: number | null, nodes: Array<{ id: string, status: ListingStatus }> }, history: { nodes: Array<{ version: number, action: string, changes: Array<{ field: string, before: string | null, after: string | null }> }> } | null }
    | { __typename: 'Region' }
    | { __typename: 'Service' }
    | { __typename: 'TribalNation' }
   | null };

export type ListHousingMutationVariables = Exact<{
  input: ListHousingInput;
}>;


export type ListHousingMutation = { listHousing: { housingOption: { id: string, name: string, summary: string, description: string | null, status: ListingStatus, statusReason: string | null, version: number | null, disclosure: Telling | null, pausedUntil: string | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, terms: object }>, phones: Array<{ number: string }>, contacts: Array<{ name: string }>, organization: { id: string, admitted: boolean | null }, verification: { state: VerificationState, confirmedBy: string | null, method: ConfirmationMethod | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind }>, availability: { state: AvailabilityState, bedsOpen: number | null, reportedAt: string | null } }> } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ReviseHousingMutationVariables = Exact<{
  input: ReviseHousingInput;
}>;


export type ReviseHousingMutation = { reviseHousing: { housingOption: { id: string, name: string, summary: string, description: string | null, status: ListingStatus, statusReason: string | null, version: number | null, disclosure: Telling | null, pausedUntil: string | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, terms: object }>, phones: Array<{ number: string }>, contacts: Array<{ name: string }>, organization: { id: string, admitted: boolean | null }, verification: { state: VerificationState, confirmedBy: string | null, method: ConfirmationMethod | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind }>, availability: { state: AvailabilityState, bedsOpen: number | null, reportedAt: string | null } }> } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ListServiceMutationVariables = Exact<{
  input: ListServiceInput;
}>;


export type ListServiceMutation = { listService: { service: { id: string, kinds: Array<ServiceKind>, version: number | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ReviseServiceMutationVariables = Exact<{
  input: ReviseServiceInput;
}>;


export type ReviseServiceMutation = { reviseService: { service: { id: string, name: string, kinds: Array<ServiceKind>, version: number | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type PauseListingMutationVariables = Exact<{
  input: PauseListingInput;
}>;


export type PauseListingMutation = { pauseListing: { listing:
      | { id: string, name: string, summary: string, description: string | null, status: ListingStatus, statusReason: string | null, version: number | null, disclosure: Telling | null, pausedUntil: string | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, terms: object }>, phones: Array<{ number: string }>, contacts: Array<{ name: string }>, organization: { id: string, admitted: boolean | null }, verification: { state: VerificationState, confirmedBy: string | null, method: ConfirmationMethod | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind }>, availability: { state: AvailabilityState, bedsOpen: number | null, reportedAt: string | null } }> }
      | Record<PropertyKey, never>
     | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type WithdrawListingMutationVariables = Exact<{
  input: WithdrawListingInput;
}>;


export type WithdrawListingMutation = { withdrawListing: { listing:
      | { id: string, name: string, summary: string, description: string | null, status: ListingStatus, statusReason: string | null, version: number | null, disclosure: Telling | null, pausedUntil: string | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, terms: object }>, phones: Array<{ number: string }>, contacts: Array<{ name: string }>, organization: { id: string, admitted: boolean | null }, verification: { state: VerificationState, confirmedBy: string | null, method: ConfirmationMethod | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind }>, availability: { state: AvailabilityState, bedsOpen: number | null, reportedAt: string | null } }> }
      | Record<PropertyKey, never>
     | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RestoreListingMutationVariables = Exact<{
  input: RestoreListingInput;
}>;


export type RestoreListingMutation = { restoreListing: { listing:
      | { id: string, name: string, summary: string, description: string | null, status: ListingStatus, statusReason: string | null, version: number | null, disclosure: Telling | null, pausedUntil: string | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, terms: object }>, phones: Array<{ number: string }>, contacts: Array<{ name: string }>, organization: { id: string, admitted: boolean | null }, verification: { state: VerificationState, confirmedBy: string | null, method: ConfirmationMethod | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind }>, availability: { state: AvailabilityState, bedsOpen: number | null, reportedAt: string | null } }> }
      | Record<PropertyKey, never>
     | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ConfirmListingMutationVariables = Exact<{
  input: ConfirmListingInput;
}>;


export type ConfirmListingMutation = { confirmListing: { listing:
      | { id: string, name: string, summary: string, description: string | null, status: ListingStatus, statusReason: string | null, version: number | null, disclosure: Telling | null, pausedUntil: string | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, terms: object }>, phones: Array<{ number: string }>, contacts: Array<{ name: string }>, organization: { id: string, admitted: boolean | null }, verification: { state: VerificationState, confirmedBy: string | null, method: ConfirmationMethod | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind }>, availability: { state: AvailabilityState, bedsOpen: number | null, reportedAt: string | null } }> }
      | Record<PropertyKey, never>
     | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ReportAvailabilityMutationVariables = Exact<{
  input: ReportAvailabilityInput;
}>;


export type ReportAvailabilityMutation = { reportAvailability: { housingOption: { id: string, name: string, summary: string, description: string | null, status: ListingStatus, statusReason: string | null, version: number | null, disclosure: Telling | null, pausedUntil: string | null, eligibility: Array<{ kind: CriterionKind, stance: Stance, terms: object }>, phones: Array<{ number: string }>, contacts: Array<{ name: string }>, organization: { id: string, admitted: boolean | null }, verification: { state: VerificationState, confirmedBy: string | null, method: ConfirmationMethod | null }, units: Array<{ id: string, name: string, capacity: number | null, eligibility: Array<{ kind: CriterionKind }>, availability: { state: AvailabilityState, bedsOpen: number | null, reportedAt: string | null } }> } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RegisterOrganizationMutationVariables = Exact<{
  input: RegisterOrganizationInput;
}>;


export type RegisterOrganizationMutation = { registerOrganization: { id: string | null, organization: { name: string, admitted: boolean | null, version: number | null, sites: Array<{ id: string, disclosure: Telling, streetTold: boolean }> | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ReviseOrganizationMutationVariables = Exact<{
  input: ReviseOrganizationInput;
}>;


export type ReviseOrganizationMutation = { reviseOrganization: { id: string | null, organization: { name: string, description: string | null, version: number | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type AdmitOrganizationMutationVariables = Exact<{
  input: AdmitOrganizationInput;
}>;


export type AdmitOrganizationMutation = { admitOrganization: { organization: { admitted: boolean | null, version: number | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type CreateReportLinkMutationVariables = Exact<{
  input: CreateReportLinkInput;
}>;


export type CreateReportLinkMutation = { createReportLink: { url: string | null, reportLink: { id: string, label: string, createdAt: string, createdBy: string, expiresAt: string, endedAt: string | null, lastReportAt: string | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RevokeReportLinkMutationVariables = Exact<{
  input: RevokeReportLinkInput;
}>;


export type RevokeReportLinkMutation = { revokeReportLink: { reportLink: { id: string, label: string, endedAt: string | null, lastReportAt: string | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ReportLinksQueryVariables = Exact<{
  id: string;
}>;


export type ReportLinksQuery = { node:
    | { reportLinks: Array<{ id: string, label: string, createdBy: string, expiresAt: string, lastReportAt: string | null }> | null, units: Array<{ id: string, name: string, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, reportedAt: string | null, lastReport: { accepting: boolean, bedsOpen: number | null, bedsTotal: number | null, waitlist: boolean, note: ReportNote | null } | null } }> }
    | Record<PropertyKey, never>
   | null };

export type SuggestCorrectionMutationVariables = Exact<{
  input: SuggestCorrectionInput;
}>;


export type SuggestCorrectionMutation = { suggestCorrection: { suggestion: { code: string | null, state: SuggestionState, answer: string | null, suggestedAt: string, resolvedAt: string | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ResolveSuggestionMutationVariables = Exact<{
  input: ResolveSuggestionInput;
}>;


export type ResolveSuggestionMutation = { resolveSuggestion: { suggestion: { code: string | null, state: SuggestionState, answer: string | null, resolvedAt: string | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type SuggestionQueryVariables = Exact<{
  code: string;
}>;


export type SuggestionQuery = { suggestion: { code: string | null, state: SuggestionState, answer: string | null, resolvedAt: string | null } | null };

export type OpenSuggestionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OpenSuggestionsQuery = { viewer: { suggestions: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, thingId: string, thingName: string, words: string | null }> } } };

export type VerificationOfFragment = { state: VerificationState, confirmedAt: string | null, confirmedBy: string | null, method: ConfirmationMethod | null, dueAt: string | null, groups: Array<{ group: FieldGroup, state: VerificationState, confirmedAt: string | null, confirmedBy: string | null, method: ConfirmationMethod | null, dueAt: string | null }> };

export type ConfirmGroupsMutationVariables = Exact<{
  input: ConfirmListingInput;
}>;


export type ConfirmGroupsMutation = { confirmListing: { listing:
      | { id: string, verification: { state: VerificationState, confirmedAt: string | null, confirmedBy: string | null, method: ConfirmationMethod | null, dueAt: string | null, groups: Array<{ group: FieldGroup, state: VerificationState, confirmedAt: string | null, confirmedBy: string | null, method: ConfirmationMethod | null, dueAt: string | null }> } }
      | { id: string, verification: { state: VerificationState, confirmedAt: string | null, confirmedBy: string | null, method: ConfirmationMethod | null, dueAt: string | null, groups: Array<{ group: FieldGroup, state: VerificationState, confirmedAt: string | null, confirmedBy: string | null, method: ConfirmationMethod | null, dueAt: string | null }> } }
     | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type VerificationToldQueryVariables = Exact<{
  id: string;
}>;


export type VerificationToldQuery = { node:
    | { version: number | null, verification: { state: VerificationState, confirmedAt: string | null, confirmedBy: string | null, method: ConfirmationMethod | null, dueAt: string | null, groups: Array<{ group: FieldGroup, state: VerificationState, confirmedAt: string | null, confirmedBy: string | null, method: ConfirmationMethod | null, dueAt: string | null }> } }
    | Record<PropertyKey, never>
   | null };

export type OptionsInOrderQueryVariables = Exact<{
  organizationId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type OptionsInOrderQuery = { housingOptions: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, verification: { state: VerificationState } }> } | null };

export type OptionsOfOrganizationQueryVariables = Exact<{
  id: string;
}>;


export type OptionsOfOrganizationQuery = { node:
    | { housingOptions: { nodes: Array<{ id: string }> } }
    | Record<PropertyKey, never>
   | null };

export type OptionByWordsQueryVariables = Exact<{
  text: string;
}>;


export type OptionByWordsQuery = { search: { nodes: Array<
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
    > } | null };

export type RemindersOfQueryVariables = Exact<{
  id: string;
}>;


export type RemindersOfQuery = { node:
    | { reminders: Array<{ attempt: number, dueAt: string, madeAt: string, mails: Array<{ role: Role, result: ReminderResult, triedAt: string | null }> }> | null }
    | Record<PropertyKey, never>
   | null };

export type WorklistQueryVariables = Exact<{
  kinds?: Array<WorkKind> | WorkKind | null | undefined;
  regionId?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type WorklistQuery = { worklist: { items: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: WorkKind, since: string, itselfId: string, thingId: string, thingName: string, organizationId: string, organizationName: string }> }, counts: Array<{ kind: WorkKind, many: number, region: { id: string, name: string } | null }> } | null };

export type UnmetNeedsQueryVariables = Exact<{
  months?: number;
}>;


export type UnmetNeedsQuery = { worklist: { unmetNeeds: Array<{ month: string, kind: NodeKind, criterion: CriterionKind | null, searches: number, region: { id: string } | null }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const FaultFragmentDoc = new TypedDocumentString(`
    fragment Fault on UserError {
  code
  message
  field
}
    `, {"fragmentName":"Fault"}) as unknown as TypedDocumentString<FaultFragment, unknown>;
export const PlaceAsToldFragmentDoc = new TypedDocumentString(`
    fragment PlaceAsTold on Place {
  __typename
  area
  ... on PublishedPlace {
    address {
      lines
      city
      postalCode
    }
    point {
      latitude
      longitude
    }
  }
  ... on WithheldPlace {
    reason
  }
}
    `, {"fragmentName":"PlaceAsTold"}) as unknown as TypedDocumentString<PlaceAsToldFragment, unknown>;
export const ProposalWholeFragmentDoc = new TypedDocumentString(`
    fragment ProposalWhole on Proposal {
  id
  thingId
  thingName
  organizationId
  organizationName
  aspect
  from
  to
  reason
  proposedBy
  proposedAs
  proposedAt
  lapsesAt
  state
  mayApprove
}
    `, {"fragmentName":"ProposalWhole"}) as unknown as TypedDocumentString<ProposalWholeFragment, unknown>;
export const ImportShownFragmentDoc = new TypedDocumentString(`
    fragment ImportShown on Import {
  id
  kind
  organizationId
  state
  failure {
    code
    message
  }
  expiresAt
  appliedAt
  undoneAt
  rowsTotal
  rowsRead
  rowsNew
  rowsChanged
  rowsUnchanged
  rowsFaulty
  duplicatesOpen
}
    `, {"fragmentName":"ImportShown"}) as unknown as TypedDocumentString<ImportShownFragment, unknown>;
export const RevisedFragmentDoc = new TypedDocumentString(`
    fragment Revised on RevisionConnection {
  nodes {
    version
    madeAs
    organizationName
    action
    reason
    changes {
      field
      before
      after
    }
  }
}
    `, {"fragmentName":"Revised"}) as unknown as TypedDocumentString<RevisedFragment, unknown>;
export const MaterialWholeFragmentDoc = new TypedDocumentString(`
    fragment MaterialWhole on Material {
  id
  title
  kind
  audiences
  topics
  language {
    tag
  }
  url
  description
  publishedAt
  organization {
    id
  }
  version
  withdrawn
}
    `, {"fragmentName":"MaterialWhole"}) as unknown as TypedDocumentString<MaterialWholeFragment, unknown>;
export const ConveningWholeFragmentDoc = new TypedDocumentString(`
    fragment ConveningWhole on Convening {
  id
  title
  topic
  description
  location
  region {
    id
  }
  hosts {
    id
  }
  startsAt
  endsAt
  timeZone
  recurrence
  nextStartsAt
  version
  withdrawn
}
    `, {"fragmentName":"ConveningWhole"}) as unknown as TypedDocumentString<ConveningWholeFragment, unknown>;
export const NationWholeFragmentDoc = new TypedDocumentString(`
    fragment NationWhole on TribalNation {
  id
  name
  endonym
  people
  website
  standing
  version
  seat {
    area
    ... on PublishedPlace {
      address {
        lines
        city
        state
        postalCode
      }
      point {
        latitude
        longitude
      }
    }
  }
  counties {
    fips
  }
  serviceCounties {
    fips
  }
}
    `, {"fragmentName":"NationWhole"}) as unknown as TypedDocumentString<NationWholeFragment, unknown>;
export const BedsFragmentDoc = new TypedDocumentString(`
    fragment Beds on Availability {
  state
  bedsOpen
  capacity
  reportedAt
  goodUntil
  freshness
  lastReport {
    reportedAt
    goodUntil
    accepting
    bedsOpen
    bedsTotal
    waitlist
    note
  }
}
    `, {"fragmentName":"Beds"}) as unknown as TypedDocumentString<BedsFragment, unknown>;
export const HousingMatchedFragmentDoc = new TypedDocumentString(`
    fragment HousingMatched on HousingMatch {
  option {
    id
    name
    kind
    places {
      __typename
      area
    }
    organization {
      name
    }
    phones {
      display
    }
    units {
      id
      name
    }
  }
  unit {
    id
    name
  }
  availability {
    ...Beds
  }
  verdict
  reasons {
    criterion
    outcome
    text
    question
  }
  wishes {
    policy
    outcome
    text
    question
  }
  distance {
    band
    basis
    meters
  }
}
    fragment Beds on Availability {
  state
  bedsOpen
  capacity
  reportedAt
  goodUntil
  freshness
  lastReport {
    reportedAt
    goodUntil
    accepting
    bedsOpen
    bedsTotal
    waitlist
    note
  }
}`, {"fragmentName":"HousingMatched"}) as unknown as TypedDocumentString<HousingMatchedFragment, unknown>;
export const OptionKeptFragmentDoc = new TypedDocumentString(`
    fragment OptionKept on HousingOption {
  id
  name
  summary
  description
  status
  statusReason
  version
  disclosure
  pausedUntil
  eligibility {
    kind
    stance
    terms
  }
  phones {
    number
  }
  contacts {
    name
  }
  organization {
    id
    admitted
  }
  verification {
    state
    confirmedBy
    method
  }
  units {
    id
    name
    capacity
    eligibility {
      kind
    }
    availability {
      state
      bedsOpen
      reportedAt
    }
  }
}
    `, {"fragmentName":"OptionKept"}) as unknown as TypedDocumentString<OptionKeptFragment, unknown>;
export const HistoryOfFragmentDoc = new TypedDocumentString(`
    fragment HistoryOf on HousingOption {
  history(first: 20) {
    totalCount
    nodes {
      version
      madeAs
      organizationName
      action
      reason
      changes {
        field
        before
        after
      }
    }
  }
}
    `, {"fragmentName":"HistoryOf"}) as unknown as TypedDocumentString<HistoryOfFragment, unknown>;
export const VerificationOfFragmentDoc = new TypedDocumentString(`
    fragment VerificationOf on Verification {
  state
  confirmedAt
  confirmedBy
  method
  dueAt
  groups {
    group
    state
    confirmedAt
    confirmedBy
    method
    dueAt
  }
}
    `, {"fragmentName":"VerificationOf"}) as unknown as TypedDocumentString<VerificationOfFragment, unknown>;
export const WhoAsksDocument = new TypedDocumentString(`
    query WhoAsks {
  viewer {
    kind
    name
    roles {
      role
      organizationId
    }
    scopes
  }
}
    `) as unknown as TypedDocumentString<WhoAsksQuery, WhoAsksQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    signedIn
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    signedOut
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const InvitePersonDocument = new TypedDocumentString(`
    mutation InvitePerson($input: InvitePersonInput!) {
  invitePerson(input: $input) {
    invitation {
      id
      link
      expiresAt
    }
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
    signedIn
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const GrantRoleDocument = new TypedDocumentString(`
    mutation GrantRole($input: GrantRoleInput!) {
  grantRole(input: $input) {
    personId
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<GrantRoleMutation, GrantRoleMutationVariables>;
export const RevokePersonDocument = new TypedDocumentString(`
    mutation RevokePerson($input: RevokePersonInput!) {
  revokePerson(input: $input) {
    personId
    endedAppKeys {
      id
      name
    }
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RevokePersonMutation, RevokePersonMutationVariables>;
export const IssueAppKeyDocument = new TypedDocumentString(`
    mutation IssueAppKey($input: IssueAppKeyInput!) {
  issueAppKey(input: $input) {
    appKey {
      id
      name
      prefix
      scopes
      trustedDocumentsOnly
      expiresAt
    }
    key
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<IssueAppKeyMutation, IssueAppKeyMutationVariables>;
export const RevokeAppKeyDocument = new TypedDocumentString(`
    mutation RevokeAppKey($input: RevokeAppKeyInput!) {
  revokeAppKey(input: $input) {
    id
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RevokeAppKeyMutation, RevokeAppKeyMutationVariables>;
export const RevealAddressDocument = new TypedDocumentString(`
    mutation RevealAddress($input: RevealAddressInput!) {
  revealAddress(input: $input) {
    addresses {
      site
      lines
      city
      postalCode
      point {
        latitude
        longitude
      }
      notes
    }
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RevealAddressMutation, RevealAddressMutationVariables>;
export const OwnAppKeysDocument = new TypedDocumentString(`
    query OwnAppKeys($id: ID!) {
  node(id: $id) {
    ... on Organization {
      appKeys {
        id
        name
        prefix
        scopes
        trustedDocumentsOnly
        expiresAt
        organizationId
        answeredBy
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnAppKeysQuery, OwnAppKeysQueryVariables>;
export const MySecondFactorDocument = new TypedDocumentString(`
    query MySecondFactor {
  viewer {
    kind
    secondFactor {
      isAskedFor
      confirmedAt
      recoveryCodesLeft
    }
  }
}
    `) as unknown as TypedDocumentString<MySecondFactorQuery, MySecondFactorQueryVariables>;
export const BeginSecondFactorDocument = new TypedDocumentString(`
    mutation BeginSecondFactor($input: ProofInput!) {
  beginSecondFactor(input: $input) {
    secret
    address
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<BeginSecondFactorMutation, BeginSecondFactorMutationVariables>;
export const ConfirmSecondFactorDocument = new TypedDocumentString(`
    mutation ConfirmSecondFactor($input: ConfirmSecondFactorInput!) {
  confirmSecondFactor(input: $input) {
    recoveryCodes
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ConfirmSecondFactorMutation, ConfirmSecondFactorMutationVariables>;
export const RenewRecoveryCodesDocument = new TypedDocumentString(`
    mutation RenewRecoveryCodes($input: ProofInput!) {
  renewRecoveryCodes(input: $input) {
    recoveryCodes
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;
export const RemoveSecondFactorDocument = new TypedDocumentString(`
    mutation RemoveSecondFactor($input: ProofInput!) {
  removeSecondFactor(input: $input) {
    removed
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RemoveSecondFactorMutation, RemoveSecondFactorMutationVariables>;
export const PlacesOfDocument = new TypedDocumentString(`
    query PlacesOf($listing: ID!, $organization: ID!) {
  listing: node(id: $listing) {
    ... on HousingOption {
      name
      updatedAt
      places {
        ...PlaceAsTold
      }
    }
  }
  organization: node(id: $organization) {
    ... on Organization {
      places {
        ...PlaceAsTold
      }
    }
  }
}
    fragment PlaceAsTold on Place {
  __typename
  area
  ... on PublishedPlace {
    address {
      lines
      city
      postalCode
    }
    point {
      latitude
      longitude
    }
  }
  ... on WithheldPlace {
    reason
  }
}`) as unknown as TypedDocumentString<PlacesOfQuery, PlacesOfQueryVariables>;
export const OpenProposalsDocument = new TypedDocumentString(`
    query OpenProposals($first: Int! = 20, $after: String) {
  viewer {
    id
    proposals(first: $first, after: $after) {
      totalCount
      nodes {
        ...ProposalWhole
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment ProposalWhole on Proposal {
  id
  thingId
  thingName
  organizationId
  organizationName
  aspect
  from
  to
  reason
  proposedBy
  proposedAs
  proposedAt
  lapsesAt
  state
  mayApprove
}`) as unknown as TypedDocumentString<OpenProposalsQuery, OpenProposalsQueryVariables>;
export const ProposeDisclosureDocument = new TypedDocumentString(`
    mutation ProposeDisclosure($input: ProposeDisclosureInput!) {
  proposeDisclosure(input: $input) {
    proposal {
      ...ProposalWhole
    }
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}
fragment ProposalWhole on Proposal {
  id
  thingId
  thingName
  organizationId
  organizationName
  aspect
  from
  to
  reason
  proposedBy
  proposedAs
  proposedAt
  lapsesAt
  state
  mayApprove
}`) as unknown as TypedDocumentString<ProposeDisclosureMutation, ProposeDisclosureMutationVariables>;
export const ApproveDisclosureDocument = new TypedDocumentString(`
    mutation ApproveDisclosure($input: ApproveDisclosureInput!) {
  approveDisclosure(input: $input) {
    proposal {
      ...ProposalWhole
    }
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}
fragment ProposalWhole on Proposal {
  id
  thingId
  thingName
  organizationId
  organizationName
  aspect
  from
  to
  reason
  proposedBy
  proposedAs
  proposedAt
  lapsesAt
  state
  mayApprove
}`) as unknown as TypedDocumentString<ApproveDisclosureMutation, ApproveDisclosureMutationVariables>;
export const RejectDisclosureDocument = new TypedDocumentString(`
    mutation RejectDisclosure($input: RejectDisclosureInput!) {
  rejectDisclosure(input: $input) {
    proposal {
      ...ProposalWhole
    }
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}
fragment ProposalWhole on Proposal {
  id
  thingId
  thingName
  organizationId
  organizationName
  aspect
  from
  to
  reason
  proposedBy
  proposedAs
  proposedAt
  lapsesAt
  state
  mayApprove
}`) as unknown as TypedDocumentString<RejectDisclosureMutation, RejectDisclosureMutationVariables>;
export const TightenDisclosureDocument = new TypedDocumentString(`
    mutation TightenDisclosure($input: TightenDisclosureInput!) {
  tightenDisclosure(input: $input) {
    disclosed {
      id
      disclosure
      street
    }
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<TightenDisclosureMutation, TightenDisclosureMutationVariables>;
export const GrantRevealDocument = new TypedDocumentString(`
    mutation GrantReveal($input: GrantRevealInput!) {
  grantReveal(input: $input) {
    grant {
      personId
      listingId
      endsAt
    }
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<GrantRevealMutation, GrantRevealMutationVariables>;
export const RevokeRevealDocument = new TypedDocumentString(`
    mutation RevokeReveal($input: RevokeRevealInput!) {
  revokeReveal(input: $input) {
    grant {
      personId
      listingId
      endsAt
    }
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RevokeRevealMutation, RevokeRevealMutationVariables>;
export const RecordConsentDocument = new TypedDocumentString(`
    mutation RecordConsent($input: RecordConsentInput!) {
  recordConsent(input: $input) {
    consent {
      id
      nationId
      givenBy
      givenAt
      terms
      coversRecord
      listingIds
      endedAt
    }
    standing
    withdrawnListingIds
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RecordConsentMutation, RecordConsentMutationVariables>;
export const WithdrawConsentDocument = new TypedDocumentString(`
    mutation WithdrawConsent($input: WithdrawConsentInput!) {
  withdrawConsent(input: $input) {
    consent {
      id
      listingIds
      endedAt
    }
    standing
    withdrawnListingIds
    userErrors {
      ...Fault
    }
  }
}
    fragment Fault on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<WithdrawConsentMutation, WithdrawConsentMutationVariables>;
export const NoticesDocument = new TypedDocumentString(`
    query Notices($first: Int! = 20, $after: String) {
  viewer {
    notices(first: $first, after: $after) {
      totalCount
      nodes {
        kind
        at
        organizationId
        organizationName
        thingId
        thingName
        by {
          name
          role
          organizationName
        }
        person
        personId
        role
        reason
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NoticesQuery, NoticesQueryVariables>;
export const RevealGrantsDocument = new TypedDocumentString(`
    query RevealGrants($first: Int! = 20, $after: String, $ended: Boolean! = false) {
  viewer {
    revealGrants(first: $first, after: $after, ended: $ended) {
      totalCount
      nodes {
        personId
        personName
        listingId
        listingName
        organizationId
        reason
        grantedAt
        grantedBy
        endsAt
        revokedAt
        revokedBy
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RevealGrantsQuery, RevealGrantsQueryVariables>;
export const StartImportDocument = new TypedDocumentString(`
    mutation StartImport($input: StartImportInput!) {
  startImport(input: $input) {
    import {
      ...ImportShown
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment ImportShown on Import {
  id
  kind
  organizationId
  state
  failure {
    code
    message
  }
  expiresAt
  appliedAt
  undoneAt
  rowsTotal
  rowsRead
  rowsNew
  rowsChanged
  rowsUnchanged
  rowsFaulty
  duplicatesOpen
}`) as unknown as TypedDocumentString<StartImportMutation, StartImportMutationVariables>;
export const ApplyImportDocument = new TypedDocumentString(`
    mutation ApplyImport($input: ApplyImportInput!) {
  applyImport(input: $input) {
    import {
      ...ImportShown
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment ImportShown on Import {
  id
  kind
  organizationId
  state
  failure {
    code
    message
  }
  expiresAt
  appliedAt
  undoneAt
  rowsTotal
  rowsRead
  rowsNew
  rowsChanged
  rowsUnchanged
  rowsFaulty
  duplicatesOpen
}`) as unknown as TypedDocumentString<ApplyImportMutation, ApplyImportMutationVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($input: UndoImportInput!) {
  undoImport(input: $input) {
    import {
      ...ImportShown
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment ImportShown on Import {
  id
  kind
  organizationId
  state
  failure {
    code
    message
  }
  expiresAt
  appliedAt
  undoneAt
  rowsTotal
  rowsRead
  rowsNew
  rowsChanged
  rowsUnchanged
  rowsFaulty
  duplicatesOpen
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const ResolveDuplicateDocument = new TypedDocumentString(`
    mutation ResolveDuplicate($input: ResolveDuplicateInput!) {
  resolveDuplicate(input: $input) {
    import {
      ...ImportShown
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment ImportShown on Import {
  id
  kind
  organizationId
  state
  failure {
    code
    message
  }
  expiresAt
  appliedAt
  undoneAt
  rowsTotal
  rowsRead
  rowsNew
  rowsChanged
  rowsUnchanged
  rowsFaulty
  duplicatesOpen
}`) as unknown as TypedDocumentString<ResolveDuplicateMutation, ResolveDuplicateMutationVariables>;
export const ImportDocument = new TypedDocumentString(`
    query Import($id: ID!, $first: Int!, $after: String, $action: ImportAction) {
  import(id: $id) {
    ...ImportShown
    problems(first: $first, after: $after) {
      totalCount
      nodes {
        line
        column
        code
        message
      }
    }
    rows(first: $first, action: $action) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        line
        action
        name
        thingId
        changes {
          field
          before
          after
        }
      }
    }
    duplicates(first: $first) {
      totalCount
      nodes {
        id
        line
        name
        thingId
        thingName
        score
        nameScore
        samePhone
        samePlace
        distanceMeters
        decision
      }
    }
  }
}
    fragment ImportShown on Import {
  id
  kind
  organizationId
  state
  failure {
    code
    message
  }
  expiresAt
  appliedAt
  undoneAt
  rowsTotal
  rowsRead
  rowsNew
  rowsChanged
  rowsUnchanged
  rowsFaulty
  duplicatesOpen
}`) as unknown as TypedDocumentString<ImportQuery, ImportQueryVariables>;
export const PublishMaterialDocument = new TypedDocumentString(`
    mutation PublishMaterial($input: PublishMaterialInput!) {
  publishMaterial(input: $input) {
    material {
      ...MaterialWhole
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment MaterialWhole on Material {
  id
  title
  kind
  audiences
  topics
  language {
    tag
  }
  url
  description
  publishedAt
  organization {
    id
  }
  version
  withdrawn
}`) as unknown as TypedDocumentString<PublishMaterialMutation, PublishMaterialMutationVariables>;
export const ReviseMaterialDocument = new TypedDocumentString(`
    mutation ReviseMaterial($input: ReviseMaterialInput!) {
  reviseMaterial(input: $input) {
    material {
      ...MaterialWhole
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment MaterialWhole on Material {
  id
  title
  kind
  audiences
  topics
  language {
    tag
  }
  url
  description
  publishedAt
  organization {
    id
  }
  version
  withdrawn
}`) as unknown as TypedDocumentString<ReviseMaterialMutation, ReviseMaterialMutationVariables>;
export const ScheduleConveningDocument = new TypedDocumentString(`
    mutation ScheduleConvening($input: ScheduleConveningInput!) {
  scheduleConvening(input: $input) {
    convening {
      ...ConveningWhole
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment ConveningWhole on Convening {
  id
  title
  topic
  description
  location
  region {
    id
  }
  hosts {
    id
  }
  startsAt
  endsAt
  timeZone
  recurrence
  nextStartsAt
  version
  withdrawn
}`) as unknown as TypedDocumentString<ScheduleConveningMutation, ScheduleConveningMutationVariables>;
export const ReviseConveningDocument = new TypedDocumentString(`
    mutation ReviseConvening($input: ReviseConveningInput!) {
  reviseConvening(input: $input) {
    convening {
      ...ConveningWhole
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment ConveningWhole on Convening {
  id
  title
  topic
  description
  location
  region {
    id
  }
  hosts {
    id
  }
  startsAt
  endsAt
  timeZone
  recurrence
  nextStartsAt
  version
  withdrawn
}`) as unknown as TypedDocumentString<ReviseConveningMutation, ReviseConveningMutationVariables>;
export const KeptMaterialDocument = new TypedDocumentString(`
    query KeptMaterial($id: ID!) {
  node(id: $id) {
    __typename
    ... on Material {
      ...MaterialWhole
      history(first: 10) {
        ...Revised
      }
    }
  }
}
    fragment Revised on RevisionConnection {
  nodes {
    version
    madeAs
    organizationName
    action
    reason
    changes {
      field
      before
      after
    }
  }
}
fragment MaterialWhole on Material {
  id
  title
  kind
  audiences
  topics
  language {
    tag
  }
  url
  description
  publishedAt
  organization {
    id
  }
  version
  withdrawn
}`) as unknown as TypedDocumentString<KeptMaterialQuery, KeptMaterialQueryVariables>;
export const KeptConveningDocument = new TypedDocumentString(`
    query KeptConvening($id: ID!) {
  node(id: $id) {
    __typename
    ... on Convening {
      ...ConveningWhole
      history(first: 10) {
        ...Revised
      }
    }
  }
}
    fragment Revised on RevisionConnection {
  nodes {
    version
    madeAs
    organizationName
    action
    reason
    changes {
      field
      before
      after
    }
  }
}
fragment ConveningWhole on Convening {
  id
  title
  topic
  description
  location
  region {
    id
  }
  hosts {
    id
  }
  startsAt
  endsAt
  timeZone
  recurrence
  nextStartsAt
  version
  withdrawn
}`) as unknown as TypedDocumentString<KeptConveningQuery, KeptConveningQueryVariables>;
export const OwnLibraryDocument = new TypedDocumentString(`
    query OwnLibrary($id: ID!) {
  node(id: $id) {
    __typename
    ... on Organization {
      materials(first: 50) {
        nodes {
          id
          version
          withdrawn
        }
      }
      convenings(first: 50) {
        nodes {
          id
          version
          withdrawn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnLibraryQuery, OwnLibraryQueryVariables>;
export const ReviseNationDocument = new TypedDocumentString(`
    mutation ReviseNation($input: ReviseNationInput!) {
  reviseNation(input: $input) {
    nation {
      ...NationWhole
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment NationWhole on TribalNation {
  id
  name
  endonym
  people
  website
  standing
  version
  seat {
    area
    ... on PublishedPlace {
      address {
        lines
        city
        state
        postalCode
      }
      point {
        latitude
        longitude
      }
    }
  }
  counties {
    fips
  }
  serviceCounties {
    fips
  }
}`) as unknown as TypedDocumentString<ReviseNationMutation, ReviseNationMutationVariables>;
export const KeptNationDocument = new TypedDocumentString(`
    query KeptNation($id: ID!) {
  node(id: $id) {
    __typename
    ... on TribalNation {
      ...NationWhole
      history(first: 10) {
        ...Revised
      }
    }
  }
}
    fragment Revised on RevisionConnection {
  nodes {
    version
    madeAs
    organizationName
    action
    reason
    changes {
      field
      before
      after
    }
  }
}
fragment NationWhole on TribalNation {
  id
  name
  endonym
  people
  website
  standing
  version
  seat {
    area
    ... on PublishedPlace {
      address {
        lines
        city
        state
        postalCode
      }
      point {
        latitude
        longitude
      }
    }
  }
  counties {
    fips
  }
  serviceCounties {
    fips
  }
}`) as unknown as TypedDocumentString<KeptNationQuery, KeptNationQueryVariables>;
export const OpenOfOrganizationDocument = new TypedDocumentString(`
    query OpenOfOrganization($organizationId: ID!, $openNow: Boolean) {
  housingOptions(filter: {organizationId: $organizationId, openNow: $openNow}) {
    nodes {
      hours {
        openNow
        nextOpening
      }
      availability {
        state
        goodUntil
        freshness
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OpenOfOrganizationQuery, OpenOfOrganizationQueryVariables>;
export const RegionsDocument = new TypedDocumentString(`
    query Regions {
  regions {
    id
    name
    standing
    standingNote
    counties {
      fips
    }
    organization {
      name
    }
    navigators {
      purpose
      name
      phones {
        number
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RegionsQuery, RegionsQueryVariables>;
export const NationsDocument = new TypedDocumentString(`
    query Nations {
  tribalNations(first: 100) {
    totalCount
    nodes {
      id
      name
      endonym
      people
      website
      standing
      seat {
        __typename
        area
        ... on PublishedPlace {
          address {
            city
          }
        }
      }
      counties {
        fips
      }
      serviceCounties {
        fips
      }
      contacts {
        purpose
        name
        phones {
          number
          display
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NationsQuery, NationsQueryVariables>;
export const CoverageAtDocument = new TypedDocumentString(`
    query CoverageAt($at: PlaceInput!) {
  coverage(at: $at) {
    county {
      fips
      name
      state
    }
    region {
      name
      navigators {
        name
      }
    }
    nations {
      nation {
        name
      }
      how
    }
    crisisLines {
      name
      serviceAreas {
        kind
      }
      phones {
        number
        display
      }
      organization {
        standing
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CoverageAtQuery, CoverageAtQueryVariables>;
export const OrganizationPageDocument = new TypedDocumentString(`
    query OrganizationPage($filter: OrganizationFilter, $first: Int!, $after: String) {
  organizations(filter: $filter, first: $first, after: $after) {
    totalCount
    nodes {
      id
      name
      kind
      roles
      standing
      places {
        __typename
        area
      }
    }
    edges {
      cursor
      node {
        id
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizationPageQuery, OrganizationPageQueryVariables>;
export const HousingPageDocument = new TypedDocumentString(`
    query HousingPage($filter: HousingFilter, $first: Int!, $after: String) {
  housingOptions(filter: $filter, first: $first, after: $after) {
    totalCount
    nodes {
      id
      name
      kind
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<HousingPageQuery, HousingPageQueryVariables>;
export const ServicePageDocument = new TypedDocumentString(`
    query ServicePage($filter: ServiceFilter, $first: Int!, $after: String) {
  services(filter: $filter, first: $first, after: $after) {
    totalCount
    nodes {
      id
      name
      kinds
      languages {
        tag
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ServicePageQuery, ServicePageQueryVariables>;
export const HousingWholeDocument = new TypedDocumentString(`
    query HousingWhole($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on HousingOption {
      name
      summary
      description
      kind
      operatedBy
      stayDaysMax
      transportOffered
      status
      statusReason
      updatedAt
      organization {
        id
        name
      }
      places {
        __typename
        area
        counties {
          fips
          name
        }
        ... on WithheldPlace {
          reason
          phone {
            display
          }
        }
        ... on PublishedPlace {
          address {
            lines
            city
            state
            postalCode
            country
          }
          point {
            latitude
            longitude
          }
        }
      }
      serviceAreas {
        kind
        name
        counties {
          fips
        }
      }
      eligibility {
        kind
        stance
        text
      }
      eligibilityNotes
      policies {
        policy
        holds
        note
      }
      contacts {
        purpose
        name
        title
        email
        phones {
          number
          display
          kind
          extension
          note
        }
        hours {
          openNow
        }
        languages {
          tag
          name
        }
      }
      phones {
        number
        display
        kind
      }
      languages {
        tag
        name
      }
      hours {
        timeZone
        weekly {
          day
          opens
          closes
        }
        openNow
        nextOpening
        notes
      }
      intake {
        openNow
      }
      fees
      howToApply
      requiredDocuments
      verification {
        state
        confirmedAt
        confirmedBy
        method
        dueAt
      }
      units {
        id
        name
        capacity
        eligibility {
          kind
          stance
          text
        }
        availability {
          ...Beds
        }
      }
      availability {
        ...Beds
      }
    }
  }
}
    fragment Beds on Availability {
  state
  bedsOpen
  capacity
  reportedAt
  goodUntil
  freshness
  lastReport {
    reportedAt
    goodUntil
    accepting
    bedsOpen
    bedsTotal
    waitlist
    note
  }
}`) as unknown as TypedDocumentString<HousingWholeQuery, HousingWholeQueryVariables>;
export const SearchWordsDocument = new TypedDocumentString(`
    query SearchWords($text: String!, $kinds: [NodeKind!], $at: PlaceInput, $first: Int!, $after: String) {
  search(text: $text, kinds: $kinds, at: $at, first: $first, after: $after) {
    totalCount
    nodes {
      __typename
      id
      ... on Organization {
        name
      }
      ... on HousingOption {
        name
      }
      ... on Service {
        name
      }
      ... on TribalNation {
        name
      }
      ... on Region {
        name
      }
      ... on Material {
        title
      }
      ... on Convening {
        title
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SearchWordsQuery, SearchWordsQueryVariables>;
export const LibraryDocument = new TypedDocumentString(`
    query Library {
  materials(first: 100) {
    totalCount
    nodes {
      id
      title
      kind
      audiences
      topics
      language {
        tag
      }
      url
      publishedAt
      organization {
        id
        name
      }
    }
  }
  convenings(first: 100) {
    totalCount
    nodes {
      id
      title
      topic
      startsAt
      endsAt
      recurrence
      location
      region {
        name
      }
      hosts {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LibraryQuery, LibraryQueryVariables>;
export const DirectoryPageDocument = new TypedDocumentString(`
    query DirectoryPage($first: Int!) {
  organizations(first: $first) {
    nodes {
      id
      name
      services(first: 5) {
        nodes {
          id
          name
          phones {
            display
          }
        }
      }
      housingOptions(first: 5) {
        nodes {
          id
          name
          phones {
            display
          }
          organization {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DirectoryPageQuery, DirectoryPageQueryVariables>;
export const HousingForDocument = new TypedDocumentString(`
    query HousingFor($input: FindHousingInput!, $first: Int!, $after: String) {
  findHousing(input: $input, first: $first, after: $after) {
    totalCount
    nodes {
      verdict
      option {
        id
        name
        kind
      }
      unit {
        name
      }
      availability {
        state
        freshness
        bedsOpen
      }
      distance {
        band
        basis
        meters
      }
      reasons {
        criterion
        outcome
        text
        question
      }
      wishes {
        policy
        outcome
        text
        question
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<HousingForQuery, HousingForQueryVariables>;
export const HousingFoundDocument = new TypedDocumentString(`
    query HousingFound($input: FindHousingInput!, $first: Int!, $after: String) {
  findHousing(input: $input, first: $first, after: $after) {
    totalCount
    facets {
      name
      values {
        value
        count
      }
    }
    widen {
      text
      more
      change {
        withinMeters
        availability
        askAbout
      }
    }
    edges {
      cursor
      node {
        ...HousingMatched
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment Beds on Availability {
  state
  bedsOpen
  capacity
  reportedAt
  goodUntil
  freshness
  lastReport {
    reportedAt
    goodUntil
    accepting
    bedsOpen
    bedsTotal
    waitlist
    note
  }
}
fragment HousingMatched on HousingMatch {
  option {
    id
    name
    kind
    places {
      __typename
      area
    }
    organization {
      name
    }
    phones {
      display
    }
    units {
      id
      name
    }
  }
  unit {
    id
    name
  }
  availability {
    ...Beds
  }
  verdict
  reasons {
    criterion
    outcome
    text
    question
  }
  wishes {
    policy
    outcome
    text
    question
  }
  distance {
    band
    basis
    meters
  }
}`) as unknown as TypedDocumentString<HousingFoundQuery, HousingFoundQueryVariables>;
export const HousingWalkDocument = new TypedDocumentString(`
    query HousingWalk($input: FindHousingInput!, $first: Int!, $after: String) {
  findHousing(input: $input, first: $first, after: $after) {
    nodes {
      option {
        id
        name
      }
      verdict
      availability {
        state
        freshness
        bedsOpen
        reportedAt
      }
      distance {
        band
        basis
        meters
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<HousingWalkQuery, HousingWalkQueryVariables>;
export const ServicesFoundDocument = new TypedDocumentString(`
    query ServicesFound($input: FindServicesInput!, $first: Int!, $after: String) {
  findServices(input: $input, first: $first, after: $after) {
    totalCount
    facets {
      name
      values {
        value
        count
      }
    }
    widen {
      more
      change {
        withinMeters
        askAbout
      }
    }
    edges {
      cursor
      node {
        service {
          id
          name
          kinds
        }
        verdict
        reasons {
          criterion
          outcome
          text
          question
        }
        distance {
          band
          basis
          meters
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ServicesFoundQuery, ServicesFoundQueryVariables>;
export const KeptOptionDocument = new TypedDocumentString(`
    query KeptOption($id: ID!) {
  node(id: $id) {
    __typename
    ... on HousingOption {
      ...OptionKept
      ...HistoryOf
    }
  }
}
    fragment OptionKept on HousingOption {
  id
  name
  summary
  description
  status
  statusReason
  version
  disclosure
  pausedUntil
  eligibility {
    kind
    stance
    terms
  }
  phones {
    number
  }
  contacts {
    name
  }
  organization {
    id
    admitted
  }
  verification {
    state
    confirmedBy
    method
  }
  units {
    id
    name
    capacity
    eligibility {
      kind
    }
    availability {
      state
      bedsOpen
      reportedAt
    }
  }
}
fragment HistoryOf on HousingOption {
  history(first: 20) {
    totalCount
    nodes {
      version
      madeAs
      organizationName
      action
      reason
      changes {
        field
        before
        after
      }
    }
  }
}`) as unknown as TypedDocumentString<KeptOptionQuery, KeptOptionQueryVariables>;
export const KeptOrganizationDocument = new TypedDocumentString(`
    query KeptOrganization($id: ID!) {
  node(id: $id) {
    __typename
    ... on Organization {
      name
      description
      admitted
      version
      sites {
        id
        name
        disclosure
        streetTold
      }
      housingOptions(first: 100) {
        totalCount
        nodes {
          id
          status
        }
      }
      history(first: 5) {
        nodes {
          version
          action
          changes {
            field
            before
            after
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KeptOrganizationQuery, KeptOrganizationQueryVariables>;
export const ListHousingDocument = new TypedDocumentString(`
    mutation ListHousing($input: ListHousingInput!) {
  listHousing(input: $input) {
    housingOption {
      ...OptionKept
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment OptionKept on HousingOption {
  id
  name
  summary
  description
  status
  statusReason
  version
  disclosure
  pausedUntil
  eligibility {
    kind
    stance
    terms
  }
  phones {
    number
  }
  contacts {
    name
  }
  organization {
    id
    admitted
  }
  verification {
    state
    confirmedBy
    method
  }
  units {
    id
    name
    capacity
    eligibility {
      kind
    }
    availability {
      state
      bedsOpen
      reportedAt
    }
  }
}`) as unknown as TypedDocumentString<ListHousingMutation, ListHousingMutationVariables>;
export const ReviseHousingDocument = new TypedDocumentString(`
    mutation ReviseHousing($input: ReviseHousingInput!) {
  reviseHousing(input: $input) {
    housingOption {
      ...OptionKept
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment OptionKept on HousingOption {
  id
  name
  summary
  description
  status
  statusReason
  version
  disclosure
  pausedUntil
  eligibility {
    kind
    stance
    terms
  }
  phones {
    number
  }
  contacts {
    name
  }
  organization {
    id
    admitted
  }
  verification {
    state
    confirmedBy
    method
  }
  units {
    id
    name
    capacity
    eligibility {
      kind
    }
    availability {
      state
      bedsOpen
      reportedAt
    }
  }
}`) as unknown as TypedDocumentString<ReviseHousingMutation, ReviseHousingMutationVariables>;
export const ListServiceDocument = new TypedDocumentString(`
    mutation ListService($input: ListServiceInput!) {
  listService(input: $input) {
    service {
      id
      kinds
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ListServiceMutation, ListServiceMutationVariables>;
export const ReviseServiceDocument = new TypedDocumentString(`
    mutation ReviseService($input: ReviseServiceInput!) {
  reviseService(input: $input) {
    service {
      id
      name
      kinds
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReviseServiceMutation, ReviseServiceMutationVariables>;
export const PauseListingDocument = new TypedDocumentString(`
    mutation PauseListing($input: PauseListingInput!) {
  pauseListing(input: $input) {
    listing {
      ... on HousingOption {
        ...OptionKept
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment OptionKept on HousingOption {
  id
  name
  summary
  description
  status
  statusReason
  version
  disclosure
  pausedUntil
  eligibility {
    kind
    stance
    terms
  }
  phones {
    number
  }
  contacts {
    name
  }
  organization {
    id
    admitted
  }
  verification {
    state
    confirmedBy
    method
  }
  units {
    id
    name
    capacity
    eligibility {
      kind
    }
    availability {
      state
      bedsOpen
      reportedAt
    }
  }
}`) as unknown as TypedDocumentString<PauseListingMutation, PauseListingMutationVariables>;
export const WithdrawListingDocument = new TypedDocumentString(`
    mutation WithdrawListing($input: WithdrawListingInput!) {
  withdrawListing(input: $input) {
    listing {
      ... on HousingOption {
        ...OptionKept
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment OptionKept on HousingOption {
  id
  name
  summary
  description
  status
  statusReason
  version
  disclosure
  pausedUntil
  eligibility {
    kind
    stance
    terms
  }
  phones {
    number
  }
  contacts {
    name
  }
  organization {
    id
    admitted
  }
  verification {
    state
    confirmedBy
    method
  }
  units {
    id
    name
    capacity
    eligibility {
      kind
    }
    availability {
      state
      bedsOpen
      reportedAt
    }
  }
}`) as unknown as TypedDocumentString<WithdrawListingMutation, WithdrawListingMutationVariables>;
export const RestoreListingDocument = new TypedDocumentString(`
    mutation RestoreListing($input: RestoreListingInput!) {
  restoreListing(input: $input) {
    listing {
      ... on HousingOption {
        ...OptionKept
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment OptionKept on HousingOption {
  id
  name
  summary
  description
  status
  statusReason
  version
  disclosure
  pausedUntil
  eligibility {
    kind
    stance
    terms
  }
  phones {
    number
  }
  contacts {
    name
  }
  organization {
    id
    admitted
  }
  verification {
    state
    confirmedBy
    method
  }
  units {
    id
    name
    capacity
    eligibility {
      kind
    }
    availability {
      state
      bedsOpen
      reportedAt
    }
  }
}`) as unknown as TypedDocumentString<RestoreListingMutation, RestoreListingMutationVariables>;
export const ConfirmListingDocument = new TypedDocumentString(`
    mutation ConfirmListing($input: ConfirmListingInput!) {
  confirmListing(input: $input) {
    listing {
      ... on HousingOption {
        ...OptionKept
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment OptionKept on HousingOption {
  id
  name
  summary
  description
  status
  statusReason
  version
  disclosure
  pausedUntil
  eligibility {
    kind
    stance
    terms
  }
  phones {
    number
  }
  contacts {
    name
  }
  organization {
    id
    admitted
  }
  verification {
    state
    confirmedBy
    method
  }
  units {
    id
    name
    capacity
    eligibility {
      kind
    }
    availability {
      state
      bedsOpen
      reportedAt
    }
  }
}`) as unknown as TypedDocumentString<ConfirmListingMutation, ConfirmListingMutationVariables>;
export const ReportAvailabilityDocument = new TypedDocumentString(`
    mutation ReportAvailability($input: ReportAvailabilityInput!) {
  reportAvailability(input: $input) {
    housingOption {
      ...OptionKept
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment OptionKept on HousingOption {
  id
  name
  summary
  description
  status
  statusReason
  version
  disclosure
  pausedUntil
  eligibility {
    kind
    stance
    terms
  }
  phones {
    number
  }
  contacts {
    name
  }
  organization {
    id
    admitted
  }
  verification {
    state
    confirmedBy
    method
  }
  units {
    id
    name
    capacity
    eligibility {
      kind
    }
    availability {
      state
      bedsOpen
      reportedAt
    }
  }
}`) as unknown as TypedDocumentString<ReportAvailabilityMutation, ReportAvailabilityMutationVariables>;
export const RegisterOrganizationDocument = new TypedDocumentString(`
    mutation RegisterOrganization($input: RegisterOrganizationInput!) {
  registerOrganization(input: $input) {
    id
    organization {
      name
      admitted
      version
      sites {
        id
        disclosure
        streetTold
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterOrganizationMutation, RegisterOrganizationMutationVariables>;
export const ReviseOrganizationDocument = new TypedDocumentString(`
    mutation ReviseOrganization($input: ReviseOrganizationInput!) {
  reviseOrganization(input: $input) {
    id
    organization {
      name
      description
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReviseOrganizationMutation, ReviseOrganizationMutationVariables>;
export const AdmitOrganizationDocument = new TypedDocumentString(`
    mutation AdmitOrganization($input: AdmitOrganizationInput!) {
  admitOrganization(input: $input) {
    organization {
      admitted
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AdmitOrganizationMutation, AdmitOrganizationMutationVariables>;
export const CreateReportLinkDocument = new TypedDocumentString(`
    mutation CreateReportLink($input: CreateReportLinkInput!) {
  createReportLink(input: $input) {
    url
    reportLink {
      id
      label
      createdAt
      createdBy
      expiresAt
      endedAt
      lastReportAt
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateReportLinkMutation, CreateReportLinkMutationVariables>;
export const RevokeReportLinkDocument = new TypedDocumentString(`
    mutation RevokeReportLink($input: RevokeReportLinkInput!) {
  revokeReportLink(input: $input) {
    reportLink {
      id
      label
      endedAt
      lastReportAt
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeReportLinkMutation, RevokeReportLinkMutationVariables>;
export const ReportLinksDocument = new TypedDocumentString(`
    query ReportLinks($id: ID!) {
  node(id: $id) {
    ... on HousingOption {
      reportLinks {
        id
        label
        createdBy
        expiresAt
        lastReportAt
      }
      units {
        id
        name
        availability {
          state
          bedsOpen
          capacity
          reportedAt
          lastReport {
            accepting
            bedsOpen
            bedsTotal
            waitlist
            note
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportLinksQuery, ReportLinksQueryVariables>;
export const SuggestCorrectionDocument = new TypedDocumentString(`
    mutation SuggestCorrection($input: SuggestCorrectionInput!) {
  suggestCorrection(input: $input) {
    suggestion {
      code
      state
      answer
      suggestedAt
      resolvedAt
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestCorrectionMutation, SuggestCorrectionMutationVariables>;
export const ResolveSuggestionDocument = new TypedDocumentString(`
    mutation ResolveSuggestion($input: ResolveSuggestionInput!) {
  resolveSuggestion(input: $input) {
    suggestion {
      code
      state
      answer
      resolvedAt
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ResolveSuggestionMutation, ResolveSuggestionMutationVariables>;
export const SuggestionDocument = new TypedDocumentString(`
    query Suggestion($code: String!) {
  suggestion(code: $code) {
    code
    state
    answer
    resolvedAt
  }
}
    `) as unknown as TypedDocumentString<SuggestionQuery, SuggestionQueryVariables>;
export const OpenSuggestionsDocument = new TypedDocumentString(`
    query OpenSuggestions($first: Int!, $after: String) {
  viewer {
    suggestions(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        thingId
        thingName
        words
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OpenSuggestionsQuery, OpenSuggestionsQueryVariables>;
export const ConfirmGroupsDocument = new TypedDocumentString(`
    mutation ConfirmGroups($input: ConfirmListingInput!) {
  confirmListing(input: $input) {
    listing {
      id
      verification {
        ...VerificationOf
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    fragment VerificationOf on Verification {
  state
  confirmedAt
  confirmedBy
  method
  dueAt
  groups {
    group
    state
    confirmedAt
    confirmedBy
    method
    dueAt
  }
}`) as unknown as TypedDocumentString<ConfirmGroupsMutation, ConfirmGroupsMutationVariables>;
export const VerificationToldDocument = new TypedDocumentString(`
    query VerificationTold($id: ID!) {
  node(id: $id) {
    ... on HousingOption {
      version
      verification {
        ...VerificationOf
      }
    }
  }
}
    fragment VerificationOf on Verification {
  state
  confirmedAt
  confirmedBy
  method
  dueAt
  groups {
    group
    state
    confirmedAt
    confirmedBy
    method
    dueAt
  }
}`) as unknown as TypedDocumentString<VerificationToldQuery, VerificationToldQueryVariables>;
export const OptionsInOrderDocument = new TypedDocumentString(`
    query OptionsInOrder($organizationId: ID!, $first: Int!, $after: String) {
  housingOptions(
    filter: {organizationId: $organizationId}
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      verification {
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OptionsInOrderQuery, OptionsInOrderQueryVariables>;
export const OptionsOfOrganizationDocument = new TypedDocumentString(`
    query OptionsOfOrganization($id: ID!) {
  node(id: $id) {
    ... on Organization {
      housingOptions(first: 20) {
        nodes {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OptionsOfOrganizationQuery, OptionsOfOrganizationQueryVariables>;
export const OptionByWordsDocument = new TypedDocumentString(`
    query OptionByWords($text: String!) {
  search(text: $text, kinds: [HOUSING_OPTION]) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<OptionByWordsQuery, OptionByWordsQueryVariables>;
export const RemindersOfDocument = new TypedDocumentString(`
    query RemindersOf($id: ID!) {
  node(id: $id) {
    ... on HousingOption {
      reminders {
        attempt
        dueAt
        madeAt
        mails {
          role
          result
          triedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RemindersOfQuery, RemindersOfQueryVariables>;
export const WorklistDocument = new TypedDocumentString(`
    query Worklist($kinds: [WorkKind!], $regionId: ID, $first: Int! = 100, $after: String) {
  worklist(kinds: $kinds, regionId: $regionId) {
    items(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        kind
        since
        itselfId
        thingId
        thingName
        organizationId
        organizationName
      }
    }
    counts {
      kind
      many
      region {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorklistQuery, WorklistQueryVariables>;
export const UnmetNeedsDocument = new TypedDocumentString(`
    query UnmetNeeds($months: Int! = 12) {
  worklist {
    unmetNeeds(months: $months) {
      month
      kind
      criterion
      searches
      region {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnmetNeedsQuery, UnmetNeedsQueryVariables>;