/** Kinds of notices beside the first one. */
const kinds = [
  'DISCLOSURE_PROPOSED',
  'DISCLOSURE_LOOSENED',
  'DISCLOSURE_REJECTED',
  'DISCLOSURE_TIGHTENED',
  'REVEAL_GRANTED',
  'REVEAL_ENDED',
  'CONSENT_RECORDED',
  'CONSENT_WITHDRAWN',
];
export const quoted = (all: readonly string[]) => all.map((kind) => `'${kind}'`).join(', ');
export const named = (all: readonly string[]) => [
  'alter table org.notice drop constraint notice_kind_check',
  `alter table org.notice add constraint notice_kind_check check (kind in (${quoted(all)}))`,
];

export const kindsSoFar = ['ADDRESS_REVEALED', ...kinds];

/** What was done may concern a place, too. */
export const notices = {
  up: [
    ...named(kindsSoFar),
    `alter table org.notice add column location_id text collate "C"
      references org.location on delete set null`,
  ],
  down: [
    `delete from org.notice where kind in (${quoted(kinds)})`,
    'alter table org.notice drop column location_id',
    ...named(['ADDRESS_REVEALED']),
  ],
};
