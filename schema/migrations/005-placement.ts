import { Migration } from '@mikro-orm/migrations';
import { tellPlacement, tellListings } from './005-placement/tell-placement.js';

/**
 * What a search for a place to stay touches, and nothing else: one narrow row a listing that takes people,
 * its told sites, and the rules of all, each kept once. Made from told rows, in the transaction of the listing.
 */
export class Placement extends Migration {
  override up(): void {
    // All rules of one kind that bear on a unit. Listings share them: thousands, where there are millions of units.
    this.addSql(`create table pub.clause (
      id integer generated always as identity primary key,
      kind text not null, rules jsonb not null, digest bytea not null unique)`);
    this.addSql(`create table pub.placement (
      listing_id text collate "C" primary key references pub.listing on delete cascade,
      type text not null, kinds text[] not null, statewide text[] not null, row json not null)`);
    this.addSql(`create index placement_statewide on pub.placement using gin (statewide)
      where statewide <> '{}'`);
    // A told door, or a county of a told area.
    this.addSql(`create table pub.placement_site (
      listing_id text collate "C" not null references pub.placement on delete cascade,
      county_fips text collate "C" not null, point geography(Point, 4326))`);
    this.addSql('create index placement_site_listing on pub.placement_site (listing_id)');
    this.addSql(`create index placement_site_county on pub.placement_site (county_fips)
      where point is null`);
    this.addSql('create index placement_site_point on pub.placement_site using gist (point)');
    // What servers that keep placements in memory follow. It names told listings, regions, and that counties changed.
    this.addSql(`create table pub.placement_change (
      number bigint generated always as identity primary key,
      listing_id text collate "C" not null,
      transaction xid8 not null default pg_current_xact_id(),
      noted_at timestamptz not null default clock_timestamp())`);
    this.addSql('create index placement_change_transaction on pub.placement_change (transaction)');
    for (const statement of [...tellPlacement.up, ...tellListings.up]) this.addSql(statement);
    // What is told already is told again, a thousand at a time.
    this.addSql(`do $$ declare ids text[]; last text := ''; begin loop
      select array_agg(id order by id) into ids from (
        select id from pub.listing where id > last order by id limit 1000) slice;
      exit when ids is null;
      perform org.tell_placement(ids);
      last := ids[array_upper(ids, 1)];
    end loop; end $$`);
  }

  override down(): void {
    for (const statement of [...tellListings.down, ...tellPlacement.down]) this.addSql(statement);
    this.addSql('drop table pub.placement_change, pub.placement_site, pub.placement, pub.clause');
  }
}
