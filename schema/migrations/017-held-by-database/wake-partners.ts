import { tellFurtherListings } from '../011-partners/tell-partners.js';

/**
 * Any login may listen on any channel, and must not learn from one that something is told to partners. So the channel
 * has a name that nobody can guess, made of a key that the owner alone reads: `src/server/partners-channel.ts` has
 * the same. Where there is no key yet, no server listens.
 */
const wake = `perform pg_notify('harborlight_' || left(encode(key, 'hex'), 40), '')
      from auth.server_key where purpose = 'partners';`;
const WAKE_BEFORE = `perform pg_notify('harborlight_placement_partners', '');`;

const again = (text: string) => ['drop function org.tell_further_listings(text[])', text];

export const wakePartners = {
  up: again(tellFurtherListings(wake)),
  down: again(tellFurtherListings(WAKE_BEFORE)),
};
