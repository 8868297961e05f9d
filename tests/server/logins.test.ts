import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, test } from 'node:test';
import pg from 'pg';
import { sql } from '../../src/kernel/index.js';
import { openToAll } from '../../src/server/database/every-login.js';
import { loginNames, NoLogins, settleLogins } from '../../src/server/database/logins.js';
import { sealedTables } from '../../src/server/data-vault.js';
import { loginKey } from '../../src/server/database/sealed-keys.js';
import { serverKey } from '../../src/server/database/server-key.js';
import { rights, type LoginName } from '../../src/server/database/rights.js';
import { inOne } from '../../src/server/make-ready.js';
import { rotateData } from '../../src/vault/index.js';
import { partnersChannel } from '../../src/server/partners-channel.js';
import { openDirectory } from '../support/directory.js';
import { ReviseHousingDocument } from '../support/documents.js';
import { listSampleHousing } from '../support/makers.js';
import { comeIn as bringIn } from '../support/people.js';
import { withDatabase } from '../support/postgresql.js';
import { shelter } from '../support/shelters.js';
import { copyForCommands, onPostgresql, serverUrl } from '../support/template.js';
import { dataKey, vaultOf } from '../support/vaults.js';
import { until } from '../support/wait.js';

/** What PostgreSQL says of what a login may not do, and of a password that is none. */
const REFUSED = '42501';
const NOT_LET_IN = '28P01';
const WAIT_MS = 10_000;

