import { Migration } from '@mikro-orm/migrations';
import { notices } from './016-bringing-in/notices.js';
import { seconds } from './016-bringing-in/seconds.js';

/** Who answers for a key of an app: whoever issued it, or a steward who took it over when she was let go. */
const keys = {
  up: [
    `alter table auth.app_key add column answered_by text collate "C" references auth.account`,
    'update auth.app_key set answered_by = issued_by',
    'create index app_key_answered on auth.app_key (answered_by) where ended_at is null',
  ],
  down: ['alter table auth.app_key drop column answered_by'],
};

/** What is known of who brought in whom: told, waited for, and ended with whoever is let go. */
export class BringingIn extends Migration {
  override up(): void {
    for (const { up } of [seconds, notices, keys]) {
      for (const statement of up) this.addSql(statement);
    }
  }

  override down(): void {
    for (const { down } of [keys, notices, seconds]) {
      for (const statement of down) this.addSql(statement);
    }
  }
}
