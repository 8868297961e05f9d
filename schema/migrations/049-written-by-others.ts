import { Migration } from '@mikro-orm/migrations';
import { named } from './012-disclosing/notices.js';
import { kindsWithHosts } from './040-earlier-hosts.js';

const KIND = 'WRITTEN_BY_OTHERS';

/** An organization is told who wrote in its name without being one of its people, of each once a day: that is looked up by her. */
export class WrittenByOthers extends Migration {
  override up(): void {
    for (const statement of named([...kindsWithHosts, KIND])) this.addSql(statement);
    this.addSql(
      `create index notice_written on org.notice (organization_id, account_id, noted_at) where kind = '${KIND}'`,
    );
  }

  override down(): void {
    this.addSql('drop index org.notice_written');
    this.addSql(`delete from org.notice where kind = '${KIND}'`);
    for (const statement of named(kindsWithHosts)) this.addSql(statement);
  }
}
