import { kindsSoFar as before, named, quoted } from '../012-disclosing/notices.js';

const roles = ['ROLE_OFFERED', 'ROLE_GIVEN', 'ROLE_ENDED'];
const keys = ['APP_KEY_ENDED', 'APP_KEY_KEPT'];
export const kindsNow = [...before, ...roles, ...keys];
const account = 'text collate "C" references auth.account';

/** Who was brought in, by whom; of the network (no organization), its stewards are told. */
export const notices = {
  up: [
    ...named(kindsNow),
    'alter table org.notice alter column organization_id drop not null',
    `alter table org.notice add column person_id ${account}, add column role text, add column reason text,
      add column app_key_id text collate "C" references auth.app_key on delete set null`,
    `alter table org.notice add constraint notice_of_role check ((role is not null) = (kind in (${quoted(roles)}))),
      add constraint notice_of_network check (organization_id is not null or kind in (${quoted([...roles, ...keys])}))`,
    // What stewards read.
    `create index notice_of_stewards on org.notice (noted_at)
      where organization_id is null or role is not null`,
    'create index reveal_grant_organization on org.reveal_grant (organization_id, granted_at)',
  ],
  down: [
    'drop index org.reveal_grant_organization',
    'drop index org.notice_of_stewards',
    `delete from org.notice where organization_id is null or kind in (${quoted([...roles, ...keys])})`,
    'alter table org.notice drop constraint notice_of_network, drop constraint notice_of_role',
    `alter table org.notice drop column app_key_id, drop column reason, drop column role, drop column person_id`,
    'alter table org.notice alter column organization_id set not null',
    ...named(before),
  ],
};
