import { Migration } from '@mikro-orm/migrations';
import { checkSecond, checkSecondBefore } from './042-entered/check-second.js';
import { mayConfirm, mayConfirmBefore } from './042-entered/may-confirm.js';

/** How far a place was told that was withheld stands nowhere: it is taken for one that its own people alone read. */
const READ_UNTIL = `update auth.door_entered set told_until = told_until - interval '72 hours' where told_until is not null`;

/** Who knows a door for she read it before it was withheld, who confirms whom another brought in, and by whom a street is proposed (decision 44). */
export class Entered extends Migration {
  override up(): void {
    for (const statement of [READ_UNTIL, mayConfirm, checkSecond]) this.addSql(statement);
  }

  /** Until when a street was read stays so: fewer people know it by that. */
  override down(): void {
    for (const statement of [checkSecondBefore, mayConfirmBefore]) this.addSql(statement);
  }
}
