import type { PoolClient } from 'pg';
import type { Reader, Statement } from '../../kernel/index.js';

/** What PostgreSQL and PostGIS let every login do or see, and nobody needs who asks. */
export interface OpenToAll {
  what:
    'temporary tables' | 'tables in public' | 'functions' | 'numbers of rows' | 'values of columns';
  /** Takes it away, and leaves it to the owner of the database. */
  statements: string[];
  /** Whether whoever looks may take it away. */
  isOurs: boolean;
}

/** Keep something, hold what others wait for, or end what others do. */
const ACTS =
  'lo_.*|loread|lowrite|pg_(try_)?advisory_.*|pg_(cancel|terminate)_backend|pg_export_snapshot|' +
  'pg_logical_.*|pg_.*replication_slots?(_advance)?|pg_(clear|restore)_(relation|attribute)_stats?';
/**
 * Say how much there is of what may not be read, how much is done, or by whom at the moment; PostGIS, where the points of a table lie.
 * What a message in the log of changes answers is how long that log is: it is among those that act.
 */
const MEASURES =
  'pg_stat_get_.*|pg_(database|tablespace|relation|table|indexes|total_relation)_size|pg_lock_status|' +
  'pg_current_wal_.*|pg_control_.*|pg_last_committed_xact|pg_notification_queue_usage|' +
  'pg_relation_filenode|pg_relation_filepath|pg_get_multixact_members|pg_prepared_xact|' +
  'pg_xact_(status|commit_timestamp.*)|txid_status|pg_(safe_snapshot_)?blocking_pids|' +
  'pg_isolation_test_session_is_blocked|pg_last_(wal|xact)_.*|pg_(is|get)_wal_replay_.*|pg_(available_)?wal_summar.*|' +
  'pg_get_wal_summarizer_state|pg_get_replication_slots';
const OF_POSTGIS = 'st_estimatedextent|_postgis_(stats|selectivity|join_selectivity)';
/** Of `pg_class`: how many rows and pages there are. */
const COUNTS = ['reltuples', 'relpages', 'relallvisible', 'relallfrozen'];

/** Say which values often stand in a column that a login may read: also those that stood there before the last statistics. */
const SAMPLES = ['pg_stats', 'pg_stats_ext', 'pg_stats_ext_exprs'];

/** @param acl a column, @param kind of what it is, as `acldefault` has it */
const byAll = (acl: string, kind: string, owner: string, privilege: string) =>
  `exists (select from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a
    where a.grantee = 0 and a.privilege_type = '${privilege}')`;
const ours = (owner: string) => `pg_has_role(current_user, ${owner}, 'member')`;
/** Functions of PostgreSQL are each one of the database's own: what is taken here is taken nowhere else. */
const keeper = `(select quote_ident(pg_get_userbyid(datdba)) from pg_database where datname = current_database())`;

const looked: Statement = {
  values: [],
  text: `
  select 'temporary tables' as what, ${ours('datdba')} as "isOurs", array[
    format('revoke temporary on database %I from public', datname),
    format('grant temporary on database %I to %s', datname, ${keeper})] as statements
  from pg_database where datname = current_database() and ${byAll('datacl', 'd', 'datdba', 'TEMPORARY')}
  union all
  select 'tables in public', ${ours('nspowner')}, array['revoke create on schema public from public']
  from pg_namespace where nspname = 'public' and ${byAll('nspacl', 'n', 'nspowner', 'CREATE')}
  union all
  select 'functions', ${ours('proowner')}, array[
    format('revoke execute on function %s from public', oid::regprocedure),
    format('grant execute on function %s to %s', oid::regprocedure,
      case when proname ~ '^(${MEASURES})$' then 'pg_read_all_stats, ' else '' end || ${keeper})]
  from pg_proc where (pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(${ACTS}|${MEASURES})$'
      or proname ~ '^(${OF_POSTGIS})$') and ${byAll('proacl', 'f', 'proowner', 'EXECUTE')}
  union all
  select 'numbers of rows', ${ours('relowner')}, array['revoke select on pg_catalog.pg_class from public',
    format('grant select (%s) on pg_catalog.pg_class to public', (select string_agg(quote_ident(attname), ', '
      order by attnum) from pg_attribute where attrelid = 'pg_class'::regclass and attnum > 0
      and not attisdropped and attname <> all ('{${COUNTS.join(',')}}'))),
    'grant select on pg_catalog.pg_class to pg_read_all_stats, ' || ${keeper}]
  from pg_class where oid = 'pg_catalog.pg_class'::regclass and ${byAll('relacl', 'r', 'relowner', 'SELECT')}
  union all
  select 'values of columns', ${ours('relowner')}, array[format('revoke select on pg_catalog.%I from public', relname),
    format('grant select on pg_catalog.%I to pg_read_all_stats, %s', relname, ${keeper})]
  from pg_class where relnamespace = 'pg_catalog'::regnamespace and relname = any ('{${SAMPLES.join(',')}}')
    and ${byAll('relacl', 'r', 'relowner', 'SELECT')}`,
};

/** What of it is open to every login of this database. */
export const openToAll = ({ rows }: Pick<Reader, 'rows'>): Promise<OpenToAll[]> =>
  rows<OpenToAll>(looked);

/**
 * Takes away what may be taken by whoever owns the database: where that is no superuser, PostgreSQL's own functions
 * stay as they are, and `harborlight doctor` says so. To be called by one server at a time.
 */
export async function takeFromAll(owner: PoolClient): Promise<void> {
  const { rows } = await owner.query<OpenToAll>(looked.text);
  const statements = rows.filter(({ isOurs }) => isOurs).flatMap((one) => one.statements);
  if (statements.length > 0) await owner.query(['begin', ...statements, 'commit'].join('; '));
}
