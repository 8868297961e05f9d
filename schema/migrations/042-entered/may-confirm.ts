import { seen } from '../036-seen/seen.js';

/**
 * Whether one of two brought in the other, or the same person both, however long ago and through whomever.
 * @param one an account, as SQL
 * @param other the same
 */
export const areKin = (one: string, other: string): string => `exists (
    with recursive brought (whom, by) as (
      select w collate "C", w collate "C" from unnest(array[${one}, ${other}]) w
      union
      select b.whom, g.granted_by from brought b join auth.role_grant g on g.account_id = b.by
      where g.granted_by is not null)
    select from brought mine join brought hers on hers.by = mine.by
    where mine.whom = ${one} and hers.whom = ${other})`;

/**
 * Whether someone may confirm what another gave: a steward who counts, and has nothing to do with whoever gave it. Neither brought in the
 * other, and nobody both, however long ago and through whomever: or one steward with two accounts that she brought in would be two.
 */
export const mayConfirm = `create or replace function auth.may_confirm(giver text, who text, at timestamptz)
returns boolean language sql stable as $$
  select coalesce(auth.counts_from(who, null, 'STEWARD') <= at, false) and not ${areKin('giver', 'who')}
$$`;

export const mayConfirmBefore = seen.up
  .find((statement) => statement.startsWith('create function auth.may_confirm'))!
  .replace('create function', 'create or replace function');
