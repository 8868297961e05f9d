/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { Operation } from './operation.js';
export type AccessNeed =
  | 'BLIND'
  | 'DEAF'
  | 'WHEELCHAIR';

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

export type CareNeed =
  | 'MEDICATION_HELP'
  | 'MENTAL_HEALTH'
  | 'MENTAL_HEALTH_CRISIS'
  | 'NURSING_CARE';

/** What happened. Both TOLD and CHANGED mean: put it in the place of what you have. */
export type ChangeKind =
  /** What is told of it became another. */
  | 'CHANGED'
  /** It came to be told, for the first time or again. */
  | 'TOLD'
  /** It is told to you no more, whatever the reason: take it out of your copy. */
  | 'WITHDRAWN';

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

export type ConfirmationMethod =
  | 'CALL'
  | 'EMAIL'
  | 'OWN_STAFF'
  | 'VISIT';

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

/** Every part that is given must hold. */
export type ConveningFilter = {
  /** One of its hosts. */
  organizationId?: string | null | undefined;
  regionId?: string | null | undefined;
  /** Begins then or later; where it recurs, the last of it. */
  startsFrom?: string | null | undefined;
  /** Words of its title, topic or description. */
  text?: string | null | undefined;
};

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

export type ListingStatus =
  | 'ACTIVE'
  /** For now it takes nobody; it is expected back. */
  | 'PAUSED'
  /** It is no more. */
  | 'WITHDRAWN';

/** Every part that is given must hold. */
export type MaterialFilter = {
  /** Is made for any of these. */
  audiences?: Array<Audience> | null | undefined;
  /** Is any of these. */
  kinds?: Array<MaterialKind> | null | undefined;
  /** Is in any of these languages, by BCP 47. */
  languages?: Array<string> | null | undefined;
  organizationId?: string | null | undefined;
  /** Words of its title, description or topics. */
  text?: string | null | undefined;
};

export type MaterialKind =
  | 'CAMPAIGN'
  | 'GUIDE'
  | 'POSTER'
  | 'PROTOCOL'
  | 'TRAINING'
  | 'VIDEO';

/** Every part that is given must hold. */
export type NationFilter = {
  /** Its seat or one of its counties lies there. */
  isIn?: AreaInput | null | undefined;
  people?: Array<TribalPeople> | null | undefined;
  /** Its land, its counties or its service counties take in this place. */
  serves?: PlaceInput | null | undefined;
  /** Words of its name or endonym. */
  text?: string | null | undefined;
};

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

export type Reach =
  /** What lies within reach, and whatever serves the whole state or country. */
  | 'NEAR'
  /** What says that it serves people of this place, wherever it lies itself. */
  | 'SERVES_HERE';

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

export type RevealAddressInput = {
  /** Of a listing of your own organization. */
  listingId: string;
  /** What the address is needed for: it is written down. */
  purpose: string;
};

export type RevokeReportLinkInput = {
  id: string;
  /** A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key changes nothing again within 24 hours: what it changed is answered, as it is by then. */
  idempotencyKey?: string | null | undefined;
};

/** What a person of the network may be. */
export type Role =
  | 'ADVOCATE'
  | 'COORDINATOR'
  | 'NATION_COORDINATOR'
  | 'STEWARD';

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

export type SubstanceUse =
  | 'ACTIVE'
  | 'NONE'
  /** For opioid use disorder, as methadone or buprenorphine. */
  | 'ON_MEDICATION'
  /** In recovery. */
  | 'SOBER';

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

/** Why a place is not told. */
export type WithheldReason =
  | 'BY_REQUEST'
  | 'CONFIDENTIAL_SHELTER'
  | 'PRIVATE_HOME';

