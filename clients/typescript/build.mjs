// Writes dist/ (for `import` and for `require`), and puts beside it what other tools read: the contract and the operations.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;
const tsc = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);
const compile = (...args) => {
  const { status } = spawnSync(process.execPath, [tsc, '-p', here, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

rmSync(join(here, 'dist'), { recursive: true, force: true });
compile();
compile(
  '--module',
  'commonjs',
  '--moduleResolution',
  'bundler',
  '--outDir',
  join(here, 'dist/cjs'),
);
writeFileSync(join(here, 'dist/cjs/package.json'), '{ "type": "commonjs" }\n');
copyFileSync(join(here, '../../schema/directory.graphql'), join(here, 'schema.graphql'));
rmSync(join(here, 'operations'), { recursive: true, force: true });
cpSync(join(here, '../operations'), join(here, 'operations'), { recursive: true });
