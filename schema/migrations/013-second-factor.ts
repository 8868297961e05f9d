import { Migration } from '@mikro-orm/migrations';

/** Of AES-256-GCM, as `src/vault/vault.ts` seals. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** 160 bits in base32. */
const SECRET_LETTERS = 32;

const account = 'text collate "C" primary key references auth.account on delete cascade';
const sealed = `key_id text collate "C" not null check (key_id <> ''),
  nonce bytea not null check (octet_length(nonce) = ${NONCE_BYTES}),
  sealed bytea not null check (octet_length(sealed) = ${SECRET_LETTERS + TAG_BYTES}),
  sealed_at timestamptz not null`;

/**
 * A second factor of a person: a secret that her phone has too, sealed under a key that is not in the database, and
 * codes for the day she has no phone, of which only proofs are kept.
 */
export class SecondFactor extends Migration {
  override up(): void {
    // Begun and not confirmed: apart from those in force, so that none is taken for the other.
    this.addSql(`create table auth.enrolment (
      account_id ${account}, ${sealed}, begun_at timestamptz not null)`);
    // A code is good for one step of time, and only for a later one than the last that was used.
    this.addSql(`create table auth.second_factor (
      account_id ${account}, ${sealed}, confirmed_at timestamptz not null,
      last_step bigint not null check (last_step > 0),
      wrong_codes int not null default 0 check (wrong_codes >= 0))`);
    this.addSql(`create table auth.recovery_code (
      code_hash bytea primary key check (octet_length(code_hash) = 32),
      account_id text collate "C" not null references auth.account on delete cascade,
      made_at timestamptz not null, used_at timestamptz)`);
    this.addSql('create index recovery_code_account on auth.recovery_code (account_id)');
    this.addSql('alter table auth.session add proved_at timestamptz');
  }

  override down(): void {
    this.addSql('alter table auth.session drop proved_at');
    this.addSql('drop table auth.recovery_code, auth.second_factor, auth.enrolment');
  }
}
