import { seconds } from '../016-bringing-in/seconds.js';

const asBefore = seconds.up.find((statement) => statement.includes('function org.check_second()'))!;

/**
 * A withheld street is told by one of its organization, and another. Where the other is a steward, the one is somebody who counts there:
 * or a steward would propose it by an account that she brought into a house that nobody is left in.
 */
export const checkSecond = asBefore
  .replace('create function', 'create or replace function')
  .replace(
    '> new.ended_at then',
    `> new.ended_at or new.aspect = 'STREET' and new.proposed_as = 'OWN' and new.ended_as <> 'OWN'
        and coalesce(auth.counts_from(new.proposed_by, new.organization_id, 'OWN') > new.ended_at, true) then`,
  );

export const checkSecondBefore = asBefore.replace('create function', 'create or replace function');
