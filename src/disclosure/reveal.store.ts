import { newId, type Changing } from '../kernel/index.js';

const DAY_MS = 24 * 3_600_000;

export interface WithheldSite {
  id: string;
  name: string;
  organization: string;
}

/** The withheld sites of a listing, where it is of one of these organizations. */
export async function withheldSites(
  { em }: Changing,
  listing: string,
  organizations: readonly string[],
): Promise<WithheldSite[]> {
  return em.execute(
    `select s.id, s.name, l.organization_id as organization from org.listing l
     join org.listing_site ls on ls.listing_id = l.id
     join org.location s on s.id = ls.location_id and s.organization_id = l.organization_id
     where l.id = ? and l.organization_id = any (?::text[]) and not s.street_told order by s.name, s.id`,
    [listing, `{${organizations.join(',')}}`],
  );
}

/** How often a person has revealed addresses within a day. Of one person they are counted one after another. */
export async function revealedLately({ em, now }: Changing, account: string): Promise<number> {
  await em.execute('select 1 from auth.account where id = ? for update', [account]);
  const [row] = await em.execute<{ times: number }[]>(
    `select count(*)::int as times from audit.event
     where viewer_id = ? and action = 'revealAddress' and at > ?`,
    [account, new Date(now.getTime() - DAY_MS).toISOString()],
  );
  return row!.times;
}

/** Tells an organization that an address of its own was revealed, and to whom. */
export async function addNotice(
  { em, now }: Changing,
  { organization, listing, account }: { organization: string; listing: string; account: string },
): Promise<void> {
  await em.execute(
    `insert into org.notice (id, organization_id, kind, listing_id, account_id, noted_at)
     values (?, ?, 'ADDRESS_REVEALED', ?, ?, ?)`,
    [newId('Notice'), organization, listing, account, now.toISOString()],
  );
}
