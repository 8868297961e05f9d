import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { sql } from '../../src/kernel/index.js';
import { Findings } from '../../src/server/command-line/findings.js';
import { lookAtLogins } from '../../src/server/command-line/doctor-logins.js';
import { readConfig } from '../../src/server/config.js';
import { loginNames, settleLogins } from '../../src/server/database/logins.js';
import { serverKey } from '../../src/server/database/server-key.js';
import { begin, commandEnvironment } from '../support/command.js';
import { onServer, withDatabase } from '../support/postgresql.js';
import { copyOfTemplate, onPostgresql, serverUrl } from '../support/template.js';

const harborlight = (DATABASE_URL: string, ...args: string[]) =>
  begin(args, { ...commandEnvironment, DATABASE_URL, HARBORLIGHT_DATA: '/proc/nowhere' }).ended;

if (onPostgresql()) {
  const database = await copyOfTemplate();
  const [place] = await database.read.rows<{ name: string; owner: string }>(
    sql`select current_database() as name, current_user as owner`,
  );
  const { name, owner } = place!;
  const url = withDatabase(serverUrl(), name);
  const keeper = `harborlight_keeper_${name}`;
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  after(async () => {
    await pool.query(`drop role if exists ${keeper}`);
    await pool.end();
    await database.close();
  });
  const said = async () => {
    let words = '';
    await lookAtLogins(
      database.read,
      readConfig({}),
      new Findings((line) => void (words += `${line}\n`)),
    );
    return words;
  };

  test('where the owner may make no logins, another makes them by what is printed, and it settles them', async () => {
    await pool.query(
      `create role ${keeper} login password 'hers'; grant ${pg.escapeIdentifier(owner)} to ${keeper}`,
    );
    const hers = new URL(url);
    [hers.username, hers.password] = [keeper, 'hers'];
    const herPool = new pg.Pool({ connectionString: hers.href, max: 1 });
    after(() => herPool.end());
    const key = await serverKey(database, 'logins');
    const { out, code } = await harborlight(url, 'logins', 'sql');
    assert.equal(code, 0, out);
    assert.match(out, /^revoke execute on function lo_create\(oid\) from public;$/m);
    await assert.rejects(settleLogins(herPool, hers.href, key), /may not make the login/);
    await pool.query(out);
    const logins = await settleLogins(herPool, hers.href, key);
    assert.match(await said(), /ok .*No login may more in this database than it must/);
    // What she may not change of them, they change themselves, whatever they have set.
    const stranger = new pg.Client({ connectionString: logins.public });
    await stranger.connect();
    await stranger.query('alter role current_user set search_path = nowhere');
    await stranger.query('alter role current_user set statement_timeout = 1');
    await stranger.end();
    await settleLogins(herPool, hers.href, key);
    const [set] = await onServer(
      url,
      `select setconfig from pg_db_role_setting where setrole = '${loginNames(name).public}'::regrole`,
    );
    assert.deepEqual(set!['setconfig'], ['statement_timeout=15000', 'jit=off']);
    await pool.query('grant execute on function lo_create(oid) to public');
    assert.match(await said(), /WARNING .*may still use: functions.*"harborlight logins sql"/);
    // Whoever owns them takes them away when a server starts.
    assert.deepEqual(await settleLogins(pool, url, key), logins);
    assert.match(await said(), /ok .*No login may more/);
  });

  test('logins of databases that are no longer there are removed, and no others', async () => {
    const left = loginNames(`${name}_dropped`).people;
    await pool.query(`create role ${left}`);
    assert.match(await said(), /WARNING .*"harborlight logins tidy" removes them/);
    const { out, code } = await harborlight(url, 'logins', 'tidy');
    assert.equal(code, 0, out);
    assert.match(out, new RegExp(`^removed ${left}$`, 'm'));
    const roles = await onServer(url, `select rolname as name from pg_roles`);
    const names = new Set(roles.map((role) => role['name']));
    assert.ok(!names.has(left));
    for (const made of Object.values(loginNames(name))) assert.ok(names.has(made));
  });
} else {
  test('the embedded database has no logins to make, or to remove', async () => {
    for (const command of ['sql', 'tidy']) {
      const { out, code } = await harborlight('', 'logins', command);
      assert.equal(code, 1, out);
      assert.match(out, /^INVALID: The embedded database knows one login/m);
    }
  });
}
