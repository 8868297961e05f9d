import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { sql } from '../../src/kernel/index.js';
import { settleLogins } from '../../src/server/database/logins.js';
import { serverKey } from '../../src/server/database/server-key.js';
import { openDirectory } from '../support/directory.js';
import { withDatabase } from '../support/postgresql.js';
import { onPostgresql, serverUrl } from '../support/template.js';

/**
 * What PostgreSQL lets every login call that is not the same each time, and why it may stay so. One that is new, with another version
 * of PostgreSQL, is looked at before it is written here, or taken away (`src/server/database/every-login.ts`).
 */
const MAY_STAY: Record<string, RegExp> = {
  'are called by PostgreSQL, not by a statement':
    /^(\w*handler|dsnowball_(init|lexize)|amvalidate|bernoulli|system|plpgsql_validator)$/,
  'work while a database is brought to another version, or an extension is made':
    /^(binary_upgrade_\w+|pg_extension_config_dump)$/,
  'ask for the owner of the table': /^(brin_(de)?summarize_\w+|gin_clean_pending_list)$/,
  'ask for a right on the sequence': /^(nextval|setval|currval|lastval|pg_sequence_last_value)$/,
  'ask for a superuser, or a right on files':
    /^(pg_nextoid|pg_stop_making_pinned_objects|pg_import_system_collations|pg_read_file_old|pg_rotate_logfile_old)$/,
  'run a statement that is given, as whoever gives it':
    /^((query|cursor)_to_xml(schema|_and_xmlschema)?|ts_stat|ts_rewrite|current_query|currtid2)$/,
  'are of the session alone':
    /^(set_config|setseed|pg_stat_clear_snapshot|pg_stat_force_next_flush)$/,
  'wait, as long as a statement may': /^pg_sleep(_for|_until)?$/,
  'are the clock, or chance':
    /^(clock_timestamp|timeofday|random|random_normal|gen_random_uuid|uuidv4|uuidv7)$/,
  'say what PostgreSQL is, and which tables have parts':
    /^(pg_jit_available|pg_is_in_recovery|pg_(database_)?collation_actual_version|pg_get_wal_resource_managers|pg_get_wait_events|pg_partition_(tree|ancestors))$/,
  'notify, as any login may by a statement of its own': /^pg_notify$/,
};

const byAll = `exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  where a.grantee = 0 and a.privilege_type = 'EXECUTE')`;

if (onPostgresql()) {
  const clients: pg.Client[] = [];
  after(async () => {
    for (const client of clients) await client.end();
    await pool.end();
  });
  const { database } = await openDirectory();
  const [place] = await database.read.rows<{ name: string }>(
    sql`select current_database() as name`,
  );
  const ownUrl = withDatabase(serverUrl(), place!.name);
  const pool = new pg.Pool({ connectionString: ownUrl, max: 1 });
  const logins = await settleLogins(pool, ownUrl, await serverKey(database, 'logins'));
  const comeIn = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    clients.push(client);
    await client.connect();
    return client;
  };

  test('every function that may act or measure, and any login may call, is one that was looked at', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `select distinct proname as name from pg_proc p
       where pronamespace = 'pg_catalog'::regnamespace and provolatile = 'v' and ${byAll}
         and prorettype <> all ('{trigger,event_trigger}'::regtype[]) order by 1`,
    );
    const names = rows.map(({ name }) => name);
    assert.ok(names.length > 50);
    const known = Object.values(MAY_STAY);
    assert.deepEqual(
      names.filter((name) => !known.some((one) => one.test(name))),
      [],
    );
  });

  test('no function that any login may call does its work by the rights of another', async () => {
    const { rows } = await pool.query(
      `select p.oid::regprocedure::text as name from pg_proc p
       where prosecdef and prorettype <> 'trigger'::regtype and ${byAll}`,
    );
    assert.deepEqual(rows, []);
  });

  test('nobody measures by them what others write, writes a log of changes as long as she likes, or sees who waits', async () => {
    for (const url of [logins.public, logins.people]) {
      const client = await comeIn(url);
      for (const call of [
        `pg_logical_emit_message(false, 'a', 'b')`,
        `pg_logical_emit_message(true, 'a', 'b'::bytea)`,
        `pg_get_multixact_members('1')`,
        'pg_blocking_pids(1)',
        'pg_safe_snapshot_blocking_pids(1)',
        `pg_xact_status('3')`,
        'txid_status(3)',
        `pg_xact_commit_timestamp('3')`,
        'pg_last_committed_xact()',
        'pg_last_wal_replay_lsn()',
        'pg_last_xact_replay_timestamp()',
        'pg_prepared_xact()',
        'pg_get_replication_slots()',
        `pg_create_physical_replication_slot('x')`,
        `pg_create_logical_replication_slot('x', 'test_decoding')`,
        `pg_drop_replication_slot('x')`,
        `pg_nextoid('pg_class', 'oid', 'pg_class_oid_index')`,
        `pg_read_file_old('x', 0, 1)`,
        'pg_rotate_logfile_old()',
        'pg_stop_making_pinned_objects()',
        `pg_import_system_collations('public')`,
        `gin_clean_pending_list((select c.oid from pg_class c join pg_am m on m.oid = c.relam where m.amname = 'gin' limit 1))`,
        `nextval('audit.event_number_seq')`,
        `pg_ls_waldir()`,
        `pg_ls_logdir()`,
      ]) {
        await assert.rejects(client.query(`select ${call}`), { code: '42501' }, call);
      }
      for (const view of ['pg_prepared_xacts', 'pg_replication_slots']) {
        await assert.rejects(client.query(`select from ${view}`), { code: '42501' }, view);
      }
    }
  });
}
