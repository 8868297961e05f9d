import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { sql, type Changing } from '../../src/kernel/index.js';
import { ask } from '../../src/server/context.js';
import { WRITE_CONNECTIONS } from '../../src/server/database/orm-settings.js';
import { openPool } from '../../src/server/database/postgresql.js';
import { asRefusal } from '../../src/server/database/unavailable.js';
import { openDirectory } from '../support/directory.js';
import { TightenDisclosureDocument } from '../support/documents.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { onPostgresql } from '../support/template.js';
import { until } from '../support/wait.js';

const WAIT_MS = 10_000;

test('two changes that each wait for the other are told to ask again', () => {
  for (const code of ['40001', '40P01']) {
    const refusal = asRefusal(Object.assign(new Error('deadlock detected'), { code }), 'CHANGING');
    assert.equal((refusal as { code?: string }).code, 'UNAVAILABLE');
    assert.doesNotMatch(String(refusal), /deadlock/);
  }
});

if (onPostgresql()) {
  const directory = await openDirectory();
  const { em, read } = directory.database;
  const end = (pid: number) => read.rows(sql`select pg_terminate_backend(${pid}::int)`);
  const backendOf = async ({ em }: Changing) =>
    (await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid'))[0]!.pid;
  const change = (work: (changing: Changing) => Promise<unknown>) =>
    ask(directory.house)
      .change(work)
      .then(
        () => 'done',
        ({ code, message }: { code?: string; message: string }) => `${code}: ${message}`,
      );

  test('a connection begins with no more than a pooler before the database lets through', async () => {
    let sent = '';
    const pooler = createServer((socket) => {
      socket.once('data', (packet) => {
        sent = packet.subarray(8).toString();
        socket.destroy();
      });
    });
    await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', resolve));
    const { port } = pooler.address() as AddressInfo;
    const pool = openPool(`postgres://someone:hers@127.0.0.1:${port}/somewhere`, 1);
    await assert.rejects(pool.query('select 1'));
    await pool.end();
    pooler.close();
    const names = sent.split('\0').filter((word, index) => index % 2 === 0 && word !== '');
    assert.deepEqual(names.sort(), ['application_name', 'client_encoding', 'database', 'user']);
  });

  test('a change whose connection ends meanwhile is answered so, and the next one is made', async () => {
    const { organization, listing } = await shelter(directory.database);
    const ann = await comeIn(directory, 'COORDINATOR', organization);
    const tighten = () => {
      const input = { id: listing, to: 'PARTNERS' as const, reason: 'It must be known less.' };
      return directory.ask(TightenDisclosureDocument, { input }, ann.headers);
    };
    const answer = await em().transactional(async (holding) => {
      await holding.execute('select from org.listing where id = ? for update', [listing]);
      const asked = tighten();
      let waiting: { pid: number }[] = [];
      const waits = async () => {
        waiting = await read.rows(sql`select l.pid from pg_locks l
          join pg_stat_activity a on a.pid = l.pid and a.datname = current_database() where not l.granted`);
        return waiting.length === 1;
      };
      assert.ok((await until(waits, WAIT_MS)) < WAIT_MS);
      await end(waiting[0]!.pid);
      return asked;
    });
    assert.equal(answer.body.errors?.[0]?.extensions.code, 'UNAVAILABLE', answer.text);
    assert.match(answer.body.errors![0]!.message, /Nothing was changed: ask again/);
    assert.equal(answer.headers['retry-after'], '5');
    assert.doesNotMatch(directory.logged(), /"msg":"fault"/);
    assert.ok((await tighten()).body.data?.tightenDisclosure?.disclosed);
  });

  test('whether a change was kept is not said where it is not known', async () => {
    const before = await change(async (changing) => {
      await end(await backendOf(changing));
      await changing.em.execute('select 1');
    });
    assert.match(before, /^UNAVAILABLE: .*Nothing was changed/);
    const keeping = await change(async (changing) => end(await backendOf(changing)));
    assert.match(keeping, /^UNAVAILABLE: .*Look whether it was done/);
    assert.equal(await change(backendOf), 'done');
  });

  test('however many are lost, the next change is made', async () => {
    for (let lost = 0; lost <= WRITE_CONNECTIONS; lost += 1) {
      const keeping = await change(async (changing) => end(await backendOf(changing)));
      assert.match(keeping, /^UNAVAILABLE: /);
    }
    assert.equal(await change(backendOf), 'done');
  });
}
