import { told } from './told-digests.js';

/** Whose log it is: the schema where it lies, and what they are told, as rows of id and digest. */
interface Log {
  name: 'told' | 'further';
  schema: 'pub' | 'partners';
  told: (ids: string) => string;
}

const logs: readonly Log[] = [
  { name: 'told', schema: 'pub', told: (ids) => told('pub', ids) },
  {
    name: 'further',
    schema: 'partners',
    // What partners are told as everyone is, everyone's log knows already.
    told: (ids) => `
      select c.id, c.digest from pub.change c where c.id = any (${ids}) and c.digest is not null
        and not exists (select from further.thing f where f.id = c.id)
      union all select t.id, t.digest from further.thing f cross join lateral (${told('partners', 'array[f.id]')}) t
        where f.id = any (${ids})`,
  },
];

const tables = ({ schema }: Log) => [
  // The latest change of each thing that was ever told. What is withdrawn leaves its id, and nothing of what was told.
  `create table ${schema}.change (
    id text collate "C" primary key,
    number bigint not null,
    what text not null check (what in ('TOLD', 'CHANGED', 'WITHDRAWN')),
    at timestamptz not null,
    digest bytea check ((what = 'WITHDRAWN') = (digest is null)))`,
  // One row: the number and the moment of the last change. Whoever logs holds it until its commit.
  `create table ${schema}.change_end (number bigint not null, at timestamptz not null)`,
  `insert into ${schema}.change_end values (0, '-infinity')`,
];

/** Of some things those that are told otherwise than was logged, with what they are told now. */
const differing = ({ schema, told: toldOf }: Log, ids: string) => `
  select id, t.digest, case when t.digest is null then 'WITHDRAWN' when c.digest is null then 'TOLD' else 'CHANGED' end as what
  from (select distinct unnest(${ids}) as id) thing left join (${toldOf(ids)}) t using (id)
  left join ${schema}.change c using (id) where t.digest is distinct from c.digest`;

/**
 * Numbers are given in the order of commits: whoever has one holds the end of the log, and the next waits until it has committed.
 * So nothing ever appears before what was read already. A number that is not kept goes back with its transaction.
 * What is told is looked at again once the end is held: another may have told of the same thing meanwhile.
 * Planned once: to plan for these ids takes longer than to look at them.
 */
const logging = (log: Log) => `create function org.log_${log.name}_changes(ids text[]) returns void
  language plpgsql set jit = off set plan_cache_mode = force_generic_plan as $$
  declare changed text[] := array(select id from (${differing(log, 'ids')}) d); many bigint; begin
    if changed = '{}' then return; end if;
    perform from ${log.schema}.change_end for update;
    with fresh as materialized (${differing(log, 'changed')}),
    ended as (
      update ${log.schema}.change_end e set number = e.number + (select count(*) from fresh),
        at = greatest(e.at, date_trunc('milliseconds', clock_timestamp()))
      where exists (select from fresh) returning e.number, e.at)
    insert into ${log.schema}.change as c (id, number, what, at, digest)
    select f.id, ended.number - row_number() over (order by f.id desc) + 1, f.what, ended.at, f.digest
    from fresh f cross join ended
    on conflict (id) do update set number = excluded.number, what = excluded.what, at = excluded.at, digest = excluded.digest;
  end $$`;

/** A nation and a region tell the contacts of their organization. */
const logAll = `create function org.log_changes(ids text[]) returns void language plpgsql as $$
  declare things text[] := array(select unnest(ids)
    union select n.id from pub.tribal_nation n where n.organization_id = any (ids)
    union select r.id from pub.region r where r.organization_id = any (ids)); begin
    ${logs.map(({ name }) => `perform org.log_${name}_changes(things);`).join(' ')}
  end $$`;

/** Things told at once: few enough that a transaction of any size needs little memory. */
const TOLD_AT_ONCE = 1_000;

/** @param logged what is done when all that a transaction touched has been told */
const settle = (
  teller: string,
  logged: string,
) => `create or replace function org.settle() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare ids text[]; settled text[] := '{}'; begin
    loop
      with taken as (delete from org.untold where thing_id in (
        select thing_id from org.untold order by thing_id limit ${TOLD_AT_ONCE}) returning thing_id)
      select array_agg(thing_id) into ids from taken;
      exit when ids is null;
      perform org.${teller}(ids);
      settled := settled || ids;
    end loop;
    ${logged}
    return null;
  end $$`;

export const changeLog = {
  up: [
    ...logs.flatMap(tables),
    ...logs.map(logging),
    logAll,
    'alter function org.tell(text[]) rename to tell_things',
    `create function org.tell(ids text[]) returns void language plpgsql as $$ begin
      perform org.tell_things(ids);
      perform org.log_changes(ids);
    end $$`,
    // Last of all: until it has committed, all others wait who have something to log.
    settle('tell_things', `if settled <> '{}' then perform org.log_changes(settled); end if;`),
  ],
  down: [
    'drop function org.tell(text[])',
    'alter function org.tell_things(text[]) rename to tell',
    settle('tell', ''),
    'drop function org.log_changes(text[])',
    ...logs.flatMap(({ name, schema }) => [
      `drop function org.log_${name}_changes(text[])`,
      `drop table ${schema}.change, ${schema}.change_end`,
    ]),
  ],
};