if (onPostgresql()) {
  const clients: pg.Client[] = [];
  // Before the database is dropped.
  after(async () => {
    for (const client of clients) await client.end();
    await pool.end();
  });
  const directory = await openDirectory();
  const [place] = await directory.database.read.rows<{ name: string }>(
    sql`select current_database() as name`,
  );
  const ownUrl = withDatabase(serverUrl(), place!.name);
  const pool = new pg.Pool({ connectionString: ownUrl, max: 1 });
  const key = await serverKey(directory.database, 'logins');
  const logins = await settleLogins(pool, ownUrl, key);
  const comeIn = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    clients.push(client);
    await client.connect();
    return client;
  };
  const stranger = await comeIn(logins.public);
  const people = await comeIn(logins.people);
  const roles = Object.fromEntries(
    Object.entries(logins).map(([name, url]) => [name, new URL(url).username]),
  ) as Record<LoginName, string>;
  const refused = (client: pg.Client, statement: string) =>
    assert.rejects(client.query(statement), { code: REFUSED }, statement);

  test('whoever asks as a stranger reads what is told to everyone, and gains nothing by asking to be another', async () => {
    const { rows } = await stranger.query('select count(*)::int as count from pub.listing');
    assert.ok(rows[0].count > 0);
    await stranger.query('reset role');
    await refused(stranger, 'select from conf.sealed_address');
    const { rows: others } = await stranger.query<{ name: string }>(
      'select quote_ident(rolname) as name from pg_roles where rolname <> current_user',
    );
    assert.ok(others.length > 2);
    for (const { name } of others) {
      await refused(stranger, `set role ${name}`);
      await refused(stranger, `set session authorization ${name}`);
    }
    for (const statement of [
      'select from org.listing',
      'select from auth.account',
      'select from auth.server_key',
      'select from auth.login_secret',
      'select from audit.event',
      `insert into audit.event (at, viewer_kind, action, detail) values (now(), 'HOST', 'x', '{}')`,
      'delete from pub.placement_change',
      `update pub.listing set name = 'x'`,
      'truncate pub.listing',
      `select org.tell(array['hou_x'])`,
      'create table public.mine (id int)',
      'create schema mine',
      `copy pub.listing to program 'true'`,
      `copy pub.listing to '/tmp/harborlight-listing'`,
      `select pg_read_file('/etc/hostname')`,
      'alter role current_user superuser',
    ]) {
      await refused(stranger, statement);
    }
  });

  test('what PostgreSQL lets every login do or see, these may not: nothing is kept, held or counted by them', async () => {
    const of = `(select oid from pg_class where relname = 'location' and relnamespace = 'org'::regnamespace)`;
    for (const statement of [
      'create temporary table mine (id int)',
      `select lo_from_bytea(0, 'x')`,
      'select lo_create(0)',
      'select pg_advisory_lock(29541)',
      'select pg_try_advisory_xact_lock(1, 2)',
      'select pg_terminate_backend(pg_backend_pid())',
      'select n_live_tup from pg_stat_user_tables',
      'select tup_inserted from pg_stat_database',
      'select from pg_stat_activity',
      'select from pg_locks',
      'select pg_relation_filenode(1259)',
      'select pg_notification_queue_usage()',
      'select from pg_control_checkpoint()',
      'select reltuples from pg_class',
      'select most_common_vals from pg_stats',
      'select from pg_stats_ext',
      'select from pg_stats_ext_exprs',
      'select * from pg_class',
      `select pg_stat_get_live_tuples(${of})`,
      `select pg_total_relation_size(${of})`,
      `select pg_database_size(current_database())`,
      'select pg_current_wal_lsn()',
      // Of where points lie that it may not read; by its owner's rights, or by none.
      `select _postgis_stats(${of}::regclass, 'point')`,
      `select st_estimatedextent('org', 'location', 'point')`,
      `select _postgis_selectivity(${of}::regclass, 'point', 'POINT(0 0)')`,
    ]) {
      await refused(stranger, statement);
      // What they may read of the statistics of what is theirs is of no use to people either.
      await refused(people, statement);
    }
    assert.deepEqual(await openToAll(directory.database.read), []);
    const { rows } = await stranger.query(`select relname from pg_class where oid = ${of}`);
    assert.equal(rows.length, 1, 'names are no secret, and programs look them up');
  });

  test('who listens on every channel that has a name hears nothing of what partners are told', async () => {
    const heard: string[] = [];
    stranger.on('notification', ({ channel }) => heard.push(channel));
    for (const channel of ['harborlight_placement', 'harborlight_placement_partners'])
      await stranger.query(`listen ${channel}`);
    let woken = 0;
    const stop = await directory.database.listen(
      await partnersChannel(directory.database),
      () => (woken += 1),
    );
    const before = woken;
    const list = (disclosure: 'PARTNERS' | 'PUBLISHED') =>
      shelter(directory.database, { listed: { disclosure } });
    const soon = async (isSo: () => boolean) => {
      const asked = async () => (await stranger.query('select 1')) && isSo();
      assert.ok((await until(asked, WAIT_MS)) < WAIT_MS);
    };
    try {
      await list('PARTNERS');
      await soon(() => woken > before);
      assert.deepEqual(heard, []);
      await list('PUBLISHED');
      await soon(() => heard.length > 0);
      assert.deepEqual(new Set(heard), new Set(['harborlight_placement']));
    } finally {
      await stop();
    }
  });

  test('what a login has set for its next connections is taken away when a server starts', async () => {
    for (const set of [
      'alter role current_user set search_path = nowhere',
      `alter role current_user in database ${pg.escapeIdentifier(place!.name)} set statement_timeout = 1`,
      `alter role current_user password 'another'`,
    ]) {
      await stranger.query(set);
    }
    await assert.rejects(comeIn(logins.public), { code: NOT_LET_IN });
    assert.deepEqual(await settleLogins(pool, ownUrl, key), logins);
    const again = await comeIn(logins.public);
    const { rows } = await again.query<{ path: string; limit: string; jit: string }>(
      `select current_setting('search_path') as path, current_setting('statement_timeout') as limit, current_setting('jit') as jit`,
    );
    assert.deepEqual(rows, [{ path: '"$user", public', limit: '15s', jit: 'off' }]);
  });

  test('nobody makes functions where those of the owner look for them', async () => {
    const mine = `create function public.concat_ws(text, text, text) returns text language sql as $$ select '' $$`;
    // A path leads only where one may make something: not to a schema of hers, nor to tables in place of ours.
    for (const client of [stranger, people]) {
      await refused(client, 'create schema mine');
      await refused(client, mine.replace('public.', 'pg_temp.'));
      await refused(client, 'create temporary table pg_class (relowner oid)');
      await refused(client, `${mine.replace('public.', 'org.')}`);
    }
    const { rows: definers } = await pool.query<{ name: string; path: string[] }>(`
      select p.oid::regproc::text as name, p.proconfig as path from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname in ('pub', 'org', 'staging', 'auth', 'audit', 'conf', 'further', 'partners')`);
    assert.ok(definers.length > 1);
    for (const { name, path } of definers)
      assert.deepEqual(path, ['search_path=pg_catalog, public, pg_temp'], name);
    await pool.query(`grant create on schema public to public, ${roles.people}`);
    assert.deepEqual(await settleLogins(pool, ownUrl, key), logins);
    for (const client of [stranger, people]) await refused(client, mine);
    // Of another's schema she can take nothing away, and does not go on as if she had.
    const owner = `harborlight_owner_${place!.name}`;
    await pool.query(
      `create role ${owner} login createrole password 'hers'; grant create on schema public to public`,
    );
    const hers = new URL(ownUrl);
    [hers.username, hers.password] = [owner, 'hers'];
    const herPool = new pg.Pool({ connectionString: hers.href, max: 1 });
    try {
      await assert.rejects(settleLogins(herPool, hers.href, key), (error) => {
        assert.ok(error instanceof NoLogins);
        assert.match(error.message, /superuser .*: revoke create on schema public from public;/);
        return true;
      });
    } finally {
      await herPool.end();
      await pool.query(`revoke create on schema public from public; drop role ${owner}`);
    }
  });

  test('whoever has signed in writes what is hers to write, and neither the log, its seals, nor what is told', async () => {
    for (const statement of [
      'select from auth.server_key',
      'select from auth.login_secret',
      'select from audit.seal',
      'delete from audit.unsealed',
      `update audit.event set action = 'x'`,
      'delete from audit.event',
      'truncate audit.event',
      `update pub.listing set name = 'x'`,
      'update org.listing set name = name; update pub.listing set name = name',
      'alter table org.listing disable trigger all',
      `alter function org.settle() security invoker`,
    ]) {
      await refused(people, statement);
    }
    const [listing] = await directory.database.read.rows<{ id: string }>(
      sql`select id from pub.listing where type = 'HOUSING' order by id limit 1`,
    );
    await people.query(`update org.listing set name = 'The Sample Name' where id = $1`, [
      listing!.id,
    ]);
    const { rows } = await stranger.query('select name from pub.listing where id = $1', [
      listing!.id,
    ]);
    assert.equal(rows[0].name, 'The Sample Name');
    await people.query(
      `insert into audit.event (at, viewer_kind, action, detail) values (now(), 'PERSON', 'x', '{}')`,
    );
    const { count } = (await pool.query('select count(*)::int as count from audit.unsealed'))
      .rows[0];
    assert.ok(count > 0);
  });

  test('what is asked for is changed by the login of people, and by no other', async () => {
    await pool.query('create table public.changed_by (name text)');
    await pool.query(`create function public.note_who() returns trigger language plpgsql security definer as $$
      begin insert into public.changed_by values (session_user); return null; end $$`);
    for (const table of ['org.revision', 'audit.event'])
      await pool.query(
        `create trigger note_who after insert on ${table} for each row execute function public.note_who()`,
      );
    const changedBy = async () => {
      const { rows } = await pool.query<{ name: string }>(
        'select distinct name from public.changed_by',
      );
      await pool.query('truncate public.changed_by');
      return rows.map(({ name }) => name);
    };
    const { organization, listing } = await shelter(directory.database);
    const { headers } = await bringIn(directory, 'COORDINATOR', organization);
    await pool.query('truncate public.changed_by');
    const input = { id: listing, version: 1, fees: 'None.' };
    const { text } = await directory.ask(ReviseHousingDocument, { input }, headers);
    assert.match(text, /"userErrors":\[\]/);
    assert.deepEqual(await changedBy(), [roles.people]);
    await pool.query('drop function public.note_who cascade');
    await pool.query('drop table public.changed_by');
  });

  test('each login has the rights of the table of rights, on every table, and no other', async () => {
    for (const [login, role] of Object.entries(roles) as [LoginName, string][]) {
      const { rows } = await pool.query<{ schema: string; name: string; may: string[] }>(
        `select n.nspname as schema, c.relname as name, array(
            select privilege from unnest(array['select', 'insert', 'update', 'delete', 'truncate',
              'references', 'trigger']) privilege
            where has_table_privilege($1::text, c.oid, privilege)) as may
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'v', 'm', 'p') and n.nspname !~ '^(pg_|information_schema$|public$)'`,
        [role],
      );
      assert.ok(rows.length > 40);
      for (const { schema, name, may } of rows) {
        const given = rights[login]
          .filter((one) => one.schema === schema && (one.tables?.includes(name) ?? true))
          .flatMap((one) => (one.but?.includes(name) ? [] : one.may));
        assert.deepEqual(may, given, `${login} ${schema}.${name}`);
      }
    }
  });

  test('logins are found again, by several servers, and are of one database alone', async () => {
    assert.deepEqual(await settleLogins(pool, ownUrl, key), logins);
    const other = new URL(logins.people);
    other.pathname = '/postgres';
    const elsewhere = await comeIn(other.href);
    await assert.rejects(elsewhere.query('select from pub.listing'));
    const wrong = new URL(logins.people);
    wrong.password = 'x';
    await assert.rejects(comeIn(wrong.href), { code: NOT_LET_IN });
  });

  test('with a data key their passwords come from nothing that a copy of the database has, and outlast its keys', async () => {
    const [older, newer] = [dataKey('logins older'), dataKey('logins newer')];
    const commands = await copyForCommands();
    after(() => commands.remove());
    const clear = await commands.open();
    const before = await loginKey(clear);
    await (await clear.openAnswering()).close();
    await clear.close();
    const servers = [
      await commands.open(vaultOf(older)),
      await commands.open(vaultOf(newer, older)),
    ] as const;
    after(() => Promise.all(servers.map((server) => server.close())));
    const [one, other] = servers;
    await (await one.openAnswering()).close();
    const secret = await loginKey(one);
    assert.notDeepEqual(secret, before);
    assert.deepEqual(await loginKey(other), secret);
    const lying = await one.read.rows(sql`select from auth.server_key where purpose = 'logins'`);
    assert.deepEqual(lying, []);
    const [row] = await one.read.rows<{ name: string; text: string }>(
      sql`select current_database() as name, (select s::text from auth.login_secret s) as text`,
    );
    const { name, text } = row!;
    for (const form of ['hex', 'base64'] as const) assert.ok(!text.includes(secret.toString(form)));
    const found = new URL(withDatabase(serverUrl(), name));
    found.username = loginNames(name).people;
    found.password = createHmac('sha256', before).update(found.username).digest('base64url');
    // Whoever has seen the key that lay in clear comes in no longer.
    await assert.rejects(comeIn(found.href), { code: NOT_LET_IN });
    await rotateData(sealedTables, (work) => inOne(other, work));
    const rotated = await commands.open(vaultOf(newer));
    assert.deepEqual(await loginKey(rotated), secret);
    await (await rotated.openAnswering()).close();
    await rotated.close();
    const without = await commands.open();
    await assert.rejects(without.openAnswering(), { code: 'UNAVAILABLE' });
    await without.close();
  });

  test('what a change tells, it tells by the rights of the database’s owner', async () => {
    const { id } = await directory.change((changing) =>
      listSampleHousing(changing, { street: 'WITHHELD', countyFips: '27137' }),
    );
    await people.query(`update org.listing set disclosure = 'OWN' where id = $1`, [id]);
    const { rows } = await stranger.query('select from pub.listing where id = $1', [id]);
    assert.equal(rows.length, 0);
  });
}
