import { raw, readBy, sql, utc, type Sql } from '../kernel/index.js';
import type { Capacity } from './capacity.js';
import type { Aspect, Telling } from './telling.js';

/** A proposal as its people see it. */
export interface ProposalRow {
  id: string;
  thingId: string;
  thingName: string;
  organizationId: string;
  organizationName: string;
  aspect: Aspect;
  from: Telling;
  to: Telling;
  reason: string;
  proposedBy: string;
  proposedAs: Capacity;
  proposedAt: string;
  lapsesAt: string;
  state: 'OPEN' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'LAPSED' | 'VOID';
  /** Whether whoever looks may be the second person. */
  mayApprove: boolean;
}

const thing = 'coalesce(p.listing_id, p.location_id)';

const thingName = `coalesce((select name from org.listing where id = p.listing_id),
    (select name from org.location where id = p.location_id))`;

/**
 * A row `p` of the proposals as one JSON object, but for whether whoever looks may approve it.
 * @param knowsDoors whether what leads to a door is hers to read
 */
export const proposalCard = (knowsDoors: Sql): Sql => sql`json_build_object('id', p.id,
  'thingId', ${raw(thing)}, 'thingName', ${readBy(knowsDoors, thing, thingName)},
  'organizationId', p.organization_id,
  'organizationName', (select name from org.organization where id = p.organization_id),
  'aspect', p.aspect, 'from', p.told_before, 'to', p.told_after, 'reason', ${readBy(knowsDoors, 'p.id', 'p.reason')},
  'proposedBy', (select name from auth.account where id = p.proposed_by), 'proposedAs', p.proposed_as,
  'proposedAt', ${raw(utc('p.proposed_at'))}, 'lapsesAt', ${raw(utc('p.lapses_at'))},
  'state', coalesce(p.outcome, 'OPEN'))`;

/** That a proposal `p` is open. */
export const isOpen = (now: Date): Sql =>
  sql`p.outcome is null and p.lapses_at > ${now.toISOString()}::timestamptz`;

/** A place whose street is not withheld is told with it. */
const tellsStreet = raw(
  `(p.aspect = 'STREET' or coalesce((select street_told from org.location where id = p.location_id), false))`,
);

/**
 * What of an open one depends on who looks.
 * @param capacity as what she decides on it
 */
export const mayApprove = (account: string, capacity: Sql, now: Date): Sql =>
  sql`p.proposed_by <> ${account} and coalesce(auth.second_from(p.proposed_by, ${account}, p.organization_id, ${capacity},
      ${now.toISOString()}::timestamptz) <= ${now.toISOString()}::timestamptz, false)
    and (not ${tellsStreet} or ${capacity} = 'OWN' or p.proposed_as = 'OWN'
      and coalesce(auth.counts_from(p.proposed_by, p.organization_id, 'OWN') <= ${now.toISOString()}::timestamptz, false))`;
