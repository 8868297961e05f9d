import { z } from 'zod';
import { newId, readInput, refuse, type Changing } from '../kernel/index.js';
import { RecordStanding } from './geography.view.js';
import { saveRegion, sharedCounty, unknownCounties } from './region.store.js';

const input = z.strictObject({
  id: z.string().optional(),
  slug: z.string().regex(/^[a-z0-9-]{1,80}$/, 'Lower-case letters, digits and hyphens.'),
  name: z.string().trim().min(1).max(120),
  standing: z.enum(RecordStanding),
  standingNote: z.string().max(1_000).nullish(),
  organizationId: z.string().nullish(),
  effectiveFrom: z.iso.date().nullish(),
  effectiveTo: z.iso.date().nullish(),
  counties: z
    .array(z.string().regex(/^\d{5}$/))
    .min(1)
    .max(3_500),
});

export type EnterRegion = z.input<typeof input>;

/**
 * Enters a region, or enters it anew: a named, dated set of counties.
 * @throws Refusal `INVALID` where a county is unknown, or another region's at the same time
 */
export async function enterRegion(given: EnterRegion, changing: Changing): Promise<string> {
  const { counties, id = newId('Region'), ...region } = readInput(input, given);
  const unknown = await unknownCounties(changing, counties);
  if (unknown.length > 0) refuse(`No such county: ${unknown.slice(0, 5).join(', ')}.`, 'counties');
  const row = {
    id,
    slug: region.slug,
    name: region.name,
    standing: region.standing,
    standingNote: region.standingNote ?? null,
    organizationId: region.organizationId ?? null,
    effectiveFrom: region.effectiveFrom ?? null,
    effectiveTo: region.effectiveTo ?? null,
  };
  const shared = await sharedCounty(changing, row, counties);
  if (shared)
    refuse(
      `County ${shared.fips} belongs to the region "${shared.name}" in that time.`,
      'counties',
    );
  await saveRegion(changing, row, counties);
  return id;
}
