import { Migration } from '@mikro-orm/migrations';
import { named } from './012-disclosing/notices.js';
import { kindsNow } from './016-bringing-in/notices.js';

/** With what 028 added. */
const before = [...kindsNow, 'CONFIRMATION_REMINDED'];
export const kindsSince = [...before, 'APP_KEY_ISSUED'];
const WRITES = `array['availability:write', 'listings:write']`;

/**
 * A key may be an organization's: an app changes listings of that one alone. What keys of the network could do with the scopes
 * for that was nothing, and they lose them.
 */
export class OwnKeys extends Migration {
  override up(): void {
    this.addSql(
      'alter table auth.app_key add column organization_id text collate "C" references org.organization',
    );
    this.addSql(
      `update auth.app_key set ended_at = now() where ended_at is null and scopes <@ ${WRITES}`,
    );
    this
      .addSql(`update auth.app_key set scopes = array(select s from unnest(scopes) s where s <> all (${WRITES}))
      where scopes && ${WRITES}`);
    this.addSql(`alter table auth.app_key
      add constraint app_key_writes check (organization_id is not null or not scopes && ${WRITES}),
      add constraint app_key_reads check (organization_id is null or 'partners:read' <> all (scopes))`);
    this.addSql(
      'create index app_key_organization on auth.app_key (organization_id) where ended_at is null',
    );
    for (const statement of named(kindsSince)) this.addSql(statement);
  }

  override down(): void {
    this.addSql(`delete from org.notice where kind = 'APP_KEY_ISSUED'`);
    for (const statement of named(before)) this.addSql(statement);
    this.addSql('drop index auth.app_key_organization');
    this.addSql('delete from auth.app_key where organization_id is not null');
    this.addSql(
      'alter table auth.app_key drop constraint app_key_writes, drop constraint app_key_reads, drop column organization_id',
    );
  }
}
