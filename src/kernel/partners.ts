import type { Reader } from './sql.js';
import { isPerson, type Viewer } from './viewer.js';

/** Whether a viewer is told what is for partners: whoever has signed in, and apps with the scope. */
export const isPartner = (viewer: Viewer): boolean =>
  isPerson(viewer) || (viewer.kind === 'APP' && viewer.scopes.includes('partners:read'));

/** What partners are told more of than strangers: each is also in the schema `partners`, with the same columns. */
export const TOLD_FURTHER = [
  'change',
  'change_end',
  'clause',
  'listing',
  'listing_detail',
  'listing_site',
  'organization',
  'organization_site',
  'placement',
  'placement_change',
  'placement_site',
  'search_entry',
  'word',
] as const;

const further = new RegExp(`\\bpub\\.(?=(?:${TOLD_FURTHER.join('|')})\\b)`, 'g');

/**
 * Reads as partners do. A question is written once, in the names of what strangers are told; here alone it
 * is said that a partner reads another table of the same name. Nothing else of it changes, and what people
 * wrote is never in the text of a statement.
 */
export function partnersReader(read: Reader): Reader {
  return {
    rows: ({ text, values }) => read.rows({ text: text.replace(further, 'partners.'), values }),
  };
}
