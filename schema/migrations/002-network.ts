import { Migration } from '@mikro-orm/migrations';

const id = 'text collate "C" primary key';
const listingId = 'text collate "C" not null references org.listing on delete cascade';

/** The source tables: what organizations and nations have said of themselves, hidden parts included. */
export class Network extends Migration {
  override up(): void {
    this.addSql(`create table org.region (
      id ${id}, slug text not null, name text not null,
      standing text not null, standing_note text,
      organization_id text collate "C",
      effective_from date, effective_to date,
      check (effective_from is null or effective_to is null or effective_from < effective_to),
      unique (slug, effective_from))`);
    this.addSql(`create table org.region_county (
      region_id text collate "C" not null references org.region on delete cascade,
      county_fips text collate "C" not null references pub.county,
      primary key (region_id, county_fips))`);
    this.addSql('create index region_county_fips on org.region_county (county_fips)');
    this.addSql(`create table org.organization (
      id ${id}, name text not null check (name <> ''), kind text not null,
      roles text[] not null default '{}', description text, website text,
      region_id text collate "C" references org.region, standing text not null,
      admitted_at timestamptz,
      created_at timestamptz not null, updated_at timestamptz not null,
      version integer not null default 1)`);
    this.addSql('create index organization_region on org.organization (region_id)');
    this.addSql(`alter table org.region add constraint region_organization
      foreign key (organization_id) references org.organization`);
    this.addSql(`create table org.tribal_nation (
      id ${id}, organization_id text collate "C" not null unique references org.organization,
      name text not null, endonym text, people text not null, website text,
      seat jsonb not null, seat_point geography(Point, 4326) not null,
      seat_county_fips text collate "C" not null references pub.county,
      land_geoids text[] not null default '{}', standing text not null,
      created_at timestamptz not null, updated_at timestamptz not null,
      version integer not null default 1)`);
    this.addSql(`create table org.nation_county (
      nation_id text collate "C" not null references org.tribal_nation on delete cascade,
      county_fips text collate "C" not null references pub.county,
      how text not null check (how in ('COUNTY', 'SERVICE_COUNTY')),
      primary key (nation_id, county_fips, how))`);
    this.addSql('create index nation_county_fips on org.nation_county (county_fips)');
    // A withheld street has no door here: neither address nor point nor town, only a county.
    this.addSql(`create table org.location (
      id ${id},
      organization_id text collate "C" not null references org.organization on delete cascade,
      name text not null, street_told boolean not null,
      lines text[], city text, state text not null, postal_code text,
      country text not null default 'US', point geography(Point, 4326),
      county_fips text collate "C" not null references pub.county, withheld_reason text,
      check (case when street_told
        then lines is not null and city is not null and postal_code is not null
        else num_nonnulls(lines, city, postal_code, point) = 0 and withheld_reason is not null
      end))`);
    this.addSql('create index location_organization on org.location (organization_id)');
    this.addSql(
      'create index location_withheld on org.location (county_fips) where not street_told',
    );
    this.addSql(`create table org.listing (
      id ${id}, type text not null check (type in ('HOUSING', 'SERVICE')),
      organization_id text collate "C" not null references org.organization on delete cascade,
      name text not null check (name <> ''), summary text not null, description text,
      eligibility_notes text, policies jsonb not null default '[]',
      languages text[] not null default '{}', hours jsonb, fees text, how_to_apply text,
      required_documents text[] not null default '{}',
      disclosure text not null check (disclosure in ('PUBLISHED', 'PARTNERS', 'OWN')),
      status text not null check (status in ('ACTIVE', 'PAUSED', 'WITHDRAWN')),
      status_reason text,
      created_at timestamptz not null, updated_at timestamptz not null,
      version integer not null default 1)`);
    this.addSql('create index listing_organization on org.listing (organization_id)');
    this.addSql(`create table org.housing_option (
      listing_id text collate "C" primary key references org.listing on delete cascade,
      kind text not null, operated_by text[] not null, stay_days_max integer check (stay_days_max > 0),
      intake jsonb, transport_offered boolean not null)`);
    this.addSql(`create table org.service (
      listing_id text collate "C" primary key references org.listing on delete cascade,
      kinds text[] not null check (kinds <> '{}'))`);
    this.addSql(`create table org.listing_site (
      listing_id ${listingId},
      location_id text collate "C" not null references org.location on delete cascade,
      primary key (listing_id, location_id))`);
    this.addSql('create index listing_site_location on org.listing_site (location_id)');
    this.addSql(`create table org.service_area (
      id ${id}, listing_id ${listingId}, position smallint not null,
      kind text not null check (kind in ('COUNTIES', 'REGION', 'NATION', 'STATEWIDE', 'NATIONWIDE')),
      county_fips text[], region_id text collate "C" references org.region,
      nation_id text collate "C" references org.tribal_nation, state text,
      check (case kind when 'COUNTIES' then county_fips is not null
        when 'REGION' then region_id is not null when 'NATION' then nation_id is not null
        when 'STATEWIDE' then state is not null else true end))`);
    this.addSql('create index service_area_listing on org.service_area (listing_id)');
    this.addSql('create index service_area_region on org.service_area (region_id)');
    this.addSql('create index service_area_nation on org.service_area (nation_id)');
    this.addSql(`create table org.unit (
      id ${id}, listing_id ${listingId}, position smallint not null,
      name text not null, capacity integer check (capacity >= 0))`);
    this.addSql('create index unit_listing on org.unit (listing_id)');
    this.addSql(`create table org.criterion (
      id ${id}, listing_id ${listingId},
      unit_id text collate "C" references org.unit on delete cascade, position smallint not null,
      kind text not null,
      stance text not null check (stance in ('SERVES', 'REQUIRES', 'REFUSES', 'CASE_BY_CASE')),
      terms jsonb not null)`);
    this.addSql('create index criterion_listing on org.criterion (listing_id)');
    this.addSql('create index criterion_unit on org.criterion (unit_id)');
    this.addSql(`create table org.contact (
      id ${id}, organization_id text collate "C" references org.organization on delete cascade,
      listing_id text collate "C" references org.listing on delete cascade,
      position smallint not null, purpose text not null, name text not null, title text,
      email text, hours jsonb, languages text[] not null default '{}',
      check (num_nonnulls(organization_id, listing_id) = 1))`);
    this.addSql('create index contact_organization on org.contact (organization_id)');
    this.addSql('create index contact_listing on org.contact (listing_id)');
    this.addSql(`create table org.phone (
      id ${id}, contact_id text collate "C" references org.contact on delete cascade,
      listing_id text collate "C" references org.listing on delete cascade,
      position smallint not null, number text not null, display text not null,
      kind text not null, extension text, note text,
      check (num_nonnulls(contact_id, listing_id) = 1))`);
    this.addSql('create index phone_contact on org.phone (contact_id)');
    this.addSql('create index phone_listing on org.phone (listing_id)');
    this.addSql(`create table org.availability_report (
      id ${id}, listing_id ${listingId},
      unit_id text collate "C" not null references org.unit on delete cascade,
      reported_at timestamptz not null, good_until timestamptz not null,
      accepting boolean not null, beds_open integer check (beds_open >= 0),
      beds_total integer check (beds_total >= 0), waitlist boolean not null, note text,
      check (good_until > reported_at), check (beds_open <= beds_total))`);
    this.addSql(`create index availability_report_latest
      on org.availability_report (unit_id, reported_at desc, id desc)`);
    this.addSql('create index availability_report_listing on org.availability_report (listing_id)');
    this.addSql(`create table org.confirmation (
      id ${id}, listing_id ${listingId}, confirmed_at timestamptz not null,
      due_at timestamptz not null, method text not null,
      confirmed_by text not null, check (due_at > confirmed_at))`);
    this.addSql(
      'create index confirmation_listing on org.confirmation (listing_id, confirmed_at desc)',
    );
    this.addSql(`create table org.material (
      id ${id}, organization_id text collate "C" not null references org.organization on delete cascade,
      title text not null, kind text not null, audiences text[] not null,
      topics text[] not null default '{}', language text not null, url text not null,
      description text, published_at date not null,
      created_at timestamptz not null, updated_at timestamptz not null)`);
    this.addSql('create index material_organization on org.material (organization_id)');
    this.addSql(`create table org.convening (
      id ${id}, region_id text collate "C" references org.region, title text not null, topic text not null,
      description text, location text,
      starts_at timestamptz not null, ends_at timestamptz not null, recurrence text,
      last_starts_at timestamptz, created_at timestamptz not null, updated_at timestamptz not null,
      check (ends_at > starts_at))`);
    this.addSql(`create table org.convening_host (
      convening_id text collate "C" not null references org.convening on delete cascade,
      organization_id text collate "C" not null references org.organization on delete cascade,
      position smallint not null, primary key (convening_id, organization_id))`);
    this.addSql('create index convening_host_organization on org.convening_host (organization_id)');
    // Under which name a thing is known elsewhere: a seed's slug, a spreadsheet's row, another directory's id.
    this.addSql(`create table org.external_name (
      source text not null, name text not null, thing_id text collate "C" not null,
      digest text not null, primary key (source, name))`);
  }

  override down(): void {
    const tables = `external_name convening_host convening material confirmation availability_report
      phone contact criterion unit service_area listing_site service housing_option listing location
      nation_county tribal_nation`.split(/\s+/);
    for (const table of tables) this.addSql(`drop table org.${table}`);
    this.addSql('alter table org.region drop constraint region_organization');
    this.addSql('drop table org.organization, org.region_county, org.region');
  }
}
