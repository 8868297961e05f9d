import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { openDirectory } from '../support/directory.js';
import { copyOfClients, freshFolder, must, root } from './packed-client.js';

const directory = await openDirectory();
await directory.http.listen({ port: 0, host: '127.0.0.1' });
const url = `http://127.0.0.1:${(directory.http.server.address() as AddressInfo).port}/graphql`;
// As whoever tries it has it: the project in a folder of its name, and nothing beside it.
const beside = freshFolder();
const project = copyOfClients(join(beside, 'harborlight'));
const app = join(beside, 'my-app');

interface Block {
  language: string;
  text: string;
}

/** The blocks of code of a page, from one of its headings to the next. */
function blocksOf(page: string, heading: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  const from = text.indexOf(`\n## ${heading}\n`);
  assert.ok(from >= 0, heading);
  const end = text.indexOf('\n## ', from + 1);
  const section = text.slice(from, end < 0 ? undefined : end);
  return [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({
    language: language!,
    text: text!,
  }));
}

const REGISTRY = /^npm install --save-dev (.+)$/;

/** What would come from a registry comes from this project: its own versions of what is named, and their programs. */
function fromHere(names: string): void {
  for (const name of names.split(' ').map((one) => one.replace(/(?<=.)@.*$/, ''))) {
    const from = join(root, 'node_modules', name);
    link(from, join(app, 'node_modules', name));
    const { bin = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as {
      bin?: Record<string, string>;
    };
    for (const [program, file] of Object.entries(bin))
      link(join(from, file), join(app, 'node_modules/.bin', program));
  }
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (!existsSync(to)) symlinkSync(from, to);
}

/** Does what a page says, line by line, and begins where the reader stands. @returns what was said last */
async function follow(blocks: readonly Block[], start: string): Promise<string> {
  let folder = start;
  let said = '';
  for (const { language, text } of blocks) {
    if (language !== 'sh') {
      const file = /^(?:#|\/\/) (\S+)\n/.exec(text)?.[1];
      assert.ok(file, text);
      writeFileSync(join(folder, file), text.replace('http://localhost:4000/graphql', url));
      continue;
    }
    for (const line of text.trim().split('\n')) {
      const names = REGISTRY.exec(line)?.[1];
      if (names) fromHere(names);
      else said = await must('bash', ['-ec', `export npm_config_offline=true; ${line}`], folder);
      if (line.startsWith('mkdir')) folder = app;
    }
  }
  return said;
}

test('from the README a new user comes to a typed answer, in an empty folder', async () => {
  const said = await follow(blocksOf('README.md', 'Use the API'), project);
  const lines = said.trim().split('\n');
  assert.equal(lines.length, 20);
  for (const line of lines) assert.match(line, /^\S.* (ELIGIBLE|ASK)$/);
  const wrong = readFileSync(join(app, 'find.ts'), 'utf8').replace('option.name', 'option.nam');
  writeFileSync(join(app, 'wrong.ts'), wrong);
  const check = 'npx tsc --strict --noEmit --target es2022 --module nodenext wrong.ts || true';
  assert.match(
    await must('bash', ['-c', check], app),
    /wrong\.ts\(\d+,\d+\): error TS\d+: .*'nam'/,
  );
});

test('a document of her own is answered with its types, by the page of the client', async () => {
  const blocks = blocksOf('clients/typescript/README.md', 'Your own documents');
  const said = await follow(blocks, app);
  const lines = said
    .trim()
    .split('\n')
    .filter((line) => / (\d+|not known)$/.test(line));
  assert.ok(lines.length > 30, said);
  assert.ok(lines.some((line) => line.endsWith('not known')));
  assert.ok(lines.some((line) => /\d$/.test(line)));
});
