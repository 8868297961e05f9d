import { Migration } from '@mikro-orm/migrations';

const id = 'text collate "C" primary key';
const account = 'text collate "C" references auth.account on delete cascade';
/** Of whoever did it: none where the host did, from the command line. */
const by = 'text collate "C" references auth.account';
const organization = 'text collate "C" references org.organization on delete cascade';

/**
 * Who may come in, and what they did. No password, token or key is kept: only what proves that it was given.
 * A right, a session and a key end by being said to have ended, when and by whom.
 */
export class People extends Migration {
  override up(): void {
    this.addSql(`create table auth.account (
      id ${id}, email_key text collate "C" not null unique, email text not null, name text not null,
      password_hash text not null, created_at timestamptz not null)`);
    // A role of the network, or of one organization. Who granted it is a person, or none where the host did.
    this.addSql(`create table auth.role_grant (
      id ${id}, account_id ${account} not null,
      role text not null check (role in ('ADVOCATE', 'COORDINATOR', 'NATION_COORDINATOR', 'STEWARD')),
      organization_id ${organization},
      granted_at timestamptz not null, granted_by ${by},
      ended_at timestamptz, ended_by ${by},
      check ((organization_id is not null) = (role in ('COORDINATOR', 'NATION_COORDINATOR'))))`);
    this.addSql(`create unique index role_grant_once on auth.role_grant
      (account_id, role, coalesce(organization_id, '')) where ended_at is null`);
    this.addSql(`create index role_grant_organization on auth.role_grant (organization_id)
      where ended_at is null`);
    this.addSql(`create table auth.session (
      token_hash bytea primary key, account_id ${account} not null,
      began_at timestamptz not null, seen_at timestamptz not null, ends_at timestamptz not null,
      ended_at timestamptz)`);
    this.addSql('create index session_account on auth.session (account_id) where ended_at is null');
    this.addSql(`create table auth.invitation (
      id ${id}, token_hash bytea not null unique, email_key text collate "C" not null, email text not null,
      role text not null, organization_id ${organization},
      invited_at timestamptz not null, invited_by ${by}, expires_at timestamptz not null,
      accepted_at timestamptz, accepted_by ${by})`);
    this.addSql(`create table auth.app_key (
      id ${id}, secret_hash bytea not null unique, prefix text not null, name text not null,
      scopes text[] not null, issued_at timestamptz not null, issued_by ${by},
      expires_at timestamptz not null, ended_at timestamptz, ended_by ${by})`);
    this.addSql('create schema audit');
    // Written in the transaction of what it tells of; never changed and never taken away.
    this.addSql(`create table audit.event (
      number bigint generated always as identity primary key, at timestamptz not null,
      viewer_kind text not null, viewer_id text, action text not null, thing_id text, detail json not null)`);
    this.addSql('create index event_thing on audit.event (thing_id, number)');
    this.addSql(`create function audit.keep() returns trigger language plpgsql as $$ begin
      raise exception 'What was done stays written.' using errcode = 'insufficient_privilege';
    end $$`);
    this.addSql(`create trigger keep before update or delete or truncate on audit.event
      for each statement execute function audit.keep()`);
  }

  override down(): void {
    this.addSql('drop schema audit cascade');
    this.addSql(
      'drop table auth.app_key, auth.invitation, auth.session, auth.role_grant, auth.account',
    );
  }
}
