import type {
  AccessNeed,
  CareNeed,
  ConvictionKind,
  Custody,
  DocumentKind,
  Gender,
  ReferralSource,
  Situation,
  SubstanceUse,
} from './vocabulary.js';

/** A child who comes with the seeker. */
export interface Child {
  readonly age?: number;
  readonly gender?: Gender;
}

/** What was told of the seeker and one nation. */
export interface SeekerNation {
  readonly nationId: string;
  readonly enrolled?: boolean;
  readonly descendant?: boolean;
  readonly livesWithin?: boolean;
}

/**
 * What was told of the person who needs help. A fact that is absent is unknown. `children` and
 * `convictions` are complete where they are given; every other list names what is so and leaves the rest
 * unknown. It lives for one request: never stored, never logged, never part of an error.
 */
export interface Seeker {
  readonly age?: number;
  readonly gender?: Gender;
  readonly lgbtq?: boolean;
  readonly veteran?: boolean;
  readonly pregnant?: boolean;
  readonly partner?: boolean;
  readonly unaccompaniedMinor?: boolean;
  readonly children?: readonly Child[];
  readonly situations?: readonly Situation[];
  readonly nations?: readonly SeekerNation[];
  readonly homeCountyFips?: string;
  readonly accessNeeds?: readonly AccessNeed[];
  readonly serviceAnimal?: boolean;
  readonly pets?: boolean;
  readonly languages?: readonly string[];
  readonly documents?: readonly { readonly kind: DocumentKind; readonly has: boolean }[];
  readonly substanceUse?: SubstanceUse;
  readonly careNeeds?: readonly CareNeed[];
  readonly custody?: Custody;
  readonly convictions?: readonly ConvictionKind[];
  readonly monthlyIncome?: number;
  readonly policeCooperation?: boolean;
  readonly referredBy?: ReferralSource;
}

/** What the land says of itself; undefined where a region is not known. */
export interface Land {
  countiesOfRegion(regionId: string): readonly string[] | undefined;
}
