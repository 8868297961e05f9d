import { z } from 'zod';
import { point, postalAddress } from '../disclosure/index.js';
import { stateOfFips, unknownAreas } from '../geography/index.js';
import { refuse, type Changing } from '../kernel/index.js';
import { TribalPeople } from './nation.js';

export const fips = z.string().regex(/^\d{5}$/, 'A county is named by its five-digit FIPS.');

/** What a nation may say of itself. What its land is and where that lies are no words of its record. */
export const nationRecord = z.strictObject({
  name: z.string().trim().min(1).max(300),
  endonym: z.string().trim().min(1).max(300).nullish(),
  people: z.enum(TribalPeople),
  website: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .nullish(),
  seat: z.strictObject({ ...postalAddress.shape, countyFips: fips, point }),
  serviceCounties: z.array(fips).max(500),
});
export type NationRecord = z.output<typeof nationRecord>;

/** A record with the state of its seat. */
export interface Recorded {
  record: NationRecord;
  state: string;
}

/** That the counties which it names are ones. @returns the state of its seat */
export async function checkCounties(
  { seat, serviceCounties }: NationRecord,
  changing: Changing,
): Promise<string> {
  const unknown = await unknownAreas(changing, { counties: [seat.countyFips, ...serviceCounties] });
  const other = serviceCounties.findIndex((one) => unknown.has(one));
  if (other >= 0) refuse('No county has this FIPS.', `serviceCounties.${other}`);
  const state = stateOfFips(seat.countyFips);
  if (!state || unknown.has(seat.countyFips)) refuse('No county has this FIPS.', 'seat.countyFips');
  return state;
}
