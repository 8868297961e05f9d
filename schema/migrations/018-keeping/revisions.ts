/**
 * Every change of a listing or an organization, field by field: what stood there before and after. From how it is now
 * and what was changed since, every earlier state can be told. Who changed it is told by role and organization, never by name.
 */
export const revisions = {
  up: [
    `create table org.revision (
      thing_id text collate "C" not null, version integer not null check (version > 0),
      made_at timestamptz not null,
      made_as text not null check (made_as in ('COORDINATOR', 'NATION_COORDINATOR', 'STEWARD', 'APP', 'HOST')),
      organization_id text collate "C", action text not null, reason text,
      changes jsonb not null,
      primary key (thing_id, version))`,
    // When a pause ends by itself.
    'alter table org.listing add column paused_until timestamptz',
    `alter table org.listing add constraint listing_paused_until
      check (paused_until is null or status = 'PAUSED')`,
    `create index listing_pause_ends on org.listing (paused_until) where paused_until is not null`,
  ],
  down: [
    'drop index org.listing_pause_ends',
    'alter table org.listing drop column paused_until',
    'drop table org.revision',
  ],
};
