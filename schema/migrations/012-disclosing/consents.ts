const id = 'text collate "C"';
const account = `${id} references auth.account`;

/** What a nation has consented to be told of it. One holds at a time; none is changed, and each ends but once. */
export const consents = {
  up: [
    `create table org.consent (
      id ${id} primary key, nation_id ${id} not null references org.tribal_nation on delete cascade,
      given_by text not null, given_at timestamptz not null, terms text not null, covers_record boolean not null,
      recorded_at timestamptz not null, recorded_by ${account} not null,
      ended_at timestamptz, ended_by ${account}, ended_because text,
      check (given_at <= recorded_at),
      check (num_nonnulls(ended_at, ended_by, ended_because) in (0, 3)))`,
    'create unique index consent_open on org.consent (nation_id) where ended_at is null',
    `create table org.consent_listing (
      consent_id ${id} not null references org.consent on delete cascade,
      listing_id ${id} not null references org.listing on delete cascade,
      primary key (consent_id, listing_id))`,
    'create index consent_listing_listing on org.consent_listing (listing_id)',
    `create function org.check_consent() returns trigger language plpgsql as $$
    declare
      ends constant text[] := '{ended_at,ended_by,ended_because}';
      who text := case tg_op when 'INSERT' then new.recorded_by else new.ended_by end;
    begin
      if tg_op = 'UPDATE' and (old.ended_at is not null
        or to_jsonb(new) - ends is distinct from to_jsonb(old) - ends) then
        raise exception 'a consent stays as it was recorded' using errcode = 'check_violation';
      end if;
      if not exists (select from auth.role_grant g join org.tribal_nation n on n.organization_id = g.organization_id
        where n.id = new.nation_id and g.account_id = who and g.role = 'NATION_COORDINATOR'
          and g.ended_at is null) then
        raise exception 'what a nation consents to, its own people record' using errcode = 'check_violation';
      end if;
      return new;
    end $$`,
    `create trigger check_consent before insert or update on org.consent
      for each row execute function org.check_consent()`,
    `create function org.check_consent_listing() returns trigger language plpgsql as $$ begin
      if not exists (select from org.consent c join org.tribal_nation n on n.id = c.nation_id
        join org.listing l on l.organization_id = n.organization_id
        where c.id = new.consent_id and l.id = new.listing_id) then
        raise exception 'a consent is to what is the nation''s own' using errcode = 'check_violation';
      end if;
      return new;
    end $$`,
    `create trigger check_consent_listing before insert or update on org.consent_listing
      for each row execute function org.check_consent_listing()`,
  ],
  down: [
    'drop table org.consent_listing, org.consent',
    'drop function org.check_consent(), org.check_consent_listing()',
  ],
};
