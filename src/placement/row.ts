import type { Point } from '../geography/index.js';

/** One unit as the search sees it; a service has one, without a report. */
export interface PlacementUnit {
  capacity: number | null;
  /** Ids of clauses: what the rules of one kind say of this unit, its listing's rules included. */
  clauses: number[];
  /** Bits of the criteria that some rule speaks of. */
  spoken: number;
  /** What its latest report says; null where nothing was ever reported. */
  report: {
    said: 'OPEN' | 'WAITLIST' | 'FULL';
    bedsOpen: number | null;
    capacity: number | null;
    /** Milliseconds since 1970. */
    reportedAt: number;
    goodUntil: number;
  } | null;
}

/** One listing as the search sees it: told columns only (`pub.placement`). */
export interface PlacementRow {
  id: string;
  type: 'HOUSING' | 'SERVICE';
  kinds: string[];
  /** Policies that it states to hold, and that it states not to hold. */
  policies: string[];
  denied: string[];
  languages: string[];
  /** States it serves whole; `US` for the whole country. */
  statewide: string[];
  /** Told doors. */
  points: (Point & { county: string })[];
  /** Counties of the told area of what is withheld, or of what has no site; empty where doors alone are told. */
  area: string[];
  units: PlacementUnit[];
}
