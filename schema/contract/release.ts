#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { releaseFaults } from './release-faults.js';
import { readChanges } from './changes.js';
import { lastReleased, written } from './released.js';
import { withDocumentsOf, type Manifest } from './released-documents.js';

const schema = join(import.meta.dirname, '../../../schema');
const operations = join(import.meta.dirname, '../../../clients/operations');
const manifest = (name: string) =>
  JSON.parse(readFileSync(join(operations, name), 'utf8')) as Manifest;

const today = new Date().toISOString().slice(0, 10);

await new Command('release:schema')
  .description(
    'Writes schema/directory.graphql as a released contract: what later ones are held against.\n' +
      'Refuses where a break is not named by a file of schema/changes, or its day has not come.',
  )
  .argument('<version>', 'of the contract, as 0.2.0; newer than the last one')
  .option('--check', 'say what stands against it, and write nothing')
  .option('--date <day>', 'the day of the release', today)
  .action(async (version: string, { check, date }: { check?: true; date: string }) => {
    const text = readFileSync(join(schema, 'directory.graphql'), 'utf8');
    const last = lastReleased(join(schema, 'released'));
    const released = { version, date, text };
    const early = date > today ? [`${date} has not come: nothing is released before its day.`] : [];
    const faults =
      early.length > 0
        ? early
        : await releaseFaults(released, last, readChanges(join(schema, 'changes')));
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    process.exitCode = faults.length > 0 ? 1 : 0;
    if (check || faults.length > 0) return;
    writeFileSync(join(schema, 'released', `${version}.graphql`), written(released));
    process.stdout.write(`schema/released/${version}.graphql is written.\n`);
    const documents = withDocumentsOf(manifest('manifest.json'), manifest('released.json'));
    writeFileSync(join(operations, 'released.json'), `${JSON.stringify(documents, null, 2)}\n`);
    process.stdout.write('clients/operations/released.json holds what the client sends.\n');
  })
  .parseAsync();
