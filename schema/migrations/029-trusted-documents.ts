import { Migration } from '@mikro-orm/migrations';

/** Whether a key is answered trusted documents alone; of those that were issued before, none is. */
export class TrustedDocuments extends Migration {
  override up(): void {
    this.addSql(
      'alter table auth.app_key add column trusted_documents_only boolean not null default false',
    );
  }

  override down(): void {
    this.addSql('alter table auth.app_key drop column trusted_documents_only');
  }
}
