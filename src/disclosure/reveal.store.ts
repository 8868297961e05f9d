import { isHeld } from '../access/index.js';
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
 * is not hers, took longer than to find none. Whether who granted it may know the door takes longer the more doors there are: it is
 * asked last, of what is hers and has one.
 */
export async function withheldSites(
  { em, now }: Changing,
  listing: string,
  { account, organizations, byGrant }: Asks,
): Promise<WithheldSite[]> {
  return em.execute(
    `with hers as materialized (
       select id, organization_id, null as by from org.listing where organization_id = any (?::text[])
       union all
       select l.id, l.organization_id, r.granted_by from org.reveal_grant r
       join org.listing l on l.id = r.listing_id and l.organization_id = r.organization_id
       where ?::boolean and l.status <> 'WITHDRAWN' and r.account_id = ? and r.ended_at is null and r.ends_at > ?
         and exists (select from auth.role_grant g
           where g.account_id = r.granted_by and g.organization_id = r.organization_id and ${isHeld.text}))
     select s.id, s.name, l.organization_id as organization, c.granted
     from (select id, organization_id, bool_or(by is null) as is_own, array_agg(by) as by
       from hers where id = ? group by 1, 2) l
     cross join lateral (select s.id, s.name from org.listing_site ls join org.location s on s.id = ls.location_id
       where ls.listing_id = l.id and s.organization_id = l.organization_id and not s.street_told offset 0) s
     cross join lateral (select s.id is not null and exists (select from unnest(l.by) who
       where who is not null and auth.counts_from(who, l.organization_id, 'OWN') <= ?) as granted) c
     where l.is_own or c.granted
     order by s.name, s.id`,
    [textArray(organizations), byGrant, account, now, listing, now],
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
