import { tellListings, tellOrganizations } from '../004-telling/tellers.js';
import { toldFor } from '../004-telling/told-listing.js';
import { tellPlacements } from '../005-placement/tell-placement.js';
import { partners } from './audiences.js';

/** Of some things, those that partners are or were told of otherwise: mostly none, and then nothing is done. */
const listingsThatDiffer = `
  select id from further.thing where id = any (ids)
  union select l.id from org.listing l where l.id = any (ids) and l.disclosure = 'PARTNERS'
  union select ls.listing_id from org.listing_site ls join org.location s on s.id = ls.location_id
    where ls.listing_id = any (ids) and s.disclosure = 'PARTNERS'`;
const organizationsThatDiffer = `
  select id from further.thing where id = any (ids)
  union select l.organization_id from org.listing l
    where l.organization_id = any (ids) and l.disclosure = 'PARTNERS'
  union select s.organization_id from org.location s
    where s.organization_id = any (ids) and s.disclosure = 'PARTNERS'`;

/** A function that tells partners what they are told otherwise, after strangers were told. */
const tell = (name: string, thatDiffer: string, told: string, work: string) => `
  create function org.tell_further_${name}(ids text[]) returns void language plpgsql set jit = off as $$
  declare differing text[] := array(${thatDiffer} order by 1); told text[]; begin
    if differing = '{}' then return; end if;
    delete from further.thing where id = any (differing);
    insert into further.thing ${told};
    told := array(select id from further.thing where id = any (differing) order by id);
    ${work}
  end $$`;

/**
 * Their own log: nothing in that of `pub` may say that there is something to hear.
 * @param wake whoever follows it
 */
export const tellFurtherListings = (wake: string) =>
  tell(
    'listings',
    listingsThatDiffer,
    'select id from org.further_listing where id = any (differing)',
    `perform org.tell_further_listing_rows(told);
    perform org.tell_further_placement(told);
    insert into further.placement_change (listing_id) select unnest(differing);
    ${wake}`,
  );

const tellFurther = [
  tellListings(partners, 'further_listing_rows'),
  tellPlacements(partners, 'further_placement'),
  tellFurtherListings(`perform pg_notify('harborlight_placement_partners', '');`),
  tellOrganizations(partners, 'further_organization_rows'),
  tell(
    'organizations',
    organizationsThatDiffer,
    `select o.id from org.organization o where o.id = any (differing)
      and o.admitted_at is not null and ${partners.differs.organization}`,
    'perform org.tell_further_organization_rows(told);',
  ),
];

/** Whoever tells strangers tells partners, in the same transaction. */
const andPartners = ['listings', 'organizations'].flatMap((name) => [
  `alter function org.tell_${name}(text[]) rename to tell_told_${name}`,
  `create function org.tell_${name}(ids text[]) returns void language plpgsql set jit = off as $$ begin
    perform org.tell_told_${name}(ids);
    perform org.tell_further_${name}(ids);
  end $$`,
]);

/** What is there already, told to partners: a thousand at a time. */
const tellAll = (table: string, name: string, hasMore: string) => `
  do $$ declare ids text[]; last text := ''; begin loop
    select array_agg(id order by id) into ids from (
      select t.id from org.${table} t where t.id > last and ${hasMore} order by t.id limit 1000) slice;
    exit when ids is null;
    perform org.tell_further_${name}(ids);
    last := ids[array_upper(ids, 1)];
  end loop; end $$`;

/** Changes that everybody has seen are forgotten in both logs by whoever follows one: it says nothing of either. */
const forget = `
  create function pub.forget_placement_changes(horizon xid8, most integer) returns integer
  language sql as $$
  with told as (delete from pub.placement_change where number in (
      select number from pub.placement_change where transaction < horizon
      limit most for update skip locked) returning 1),
    further as (delete from further.placement_change where number in (
      select number from further.placement_change where transaction < horizon
      limit most for update skip locked) returning 1)
  select greatest((select count(*) from told), (select count(*) from further))::int $$`;

export const tellPartners = {
  up: [
    `create index listing_partners on org.listing (organization_id) where disclosure = 'PARTNERS'`,
    `create index location_partners on org.location (organization_id) where disclosure = 'PARTNERS'`,
    ...toldFor(partners),
    ...tellFurther,
    ...andPartners,
    forget,
    tellAll('listing', 'listings', `t.disclosure = 'PARTNERS'`),
    tellAll(
      'organization',
      'organizations',
      `t.id in (select l.organization_id from org.listing l where l.disclosure = 'PARTNERS')`,
    ),
  ],
  down: [
    'drop function pub.forget_placement_changes(xid8, integer)',
    ...['listings', 'organizations'].flatMap((name) => [
      `drop function org.tell_${name}(text[])`,
      `alter function org.tell_told_${name}(text[]) rename to tell_${name}`,
      `drop function org.tell_further_${name}(text[])`,
    ]),
    ...['listing_rows', 'organization_rows', 'placement'].map(
      (name) => `drop function org.tell_further_${name}(text[])`,
    ),
    'drop view org.further_listing',
    'drop function org.further_sites(text)',
    'drop index org.listing_partners, org.location_partners',
  ],
};
