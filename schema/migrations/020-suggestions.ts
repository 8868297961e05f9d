import { Migration } from '@mikro-orm/migrations';

/**
 * What anyone says is wrong of a thing. Its words are kept until it is resolved, and no longer; of who wrote them nothing is
 * kept. The code with which she looks the outcome up stands here by its digest alone.
 */
export class Suggestions extends Migration {
  override up(): void {
    this.addSql(`create table org.suggestion (
      id text collate "C" primary key,
      code_digest bytea not null unique,
      thing_id text collate "C" not null,
      organization_id text collate "C" not null references org.organization on delete cascade,
      suggested_at timestamptz not null,
      suggested_as text not null check (suggested_as in ('STRANGER', 'APP', 'PERSON')),
      words text check (length(words) between 1 and 2000),
      state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'DECLINED')),
      answer text check (length(answer) <= 500),
      resolved_at timestamptz,
      check ((state = 'OPEN') = (resolved_at is null)),
      check ((state = 'OPEN') = (words is not null)))`);
    this.addSql(`create index suggestion_open on org.suggestion (organization_id, suggested_at)
      where state = 'OPEN'`);
    this.addSql(
      `create index suggestion_of_thing on org.suggestion (thing_id) where state = 'OPEN'`,
    );
  }

  override down(): void {
    this.addSql('drop table org.suggestion');
  }
}
