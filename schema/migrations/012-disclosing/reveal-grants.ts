const id = 'text collate "C"';
const account = `${id} references auth.account`;

/** Who beyond an organization's own people may ask where a withheld listing of it is, and until when. */
export const revealGrants = {
  up: [
    `create table org.reveal_grant (
      id ${id} primary key,
      organization_id ${id} not null references org.organization on delete cascade,
      listing_id ${id} not null references org.listing on delete cascade,
      account_id ${account} not null, reason text not null,
      granted_at timestamptz not null, granted_by ${account} not null,
      ends_at timestamptz not null check (ends_at > granted_at),
      ended_at timestamptz, ended_by ${account},
      check (granted_by <> account_id))`,
    `create unique index reveal_grant_open on org.reveal_grant (listing_id, account_id)
      where ended_at is null`,
    'create index reveal_grant_account on org.reveal_grant (account_id) where ended_at is null',
    // Whoever holds no role any more and comes back later begins with none of what was granted before.
    `create function auth.end_reveal_grants() returns trigger language plpgsql as $$ begin
      if not exists (select from auth.role_grant g
        where g.account_id = new.account_id and g.ended_at is null) then
        update org.reveal_grant set ended_at = new.ended_at, ended_by = new.ended_by
        where account_id = new.account_id and ended_at is null;
      end if;
      return null;
    end $$`,
    `create trigger end_reveal_grants after update of ended_at on auth.role_grant for each row
      when (old.ended_at is null and new.ended_at is not null)
      execute function auth.end_reveal_grants()`,
  ],
  down: [
    'drop trigger end_reveal_grants on auth.role_grant',
    'drop function auth.end_reveal_grants()',
    'drop table org.reveal_grant',
  ],
};
