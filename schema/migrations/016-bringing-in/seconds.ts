/** A role that a person gave counts from then on: a weekend is over, and someone has read that it was given. */
const WAIT = "interval '72 hours'";
/** Who brought in whom counts for so long: whoever was away for two weeks has come back and read of it. */
const KINSHIP = "interval '14 days'";

/**
 * From when on someone may be the second of two, and from when on she may ask for a door of her own organization, by
 * what is written of who gave which role. What the host gave counts at once: the host has the database anyway.
 */
export const seconds = {
  up: [
    'create index role_grant_account on auth.role_grant (account_id, granted_at)',
    // Null where she holds no such role.
    `create function auth.counts_from(who text, organization text, capacity text)
    returns timestamptz language sql stable as $$
      select min(case when g.granted_by is null then '-infinity' else g.granted_at + ${WAIT} end)
      from auth.role_grant g where g.account_id = who and g.ended_at is null
        and case capacity when 'OWN' then g.organization_id = organization else g.role = 'STEWARD' end
    $$`,
    // One brought the other in, or the same person both, each by somebody between them or not: until the first link
    // of every way between them is older than that.
    `create function auth.kin_until(one text, other text, at timestamptz)
    returns timestamptz language sql stable as $$
      with recursive brought (whom, by, until) as (
        select w collate "C", w collate "C", timestamptz 'infinity' from unnest(array[one, other]) w
        union
        select b.whom, g.granted_by, least(b.until, g.granted_at + ${KINSHIP})
        from brought b join auth.role_grant g on g.account_id = b.by
        where g.granted_by is not null and g.granted_at > at - ${KINSHIP})
      select max(least(mine.until, hers.until)) from brought mine join brought hers on hers.by = mine.by
      where mine.whom = one and hers.whom = other
    $$`,
    `create function auth.second_from(proposer text, who text, organization text, capacity text, at timestamptz)
    returns timestamptz language sql stable as $$
      select greatest(auth.counts_from(who, organization, capacity), auth.kin_until(proposer, who, at))
    $$`,
    `create function org.check_second() returns trigger language plpgsql as $$ begin
      if auth.second_from(new.proposed_by, new.ended_by, new.organization_id, new.ended_as, new.ended_at)
        > new.ended_at then
        raise exception 'who approves was brought in too lately' using errcode = 'check_violation';
      end if;
      return new;
    end $$`,
    `create trigger check_second before update on org.proposal for each row
      when (old.outcome is null and new.outcome = 'APPROVED' and new.ended_by <> new.proposed_by)
      execute function org.check_second()`,
  ],
  down: [
    'drop trigger check_second on org.proposal',
    'drop function org.check_second()',
    'drop function auth.second_from(text, text, text, text, timestamptz)',
    'drop function auth.kin_until(text, text, timestamptz), auth.counts_from(text, text, text)',
    'drop index auth.role_grant_account',
  ],
};
