import { Migration } from '@mikro-orm/migrations';

const id = 'text collate "C"';
const account = `${id} references auth.account`;
const ofImport = `import_id ${id} not null references org.import on delete cascade`;

/**
 * Imports of spreadsheets. What was uploaded, and what was read of it, lies in a schema of its own and is thrown away; that something was
 * imported, by whom, and what it changed is kept, so that it can be undone.
 */
export class Imports extends Migration {
  override up(): void {
    this.addSql('create schema staging');
    this.addSql(`create table staging.upload (
      id ${id} primary key, account_id ${account} not null,
      received_at timestamptz not null,
      form text not null check (form in ('CSV', 'XLSX')),
      encoding text not null, bytes bytea not null)`);
    this.addSql('create index upload_of_person on staging.upload (account_id, received_at)');
    this.addSql(`create table org.import (
      id ${id} primary key,
      organization_id ${id} not null references org.organization on delete cascade,
      kind text not null check (kind in ('HOUSING', 'SERVICES')),
      upload_id ${id} not null,
      started_at timestamptz not null, started_by ${account} not null,
      expires_at timestamptz not null check (expires_at > started_at),
      state text not null default 'READING'
        check (state in ('READING', 'READY', 'FAILED', 'APPLIED', 'UNDONE', 'EXPIRED')),
      tries smallint not null default 0,
      failure_code text, failure_message text check ((failure_code is null) = (failure_message is null)),
      rows_total integer, rows_read integer not null default 0,
      rows_new integer not null default 0, rows_changed integer not null default 0,
      rows_unchanged integer not null default 0, rows_faulty integer not null default 0,
      applied_at timestamptz, applied_by ${account},
      undone_at timestamptz, undone_by ${account},
      check ((state = 'FAILED') = (failure_code is not null)),
      check ((applied_at is not null) = (state in ('APPLIED', 'UNDONE'))),
      check ((undone_at is not null) = (state = 'UNDONE')))`);
    this.addSql(`create index import_reading on org.import (started_at) where state = 'READING'`);
    this.addSql(`create index import_staged on org.import (expires_at)
      where state in ('READING', 'READY', 'FAILED')`);
    this.addSql('create index import_of_organization on org.import (organization_id)');
    this.addSql(`create table staging.import_row (
      ${ofImport}, line integer not null, cells jsonb not null, name text,
      action text not null check (action in ('NEW', 'CHANGED', 'UNCHANGED', 'FAULTY')),
      thing_id ${id}, version integer, named jsonb, changes jsonb,
      primary key (import_id, line))`);
    this.addSql(`create table staging.import_problem (
      ${ofImport}, line integer not null, position smallint not null, column_name text,
      code text not null, message text not null,
      primary key (import_id, line, position))`);
    this.addSql(`create table staging.import_duplicate (
      id ${id} primary key, ${ofImport}, line integer not null,
      thing_id ${id} not null references org.listing on delete cascade,
      score real not null, name_score real not null, same_phone boolean not null, same_place boolean not null,
      distance_meters integer,
      decision text check (decision in ('SAME', 'DIFFERENT')), decided_at timestamptz, decided_by ${account},
      check ((decision is null) = (decided_at is null)),
      unique (import_id, line, thing_id))`);
    this.addSql(`create index import_duplicate_open on staging.import_duplicate (import_id)
      where decision is null`);
    this.addSql('create index import_duplicate_of on staging.import_duplicate (thing_id)');
    this.addSql(`create table org.import_change (
      ${ofImport}, line integer not null, thing_id ${id} not null references org.listing on delete cascade,
      version_before integer, version_after integer not null,
      primary key (import_id, thing_id))`);
    this.addSql('create index import_change_of on org.import_change (thing_id)');
    this.addSql(
      'create index listing_likeness on org.listing using gin (name public.gin_trgm_ops)',
    );
  }

  override down(): void {
    this.addSql('drop index org.listing_likeness');
    this.addSql('drop table org.import_change');
    this.addSql('drop schema staging cascade');
    this.addSql('drop table org.import');
  }
}
