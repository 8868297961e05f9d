const phones = `(select coalesce(json_agg(json_build_object('display', p -> 'display')), '[]')
  from json_array_elements(l.phones) p)`;
const units = `(select coalesce(json_agg(json_build_object('name', u -> 'name', 'capacity', u -> 'capacity')), '[]')
  from json_array_elements(d.units) u)`;

/** One row of each table by its key: there is nothing to tune. */
export const node = `select json_build_object('node', json_build_object('name', l.name,
    'summary', l.card -> 'summary', 'phones', ${phones},
    'organization', json_build_object('name', o.name), 'units', ${units}))::text as data
  from pub.listing l join pub.listing_detail d on d.listing_id = l.id
  join pub.organization o on o.id = l.organization_id where l.id = $1`;
