import { toldListings } from '../004-telling/told-listing.js';
import { partners, strangers } from '../011-partners/audiences.js';

const NOTHING = '';

/** The card of a listing without the time of its last change in the source, which stands last in it. */
const without = (schema: string) =>
  `update ${schema}.listing set card = regexp_replace(card::text, ',"updatedAt":"[^"]*"}$', '}')::json`;

const withIt = (
  schema: string,
) => `update ${schema}.listing t set card = (left(t.card::text, -1) || ',"updatedAt":"'
    || to_char(l.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}')::json
  from org.listing l where l.id = t.id`;

/** The source's own last change is told no more. */
export const lastChanges = {
  up: [
    ...[strangers, partners].map((audience) => toldListings(audience, NOTHING)),
    ...['pub', 'further'].map(without),
  ],
  down: [
    ...[strangers, partners].map((audience) => toldListings(audience)),
    ...['pub', 'further'].map(withIt),
  ],
};
