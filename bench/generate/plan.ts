import type { Zip } from './land.js';

/** Of the five listings of each organization, the first three are housing. */
export const LISTINGS_PER_ORGANIZATION = 5;
export const HOUSING_PER_ORGANIZATION = 3;
export const NATIONS = 100;

/** An organization, as far as its listings need to know it. */
export interface Home {
  number: number;
  id: string;
  zip: Zip;
}
