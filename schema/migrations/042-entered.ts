import { Migration } from '@mikro-orm/migrations';
import { checkSecond, checkSecondBefore } from './042-entered/check-second.js';
import { areKin, mayConfirm, mayConfirmBefore } from './042-entered/may-confirm.js';

/** How far a place was told that was withheld stands nowhere: it is taken for one that its own people alone read. */
const READ_UNTIL = `update auth.door_entered set told_until = told_until - interval '72 hours' where told_until is not null`;

/** Whoever was confirmed by an account of one person with whoever gave her the role waits again: for another, or for the host. */
const CONFIRMED_BY_KIN = `update auth.role_grant c set confirmed_at = null, confirmed_by = null
  where c.confirmed_by is not null and c.granted_by is not null and ${areKin('c.granted_by', 'c.confirmed_by')}`;

/** Who knows a door for she read it before it was withheld, who confirms whom another brought in, and by whom a street is proposed. */
export class Entered extends Migration {
  override up(): void {
    for (const statement of [READ_UNTIL, CONFIRMED_BY_KIN, mayConfirm, checkSecond])
      this.addSql(statement);
  }

  /** Until when a street was read stays so: fewer people know it by that. */
  override down(): void {
    for (const statement of [checkSecondBefore, mayConfirmBefore]) this.addSql(statement);
  }
}
