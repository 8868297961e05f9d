import { newId, type Changing } from '../kernel/index.js';

/** What an organization is told of: what others, or one of its own, did with what is its own. */
export interface Notice {
  kind:
    | 'ADDRESS_REVEALED'
    | 'DISCLOSURE_PROPOSED'
    | 'DISCLOSURE_LOOSENED'
    | 'DISCLOSURE_REJECTED'
    | 'DISCLOSURE_TIGHTENED'
    | 'REVEAL_GRANTED'
    | 'REVEAL_ENDED'
    | 'CONSENT_RECORDED'
    | 'CONSENT_WITHDRAWN';
  organization: string;
  listing?: string | null;
  location?: string | null;
  /** Who did it. */
  account: string;
}

/** Tells an organization what was done, and by whom, in the transaction that does it. */
export async function addNotice(
  { em, now }: Changing,
  { kind, organization, listing = null, location = null, account }: Notice,
): Promise<void> {
  await em.execute(
    `insert into org.notice (id, organization_id, kind, listing_id, location_id, account_id, noted_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [newId('Notice'), organization, kind, listing, location, account, now.toISOString()],
  );
}
