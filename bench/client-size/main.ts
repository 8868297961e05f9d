#!/usr/bin/env node
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { gzippedBytes, install, packages } from './bundle.js';
import { core, coreAnd, coreAndWalks, others } from './programs.js';

const root = join(import.meta.dirname, '../../..');
const CORE_BYTES_MAX = 2_048;
const OPERATION_BYTES_MAX = 512;

/** What the client is asked by, as its manifest names them. */
const operations = (
  JSON.parse(readFileSync(join(root, 'clients/operations/manifest.json'), 'utf8')) as {
    operations: { name: string }[];
  }
).operations.map(({ name }) => name[0]!.toLowerCase() + name.slice(1));

const say = (line: string) => process.stdout.write(`${line}\n`);
const row = (...cells: (string | number)[]) => say(`| ${cells.join(' | ')} |`);

async function measure(folder: string): Promise<boolean> {
  const bytes = (program: string) => gzippedBytes(folder, program);
  const alone = await bytes(core);
  row('what', 'bytes, gzipped');
  row('---', '---:');
  row('@harborlight/client, core', alone);
  row('… with walks', await bytes(coreAndWalks));
  row('… with every operation', await bytes(coreAnd(...operations)));
  for (const [name, program] of Object.entries(others)) {
    const version = packages[name as keyof typeof packages];
    row(`${name} ${version}, no operation`, await bytes(program));
  }
  say('');
  row('operation', 'bytes more, gzipped');
  row('---', '---:');
  const more: number[] = [];
  for (const name of operations) {
    more.push((await bytes(coreAnd(name))) - alone);
    row(name, more.at(-1)!);
  }
  const most = Math.max(...more);
  say(
    `\nCore ${alone} of ${CORE_BYTES_MAX}; the largest operation ${most} of ${OPERATION_BYTES_MAX}.`,
  );
  return alone <= CORE_BYTES_MAX && most <= OPERATION_BYTES_MAX;
}

await new Command('bench:size')
  .description(
    'Measures what the TypeScript client weighs in a browser, beside other libraries.\n' +
      'These and a bundler are installed into a folder that is gone afterwards. Ends with 1 where a goal is missed.',
  )
  .option('--keep', 'leave the folder, and say where it is')
  .action(async ({ keep }: { keep?: true }) => {
    const folder = mkdtempSync(join(tmpdir(), 'harborlight-size-'));
    try {
      await install(folder, join(root, 'clients/typescript'));
      process.exitCode = (await measure(folder)) ? 0 : 1;
    } finally {
      if (keep) say(folder);
      else rmSync(folder, { recursive: true, force: true });
    }
  })
  .parseAsync();
