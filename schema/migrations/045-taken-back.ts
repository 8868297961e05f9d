import { Migration } from '@mikro-orm/migrations';

/** What an organization of a nation said of itself before its own people first said it otherwise, as its changes have it. */
export const WORDS_BEFORE_ITS_OWN = `update org.organization o set public_words = was.words
  from (select first.thing_id, jsonb_object_agg(first.field, first.before) as words
    from (select distinct on (r.thing_id, c.key) r.thing_id, c.key as field, c.value -> 'before' as before
      from org.revision r join org.tribal_nation n on n.organization_id = r.thing_id
        cross join lateral jsonb_each(r.changes) c
      where r.action = 'reviseOrganization' and r.made_as <> 'STEWARD' and c.key <> 'newLocations'
      order by r.thing_id, c.key, r.version) first
    group by first.thing_id) was
  where o.id = was.thing_id and o.public_words is null`;

/**
 * What public sources say of a nation's government is kept while its own people say it otherwise, by the names of the input: it stands
 * there again where the nation takes its words back. Of whoever takes an organization out of a convening is kept for whom she did.
 */
export class TakenBack extends Migration {
  override up(): void {
    this.addSql('alter table org.organization add column public_words jsonb');
    this.addSql(WORDS_BEFORE_ITS_OWN);
    this.addSql(`alter table org.notice add column as_organization_id text collate "C"
      references org.organization on delete set null`);
  }

  override down(): void {
    this.addSql('alter table org.notice drop column as_organization_id');
    this.addSql('alter table org.organization drop column public_words');
  }
}
