import { raw, readBy, sql, utc, type Sql } from '../kernel/index.js';

/** What was granted, as its organization sees it. */
export interface RevealGrantRow {
  id: string;
  personId: string;
  personName: string;
  listingId: string;
  listingName: string;
  organizationId: string;
  reason: string;
  grantedAt: string;
  grantedBy: string;
  endsAt: string;
  revokedAt: string | null;
  revokedBy: string | null;
}

const listingName = '(select name from org.listing where id = g.listing_id)';

/**
 * A row `g` of what was granted as one JSON object. It ends on its day, or when somebody ended it before.
 * @param knowsDoors whether what leads to a door is the reader's to read
 */
export const grantCard = (
  knowsDoors: Sql,
): Sql => sql`json_build_object('id', g.id, 'personId', g.account_id,
  'personName', (select name from auth.account where id = g.account_id),
  'listingId', g.listing_id, 'listingName', ${readBy(knowsDoors, 'g.listing_id', listingName)},
  'organizationId', g.organization_id, 'reason', ${readBy(knowsDoors, 'g.id', 'g.reason')},
  'grantedAt', ${raw(utc('g.granted_at'))},
  'grantedBy', (select name from auth.account where id = g.granted_by),
  'endsAt', ${raw(utc('least(g.ends_at, g.ended_at)'))},
  'revokedAt', ${raw(utc('g.ended_at'))},
  'revokedBy', (select name from auth.account where id = g.ended_by))`;
