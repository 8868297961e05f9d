import type { Changing } from '../kernel/index.js';
import type { ToldPlace } from './same-door.js';

/** Something an organization tells, with every text of it. */
export interface ToldThing {
  id: string;
  /** Of a listing; null of the organization itself and of its library. */
  siteIds: string[] | null;
  thing: object;
}

const contacts = (owner: string) =>
  `(select json_agg(json_build_object('name', c.name, 'title', c.title, 'email', c.email,
      'hours', c.hours, 'phones', (select json_agg(json_build_object('note', p.note) order by p.position)
        from org.phone p where p.contact_id = c.id)) order by c.position)
    from org.contact c where c.${owner})`;

const listingThings = `
  select l.id, array(select location_id from org.listing_site where listing_id = l.id) as "siteIds",
    json_build_object('name', l.name, 'summary', l.summary, 'description', l.description,
      'eligibilityNotes', l.eligibility_notes, 'policies', l.policies, 'hours', l.hours, 'fees', l.fees,
      'howToApply', l.how_to_apply, 'requiredDocuments', l.required_documents,
      'eligibility', (select json_agg(json_build_object('terms', r.terms)) from org.criterion r where r.listing_id = l.id
        and (r.unit_id is null or exists (select from org.unit u where u.id = r.unit_id and u.listing_id = l.id))),
      'statusReason', l.status_reason, 'contacts', ${contacts('listing_id = l.id')},
      'phones', (select json_agg(json_build_object('note', p.note) order by p.position)
        from org.phone p where p.listing_id = l.id),
      'intake', (select h.intake from org.housing_option h where h.listing_id = l.id),
      'units', (select json_agg(json_build_object('name', u.name) order by u.position)
        from org.unit u where u.listing_id = l.id),
      'confirmedBy', (select json_agg(f.confirmed_by) from org.confirmation f
        where f.listing_id = l.id)) as thing
  from org.listing l where l.organization_id = ?`;

const others = `
  select o.id, null::text[] as "siteIds", json_build_object('name', o.name, 'description', o.description,
      'website', o.website, 'contacts', ${contacts('organization_id = o.id')}) as thing
  from org.organization o where o.id = ?
  union all
  select m.id, null, json_build_object('title', m.title, 'topics', m.topics, 'url', m.url,
      'description', m.description)
  from org.material m where m.organization_id = ? and m.withdrawn_at is null
  union all
  select v.id, null, json_build_object('title', v.title, 'topic', v.topic, 'description', v.description,
      'location', v.location)
  from org.convening v join org.convening_host h on h.convening_id = v.id
  where h.organization_id = ? and v.withdrawn_at is null
  union all
  select n.id, null, json_build_object('name', n.name, 'endonym', n.endonym, 'website', n.website,
      'publicRecord', json_build_array(n.public_record #>> '{record,name}', n.public_record #>> '{record,endonym}',
        n.public_record #>> '{record,website}'))
  from org.tribal_nation n where n.organization_id = ?`;

/**
 * All that an organization tells to anyone but its own people, in one read; not what it answered to suggestions: whoever planted
 * streets there would learn by the one that is given anew. They run out by themselves.
 */
export const toldThings = ({ em }: Changing, organization: string): Promise<ToldThing[]> =>
  em.execute(
    `${listingThings} and l.disclosure <> 'OWN' and l.status <> 'WITHDRAWN' union all ${others}`,
    Array.from({ length: 5 }, () => organization),
  );

/** A listing of an organization, whomever it is told to. */
export const listingTexts = (
  { em }: Changing,
  organization: string,
  listing: string,
): Promise<ToldThing[]> => em.execute(`${listingThings} and l.id = ?`, [organization, listing]);

const SEAT_POINT = `json_build_object(
  'latitude', st_y(n.seat_point::geometry), 'longitude', st_x(n.seat_point::geometry))`;

/**
 * The addresses of the places that an organization tells to anyone but its own people; of a nation's, its seat too, and the one that
 * public sources name, which is told again where the nation takes its words back.
 */
export const toldAddresses = (
  { em }: Changing,
  organization: string,
): Promise<({ id: string } & ToldPlace)[]> =>
  em.execute(
    `select id, name, lines, city, postal_code as "postalCode", case when point is not null then json_build_object(
       'latitude', st_y(point::geometry), 'longitude', st_x(point::geometry)) end as point
     from org.location where organization_id = ? and street_told and disclosure <> 'OWN'
     union all
     select n.id, null, array(select json_array_elements_text(seat.told -> 'lines')), seat.told ->> 'city', seat.told ->> 'postalCode',
       json_build_object('latitude', seat.told #> '{point,latitude}', 'longitude', seat.told #> '{point,longitude}')
     from org.tribal_nation n cross join lateral (values (json_build_object('lines', n.seat -> 'lines', 'city', n.seat -> 'city',
         'postalCode', n.seat -> 'postalCode', 'point', ${SEAT_POINT})),
       (n.public_record::json #> '{record,seat}')) seat(told)
     where n.organization_id = ? and seat.told is not null`,
    [organization, organization],
  );
