/**
 * What a region of changed rows says of others: listings that serve it, and withheld places of its
 * counties, whose told area may be the region.
 */
const ofRegion = (region: string) => `
  select a.listing_id from changed join org.service_area a on a.region_id = changed.${region}
  union select unnest(array[ls.listing_id, s.organization_id]) from changed
  join org.region_county m on m.region_id = changed.${region}
  join org.location s on s.county_fips = m.county_fips and not s.street_told
  left join org.listing_site ls on ls.location_id = s.id`;

/** Which source table touches which things: table, and how its rows name the things to tell anew. */
const touches: [table: string, things: string][] = [
  [
    'organization',
    `select id from changed union select listing.id from changed
     join org.listing listing on listing.organization_id = changed.id
   union select n.id from changed join org.tribal_nation n on n.organization_id = changed.id
   union select m.id from changed join org.material m on m.organization_id = changed.id
   union select h.convening_id from changed join org.convening_host h on h.organization_id = changed.id`,
  ],
  [
    'location',
    `select s.listing_id from changed join org.listing_site s on s.location_id = changed.id
     union select organization_id from changed`,
  ],
  ['contact', 'select coalesce(organization_id, listing_id) from changed'],
  [
    'phone',
    `select coalesce(changed.listing_id, c.listing_id, c.organization_id) from changed
     left join org.contact c on c.id = changed.contact_id`,
  ],
  ['listing', 'select id from changed union select organization_id from changed'],
  [
    'listing_site',
    `select listing_id from changed union select l.organization_id from changed
     join org.listing l on l.id = changed.listing_id`,
  ],
  ...[
    'housing_option',
    'service',
    'service_area',
    'unit',
    'criterion',
    'availability_report',
    'confirmation',
  ].map((table): [string, string] => [table, 'select listing_id from changed']),
  [
    'tribal_nation',
    `select id from changed union
     select a.listing_id from changed join org.service_area a on a.nation_id = changed.id`,
  ],
  [
    'nation_county',
    `select nation_id from changed union
     select a.listing_id from changed join org.service_area a on a.nation_id = changed.nation_id`,
  ],
  ['region', `select id from changed union ${ofRegion('id')}`],
  [
    'region_county',
    `select region_id from changed union ${ofRegion('region_id')} union
     select unnest(array[ls.listing_id, s.organization_id]) from changed
     join org.location s on s.county_fips = changed.county_fips and not s.street_told
     left join org.listing_site ls on ls.location_id = s.id`,
  ],
  ['material', 'select id from changed'],
  ['convening', 'select id from changed'],
  ['convening_host', 'select convening_id from changed'],
];

/** Rows that may come to belong to another thing: then the one they belonged to is told anew too. */
const moving = new Set(['listing_site', 'nation_county', 'region_county', 'convening_host']);

/** Things are noted in one order, so that two writers never wait for each other in a ring. */
const noting = ([table, things]: [string, string]) => [
  `create function org.note_${table}() returns trigger language plpgsql as $$ begin
    insert into org.untold (thing_id)
    select thing from (${things}) touched(thing) where thing is not null order by thing
    on conflict do nothing;
    return null;
  end $$`,
  ...['insert', 'update', 'delete'].map((event) => {
    const rows = event === 'delete' ? 'old table as changed' : 'new table as changed';
    return `create trigger note_${event} after ${event} on org.${table} referencing ${rows}
      for each statement execute function org.note_${table}()`;
  }),
  ...(moving.has(table)
    ? [
        `create trigger note_move after update on org.${table} referencing old table as changed
      for each statement execute function org.note_${table}()`,
      ]
    : []),
];

/** Places, seats, served areas and regions tell the names of counties; how many live there, what area is told. */
const notingCounties = [
  `create function org.note_county() returns trigger language plpgsql as $$ begin
    insert into org.untold (thing_id)
    select thing from (
      with changed as (select n.fips from after n join before o on o.fips = n.fips
        where (o.name, o.population) is distinct from (n.name, n.population))
      select unnest(array[ls.listing_id, s.organization_id]) from changed
      join org.location s on s.county_fips = changed.fips
      left join org.listing_site ls on ls.location_id = s.id
      union select n.id from changed join org.tribal_nation n on n.seat_county_fips = changed.fips
      union select m.region_id from changed join org.region_county m on m.county_fips = changed.fips
      union select a.listing_id from org.service_area a
        where a.county_fips && array(select fips from changed)
    ) touched(thing) where thing is not null order by thing on conflict do nothing;
    return null;
  end $$`,
  `create trigger note_names after update on pub.county referencing old table as before new table as after
    for each statement execute function org.note_county()`,
];

const settle = [
  `create function org.settle() returns trigger language plpgsql as $$ begin
    perform org.tell(new.thing_id);
    delete from org.untold where thing_id = new.thing_id;
    return null;
  end $$`,
  `create constraint trigger settle after insert on org.untold
    deferrable initially deferred for each row execute function org.settle()`,
];

export const noteTriggers = {
  up: [...touches.flatMap(noting), ...notingCounties, ...settle],
  down: [
    'drop function org.note_county() cascade',
    'drop function org.settle() cascade',
    ...touches.map(([table]) => `drop function org.note_${table}() cascade`),
  ],
};
