import { raw, sql, type Changing, type Sql } from '../kernel/index.js';

/**
 * Notes all that only an organization's own people read, and whoever else keeps it: listings that are told to nobody else, names of
 * places, reasons of proposals, what is withdrawn of its library; and answers to suggestions, which are told by their codes. What
 * was not held against a door that is withheld now may lead to it.
 */
export async function noteOwnTexts({ em }: Changing, organization: string): Promise<void> {
  await em.execute(
    `insert into org.may_lead_to_door (thing_id)
     select id from org.listing where organization_id = ? and (disclosure = 'OWN' or status = 'WITHDRAWN')
     union all select id from org.location where organization_id = ?
     union all select id from org.proposal where organization_id = ?
     union all select id from org.suggestion where organization_id = ? and answer is not null
     union all select id from org.material where organization_id = ? and withdrawn_at is not null
     union all select v.id from org.convening v join org.convening_host h on h.convening_id = v.id
       where h.organization_id = ? and v.withdrawn_at is not null
     on conflict do nothing`,
    Array.from({ length: 6 }, () => organization),
  );
}

/** It was held against every door. */
export async function forgetLeading({ em }: Changing, id: string): Promise<void> {
  await em.execute('delete from org.may_lead_to_door where thing_id = ?', [id]);
}

const NOT_TOLD = 'Not told: it may lead to a withheld address.';

/**
 * A text as someone reads it.
 * @param knowsDoors whether what leads to a door is hers to read
 * @param thing the column with the id of what it is of @param text its column
 */
export const readBy = (knowsDoors: Sql, thing: string, text: string): Sql =>
  sql`case when not ${knowsDoors} and exists (select from org.may_lead_to_door d where d.thing_id = ${raw(thing)})
    then ${NOT_TOLD}::text else ${raw(text)} end`;
