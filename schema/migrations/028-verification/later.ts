import { tellListings } from '../004-telling/tellers.js';
import { listingRows, toldListings, type Confirmed } from '../004-telling/told-listing.js';
import { partners, strangers } from '../011-partners/audiences.js';
import { PAUSED_UNTIL } from '../018-keeping/kept.js';
import { mayLead, TOLD_FURTHER } from '../021-own-texts/overseen.js';
import { verification } from './by-group.js';

const NOTHING = '';
/** After every name: the last character that a text may end in. */
const LAST = 'chr(1114109)';
/** By name; what is overdue comes after all that is not, by name. */
const confirmed: Confirmed = {
  verification,
  sortKey: `case when l.is_overdue then ${LAST} else '' end || pub.fold(l.name)`,
};

const kept = `, l.version, l.disclosure, ${PAUSED_UNTIL} as paused_until`;

/** What is told of listings, and how they are read by those who keep them. @param bedsTotal as `listingRows` has it */
const views = (how?: Confirmed, bedsTotal?: string) => [
  ...[strangers, partners].map((audience) => toldListings(audience, NOTHING, how, bedsTotal)),
  `create or replace view kept.all_listing with (security_invoker = true) as
    ${listingRows({ locations: 'true' }, kept, undefined, how, bedsTotal)}`,
  `create or replace view overseen.all_listing with (security_invoker = true) as
    ${listingRows({ locations: TOLD_FURTHER }, kept, undefined, how, bedsTotal)} where not ${mayLead('l.id')}`,
];

/** The same as they are since. */
export const viewsOf = (bedsTotal?: string): string[] => views(confirmed, bedsTotal);

const tellers = (nameKey?: string) => [
  tellListings(strangers, 'listing_rows', nameKey),
  tellListings(partners, 'further_listing_rows', nameKey),
];

/**
 * A listing whose confirmation has run out stands last where listings are listed. That it has is written down when its time has come,
 * and not asked of the clock by each who lists: its order is an index.
 */
export const later = {
  up: [
    'alter table org.listing add column is_overdue boolean not null default false',
    `create index listing_not_overdue on org.listing (due_at)
      where not is_overdue and due_at is not null and status <> 'WITHDRAWN'`,
    ...views(confirmed),
    ...tellers('pub.fold(name)'),
  ],
  down: [...views(), ...tellers(), 'alter table org.listing drop column is_overdue'],
};