export type ChangesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ChangesQuery = { changes: { nodes: Array<{ id: string, kind: NodeKind, what: ChangeKind, at: string, node:
        | { __typename: 'Convening', title: string, startsAt: string, id: string }
        | { __typename: 'HousingOption', kind: HousingKind, id: string, description: string | null, fees: string | null, howToApply: string | null, requiredDocuments: Array<string>, eligibilityNotes: string | null, updatedAt: string, name: string, summary: string, status: ListingStatus, languages: Array<{ tag: string, name: string }>, policies: Array<{ policy: Policy, holds: boolean, note: string | null }>, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, hours: { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> } | null, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null }, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
            | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
            | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
          > }
        | { __typename: 'Material', title: string, url: string, id: string }
        | { __typename: 'Organization', name: string, description: string | null, id: string }
        | { __typename: 'Region', name: string, id: string }
        | { __typename: 'Service', kinds: Array<ServiceKind>, id: string, description: string | null, fees: string | null, howToApply: string | null, requiredDocuments: Array<string>, eligibilityNotes: string | null, updatedAt: string, name: string, summary: string, status: ListingStatus, languages: Array<{ tag: string, name: string }>, policies: Array<{ policy: Policy, holds: boolean, note: string | null }>, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, hours: { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> } | null, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null }, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
            | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
            | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
          > }
        | { __typename: 'TribalNation', name: string, id: string }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CoverageQueryVariables = Exact<{
  at: PlaceInput;
}>;


export type CoverageQuery = { coverage: { county: { fips: string, name: string, state: string } | null, region: { id: string, name: string, navigators: Array<{ name: string, title: string | null, email: string | null, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }> }> } | null, nations: Array<{ how: Array<CoverageBasis>, nation: { id: string, name: string, endonym: string | null, contacts: Array<{ purpose: ContactPurpose, name: string, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }> }> } }>, crisisLines: Array<{ id: string, name: string, summary: string, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, languages: Array<{ tag: string, name: string }>, hours: { openNow: boolean, nextOpening: string | null } | null }> } | null };

