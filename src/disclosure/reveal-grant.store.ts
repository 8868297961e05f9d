import { newId, type Changing } from '../kernel/index.js';

export interface RevealGrant {
  organization: string;
  listing: string;
  account: string;
  reason: string;
  by: string;
  endsAt: Date;
}

/** Grants it, in place of what was granted of the same listing before. */
export async function addRevealGrant(
  changing: Changing,
  { organization, listing, account, reason, by, endsAt }: RevealGrant,
): Promise<void> {
  await endRevealGrant(changing, { listing, account, by });
  await changing.em.execute(
    `insert into org.reveal_grant (id, organization_id, listing_id, account_id, reason, granted_at, granted_by, ends_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [newId('RevealGrant'), organization, listing, account, reason, changing.now, by, endsAt],
  );
}

/** @returns whether there was one that held still */
export async function endRevealGrant(
  { em, now }: Changing,
  { listing, account, by }: Pick<RevealGrant, 'listing' | 'account' | 'by'>,
): Promise<boolean> {
  const ended = await em.execute<{ held: boolean }[]>(
    `update org.reveal_grant set ended_at = ?, ended_by = ?
     where listing_id = ? and account_id = ? and ended_at is null returning ends_at > ? as held`,
    [now, by, listing, account, now],
  );
  return ended.some(({ held }) => held);
}
