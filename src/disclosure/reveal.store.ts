import { textArray, type Changing } from '../kernel/index.js';

const DAY_MS = 24 * 3_600_000;

export interface WithheldSite {
  id: string;
  name: string;
  organization: string;
  /** Whether she may by what was granted to her, and need not be of it. */
  granted: boolean;
}

/** Who asks: someone of these organizations, and whoever one has granted it to where `byGrant` may count. */
export interface Asks {
  account: string;
  organizations: readonly string[];
  byGrant: boolean;
}

/**
 * The withheld sites of a listing, where it is of one of her organizations; or was granted to her and is still, and people are
 * brought there: not where it is withdrawn.
 */
export async function withheldSites(
  { em, now }: Changing,
  listing: string,
  { account, organizations, byGrant }: Asks,
): Promise<WithheldSite[]> {
  return em.execute(
    `select s.id, s.name, l.organization_id as organization, g.granted
     from org.listing l cross join lateral (select ?::boolean and exists (select from org.reveal_grant g
       where g.listing_id = l.id and g.organization_id = l.organization_id
         and l.status <> 'WITHDRAWN' and g.account_id = ? and g.ended_at is null and g.ends_at > ?)) g(granted)
     join org.listing_site ls on ls.listing_id = l.id
     join org.location s on s.id = ls.location_id and s.organization_id = l.organization_id
     where l.id = ? and not s.street_told and (l.organization_id = any (?::text[]) or g.granted)
     order by s.name, s.id`,
    [byGrant, account, now, listing, textArray(organizations)],
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
