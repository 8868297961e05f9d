import { Migration } from '@mikro-orm/migrations';

/**
 * Changes that were made under a key, for a day: made again under the same key they are not made again. Neither the
 * key, nor whose it is, nor what was given stands here, but what proves them (`src/once/digests.ts`).
 */
export class IdempotencyKeys extends Migration {
  override up(): void {
    // What was changed is null only until the change that took the key is made, in the same transaction.
    this.addSql(`create table auth.idempotency_key (
      key_digest bytea primary key check (octet_length(key_digest) = 32),
      input_digest bytea not null check (octet_length(input_digest) = 32),
      thing_id text collate "C", taken_at timestamptz not null default now())`);
    this.addSql('create index idempotency_key_taken on auth.idempotency_key (taken_at)');
  }

  override down(): void {
    this.addSql('drop table auth.idempotency_key');
  }
}
