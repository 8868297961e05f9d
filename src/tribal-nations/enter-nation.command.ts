import { z } from 'zod';
import { newId, readInput, refuse, type Changing } from '../kernel/index.js';
import { pointText } from '../organizations/index.js';
import { NationStanding } from './nation.js';
import { consentOf } from './consent.store.js';
import { fips, nationRecord, type Recorded } from './nation-record.js';
import { publicRecordOf, setPublicRecord, writeLand } from './nation-record.store.js';
import { saveNation } from './nation.store.js';

const input = nationRecord.extend({
  id: z.string().optional(),
  organizationId: z.string(),
  seat: z.strictObject({
    address: z.strictObject({
      lines: z.array(z.string().trim().min(1).max(200)).min(1).max(4),
      city: z.string().trim().min(1).max(100),
      state: z.string().regex(/^[A-Z]{2}$/),
      postalCode: z.string().regex(/^\d{5}(-\d{4})?$/),
      country: z.literal('US'),
    }),
    point: z.strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    }),
    countyFips: fips,
  }),
  counties: z.array(fips).max(500),
  landGeoids: z.array(z.string().regex(/^\d{4}[A-Z]?$/)).max(20),
  standing: z.enum(NationStanding),
});
export type EnterNation = z.input<typeof input>;

/**
 * Enters a nation from public sources, or enters it anew. What the nation says of itself, or has confirmed, stays: what public
 * sources say instead is laid aside.
 * @throws Refusal `INVALID` where it is said to be confirmed, and the nation has not
 */
export async function enterNation(given: EnterNation, changing: Changing): Promise<string> {
  const read = readInput(input, given);
  const { counties, organizationId: organization, landGeoids, standing } = read;
  const id = read.id ?? newId('TribalNation');
  if (await isItsOwn(id, changing)) {
    await writeLand(changing, { id, organization, landGeoids }, counties);
    await setPublicRecord(changing, id, recordedOf(read));
    return id;
  }
  if (standing === 'CONFIRMED_BY_NATION') {
    refuse('A nation confirms its record itself: recordConsent.', 'standing');
  }
  const { name, endonym, people, website, seat } = read;
  await saveNation(
    changing,
    {
      id,
      organization,
      name,
      endonym: endonym ?? null,
      people,
      website: website ?? null,
      seat: seat.address,
      seatPoint: pointText(seat.point),
      seatCountyFips: seat.countyFips,
      landGeoids,
      standing,
    },
    [
      ...counties.map((countyFips) => ({ countyFips, how: 'COUNTY' as const })),
      ...read.serviceCounties.map((countyFips) => ({ countyFips, how: 'SERVICE_COUNTY' as const })),
    ],
  );
  return id;
}

/** Whether its record is what the nation says of itself, or has confirmed. */
const isItsOwn = async (id: string, changing: Changing): Promise<boolean> =>
  (await publicRecordOf(changing, id)) !== null ||
  ((await consentOf(changing, id))?.coversRecord ?? false);

function recordedOf({
  name,
  endonym,
  people,
  website,
  seat,
  serviceCounties,
}: z.output<typeof input>): Recorded {
  const { address, point, countyFips } = seat;
  const { lines, city, postalCode, state } = address;
  const told = { lines, city, postalCode, countyFips, point };
  return { record: { name, endonym, people, website, seat: told, serviceCounties }, state };
}
