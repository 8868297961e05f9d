const id = 'text collate "C"';
const account = `${id} references auth.account`;
const capacity = (column: string) => `check (${column} in ('OWN', 'STEWARD'))`;

/** What is proposed, by whom, and how it ended: a proposal that is open has no outcome yet. */
const table = `create table org.proposal (
  id ${id} primary key,
  organization_id ${id} not null references org.organization on delete cascade,
  listing_id ${id} references org.listing on delete cascade,
  location_id ${id} references org.location on delete cascade,
  aspect text not null check (aspect in ('DISCLOSURE', 'STREET')),
  told_before text not null, told_after text not null, reason text not null,
  proposed_at timestamptz not null, proposed_by ${account} not null,
  proposed_as text not null ${capacity('proposed_as')},
  lapses_at timestamptz not null check (lapses_at > proposed_at),
  outcome text check (outcome in ('APPROVED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'VOID')),
  ended_at timestamptz, ended_by ${account}, ended_as text ${capacity('ended_as')},
  constraint proposal_of_one_thing check (num_nonnulls(listing_id, location_id) = 1),
  constraint proposal_loosens check (case aspect
    when 'STREET' then location_id is not null
      and told_before = 'STREET_WITHHELD' and told_after = 'STREET_TOLD'
    else (told_before, told_after) in
      (('OWN', 'PARTNERS'), ('OWN', 'PUBLISHED'), ('PARTNERS', 'PUBLISHED')) end),
  constraint proposal_ends check ((outcome is null) = (ended_at is null)
    and (coalesce(outcome, '') in ('APPROVED', 'REJECTED', 'WITHDRAWN')) = (ended_by is not null)
    and (ended_by is null) = (ended_as is null)),
  constraint proposal_of_two_people check (outcome is distinct from 'APPROVED'
    or ended_by is not null and ended_by <> proposed_by),
  constraint proposal_withdrawn_by_proposer check (outcome is distinct from 'WITHDRAWN'
    or ended_by is not null and ended_by = proposed_by),
  constraint proposal_in_time check (outcome is distinct from 'APPROVED' or ended_at < lapses_at),
  constraint proposal_of_own_street check (outcome is distinct from 'APPROVED' or aspect <> 'STREET'
    or proposed_as = 'OWN' or ended_as is not null and ended_as = 'OWN'))`;

const holds = (person: string, as: string) => `exists (select from auth.role_grant g
  where g.account_id = ${person} and g.ended_at is null
    and case ${as} when 'OWN' then g.organization_id = new.organization_id else g.role = 'STEWARD' end)`;

/** Who proposes and who approves are what they say they are; of a nation both are its own; an end is an end. */
export const checkProposal = `create function org.check_proposal() returns trigger language plpgsql as $$
declare ends constant text[] := '{outcome,ended_at,ended_by,ended_as}'; begin
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
  if 'STEWARD' in (new.proposed_as, coalesce(new.ended_as, '')) and coalesce(new.outcome, '') <> 'VOID'
    and exists (select from org.tribal_nation n where n.organization_id = new.organization_id) then
    raise exception 'what is told of a nation, its own people decide' using errcode = 'check_violation';
  end if;
  return new;
end $$`;

/** What has changed since it was proposed makes a proposal void, whoever changed it and by whatever statement. */
const voiding = [
  `create function org.void_of_listing() returns trigger language plpgsql as $$ begin
    update org.proposal p set outcome = 'VOID', ended_at = now()
    from earlier e join later l on l.id = e.id
    where p.listing_id = l.id and p.outcome is null
      and (l.disclosure, l.organization_id) is distinct from (e.disclosure, e.organization_id);
    return null;
  end $$`,
  `create function org.void_of_location() returns trigger language plpgsql as $$ begin
    update org.proposal p set outcome = 'VOID', ended_at = now()
    from earlier e join later l on l.id = e.id
    where p.location_id = l.id and p.outcome is null
      and to_jsonb(l) - 'name' is distinct from to_jsonb(e) - 'name';
    return null;
  end $$`,
  ...['listing', 'location'].map(
    (thing) => `create trigger void_proposals after update on org.${thing}
      referencing old table as earlier new table as later
      for each statement execute function org.void_of_${thing}()`,
  ),
  // Each address entered is another, and stays the same when it is sealed anew under a newer key.
  'alter table conf.sealed_address add column entry uuid not null default gen_random_uuid()',
  `create function conf.void_proposals() returns trigger language plpgsql as $$ begin
    update org.proposal set outcome = 'VOID', ended_at = now()
    where location_id = coalesce(new.location_id, old.location_id) and aspect = 'STREET' and outcome is null;
    return null;
  end $$`,
  `create trigger void_proposals after insert or delete or update of entry on conf.sealed_address
    for each row execute function conf.void_proposals()`,
  // Whoever is no longer of an organization has nothing open there any more.
  `create function auth.void_proposals() returns trigger language plpgsql as $$ begin
    update org.proposal set outcome = 'VOID', ended_at = now()
    where proposed_by = new.account_id and outcome is null and case proposed_as
      when 'OWN' then organization_id = new.organization_id else new.role = 'STEWARD' end;
    return null;
  end $$`,
  `create trigger void_proposals after update of ended_at on auth.role_grant for each row
    when (old.ended_at is null and new.ended_at is not null) execute function auth.void_proposals()`,
];

export const proposals = {
  up: [
    table,
    `create unique index proposal_open on org.proposal (coalesce(listing_id, location_id), aspect)
      where outcome is null`,
    `create index proposal_organization on org.proposal (organization_id, proposed_at, id)
      where outcome is null`,
    'create index proposal_listing on org.proposal (listing_id)',
    'create index proposal_location on org.proposal (location_id)',
    'create index proposal_proposer on org.proposal (proposed_by) where outcome is null',
    checkProposal,
    `create trigger check_proposal before insert or update on org.proposal
      for each row execute function org.check_proposal()`,
    ...voiding,
  ],
  down: [
    'drop trigger void_proposals on auth.role_grant',
    'drop trigger void_proposals on conf.sealed_address',
    'drop trigger void_proposals on org.location',
    'drop trigger void_proposals on org.listing',
    'drop function auth.void_proposals(), conf.void_proposals()',
    'drop function org.void_of_location(), org.void_of_listing()',
    'alter table conf.sealed_address drop column entry',
    'drop table org.proposal',
    'drop function org.check_proposal()',
  ],
};
