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
 * brought there: not where it is withdrawn, nor where who granted it may not know the door herself, as of one that was entered
 * since. It is looked for among those: to find the row of another's by its id, and then see that it
 * is not hers, took longer than to find none.
 */
export async function withheldSites(
  { em, now }: Changing,
  listing: string,
  { account, organizations, byGrant }: Asks,
): Promise<WithheldSite[]> {
  return em.execute(
    `with hers as materialized (
       select id, organization_id, false as granted from org.listing where organization_id = any (?::text[])
       union all
       select l.id, l.organization_id, true from org.reveal_grant g
       join org.listing l on l.id = g.listing_id and l.organization_id = g.organization_id
       where ?::boolean and l.status <> 'WITHDRAWN' and g.account_id = ? and g.ended_at is null and g.ends_at > ?
         and auth.counts_from(g.granted_by, g.organization_id, 'OWN') <= ?)
     select s.id, s.name, l.organization_id as organization, l.granted
     from (select id, organization_id, bool_or(granted) as granted from hers where id = ? group by 1, 2) l
     cross join lateral (select s.id, s.name from org.listing_site ls join org.location s on s.id = ls.location_id
       where ls.listing_id = l.id and s.organization_id = l.organization_id and not s.street_told offset 0) s
     order by s.name, s.id`,
    [textArray(organizations), byGrant, account, now, now, listing],
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
