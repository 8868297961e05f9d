import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { findBrowser } from '../support/browser.js';
import { openDirectory } from '../support/directory.js';
import { done, freshFolder, install, must, nodes, packClient, root } from './packed-client.js';

const directory = await openDirectory();
await directory.http.listen({ port: 0, host: '127.0.0.1' });
const base = `http://127.0.0.1:${(directory.http.server.address() as AddressInfo).port}`;
const url = `${base}/graphql`;
const folder = freshFolder();
const installed = join(folder, 'node_modules/@harborlight/client');
cpSync(join(root, 'examples/finder'), folder, {
  recursive: true,
  filter: (path) => !/\/(dist|node_modules|package\.json)$/.test(path),
});
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
const tarball = await packClient();
await install(tarball, folder);
// What the example builds with comes from this project and not from a registry.
symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'));

test('the package is what its own description says, for every way to import it', async () => {
  for (const [tool, ...args] of [
    ['publint', 'run', tarball, '--strict'],
    ['attw', tarball, '--no-emoji', '--no-color'],
  ] as const) {
    const { ok, out } = await done(tool, [...args], folder);
    assert.ok(ok, out);
  }
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(installed, 'package.json'), 'utf8'),
  ) as Record<string, object | undefined>;
  assert.deepEqual([dependencies, peerDependencies], [undefined, undefined]);
  for (const artefact of [
    'schema.graphql',
    'operations/find-housing.graphql',
    'LICENSE',
    'README.md',
  ])
    assert.ok(readFileSync(join(installed, artefact), 'utf8'), artefact);
});

test('it is imported and required by every node here, and answered alike', async (t) => {
  const ask = (load: string) => `${load};
    const [text] = process.argv.slice(2);
    const client = createClient({ url: text });
    void client.ask(coverage, { at: { zip: '56633' } }).then(({ coverage }) =>
      console.log(process.versions.node, coverage.county.name));`;
  const names = '{ createClient, coverage }';
  writeFileSync(join(folder, 'imported.mjs'), ask(`import ${names} from '@harborlight/client'`));
  writeFileSync(
    join(folder, 'required.cjs'),
    ask(`const ${names} = require('@harborlight/client')`),
  );
  const versions = new Set<string>();
  for (const node of nodes()) {
    for (const script of ['imported.mjs', 'required.cjs']) {
      const { ok, out } = await done(node, [join(folder, script), url], folder);
      assert.ok(ok, out);
      assert.match(out, /^[\d.]+ Cass County\n$/);
      versions.add(out.split('.')[0]!);
    }
  }
  t.diagnostic(`by Node ${[...versions].join(' and ')}`);
  for (const version of ['20', '24']) {
    const skip = versions.has(version) ? false : `no Node ${version} found in PATH`;
    await t.test(`by Node ${version} too`, { skip }, () => assert.ok(versions.has(version)));
  }
});

const executablePath = findBrowser();
const skip = executablePath ? false : 'no Chromium found (set HARBORLIGHT_TEST_BROWSER)';

/** In a worker of a browser, where there is no page. */
const worker = `import { createClient, coverage } from './index.js';
  const { coverage: found } = await createClient({ url: '${url}' }).ask(coverage, { at: { zip: '56633' } });
  postMessage(found.county.name);`;

test('a page of a real browser asks with it, and a worker too', { skip }, async () => {
  const browser = await chromium.launch({
    executablePath: executablePath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  after(() => browser.close());
  const page = await browser.newPage();
  const modules = join(installed, 'dist/esm');
  await page.route('**/client/*', (route) =>
    route.fulfill({
      path: join(modules, new URL(route.request().url()).pathname.split('/').at(-1)!),
    }),
  );
  await page.route('**/client/worker.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: worker }),
  );
  await page.goto(base);
  const names = await page.evaluate(async (url) => {
    // Known to the browser alone.
    const { createClient, each, tribalNations } = await import(
      `${location.origin}/client/index.js`
    );
    const names: string[] = [];
    for await (const { name } of each(createClient({ url }), tribalNations, { first: 5 }))
      names.push(name);
    return names;
  }, url);
  assert.equal(names.length, 11);
  const inWorker = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/client/worker.js', { type: 'module' });
        worker.addEventListener('message', ({ data }) => resolve(data));
        worker.addEventListener('error', () => reject(new Error('The worker has failed.')));
      }),
  );
  assert.equal(inWorker, 'Cass County');
  await browser.close();
});

const tsc = (folder: string) => must('tsc', ['-p', folder], folder);

/** Answers each of its questions by a line, as a person does; or all at once, as a program does. */
async function finder(answers: string[], isAtOnce = false): Promise<string> {
  const child = spawn(process.execPath, [join(folder, 'dist/finder.js')], {
    cwd: folder,
    env: { ...process.env, HARBORLIGHT_URL: url, NODE_OPTIONS: '', NODE_TEST_CONTEXT: '' },
  });
  let out = '';
  const take = (part: Buffer) => {
    out += part.toString();
    if (!isAtOnce && /[:?)] $/.test(out)) child.stdin.write(`${answers.shift() ?? ''}\n`);
  };
  if (isAtOnce) child.stdin.end(answers.map((line) => `${line}\n`).join(''));
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  await new Promise((resolve) => child.on('close', resolve));
  return out;
}

test('the finder is built on the package alone, and says why, what to ask and whom to call', async () => {
  await tsc(folder);
  const out = await finder(['Bemidji, MN', '17', 'y', '', 'y']);
  assert.match(out, /(fits|ask first)/);
  assert.match(out, /beds: /);
  assert.match(out, /ask: .+\?/);
  assert.match(out, /call \S*555-01\d\d/);
  const atOnce = await finder(['Bemidji, MN', '17', 'y', '', 'y'], true);
  assert.ok(atOnce.includes(out.slice(out.indexOf('\n')).trim()), atOnce);
  assert.match(await finder([], true), /Write five digits/);
  // What is not answered is unknown.
  assert.match(await finder(['Bemidji, MN', '17'], true), /(fits|ask first)/);
  assert.match(await finder(['nowhere']), /Write five digits/);
  assert.match(await finder(['00000']), /ZIP/);
});
