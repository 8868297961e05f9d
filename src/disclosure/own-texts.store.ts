import { raw, sql, textArray, type Changing, type Sql } from '../kernel/index.js';
import { listingThings, type ToldThing } from './told-things.store.js';

/** Places and proposals say a word each, and stand nowhere that a text could mean without naming it. */
const others = `
  select s.id, array[s.id] as "siteIds", json_build_object('name', s.name) as thing
  from org.location s where s.organization_id = ?
  union all
  select p.id, '{}', json_build_object('reason', p.reason)
  from org.proposal p where p.organization_id = ?`;

/** All that only an organization's own people read, and stewards: listings told to nobody else, names of places, reasons. */
export const ownThings = ({ em }: Changing, organization: string): Promise<ToldThing[]> =>
  em.execute(
    `${listingThings} and (l.disclosure = 'OWN' or l.status = 'WITHDRAWN') union all ${others}`,
    [organization, organization, organization],
  );

/** Notes what leads to a withheld door: a steward does not read it. */
export async function noteLeading({ em }: Changing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await em.execute(
    'insert into org.leads_to_door (thing_id) select unnest(?::text[]) on conflict do nothing',
    [textArray(ids)],
  );
}

/** It leads to none: a steward may read it. */
export async function forgetLeading({ em }: Changing, id: string): Promise<void> {
  await em.execute('delete from org.leads_to_door where thing_id = ?', [id]);
}

export async function isLeading({ em }: Changing, id: string): Promise<boolean> {
  const found = 'select 1 from org.leads_to_door where thing_id = ?';
  return (await em.execute<unknown[]>(found, [id])).length > 0;
}

const NOT_TO_STEWARDS = 'Not told: it may lead to a withheld address.';

/**
 * A text as someone reads it.
 * @param capacity as what she reads it @param thing the column with the id of what it is of @param text its column
 */
export const readBy = (capacity: Sql, thing: string, text: string): Sql =>
  sql`case when ${capacity} = 'STEWARD' and exists (select from org.leads_to_door d where d.thing_id = ${raw(thing)})
    then ${NOT_TO_STEWARDS}::text else ${raw(text)} end`;
