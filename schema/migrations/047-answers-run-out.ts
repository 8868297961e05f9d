import { Migration } from '@mikro-orm/migrations';

/** Answers to suggestions are told for 30 days; those that are over are found by when they were resolved. */
export class AnswersRunOut extends Migration {
  override up(): void {
    this.addSql(
      'create index suggestion_answered on org.suggestion (resolved_at) where answer is not null',
    );
  }

  override down(): void {
    this.addSql('drop index org.suggestion_answered');
  }
}
