import { Migration } from '@mikro-orm/migrations';
import { extensions } from './extensions.js';

/** Public land: counties, ZIPs, cities and imported areas. All of it is told to everyone. */
export class Geography extends Migration {
  override up(): void {
    for (const extension of extensions) {
      this.addSql(`create extension if not exists ${extension}`);
    }
    this.addSql('create schema if not exists pub');
    this.addSql('create schema if not exists org');
    this.addSql('create schema if not exists auth');
    this.addSql(`create table auth.server_key (
      purpose text primary key,
      key bytea not null,
      created_at timestamptz not null default now())`);
    this.addSql(`create table pub.state (
      code text collate "C" primary key, fips text not null unique, name text not null)`);
    this.addSql(`create table pub.county (
      fips text collate "C" primary key check (fips ~ '^[0-9]{5}$'),
      name text not null,
      state text not null check (state ~ '^[A-Z]{2}$'),
      population integer check (population > 0),
      boundary geography(MultiPolygon, 4326) not null)`);
    this.addSql('create index county_boundary on pub.county using gist (boundary)');
    this.addSql('create index county_state on pub.county (state, name)');
    this.addSql(`create table pub.zip (
      code text collate "C" primary key check (code ~ '^[0-9]{5}$'),
      city text not null,
      state text not null,
      point geography(Point, 4326) not null)`);
    this.addSql(`create table pub.city (
      state text not null,
      key text not null,
      name text not null,
      point geography(Point, 4326) not null,
      primary key (state, key))`);
    this.addSql(`create table pub.tribal_area (
      geoid text collate "C" primary key,
      name text not null,
      boundary geography(MultiPolygon, 4326) not null,
      source text not null,
      imported_at timestamptz not null)`);
    this.addSql('create index tribal_area_boundary on pub.tribal_area using gist (boundary)');
    // Names are compared without case, accents or the many ways to write Saint.
    this.addSql(`create function pub.fold(words text) returns text
      language sql immutable strict parallel safe
      as $$ select lower(public.unaccent('public.unaccent', words)) $$`);
    this.addSql(`create function pub.place_key(name text) returns text
      language sql immutable strict parallel safe
      as $$ select regexp_replace(regexp_replace(pub.fold(name), '\\mst\\M\\.?', 'saint', 'g'),
        '[^a-z0-9]+', '', 'g') $$`);
  }

  override down(): void {
    this.addSql('drop schema pub cascade');
    this.addSql('drop schema org cascade');
    this.addSql('drop schema auth cascade');
  }
}
