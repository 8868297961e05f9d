import { Migration } from '@mikro-orm/migrations';

const id = 'text collate "C" primary key';
const listing = 'text collate "C" not null references pub.listing on delete cascade';

/**
 * The told tables: what a stranger may read, and nothing else. They are made from the source tables
 * by 004-telling. A column of ready JSON is read as it stands; the other columns are for finding.
 */
export class Told extends Migration {
  override up(): void {
    this.addSql(`create table pub.organization (
      id ${id}, name text not null, sort_key text collate "C" not null, kind text not null,
      roles text[] not null, region_id text collate "C", card json not null, contacts json not null,
      places json not null)`);
    this.addSql(`create table pub.organization_site (
      organization_id text collate "C" not null references pub.organization on delete cascade,
      county_fips text collate "C" not null, point geography(Point, 4326))`);
    this.addSql('create index organization_site_owner on pub.organization_site (organization_id)');
    this.addSql(
      'create index organization_site_county on pub.organization_site (county_fips, organization_id)',
    );
    this.addSql('create index organization_site_point on pub.organization_site using gist (point)');
    this.addSql('create index organization_order on pub.organization (sort_key, id)');
    this.addSql('create index organization_region on pub.organization (region_id, sort_key, id)');
    this.addSql('create index organization_terms on pub.organization using gin (roles)');
    this.addSql('create index organization_kind on pub.organization (kind, sort_key, id)');

    this.addSql(`create table pub.listing (
      id ${id}, type text not null, organization_id text collate "C" not null,
      name text not null, sort_key text collate "C" not null,
      kinds text[] not null, languages text[] not null, policies text[] not null,
      serves text[] not null, time_zone text, open_week int4multirange,
      card json not null, phones json not null)`);
    this.addSql('create index listing_order on pub.listing (type, sort_key, id)');
    this.addSql(`create index listing_organization
      on pub.listing (organization_id, type, sort_key, id)`);
    this.addSql('create index listing_kinds on pub.listing using gin (kinds)');
    this.addSql('create index listing_serves on pub.listing using gin (serves)');
    this.addSql('create index listing_languages on pub.listing using gin (languages)');
    this.addSql('create index listing_policies on pub.listing using gin (policies)');
    this.addSql(`create table pub.listing_detail (
      listing_id ${listing.replace('not null', 'primary key')},
      about json not null, places json not null, areas json not null, eligibility json not null,
      contacts json not null, hours json, intake json, units json not null, verification json)`);
    // One row a told point, or one a county of a told area: what a search by place may touch.
    this.addSql(`create table pub.listing_site (
      listing_id ${listing}, county_fips text collate "C" not null, point geography(Point, 4326))`);
    this.addSql('create index listing_site_listing on pub.listing_site (listing_id)');
    this.addSql('create index listing_site_county on pub.listing_site (county_fips, listing_id)');
    this.addSql('create index listing_site_point on pub.listing_site using gist (point)');

    this.addSql(`create table pub.tribal_nation (
      id ${id}, organization_id text collate "C" not null, name text not null,
      sort_key text collate "C" not null, people text not null,
      seat_point geography(Point, 4326) not null, seat_county_fips text collate "C" not null,
      land_geoids text[] not null, card json not null)`);
    this.addSql('create index tribal_nation_order on pub.tribal_nation (sort_key, id)');
    this.addSql('create index tribal_nation_land on pub.tribal_nation using gin (land_geoids)');
    this.addSql(`create table pub.nation_county (
      nation_id text collate "C" not null references pub.tribal_nation on delete cascade,
      county_fips text collate "C" not null, how text not null, primary key (nation_id, county_fips, how))`);
    this.addSql('create index nation_county_fips on pub.nation_county (county_fips)');

    this.addSql(`create table pub.region (
      id ${id}, slug text not null, name text not null, effective_from date, effective_to date,
      organization_id text collate "C", card json not null)`);
    this.addSql(`create table pub.region_county (
      region_id text collate "C" not null references pub.region on delete cascade,
      county_fips text collate "C" not null, primary key (region_id, county_fips))`);
    this.addSql('create index region_county_fips on pub.region_county (county_fips)');

    this.addSql(`create table pub.material (
      id ${id}, organization_id text collate "C" not null, sort_key text collate "C" not null,
      kind text not null, audiences text[] not null, language text not null, card json not null)`);
    this.addSql('create index material_order on pub.material (sort_key, id)');
    this.addSql(
      'create index material_organization on pub.material (organization_id, sort_key, id)',
    );
    this.addSql(`create table pub.convening (
      id ${id}, region_id text collate "C", sort_key text collate "C" not null,
      starts_at timestamptz not null, last_starts_at timestamptz, card json not null)`);
    this.addSql('create index convening_order on pub.convening (sort_key, id)');
    this.addSql('create index convening_region on pub.convening (region_id, sort_key, id)');
    this.addSql(`create table pub.convening_host (
      convening_id text collate "C" not null references pub.convening on delete cascade,
      organization_id text collate "C" not null, position smallint not null,
      primary key (organization_id, convening_id))`);
    this.addSql('create index convening_host_convening on pub.convening_host (convening_id)');

    // Words over every kind, narrow on purpose: a search reads this table and nothing else.
    this.addSql(`create text search configuration pub.directory (copy = pg_catalog.english)`);
    this.addSql(`alter text search configuration pub.directory
      alter mapping for hword, hword_part, word with public.unaccent, english_stem`);
    // Names are found by their beginnings, which a stem would cut off: they are kept as they are written.
    this.addSql('create text search configuration pub.plain (copy = pg_catalog.simple)');
    this.addSql(`alter text search configuration pub.plain
      alter mapping for hword, hword_part, word with public.unaccent, simple`);
    this.addSql(`create table pub.search_entry (
      id ${id}, kind text not null, name_key text collate "C" not null,
      name_words tsvector not null, words tsvector not null, scopes text[] not null)`);
    this.addSql('create index search_entry_name_words on pub.search_entry using gin (name_words)');
    this.addSql('create index search_entry_words on pub.search_entry using gin (words)');
    this.addSql('create index search_entry_scopes on pub.search_entry using gin (scopes)');
    this.addSql(`create index search_entry_name on pub.search_entry (name_key text_pattern_ops)`);
    this.addSql('create table pub.word (word text collate "C" primary key)');
    this.addSql('create index word_likeness on pub.word using gin (word public.gin_trgm_ops)');

    this.addSql(`create table org.untold (
      thing_id text collate "C" primary key, noted_at timestamptz not null default now())`);
  }

  override down(): void {
    this.addSql('drop table org.untold');
    const tables =
      `word search_entry organization_site convening_host convening material region_county region
      nation_county tribal_nation listing_site listing_detail listing organization`.split(/\s+/);
    for (const table of tables) this.addSql(`drop table pub.${table}`);
    this.addSql('drop text search configuration pub.directory');
    this.addSql('drop text search configuration pub.plain');
  }
}
