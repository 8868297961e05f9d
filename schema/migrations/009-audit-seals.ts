import { Migration } from '@mikro-orm/migrations';

/**
 * The chain of seals over what was done. An event waits for its seal from the moment it is written, in the
 * same transaction; a seal takes it out of the queue in the transaction that covers it. So each event is in
 * exactly one seal, however late it commits, and no commit waits for another.
 */
export class AuditSeals extends Migration {
  override up(): void {
    // Of each event its digest, 32 bytes, in the order of the numbers: so that a changed one can be named.
    this.addSql(`create table audit.seal (
      number bigint primary key check (number > 0), events int8multirange not null,
      digests bytea not null check (length(digests) > 0 and length(digests) % 32 = 0),
      previous bytea not null check (length(previous) = 32), hash bytea not null check (length(hash) = 32),
      sealed_at timestamptz not null)`);
    // By number and not by transaction: numbers of transactions begin anew where a dump is taken in elsewhere.
    this.addSql('create table audit.unsealed (number bigint primary key)');
    this.addSql(`create function audit.await_seal() returns trigger language plpgsql as $$ begin
      insert into audit.unsealed select number from fresh on conflict do nothing;
      return null;
    end $$`);
    this
      .addSql(`create trigger await_seal after insert on audit.event referencing new table as fresh
      for each statement execute function audit.await_seal()`);
    this.addSql(`create trigger keep before update or delete or truncate on audit.seal
      for each statement execute function audit.keep()`);
    // What was done before there were seals is sealed by the first of them.
    this.addSql('insert into audit.unsealed select number from audit.event');
  }

  override down(): void {
    this.addSql('drop trigger await_seal on audit.event');
    this.addSql('drop function audit.await_seal()');
    this.addSql('drop table audit.unsealed, audit.seal');
  }
}
