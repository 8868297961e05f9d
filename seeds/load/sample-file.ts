import type { ListHousing } from '../../src/housing/index.js';
import type { PublishMaterial, ScheduleConvening } from '../../src/library/index.js';
import type { ConfirmListing, ListingInput } from '../../src/listings/index.js';
import type { RegisterOrganization } from '../../src/organizations/index.js';
import type { ListService } from '../../src/services/index.js';

// The form of the sample files, as seeds/README.md says it.

export type SeedContact = RegisterOrganization['contacts'][number];

export interface SeedLocation {
  slug: string;
  name: string;
  /** Told only: of a withheld site nothing is kept that is nearer than its county. */
  city?: string;
  county: string;
  street: 'told' | 'withheld';
  address?: { lines: string[]; postalCode: string };
  point?: { latitude: number; longitude: number };
  withheldReason?: 'CONFIDENTIAL_SHELTER' | 'PRIVATE_HOME' | 'BY_REQUEST';
}

export interface SeedOrganization extends Pick<
  RegisterOrganization,
  'name' | 'kind' | 'roles' | 'description' | 'website'
> {
  slug: string;
  region?: string;
  contacts: SeedContact[];
  locations?: SeedLocation[];
}

export interface SeedCriterion {
  criterion: string;
  stance: string;
  values: Record<string, unknown>;
}

export interface SeedListing {
  slug: string;
  organization: string;
  name: string;
  summary: string;
  description?: string;
  sites: string[];
  serviceAreas: {
    kind: ListingInput['serviceAreas'][number]['kind'];
    counties?: string[];
    region?: string;
    nation?: string;
  }[];
  criteria: SeedCriterion[];
  eligibilityNotes?: string;
  policies: ListingInput['policies'];
  contacts: SeedContact[];
  phones: ListingInput['phones'];
  languages: string[];
  hours?: ListingInput['hours'];
  fees?: string;
  howToApply?: string;
  requiredDocuments: string[];
  disclosure?: 'PUBLISHED' | 'PARTNERS' | 'OWN';
  status?: 'ACTIVE' | 'PAUSED';
  pausedReason?: string;
  confirmed?: { daysAgo: number; method: ConfirmListing['method'] };
}

export interface SeedReport {
  hoursAgo: number;
  accepting: boolean;
  bedsOpen?: number;
  bedsTotal?: number;
  waitlist?: boolean;
  note?: 'ONE_NIGHT_ONLY';
}

export interface SeedHousing
  extends
    SeedListing,
    Pick<ListHousing, 'kind' | 'operatedBy' | 'stayDaysMax' | 'intake' | 'transportOffered'> {
  units: {
    slug: string;
    name: string;
    capacity?: number;
    criteria: SeedCriterion[];
    report?: SeedReport;
  }[];
}

export interface SeedService extends SeedListing, Pick<ListService, 'kinds'> {}

export interface SeedConvening extends Pick<
  ScheduleConvening,
  'title' | 'topic' | 'description' | 'location' | 'timeZone' | 'recurrence'
> {
  slug: string;
  region?: string;
  hosts: string[];
  startsAt: string;
  endsAt: string;
}

export interface SeedMaterial extends Omit<PublishMaterial, 'id' | 'organizationId'> {
  slug: string;
  organization: string;
}

export interface SampleFile {
  organizations?: SeedOrganization[];
  housingOptions?: SeedHousing[];
  services?: SeedService[];
  convenings?: SeedConvening[];
  materials?: SeedMaterial[];
}
