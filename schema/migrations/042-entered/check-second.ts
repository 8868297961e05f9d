import { seconds } from '../016-bringing-in/seconds.js';

const asBefore = seconds.up.find((statement) => statement.includes('function org.check_second()'))!;

/**
 * A street is told, or a place with it, by one of its organization, and another. Where the other is a steward, the one is somebody who
 * counts there: or a steward would propose it by an account that she brought into a house that nobody is left in.
 */
export const checkSecond = asBefore
  .replace('create function', 'create or replace function')
  .replace(
    '> new.ended_at then',
    `> new.ended_at or new.proposed_as = 'OWN' and new.ended_as <> 'OWN'
        and (new.aspect = 'STREET' or exists (select from org.location s where s.id = new.location_id and s.street_told))
        and coalesce(auth.counts_from(new.proposed_by, new.organization_id, 'OWN') > new.ended_at, true) then`,
  );

export const checkSecondBefore = asBefore.replace('create function', 'create or replace function');
