import { enumOf } from '../kernel/index.js';

export const TribalPeople = enumOf('OJIBWE', 'DAKOTA', 'HO_CHUNK', 'OTHER');
export type TribalPeople = keyof typeof TribalPeople;

/** A nation's record is from public sources until the nation itself has confirmed it. */
export const NationStanding = enumOf('PUBLIC_SOURCE', 'CONFIRMED_BY_NATION', 'SAMPLE');
