import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { pino } from 'pino';
import type { House } from '../../src/server/context.js';
import { openHttp } from '../../src/server/http/listen.js';

// What is told before any question is asked needs no database.
const house = { database: { kind: 'postgresql' } } as House;
const http = await openHttp(null as never, house, pino({ level: 'silent' }));
await http.listen({ port: 0, host: '127.0.0.1' });
after(() => http.close());
const address = http.server.address();
const port = typeof address === 'object' && address ? address.port : 0;

/** Sends an address as it stands: `fetch` would mend it. */
const getRaw = (path: string) =>
  new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (data) => (text += data.toString()));
    socket.on('close', () => resolve(text));
  });

test('an address that cannot be decoded is refused in our form', async () => {
  for (const path of ['/%zz', '/graphiql/%c3%28', '/graphiql/%']) {
    const answer = await getRaw(path);
    assert.match(answer, /^HTTP\/1.1 400 /, path);
    assert.match(answer, /cache-control: no-store/i);
    const { errors, ...rest } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as {
      errors: { message: string; extensions: { code: string } }[];
    };
    assert.deepEqual(
      [errors.map(({ extensions }) => extensions.code), Object.keys(rest)],
      [['BAD_REQUEST'], []],
    );
  }
});

test('the start page names the port it is told from', async () => {
  const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
  assert.match(page, new RegExp(`curl -s localhost:${port}/graphql`));
});

test('the first script of the explorer gives it a storage that forgets', async () => {
  const page = await (await fetch(`http://127.0.0.1:${port}/graphiql`)).text();
  const first = /<script src="([^"]+)"/.exec(page)![1]!;
  const script = await (await fetch(`http://127.0.0.1:${port}${first}`)).text();
  const browser = {
    'graphiql:query': 'of an earlier visit',
    theirs: 'of something else',
    removeItem(key: string) {
      delete (this as Record<string, unknown>)[key];
    },
  };
  const window = { localStorage: browser as unknown as Storage };
  const history = { replaceState: () => assert.fail('the address tells what is asked') };
  new Function('window', 'localStorage', 'history', script)(window, browser, history);
  history.replaceState();
  assert.deepEqual(
    [Object.hasOwn(browser, 'graphiql:query'), browser.theirs],
    [false, 'of something else'],
  );
  window.localStorage.setItem('graphiql:query', '{ viewer }');
  assert.equal(window.localStorage.getItem('graphiql:query'), '{ viewer }');
  assert.equal(Object.hasOwn(browser, 'graphiql:query'), false);
});
