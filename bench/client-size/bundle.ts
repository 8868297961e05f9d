import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

export const run = promisify(execFile);

/** What is measured, of this day; none of it is installed with the project. */
export const packages = {
  esbuild: '0.28.2',
  '@urql/core': '6.0.3',
  'graphql-request': '7.4.0',
  '@apollo/client': '4.3.8',
  graphql: '16.15.0',
  rxjs: '7.8.2',
};

/** Installs what is measured into a folder of its own, with the client from its tarball. */
export async function install(folder: string, client: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: client,
  });
  const tarball = packed.stdout.trim().split('\n').at(-1)!;
  const dependencies = { ...packages, '@harborlight/client': `file:${tarball}` };
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies }),
  );
  // Nothing that is measured needs a script of its own.
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
}

/** Bytes of a program as a browser gets it: bundled, without what it does not use, minified, and packed by gzip. */
export async function gzippedBytes(folder: string, program: string): Promise<number> {
  const [from, to] = [join(folder, 'entry.js'), join(folder, 'bundle.js')];
  writeFileSync(from, program);
  const flags = ['--bundle', '--minify', '--format=esm', '--platform=browser', '--target=es2022'];
  await run(
    join(folder, 'node_modules/.bin/esbuild'),
    [from, ...flags, '--define:process.env.NODE_ENV="production"', `--outfile=${to}`],
    { cwd: folder },
  );
  return gzipSync(readFileSync(to), { level: 9 }).length;
}
