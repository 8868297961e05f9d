import { earlierHosts } from '../history/index.js';
import type { Changing } from '../kernel/index.js';

/** So many kinds of what an organization's own people alone read. */
const OF_ORGANIZATION = 10;

/**
 * Notes all that only an organization's own people read, and whoever else keeps it: listings that are told to nobody else, names of
 * places, reasons of proposals, of grants and of what it was told, labels of links, terms of a nation, and what is withdrawn of its
 * library, or was of it. What was not held against a door that is withheld now may lead to it.
 */
export async function noteOwnTexts({ em }: Changing, organization: string): Promise<void> {
  await em.execute(
    `insert into org.may_lead_to_door (thing_id)
     select id from org.listing where organization_id = ? and (disclosure = 'OWN' or status = 'WITHDRAWN')
     union all select id from org.location where organization_id = ?
     union all select id from org.proposal where organization_id = ?
     union all select id from org.material where organization_id = ? and withdrawn_at is not null
     union all select v.id from org.convening v join org.convening_host h on h.convening_id = v.id
       where h.organization_id = ? and v.withdrawn_at is not null
     union all select v.id from org.convening v
       where v.withdrawn_at is not null and ? in (${earlierHosts('v.id')})
     union all select id from org.reveal_grant where organization_id = ?
     union all select id from org.notice where organization_id = ? and reason is not null
     union all select k.id from org.report_link k join org.listing l on l.id = k.listing_id where l.organization_id = ?
     union all select c.id from org.consent c join org.tribal_nation n on n.id = c.nation_id
       where n.organization_id = ?
     on conflict do nothing`,
    Array<string>(OF_ORGANIZATION).fill(organization),
  );
}

/**
 * Notes a text of whoever may not know the doors of an organization, where it withholds any: whether it leads to one or not, or by
 * what is gone she would learn whether it does.
 */
export async function noteUnheld({ em }: Changing, organization: string, id: string) {
  await em.execute(
    `insert into org.may_lead_to_door (thing_id) select ?::text
     where exists (select from org.location where organization_id = ? and not street_told) on conflict do nothing`,
    [id, organization],
  );
}

/** Whether a thing may lead to a door: what is refused of it would tell the door to whoever may not know it. */
export async function isNoted({ em }: Changing, id: string): Promise<boolean> {
  const found = 'select 1 from org.may_lead_to_door where thing_id = ?';
  return (await em.execute<unknown[]>(found, [id])).length > 0;
}

/** It was held against every door. */
export async function forgetLeading({ em }: Changing, id: string): Promise<void> {
  await em.execute('delete from org.may_lead_to_door where thing_id = ?', [id]);
}
