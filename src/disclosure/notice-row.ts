import { raw, readBy, sql, unheldReadBy, utc, type Sql } from '../kernel/index.js';

/**
 * Who did it, and what she was at that moment: of the organization itself, before that for which she did it, before what else she is.
 * Another organization is named as everyone is told of it: stewards alone are told of those that are not admitted.
 */
const doer = `(select json_build_object('name', a.name, 'role', r.role, 'organizationName',
    case when o.id = note.organization_id or note.organization_id is null then o.name else told.card ->> 'name' end)
  from auth.account a left join lateral (select g.role, g.organization_id from auth.role_grant g
    where g.account_id = a.id and g.granted_at <= note.noted_at and (g.ended_at is null or g.ended_at >= note.noted_at)
    order by g.organization_id is not distinct from note.organization_id desc,
      coalesce(g.organization_id = note.as_organization_id, false) desc, g.role = 'STEWARD' desc,
      g.organization_id is null, g.granted_at, g.id limit 1) r on true
  left join org.organization o on o.id = r.organization_id
  left join pub.organization told on told.id = r.organization_id where a.id = note.account_id)`;

const thing = 'coalesce(note.listing_id, note.location_id)';
/** As everyone is told: by now its words are others'. */
const conveningTitle = `(select t.card ->> 'title' from pub.convening t where t.id = note.convening_id)`;
const thingName = `coalesce((select name from org.listing where id = note.listing_id),
    (select name from org.location where id = note.location_id), ${conveningTitle})`;
const keyName = '(select name from auth.app_key where id = note.app_key_id)';

/**
 * A row `note` of the notices as one JSON object.
 * @param knowsDoors whether what leads to a door is the reader's to read; who may not, could empty a house with the ids of its people
 */
export const noticeCard = (
  knowsDoors: Sql,
): Sql => sql`json_build_object('id', note.id, 'kind', note.kind, 'at', ${raw(utc('note.noted_at'))},
  'organizationId', note.organization_id,
  'organizationName', (select name from org.organization where id = note.organization_id),
  'thingId', coalesce(note.listing_id, note.location_id, note.app_key_id, note.convening_id),
  'thingName', case when note.app_key_id is null then ${readBy(knowsDoors, thing, thingName)}
    else ${unheldReadBy(knowsDoors, 'note.organization_id', keyName)} end,
  'by', ${raw(doer)}, 'person', (select name from auth.account where id = note.person_id),
  'personId', case when ${knowsDoors} then note.person_id end,
  'role', note.role, 'reason', ${readBy(knowsDoors, 'note.id', 'note.reason')})`;
