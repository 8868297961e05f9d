import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../../..');
const pages = globSync('docs/{coordinators.md,coordinators/*.md}', { cwd: root });
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Headings of a page as GitHub makes anchors of them: of tasks, or of their steps too. */
const anchorsIn = (path: string, marks: '##' | '#+' = '#+') =>
  [...textOf(path).matchAll(new RegExp(`^${marks} (.+)$`, 'gm'))].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('every link of the pages for coordinators leads somewhere, and the first leads to every task', () => {
  const tasks = new Set<string>();
  const faults = pages.flatMap((path) =>
    [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, to]) => {
      if (/^https?:/.test(to!)) return [];
      const [file, anchor] = to!.split('#');
      const target = file ? relative(root, join(root, dirname(path), file)) : path;
      if (path === 'docs/coordinators.md') tasks.add(`${target}#${anchor ?? ''}`);
      if (!existsSync(join(root, target))) return [`${path}: ${to}`];
      return anchor && !anchorsIn(target).includes(anchor) ? [`${path}: ${to}`] : [];
    }),
  );
  assert.deepEqual(faults, []);
  const untold = pages
    .filter((path) => path !== 'docs/coordinators.md' && !path.endsWith('spreadsheets.md'))
    .flatMap((path) => anchorsIn(path, '##').map((anchor) => `${path}#${anchor}`))
    .filter((task) => !tasks.has(task));
  assert.deepEqual(untold, []);
});

test('each mutation of the contract is named on one of the pages', () => {
  const contract = readFileSync(join(root, 'schema/directory.graphql'), 'utf8');
  const [, mutations] = contract.split('type Mutation {');
  const names = [...mutations!.split('\n}')[0]!.matchAll(/^ {2}(\w+)[(:]/gm)].map(
    ([, name]) => name!,
  );
  assert.ok(names.length > 40);
  const all = pages.map(textOf).join('\n');
  assert.deepEqual(
    names.filter((name) => !new RegExp(`\\b${name}\\b`).test(all)),
    [],
  );
});
