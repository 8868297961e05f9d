import { counting as countingBefore, countingBy } from '../039-held-further/who-entered.js';

/**
 * From when on each role of an organization counts, as before (039), but that nobody sees others by a role of which she may not know:
 * whoever gives one asks nobody, and could give it to somebody who left long ago. To whom a person gave it, she is there to see from
 * when she has come in with it. Whom she brought in herself she has seen: she did it.
 */
const counting = countingBy(`case when r.granted_by is null then r.granted_at
      else greatest(r.granted_at, coalesce(r.here_since, 'infinity')) end`);

export const beenIn = {
  up: [
    'alter table auth.role_grant add column here_since timestamptz',
    // Who was there by then, stays so.
    'update auth.role_grant set here_since = granted_at',
    counting,
  ],
  down: [countingBefore, 'alter table auth.role_grant drop column here_since'],
};
