import { z } from 'zod';
import { refuse } from '../kernel/index.js';

const text = (letters: number) => z.string().trim().min(1).max(letters);

export const postalAddress = z.strictObject({
  lines: z.array(text(200)).min(1).max(4),
  city: text(100),
  postalCode: z.string().regex(/^\d{5}(-\d{4})?$/, 'A ZIP is five digits.'),
});

export const point = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** Where a withheld location is, and what must be known at its door. */
export const exactAddress = postalAddress.extend({
  point: point.nullish(),
  notes: text(1_000).nullish(),
});
export type ExactAddress = z.output<typeof exactAddress>;

/**
 * All addresses are written to one length: a long street, a point or a note would show in a dump by the length
 * of what is sealed, and the few addresses of a county could be told apart by it. The longest in letters of
 * two bytes fits.
 */
const ADDRESS_BYTES = 4_096;
/** JSON does not count blanks after its end. */
const PADDING = ' ';

/** @throws Refusal `INVALID` where it is longer than all are written */
export function writeExact(address: ExactAddress, field: string): string {
  const written = JSON.stringify(address);
  const left = ADDRESS_BYTES - Buffer.byteLength(written);
  if (left < 0) refuse('The exact address is too long. Shorten its notes or its lines.', field);
  return written + PADDING.repeat(left);
}

/** What comes out of a seal is what went in. */
export const readExact = (written: string) => JSON.parse(written) as ExactAddress;
