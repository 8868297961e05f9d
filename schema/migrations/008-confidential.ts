import { Migration } from '@mikro-orm/migrations';

/** Of AES-256-GCM; the vault seals so (`src/vault/vault.ts`, `src/disclosure/confidential-address.store.ts`). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Every sealed address is as long as every other: its length must not tell of what is in it. */
const ADDRESS_BYTES = 4_096;

/**
 * The exact address of a location whose street is withheld: sealed, and of no use without a key that is not
 * in the database. Beside it stand only whose it is, under which key, and since when.
 */
export class Confidential extends Migration {
  override up(): void {
    this.addSql('create schema conf');
    this.addSql(`create table conf.sealed_address (
      location_id text collate "C" primary key references org.location on delete cascade,
      key_id text collate "C" not null check (key_id <> ''),
      nonce bytea not null check (octet_length(nonce) = ${NONCE_BYTES}),
      sealed bytea not null check (octet_length(sealed) = ${ADDRESS_BYTES + TAG_BYTES}),
      sealed_at timestamptz not null)`);
    // What a rotation looks for, and a server when it starts.
    this.addSql('create index sealed_address_key on conf.sealed_address (key_id, location_id)');
    // The location is held until the transaction ends: one that is being told at the same time waits, and
    // then takes away what was sealed here.
    this.addSql(`create function conf.check_withheld() returns trigger language plpgsql as $$ begin
      perform from org.location where id = new.location_id and not street_told for share;
      if not found then
        raise exception 'only a withheld location has a sealed address' using errcode = 'check_violation';
      end if;
      return new;
    end $$`);
    this.addSql(`create trigger check_withheld before insert or update of location_id
      on conf.sealed_address for each row execute function conf.check_withheld()`);
    // A street that is told has nothing left to be sealed, whoever told it and by whatever statement.
    this.addSql(`create function conf.forget_told() returns trigger language plpgsql as $$ begin
      delete from conf.sealed_address s using changed c where s.location_id = c.id and c.street_told;
      return null;
    end $$`);
    this.addSql(`create trigger forget_told after update on org.location
      referencing new table as changed for each statement execute function conf.forget_told()`);
  }

  override down(): void {
    this.addSql('drop trigger forget_told on org.location');
    this.addSql('drop schema conf cascade');
  }
}
