import { z } from 'zod';
import { newId, readInput, refuse, type Changing } from '../kernel/index.js';
import { pointText } from '../organizations/index.js';
import { NationStanding, TribalPeople } from './nation.js';
import { consentOf } from './consent.store.js';
import { saveNation } from './nation.store.js';

const fips = z.string().regex(/^\d{5}$/, 'A county is named by its five-digit FIPS.');

const input = z.strictObject({
  id: z.string().optional(),
  organizationId: z.string(),
  name: z.string().trim().min(1).max(300),
  endonym: z.string().trim().min(1).max(300).nullish(),
  people: z.enum(TribalPeople),
  website: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .nullish(),
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
  serviceCounties: z.array(fips).max(500),
  landGeoids: z.array(z.string().regex(/^\d{4}[A-Z]?$/)).max(20),
  standing: z.enum(NationStanding),
});
export type EnterNation = z.input<typeof input>;

/**
 * Enters a nation from public sources, or enters it anew. Once it has its own people, they alone revise it.
 * @throws Refusal `INVALID` where it is said to be confirmed, and the nation has not
 */
export async function enterNation(given: EnterNation, changing: Changing): Promise<string> {
  const { seat, counties, serviceCounties, organizationId, ...nation } = readInput(input, given);
  const id = nation.id ?? newId('TribalNation');
  const isConfirmed = (await consentOf(changing, id))?.coversRecord ?? false;
  if (nation.standing === 'CONFIRMED_BY_NATION' && !isConfirmed) {
    refuse('A nation confirms its record itself: recordConsent.', 'standing');
  }
  await saveNation(
    changing,
    {
      id,
      organization: organizationId,
      name: nation.name,
      endonym: nation.endonym ?? null,
      people: nation.people,
      website: nation.website ?? null,
      seat: seat.address,
      seatPoint: pointText(seat.point),
      seatCountyFips: seat.countyFips,
      landGeoids: nation.landGeoids,
      // What the nation has confirmed, no public source makes unconfirmed.
      standing:
        isConfirmed && nation.standing !== 'SAMPLE' ? 'CONFIRMED_BY_NATION' : nation.standing,
    },
    [
      ...counties.map((countyFips) => ({ countyFips, how: 'COUNTY' as const })),
      ...serviceCounties.map((countyFips) => ({ countyFips, how: 'SERVICE_COUNTY' as const })),
    ],
  );
  return id;
}
