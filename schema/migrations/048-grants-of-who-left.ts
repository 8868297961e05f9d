import { Migration } from '@mikro-orm/migrations';

export const HERS_END = `if not exists (select from auth.role_grant g
    where g.account_id = new.account_id and g.ended_at is null) then
    update org.reveal_grant set ended_at = new.ended_at, ended_by = new.ended_by
    where account_id = new.account_id and ended_at is null;
  end if;`;
/** Whoever is let go leaves nobody behind who may ask for the door: as with keys and links that she made. */
export const WHAT_SHE_GAVE_ENDS = `if not exists (select from auth.role_grant g
    where g.account_id = new.account_id and g.organization_id = new.organization_id and g.ended_at is null) then
    update org.reveal_grant set ended_at = new.ended_at, ended_by = new.ended_by
    where granted_by = new.account_id and organization_id = new.organization_id and ended_at is null;
  end if;`;

export const ends = (parts: string) =>
  `create or replace function auth.end_reveal_grants() returns trigger language plpgsql as $$ begin
    ${parts}
    return null;
  end $$`;

/** What somebody granted of her organization's doors ends when she is of it no more; what those granted who have left before, too. */
export class GrantsOfWhoLeft extends Migration {
  override up(): void {
    this.addSql(ends(`${HERS_END}\n    ${WHAT_SHE_GAVE_ENDS}`));
    this.addSql(
      'create index reveal_grant_given on org.reveal_grant (granted_by) where ended_at is null',
    );
    this.addSql(`update org.reveal_grant r set ended_at = least(r.ends_at, now())
      where r.ended_at is null and not exists (select from auth.role_grant g
        where g.account_id = r.granted_by and g.organization_id = r.organization_id and g.ended_at is null)`);
  }

  override down(): void {
    this.addSql('drop index org.reveal_grant_given');
    this.addSql(ends(HERS_END));
  }
}
