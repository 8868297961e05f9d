import { checkProposal } from '../012-disclosing/proposals.js';

const holds = (person: string, as: string) => `exists (select from auth.role_grant g
      where g.account_id = ${person} and g.ended_at is null
        and case ${as} when 'OWN' then g.organization_id = new.organization_id else g.role = 'STEWARD' end)`;

/**
 * As before, and: a proposal is of its thing's own organization and of how far that is told now, or whoever is of one
 * organization could decide for another; a place whose street is not withheld is told with it, so that it too takes
 * one of its own people; and what is approved says in which transaction, for that one alone may tell it.
 */
const check = `create or replace function org.check_proposal() returns trigger language plpgsql as $$
declare
  ends constant text[] := '{outcome,ended_at,ended_by,ended_as,approved_in}';
  decides constant boolean := new.outcome is null or new.outcome = 'APPROVED';
  thing record;
begin
  if tg_op = 'UPDATE' then
    if old.outcome is not null then
      raise exception 'a proposal that has ended stays as it ended' using errcode = 'check_violation';
    end if;
    if to_jsonb(new) - ends is distinct from to_jsonb(old) - ends then
      raise exception 'a proposal is not changed' using errcode = 'check_violation';
    end if;
  elsif not ${holds('new.proposed_by', 'new.proposed_as')} then
    raise exception 'who proposes holds no such role' using errcode = 'check_violation';
  end if;
  if new.outcome = 'APPROVED' and not ${holds('new.ended_by', 'new.ended_as')} then
    raise exception 'who approves holds no such role' using errcode = 'check_violation';
  end if;
  if (decides and 'STEWARD' in (new.proposed_as, coalesce(new.ended_as, ''))
      or new.outcome = 'REJECTED' and new.ended_as = 'STEWARD')
    and exists (select from org.tribal_nation n where n.organization_id = new.organization_id) then
    raise exception 'what is told of a nation, its own people decide' using errcode = 'check_violation';
  end if;
  if decides then
    select organization_id, disclosure, street_told into thing from (
      select organization_id, disclosure, false as street_told from org.listing where id = new.listing_id
      union all
      select organization_id, disclosure, street_told from org.location where id = new.location_id) t;
    if thing.organization_id is distinct from new.organization_id then
      raise exception 'a proposal is of its own organization' using errcode = 'check_violation';
    end if;
    if new.told_before is distinct from (case when new.aspect = 'DISCLOSURE' then thing.disclosure
      when thing.street_told then 'STREET_TOLD' else 'STREET_WITHHELD' end) then
      raise exception 'it is not told as it was when this was proposed' using errcode = 'check_violation';
    end if;
    if new.outcome = 'APPROVED' and thing.street_told and 'OWN' not in (new.proposed_as, new.ended_as) then
      raise exception 'a place that is told with its street takes one of its own people'
        using errcode = 'check_violation';
    end if;
  end if;
  new.approved_in := case when new.outcome = 'APPROVED' then pg_current_xact_id() end;
  return new;
end $$`;

/**
 * Whoever is not the owner of the tables tells nothing further but what two people have approved, in the transaction
 * in which they did. The owner enters what the network begins with, and what the host is given to enter.
 */
const guard = `create function org.check_loosening() returns trigger language plpgsql as $$
declare
  decided constant text := tg_argv[0];
  before constant text := case decided when 'STREET' then 'STREET_WITHHELD' else old.disclosure end;
  after constant text := case decided when 'STREET' then 'STREET_TOLD' else new.disclosure end;
begin
  if not pg_has_role(current_user, (select relowner from pg_catalog.pg_class where oid = tg_relid), 'member')
    and not exists (select from org.proposal p
      where coalesce(p.listing_id, p.location_id) = new.id and p.aspect = decided
        and p.told_before = before and p.told_after = after and p.outcome = 'APPROVED'
        and p.approved_in = pg_current_xact_id()) then
    raise exception 'what is told further, two people have approved' using errcode = 'check_violation';
  end if;
  return new;
end $$`;

const LOOSER = `array_position('{OWN,PARTNERS,PUBLISHED}'::text[], new.disclosure)
  > array_position('{OWN,PARTNERS,PUBLISHED}'::text[], old.disclosure)`;

export const decisions = {
  up: [
    'alter table org.proposal add column approved_in xid8',
    check,
    guard,
    ...['listing', 'location'].map(
      (table) => `create trigger check_loosening before update of disclosure on org.${table}
        for each row when (${LOOSER}) execute function org.check_loosening('DISCLOSURE')`,
    ),
    `create trigger check_street before update of street_told on org.location
      for each row when (new.street_told and not old.street_told)
      execute function org.check_loosening('STREET')`,
  ],
  down: [
    'drop trigger check_street on org.location',
    'drop trigger check_loosening on org.location',
    'drop trigger check_loosening on org.listing',
    'drop function org.check_loosening()',
    checkProposal.replace('create function', 'create or replace function'),
    'alter table org.proposal drop column approved_in',
  ],
};