export type OrganizationsQueryVariables = Exact<{
  filter?: OrganizationFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type OrganizationsQuery = { organizations: { nodes: Array<{ id: string, name: string, kind: OrganizationKind, roles: Array<NetworkRole>, description: string | null, website: string | null, standing: RecordStanding, region: { id: string, name: string } | null, places: Array<
        | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
      >, contacts: Array<{ purpose: ContactPurpose, name: string, title: string | null, email: string | null, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ServicesQueryVariables = Exact<{
  filter?: ServiceFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ServicesQuery = { services: { nodes: Array<{ kinds: Array<ServiceKind>, description: string | null, fees: string | null, howToApply: string | null, requiredDocuments: Array<string>, eligibilityNotes: string | null, updatedAt: string, id: string, name: string, summary: string, status: ListingStatus, languages: Array<{ tag: string, name: string }>, policies: Array<{ policy: Policy, holds: boolean, note: string | null }>, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, hours: { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> } | null, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null }, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
        | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
      > }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type HousingOptionsQueryVariables = Exact<{
  filter?: HousingFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type HousingOptionsQuery = { housingOptions: { nodes: Array<{ kind: HousingKind, operatedBy: Array<OperatorKind>, stayDaysMax: number | null, transportOffered: boolean, description: string | null, fees: string | null, howToApply: string | null, requiredDocuments: Array<string>, eligibilityNotes: string | null, updatedAt: string, id: string, name: string, summary: string, status: ListingStatus, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, freshness: Freshness, reportedAt: string | null, goodUntil: string | null }, units: Array<{ id: string, name: string, capacity: number | null, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, freshness: Freshness, reportedAt: string | null, goodUntil: string | null } }>, languages: Array<{ tag: string, name: string }>, policies: Array<{ policy: Policy, holds: boolean, note: string | null }>, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, hours: { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> } | null, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null }, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
        | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
      > }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type TribalNationsQueryVariables = Exact<{
  filter?: NationFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type TribalNationsQuery = { tribalNations: { nodes: Array<{ id: string, name: string, endonym: string | null, people: TribalPeople, website: string | null, standing: RecordStanding, seat:
        | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
      , contacts: Array<{ purpose: ContactPurpose, name: string, title: string | null, email: string | null, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type MaterialsQueryVariables = Exact<{
  filter?: MaterialFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type MaterialsQuery = { materials: { nodes: Array<{ id: string, title: string, kind: MaterialKind, audiences: Array<Audience>, topics: Array<string>, url: string, publishedAt: string, language: { tag: string, name: string }, organization: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ConveningsQueryVariables = Exact<{
  filter?: ConveningFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ConveningsQuery = { convenings: { nodes: Array<{ id: string, title: string, topic: string, location: string | null, startsAt: string, endsAt: string, recurrence: string | null, region: { id: string, name: string } | null, hosts: Array<{ id: string, name: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type RegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionsQuery = { regions: Array<{ id: string, name: string, standing: RecordStanding, counties: Array<{ fips: string, name: string }>, navigators: Array<{ name: string, title: string | null, email: string | null, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }> }> }> | null };

export type CountiesQueryVariables = Exact<{
  state: string;
}>;


export type CountiesQuery = { counties: Array<{ fips: string, name: string, region: { id: string, name: string } | null }> | null };

export type RevealAddressMutationVariables = Exact<{
  input: RevealAddressInput;
}>;


export type RevealAddressMutation = { revealAddress: { addresses: Array<{ site: string, lines: Array<string>, city: string, postalCode: string, notes: string | null, point: { latitude: number, longitude: number } | null }> | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type TightenDisclosureMutationVariables = Exact<{
  input: TightenDisclosureInput;
}>;


export type TightenDisclosureMutation = { tightenDisclosure: { disclosed: { id: string, disclosure: Telling, street: Telling | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type FindHousingQueryVariables = Exact<{
  input: FindHousingInput;
  first?: number;
  after?: string | null | undefined;
}>;


export type FindHousingQuery = { findHousing: { nodes: Array<{ verdict: Verdict, option: { kind: HousingKind, id: string, name: string, summary: string, status: ListingStatus, intake: { openNow: boolean, nextOpening: string | null } | null, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
          | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
          | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
        > }, unit: { id: string, name: string } | null, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, freshness: Freshness, reportedAt: string | null, goodUntil: string | null }, reasons: Array<{ criterion: CriterionKind, outcome: Outcome, text: string, question: string | null }>, wishes: Array<{ policy: Policy | null, outcome: Outcome, text: string, question: string | null }>, distance: { band: DistanceBand, basis: DistanceBasis, meters: number | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WidenHousingQueryVariables = Exact<{
  input: FindHousingInput;
}>;


export type WidenHousingQuery = { findHousing: { totalCount: number | null, facets: Array<{ name: FacetName, values: Array<{ value: string, count: number }> }>, widen: Array<{ text: string, more: number, change: { withinMeters: number | null, askAbout: CriterionKind | null, availability: AvailabilityState | null } }> } | null };

export type FindServicesQueryVariables = Exact<{
  input: FindServicesInput;
  first?: number;
  after?: string | null | undefined;
}>;


export type FindServicesQuery = { findServices: { nodes: Array<{ verdict: Verdict, service: { kinds: Array<ServiceKind>, id: string, name: string, summary: string, status: ListingStatus, hours: { openNow: boolean, nextOpening: string | null } | null, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
          | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
          | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
        > }, reasons: Array<{ criterion: CriterionKind, outcome: Outcome, text: string, question: string | null }>, wishes: Array<{ policy: Policy | null, outcome: Outcome, text: string, question: string | null }>, distance: { band: DistanceBand, basis: DistanceBasis, meters: number | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CallableOnFragment = { number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null };

type Where_PublishedPlace_Fragment = { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null };

type Where_WithheldPlace_Fragment = { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null };

export type WhereFragment =
  | Where_PublishedPlace_Fragment
  | Where_WithheldPlace_Fragment
;

export type OpenHoursFragment = { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> };

export type BedsFragment = { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, freshness: Freshness, reportedAt: string | null, goodUntil: string | null };

type ListingBrief_HousingOption_Fragment = { id: string, name: string, summary: string, status: ListingStatus, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
    | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
    | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
  > };

type ListingBrief_Service_Fragment = { id: string, name: string, summary: string, status: ListingStatus, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
    | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
    | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
  > };

export type ListingBriefFragment =
  | ListingBrief_HousingOption_Fragment
  | ListingBrief_Service_Fragment
;

type ListingTold_HousingOption_Fragment = { description: string | null, fees: string | null, howToApply: string | null, requiredDocuments: Array<string>, eligibilityNotes: string | null, updatedAt: string, id: string, name: string, summary: string, status: ListingStatus, languages: Array<{ tag: string, name: string }>, policies: Array<{ policy: Policy, holds: boolean, note: string | null }>, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, hours: { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> } | null, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null }, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
    | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
    | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
  > };

type ListingTold_Service_Fragment = { description: string | null, fees: string | null, howToApply: string | null, requiredDocuments: Array<string>, eligibilityNotes: string | null, updatedAt: string, id: string, name: string, summary: string, status: ListingStatus, languages: Array<{ tag: string, name: string }>, policies: Array<{ policy: Policy, holds: boolean, note: string | null }>, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, hours: { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> } | null, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null }, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
    | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
    | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
  > };

export type ListingToldFragment =
  | ListingTold_HousingOption_Fragment
  | ListingTold_Service_Fragment
;

export type WhyFragment = { criterion: CriterionKind, outcome: Outcome, text: string, question: string | null };

export type WishedFragment = { policy: Policy | null, outcome: Outcome, text: string, question: string | null };

export type FarFragment = { band: DistanceBand, basis: DistanceBasis, meters: number | null };

export type NextFragment = { hasNextPage: boolean, endCursor: string | null };

export type SearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<NodeKind> | NodeKind | null | undefined;
  at?: PlaceInput | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { nodes: Array<
      | { __typename: 'Convening', title: string, startsAt: string, id: string }
      | { __typename: 'HousingOption', name: string, summary: string, id: string }
      | { __typename: 'Material', title: string, url: string, id: string }
      | { __typename: 'Organization', name: string, id: string }
      | { __typename: 'Region', name: string, id: string }
      | { __typename: 'Service', name: string, summary: string, id: string }
      | { __typename: 'TribalNation', name: string, id: string }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ListingQueryVariables = Exact<{
  id: string;
}>;


export type ListingQuery = { node:
    | { __typename: 'Convening' }
    | { __typename: 'HousingOption', kind: HousingKind, description: string | null, fees: string | null, howToApply: string | null, requiredDocuments: Array<string>, eligibilityNotes: string | null, updatedAt: string, id: string, name: string, summary: string, status: ListingStatus, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, freshness: Freshness, reportedAt: string | null, goodUntil: string | null }, units: Array<{ id: string, name: string, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, freshness: Freshness, reportedAt: string | null, goodUntil: string | null } }>, languages: Array<{ tag: string, name: string }>, policies: Array<{ policy: Policy, holds: boolean, note: string | null }>, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, hours: { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> } | null, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null }, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
        | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
      > }
    | { __typename: 'Material' }
    | { __typename: 'Organization' }
    | { __typename: 'Region' }
    | { __typename: 'Service', kinds: Array<ServiceKind>, description: string | null, fees: string | null, howToApply: string | null, requiredDocuments: Array<string>, eligibilityNotes: string | null, updatedAt: string, id: string, name: string, summary: string, status: ListingStatus, languages: Array<{ tag: string, name: string }>, policies: Array<{ policy: Policy, holds: boolean, note: string | null }>, eligibility: Array<{ kind: CriterionKind, stance: Stance, text: string }>, hours: { timeZone: string, openNow: boolean, nextOpening: string | null, notes: string | null, weekly: Array<{ day: Weekday, opens: string, closes: string }> } | null, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null }, organization: { id: string, name: string }, phones: Array<{ number: string, display: string, kind: PhoneKind, extension: string | null, note: string | null }>, places: Array<
        | { __typename: 'PublishedPlace', area: string, address: { lines: Array<string>, city: string, state: string, postalCode: string }, point: { latitude: number, longitude: number } | null }
        | { __typename: 'WithheldPlace', reason: WithheldReason, area: string, phone: { number: string, display: string } | null }
      > }
    | { __typename: 'TribalNation' }
   | null };

export type ReportAvailabilityMutationVariables = Exact<{
  input: ReportAvailabilityInput;
}>;


export type ReportAvailabilityMutation = { reportAvailability: { housingOption: { id: string, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, freshness: Freshness, reportedAt: string | null, goodUntil: string | null }, units: Array<{ id: string, name: string, availability: { state: AvailabilityState, bedsOpen: number | null, capacity: number | null, freshness: Freshness, reportedAt: string | null, goodUntil: string | null } }> } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ConfirmListingMutationVariables = Exact<{
  input: ConfirmListingInput;
}>;


export type ConfirmListingMutation = { confirmListing: { listing:
      | { id: string, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null } }
      | { id: string, verification: { state: VerificationState, confirmedAt: string | null, dueAt: string | null } }
     | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type CreateReportLinkMutationVariables = Exact<{
  input: CreateReportLinkInput;
}>;


export type CreateReportLinkMutation = { createReportLink: { url: string | null, reportLink: { id: string, label: string, createdAt: string, createdBy: string, expiresAt: string, endedAt: string | null, lastReportAt: string | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type RevokeReportLinkMutationVariables = Exact<{
  input: RevokeReportLinkInput;
}>;


export type RevokeReportLinkMutation = { revokeReportLink: { reportLink: { id: string, label: string, createdAt: string, createdBy: string, expiresAt: string, endedAt: string | null, lastReportAt: string | null } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } | null };

export type ReportLinksQueryVariables = Exact<{
  id: string;
}>;


export type ReportLinksQuery = { node:
    | { id: string, reportLinks: Array<{ id: string, label: string, createdAt: string, createdBy: string, expiresAt: string, endedAt: string | null, lastReportAt: string | null }> | null }
    | Record<PropertyKey, never>
   | null };

export type LinkFragment = { id: string, label: string, createdAt: string, createdBy: string, expiresAt: string, endedAt: string | null, lastReportAt: string | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string | null, kind: ViewerKind, name: string | null, scopes: Array<string>, roles: Array<{ role: Role, organizationId: string | null }> } };

export const changes = 'query Changes($first:Int!=100$after:String){changes(first:$first after:$after){nodes{id kind what at node{__typename id ...on Organization{name description}...on Listing{...F0}...on HousingOption{kind}...on Service{kinds}...on TribalNation{name}...on Region{name}...on Material{title url}...on Convening{title startsAt}}}pageInfo{...F5}}}fragment F0 on Listing{...F1 description fees howToApply requiredDocuments eligibilityNotes updatedAt languages{tag name}policies{policy holds note}eligibility{kind stance text}hours{...F4}verification{state confirmedAt dueAt}}fragment F1 on Listing{id name summary status organization{id name}phones{...F2}places{...F3}}fragment F2 on Phone{number display kind extension note}fragment F3 on Place{__typename area ...on PublishedPlace{address{lines city state postalCode}point{latitude longitude}}...on WithheldPlace{reason phone{number display}}}fragment F4 on Hours{timeZone openNow nextOpening notes weekly{day opens closes}}fragment F5 on PageInfo{hasNextPage endCursor}' as Operation<ChangesQuery, ChangesQueryVariables>;
export const coverage = 'query Coverage($at:PlaceInput!){coverage(at:$at){county{fips name state}region{id name navigators{name title email phones{...F0}}}nations{how nation{id name endonym contacts{purpose name phones{...F0}}}}crisisLines{id name summary phones{...F0}languages{tag name}hours{openNow nextOpening}}}}fragment F0 on Phone{number display kind extension note}' as Operation<CoverageQuery, CoverageQueryVariables>;
export const organizations = 'query Organizations($filter:OrganizationFilter$first:Int!=20$after:String){organizations(filter:$filter first:$first after:$after){nodes{id name kind roles description website standing region{id name}places{...F0}contacts{purpose name title email phones{...F1}}}pageInfo{...F2}}}fragment F0 on Place{__typename area ...on PublishedPlace{address{lines city state postalCode}point{latitude longitude}}...on WithheldPlace{reason phone{number display}}}fragment F1 on Phone{number display kind extension note}fragment F2 on PageInfo{hasNextPage endCursor}' as Operation<OrganizationsQuery, OrganizationsQueryVariables>;
export const services = 'query Services($filter:ServiceFilter$first:Int!=20$after:String){services(filter:$filter first:$first after:$after){nodes{...F0 kinds}pageInfo{...F5}}}fragment F0 on Listing{...F1 description fees howToApply requiredDocuments eligibilityNotes updatedAt languages{tag name}policies{policy holds note}eligibility{kind stance text}hours{...F4}verification{state confirmedAt dueAt}}fragment F1 on Listing{id name summary status organization{id name}phones{...F2}places{...F3}}fragment F2 on Phone{number display kind extension note}fragment F3 on Place{__typename area ...on PublishedPlace{address{lines city state postalCode}point{latitude longitude}}...on WithheldPlace{reason phone{number display}}}fragment F4 on Hours{timeZone openNow nextOpening notes weekly{day opens closes}}fragment F5 on PageInfo{hasNextPage endCursor}' as Operation<ServicesQuery, ServicesQueryVariables>;
export const housingOptions = 'query HousingOptions($filter:HousingFilter$first:Int!=20$after:String){housingOptions(filter:$filter first:$first after:$after){nodes{...F0 kind operatedBy stayDaysMax transportOffered availability{...F5}units{id name capacity availability{...F5}}}pageInfo{...F6}}}fragment F0 on Listing{...F1 description fees howToApply requiredDocuments eligibilityNotes updatedAt languages{tag name}policies{policy holds note}eligibility{kind stance text}hours{...F4}verification{state confirmedAt dueAt}}fragment F1 on Listing{id name summary status organization{id name}phones{...F2}places{...F3}}fragment F2 on Phone{number display kind extension note}fragment F3 on Place{__typename area ...on PublishedPlace{address{lines city state postalCode}point{latitude longitude}}...on WithheldPlace{reason phone{number display}}}fragment F4 on Hours{timeZone openNow nextOpening notes weekly{day opens closes}}fragment F5 on Availability{state bedsOpen capacity freshness reportedAt goodUntil}fragment F6 on PageInfo{hasNextPage endCursor}' as Operation<HousingOptionsQuery, HousingOptionsQueryVariables>;
export const tribalNations = 'query TribalNations($filter:NationFilter$first:Int!=20$after:String){tribalNations(filter:$filter first:$first after:$after){nodes{id name endonym people website standing seat{...F0}contacts{purpose name title email phones{...F1}}}pageInfo{...F2}}}fragment F0 on Place{__typename area ...on PublishedPlace{address{lines city state postalCode}point{latitude longitude}}...on WithheldPlace{reason phone{number display}}}fragment F1 on Phone{number display kind extension note}fragment F2 on PageInfo{hasNextPage endCursor}' as Operation<TribalNationsQuery, TribalNationsQueryVariables>;
export const materials = 'query Materials($filter:MaterialFilter$first:Int!=20$after:String){materials(filter:$filter first:$first after:$after){nodes{id title kind audiences topics url publishedAt language{tag name}organization{id name}}pageInfo{...F0}}}fragment F0 on PageInfo{hasNextPage endCursor}' as Operation<MaterialsQuery, MaterialsQueryVariables>;
export const convenings = 'query Convenings($filter:ConveningFilter$first:Int!=20$after:String){convenings(filter:$filter first:$first after:$after){nodes{id title topic location startsAt endsAt recurrence region{id name}hosts{id name}}pageInfo{...F0}}}fragment F0 on PageInfo{hasNextPage endCursor}' as Operation<ConveningsQuery, ConveningsQueryVariables>;
export const regions = 'query Regions{regions{id name standing counties{fips name}navigators{name title email phones{...F0}}}}fragment F0 on Phone{number display kind extension note}' as Operation<RegionsQuery, RegionsQueryVariables>;
export const counties = 'query Counties($state:String!){counties(state:$state){fips name region{id name}}}' as Operation<CountiesQuery, CountiesQueryVariables>;
export const revealAddress = 'mutation RevealAddress($input:RevealAddressInput!){revealAddress(input:$input){addresses{site lines city postalCode notes point{latitude longitude}}userErrors{code message field}}}' as Operation<RevealAddressMutation, RevealAddressMutationVariables>;
export const tightenDisclosure = 'mutation TightenDisclosure($input:TightenDisclosureInput!){tightenDisclosure(input:$input){disclosed{id disclosure street}userErrors{code message field}}}' as Operation<TightenDisclosureMutation, TightenDisclosureMutationVariables>;
export const findHousing = 'query FindHousing($input:FindHousingInput!$first:Int!=20$after:String){findHousing(input:$input first:$first after:$after){nodes{verdict option{...F0 kind intake{openNow nextOpening}}unit{id name}availability{...F3}reasons{...F4}wishes{...F5}distance{...F6}}pageInfo{...F7}}}fragment F0 on Listing{id name summary status organization{id name}phones{...F1}places{...F2}}fragment F1 on Phone{number display kind extension note}fragment F2 on Place{__typename area ...on PublishedPlace{address{lines city state postalCode}point{latitude longitude}}...on WithheldPlace{reason phone{number display}}}fragment F3 on Availability{state bedsOpen capacity freshness reportedAt goodUntil}fragment F4 on Reason{criterion outcome text question}fragment F5 on Wish{policy outcome text question}fragment F6 on Distance{band basis meters}fragment F7 on PageInfo{hasNextPage endCursor}' as Operation<FindHousingQuery, FindHousingQueryVariables>;
export const widenHousing = 'query WidenHousing($input:FindHousingInput!){findHousing(input:$input first:1){totalCount facets{name values{value count}}widen{text more change{withinMeters askAbout availability}}}}' as Operation<WidenHousingQuery, WidenHousingQueryVariables>;
export const findServices = 'query FindServices($input:FindServicesInput!$first:Int!=20$after:String){findServices(input:$input first:$first after:$after){nodes{verdict service{...F0 kinds hours{openNow nextOpening}}reasons{...F3}wishes{...F4}distance{...F5}}pageInfo{...F6}}}fragment F0 on Listing{id name summary status organization{id name}phones{...F1}places{...F2}}fragment F1 on Phone{number display kind extension note}fragment F2 on Place{__typename area ...on PublishedPlace{address{lines city state postalCode}point{latitude longitude}}...on WithheldPlace{reason phone{number display}}}fragment F3 on Reason{criterion outcome text question}fragment F4 on Wish{policy outcome text question}fragment F5 on Distance{band basis meters}fragment F6 on PageInfo{hasNextPage endCursor}' as Operation<FindServicesQuery, FindServicesQueryVariables>;
export const search = 'query Search($text:String!$kinds:[NodeKind!]$at:PlaceInput$first:Int!=20$after:String){search(text:$text kinds:$kinds at:$at first:$first after:$after){nodes{__typename id ...on Listing{name summary}...on Organization{name}...on TribalNation{name}...on Region{name}...on Material{title url}...on Convening{title startsAt}}pageInfo{...F0}}}fragment F0 on PageInfo{hasNextPage endCursor}' as Operation<SearchQuery, SearchQueryVariables>;
export const listing = 'query Listing($id:ID!){node(id:$id){__typename ...F0 ...on HousingOption{kind availability{...F5}units{id name availability{...F5}}}...on Service{kinds}}}fragment F0 on Listing{...F1 description fees howToApply requiredDocuments eligibilityNotes updatedAt languages{tag name}policies{policy holds note}eligibility{kind stance text}hours{...F4}verification{state confirmedAt dueAt}}fragment F1 on Listing{id name summary status organization{id name}phones{...F2}places{...F3}}fragment F2 on Phone{number display kind extension note}fragment F3 on Place{__typename area ...on PublishedPlace{address{lines city state postalCode}point{latitude longitude}}...on WithheldPlace{reason phone{number display}}}fragment F4 on Hours{timeZone openNow nextOpening notes weekly{day opens closes}}fragment F5 on Availability{state bedsOpen capacity freshness reportedAt goodUntil}' as Operation<ListingQuery, ListingQueryVariables>;
export const reportAvailability = 'mutation ReportAvailability($input:ReportAvailabilityInput!){reportAvailability(input:$input){housingOption{id availability{...F0}units{id name availability{...F0}}}userErrors{code message field}}}fragment F0 on Availability{state bedsOpen capacity freshness reportedAt goodUntil}' as Operation<ReportAvailabilityMutation, ReportAvailabilityMutationVariables>;
export const confirmListing = 'mutation ConfirmListing($input:ConfirmListingInput!){confirmListing(input:$input){listing{id verification{state confirmedAt dueAt}}userErrors{code message field}}}' as Operation<ConfirmListingMutation, ConfirmListingMutationVariables>;
export const createReportLink = 'mutation CreateReportLink($input:CreateReportLinkInput!){createReportLink(input:$input){url reportLink{...F0}userErrors{code message field}}}fragment F0 on ReportLink{id label createdAt createdBy expiresAt endedAt lastReportAt}' as Operation<CreateReportLinkMutation, CreateReportLinkMutationVariables>;
export const revokeReportLink = 'mutation RevokeReportLink($input:RevokeReportLinkInput!){revokeReportLink(input:$input){reportLink{...F0}userErrors{code message field}}}fragment F0 on ReportLink{id label createdAt createdBy expiresAt endedAt lastReportAt}' as Operation<RevokeReportLinkMutation, RevokeReportLinkMutationVariables>;
export const reportLinks = 'query ReportLinks($id:ID!){node(id:$id){...on HousingOption{id reportLinks{...F0}}}}fragment F0 on ReportLink{id label createdAt createdBy expiresAt endedAt lastReportAt}' as Operation<ReportLinksQuery, ReportLinksQueryVariables>;
export const viewer = 'query Viewer{viewer{id kind name scopes roles{role organizationId}}}' as Operation<ViewerQuery, ViewerQueryVariables>;