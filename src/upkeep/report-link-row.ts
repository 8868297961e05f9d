import { knowsDoorsOf, type Reach } from '../disclosure/index.js';
import { raw, readBy, sql, utc, type Sql } from '../kernel/index.js';

/** A link as those who keep its listing see it. Times are ISO 8601 in UTC. */
export interface ReportLink {
  id: string;
  listingId: string;
  label: string;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  endedAt: string | null;
  lastReportAt: string | null;
}

const moments = raw(`'createdAt', ${utc('k.made_at')},
  'createdBy', (select name from auth.account where id = k.made_by),
  'expiresAt', ${utc('k.expires_at')}, 'endedAt', ${utc('k.ended_at')},
  'lastReportAt', (select ${utc('max(r.reported_at)')} from org.availability_report r where r.link_id = k.id)`);

/** That a link `k` has neither been ended nor run out. */
export const isOpen = (now: Date): Sql =>
  sql`k.ended_at is null and k.expires_at > ${now.toISOString()}::timestamptz`;

/** A link `k` of a listing `l` as one JSON object, as someone reads it. */
export const linkCard = (reach: Reach): Sql =>
  sql`json_build_object('id', k.id, 'listingId', k.listing_id,
  'label', ${readBy(knowsDoorsOf('l.organization_id', reach), 'k.id', 'k.label')}, ${moments})`;
