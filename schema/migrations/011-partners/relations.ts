/** Numbers apart from those of `pub`, whose counting would else tell strangers that there is more. */
const FURTHER_CLAUSES_FROM = 2 ** 30;
const FURTHER_CHANGES_FROM = 2n ** 62n;

/** Tables like those of `pub`, of the things told here: the table, its column that names the thing. */
const ofThings: [table: string, owner: string][] = [
  ['listing', 'id'],
  ['listing_detail', 'listing_id'],
  ['listing_site', 'listing_id'],
  ['organization', 'id'],
  ['organization_site', 'organization_id'],
  ['placement', 'listing_id'],
  ['search_entry', 'id'],
];
/** And those that are of no thing alone. */
const ofAll = ['clause', 'placement_change', 'word'];

const tables = [
  `create table further.thing (id text collate "C" primary key)`,
  // Of a listing that everyone is told of: all its places, instead of some.
  `create table further.listing_places (
    listing_id text collate "C" primary key references further.thing on delete cascade,
    places json not null)`,
  ...[...ofThings.map(([table]) => table), 'placement_site', ...ofAll].map(
    (table) => `create table further.${table} (like pub.${table} including all)`,
  ),
  ...ofThings.map(
    ([table, owner]) => `alter table further.${table} add constraint ${table}_thing
      foreign key (${owner}) references further.thing on delete cascade`,
  ),
  `alter table further.placement_site add constraint placement_site_placement
    foreign key (listing_id) references further.placement on delete cascade`,
  `alter table further.clause alter column id restart with ${FURTHER_CLAUSES_FROM}`,
  `alter table further.placement_change alter column number restart with ${FURTHER_CHANGES_FROM}`,
];

/**
 * What `pub` and `further` have, as one table that is empty itself: both are said to be part of it. A union would
 * read the same by the same indexes, but of such a table the database keeps statistics. It makes them when it is
 * asked to, not by itself.
 */
const together = (name: string, table: string) => [
  `create table ${name} (like pub.${table})`,
  `alter table pub.${table} inherit ${name}`,
  `alter table further.${table} inherit ${name}`,
];

/** A site that everyone is told of may stand twice: who asks for sites asks which things have one. */
const asTheyAre = ['listing', 'listing_site', 'organization_site', ...ofAll];
const seenThrough = ['listing_detail', 'placement', 'placement_site', 'search_entry'];

// With the rights of who asks, not of who made it.
const view = (name: string, select: string) =>
  `create view partners.${name} with (security_invoker = true) as ${select}`;

/** What is told of a thing in `further` is whole: what `pub` says of it is passed over. */
const instead = (table: string, owner: string, columns: string) =>
  view(
    table,
    `select ${columns} from further.all_${table} told
    where told.tableoid = 'further.${table}'::regclass
      or not exists (select from further.thing f where f.id = told.${owner})`,
  );

const views = [
  view(
    'listing_detail',
    `select d.listing_id, d.about,
      coalesce((select f.places from further.listing_places f where f.listing_id = d.listing_id), d.places) as places,
      d.areas, d.eligibility, d.contacts, d.hours, d.intake, d.units, d.verification
    from further.all_listing_detail d`,
  ),
  instead('placement', 'listing_id', 'listing_id, type, kinds, statewide, row'),
  instead('placement_site', 'listing_id', 'listing_id, county_fips, point'),
  instead('search_entry', 'id', 'id, kind, name_key, name_words, words, scopes'),
  // The organizations are the same: only of places may there be more.
  view(
    'organization',
    `select o.id, o.name, o.sort_key, o.kind, o.roles, o.region_id, o.card, o.contacts,
      coalesce((select f.places from further.organization f where f.id = o.id), o.places) as places
    from pub.organization o`,
  ),
];

/** What partners are told more, in `further`; and in `partners` what they are told, under the names of `pub`. */
export const relations = {
  up: [
    'create schema further',
    ...tables,
    'create schema partners',
    ...asTheyAre.flatMap((table) => together(`partners.${table}`, table)),
    ...seenThrough.flatMap((table) => together(`further.all_${table}`, table)),
    ...views,
  ],
  down: [
    // First: what is part of a table goes with it.
    ...asTheyAre.map((table) => `alter table pub.${table} no inherit partners.${table}`),
    ...seenThrough.map((table) => `alter table pub.${table} no inherit further.all_${table}`),
    'drop schema partners cascade',
    'drop schema further cascade',
  ],
};
