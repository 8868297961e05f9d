import { newId, type Changing } from '../kernel/index.js';

export interface RevealGrant {
  organization: string;
  listing: string;
  account: string;
  reason: string;
  by: string;
  endsAt: Date;
}

/** Grants it, in place of what was granted of the same listing before. @returns its id */
export async function addRevealGrant(
  changing: Changing,
  { organization, listing, account, reason, by, endsAt }: RevealGrant,
): Promise<string> {
  const id = newId('RevealGrant');
  await endRevealGrant(changing, { listing, account, by });
  await changing.em.execute(
    `insert into org.reveal_grant (id, organization_id, listing_id, account_id, reason, granted_at, granted_by, ends_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, organization, listing, account, reason, changing.now, by, endsAt],
  );
  return id;
}

/** @returns the id of the one that held still; null where there was none */
export async function endRevealGrant(
  { em, now }: Changing,
  { listing, account, by }: Pick<RevealGrant, 'listing' | 'account' | 'by'>,
): Promise<string | null> {
  const ended = await em.execute<{ id: string; held: boolean }[]>(
    `update org.reveal_grant set ended_at = ?, ended_by = ?
     where listing_id = ? and account_id = ? and ended_at is null returning id, ends_at > ? as held`,
    [now, by, listing, account, now],
  );
  return ended.find(({ held }) => held)?.id ?? null;
}

/** Whom it lets ask for what, and when it ends or has ended; null where there is none. */
export async function revealGrantById(
  { em }: Changing,
  id: string,
): Promise<{ personId: string; listingId: string; endsAt: Date } | null> {
  const [row] = await em.execute<{ personId: string; listingId: string; endsAt: string }[]>(
    `select account_id as "personId", listing_id as "listingId", least(ends_at, ended_at) as "endsAt"
     from org.reveal_grant where id = ?`,
    [id],
  );
  return row ? { ...row, endsAt: new Date(row.endsAt) } : null;
}
