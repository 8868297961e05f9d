import { newId, sql, type Changing } from '../kernel/index.js';
import { knowsDoorsOf, type Reach } from './capacity.js';
import { grantCard, type RevealGrantRow } from './reveal-grant-row.js';

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

/** What was granted, as one of its organization sees it; null where there is none. */
export async function revealGrantById(
  { em }: Changing,
  id: string,
  reach: Reach,
): Promise<RevealGrantRow | null> {
  const found = sql`select ${grantCard(knowsDoorsOf('g.organization_id', reach))} as card
    from org.reveal_grant g where g.id = ${id}`;
  const [row] = await em.execute<{ card: RevealGrantRow }[]>(found.sql, found.values);
  return row?.card ?? null;
}
