import { Migration } from '@mikro-orm/migrations';
import { ends, HERS_END, WHAT_SHE_GAVE_ENDS } from './048-grants-of-who-left.js';

/** Whoever is let go of a house asks for its doors no more, also by what was granted her before she came to it. */
const HERS_THERE_END = `if not exists (select from auth.role_grant g
    where g.account_id = new.account_id and g.organization_id = new.organization_id and g.ended_at is null) then
    update org.reveal_grant set ended_at = new.ended_at, ended_by = new.ended_by
    where account_id = new.account_id and organization_id = new.organization_id and ended_at is null;
  end if;`;

/** With what somebody granted of a house's doors, what was granted to her of them ends when she is of it no more. */
export class GrantsToWhoLeft extends Migration {
  override up(): void {
    this.addSql(ends([HERS_END, WHAT_SHE_GAVE_ENDS, HERS_THERE_END].join('\n    ')));
    this.addSql(`update org.reveal_grant r set ended_at = least(r.ends_at, now())
      where r.ended_at is null and exists (select from auth.role_grant was where was.account_id = r.account_id
          and was.organization_id = r.organization_id and was.ended_at >= r.granted_at)
        and not exists (select from auth.role_grant g where g.account_id = r.account_id
          and g.organization_id = r.organization_id and g.ended_at is null)`);
  }

  override down(): void {
    this.addSql(ends([HERS_END, WHAT_SHE_GAVE_ENDS].join('\n    ')));
  }
}
