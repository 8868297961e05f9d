import { utc } from '../kernel/index.js';

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

/** A row `g` of what was granted as one JSON object. It ends on its day, or when somebody ended it before. */
export const grantCard = `json_build_object('id', g.id, 'personId', g.account_id,
  'personName', (select name from auth.account where id = g.account_id),
  'listingId', g.listing_id, 'listingName', (select name from org.listing where id = g.listing_id),
  'organizationId', g.organization_id, 'reason', g.reason,
  'grantedAt', ${utc('g.granted_at')},
  'grantedBy', (select name from auth.account where id = g.granted_by),
  'endsAt', ${utc('least(g.ends_at, g.ended_at)')},
  'revokedAt', ${utc('g.ended_at')},
  'revokedBy', (select name from auth.account where id = g.ended_by))`;
