#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { writeFile } from 'node:fs/promises';
import { measureChanges } from './changes/changes.js';
import { measureClientWalk } from './client-walk/client-walk.js';
import { compareAll } from './compare.js';
import { withClient } from './generate/connections.js';
import { loadDatabase } from './generate/load.js';
import { Progress } from './generate/progress.js';
import { importsSaid, measureImports } from './imports/imports.js';
import { measureUpkeep } from './placement/upkeep.js';
import { measureRevising } from './revising/revising.js';
import {
  changesTable,
  clientWalkTable,
  commit,
  figuresTable,
  goalsTable,
  isChangesReached,
  isClientWalkReached,
  isRevisingReached,
  machine,
  type Report,
  revisingTable,
  upkeepTable,
} from './report.js';
import { drawVariants } from './variants.js';
import { type Work, works } from './works.js';

const sizes: Record<string, number> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };

interface Options {
  url: string;
  sizes: string[];
  works: Work[];
  rounds: number;
  seconds: number;
  fresh?: boolean;
  keep: boolean;
  loadOnly?: boolean;
  changes?: boolean;
  clientWalk?: boolean;
  imports?: boolean;
  withheld?: boolean;
  revising?: boolean;
  json?: string;
}

const listOf =
  <Name extends string>(known: readonly Name[]) =>
  (text: string): Name[] => {
    if (text === 'none') return [];
    const names = text.split(',') as Name[];
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw new InvalidArgumentError(`"${unknown}" is none of ${known.join(', ')}.`);
    return names;
  };

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('Give a number above 0.');
  return number;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

async function bench(options: Options): Promise<void> {
  const report: Report = {
    machine: machine(),
    commit: commit(),
    works: [],
    placement: [],
    changes: [],
    clientWalks: [],
    revising: [],
    loads: [],
  };
  for (const size of options.sizes) {
    const listings = sizes[size]!;
    const name = `hbl_bench_${size}`;
    const { url, seconds } = await loadDatabase(
      options.url,
      name,
      listings,
      options.fresh ?? false,
      new Progress(size),
    );
    say(
      seconds === null ? `${size} ${name} is there` : `${size} loaded in ${seconds.toFixed(0)} s`,
    );
    report.loads.push({ listings, seconds });
    if (options.loadOnly) continue;
    if (options.works.length > 0)
      report.works.push(
        ...(await compareAll({
          url,
          listings,
          works: options.works,
          timing: options,
          plansFolder: `bench/plans/${size}`,
          told: (line) => say(`${size} ${line}`),
        })),
      );
    if (options.works.includes('placement')) {
      say(`${size} the index of placements`);
      const { placement } = await withClient(url, (client) => drawVariants(client, listings));
      report.placement.push(await measureUpkeep(url, listings, placement));
    }
    if (options.changes) {
      say(`${size} the feed of changes`);
      report.changes.push(await measureChanges(url, listings));
    }
    if (options.clientWalk) {
      say(`${size} all listings by the client`);
      report.clientWalks.push(await measureClientWalk(url, listings));
    }
    if (options.revising) {
      say(`${size} W4 revisions`);
      report.revising.push(
        await measureRevising(url, listings, options, (line) => say(`${size} ${line}`)),
      );
    }
    if (options.imports) {
      say(`${size} a spreadsheet`);
      process.stdout.write(
        `${size}: ${importsSaid(await measureImports(url, { withheld: options.withheld ?? false }))}\n`,
      );
    }
    if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
    if (!options.keep) await dropDatabase(options.url, name);
  }
  const { works: all, changes, clientWalks, revising } = report;
  if (all.length + changes.length + clientWalks.length + revising.length === 0) return;
  process.stdout.write(`${report.machine}, commit ${report.commit}\n\n`);
  if (changes.length > 0) {
    process.stdout.write(`${changesTable(changes)}\n\n`);
    if (!changes.every(isChangesReached)) process.exitCode = 1;
  }
  if (report.clientWalks.length > 0) {
    process.stdout.write(`${clientWalkTable(report.clientWalks)}\n\n`);
    if (!report.clientWalks.every(isClientWalkReached)) process.exitCode = 1;
  }
  if (revising.length > 0) {
    process.stdout.write(`${revisingTable(revising)}\n\n`);
    if (!revising.every(isRevisingReached)) process.exitCode = 1;
  }
  if (report.works.length === 0) return;
  process.stdout.write(`${figuresTable(report.works)}\n\n${goalsTable(report.works)}\n`);
  if (report.placement.length > 0) process.stdout.write(`\n${upkeepTable(report.placement)}\n`);
}

async function dropDatabase(base: string, name: string): Promise<void> {
  await withClient(base, (client) => client.query(`drop database ${name} with (force)`));
}

await new Command('bench')
  .description(
    'Our server beside hand-written statements and PostGraphile, over generated directories.',
  )
  .option(
    '--url <url>',
    'a PostgreSQL whose user may create databases',
    'postgres://harborlight:harborlight@localhost/postgres',
  )
  .option(
    '--sizes <list>',
    `listings: ${Object.keys(sizes).join(', ')}`,
    listOf(Object.keys(sizes)),
    ['10k', '100k'],
  )
  .option('--works <list>', `works: ${works.join(', ')}; or none`, listOf(works), [...works])
  .option('--rounds <number>', 'rounds of each work, interleaved; medians count', positive, 4)
  .option('--seconds <number>', 'seconds of each round', positive, 4)
  .option('--json <file>', 'also write the figures there')
  .option('--fresh', 'generate anew what is there')
  .option('--no-keep', 'drop each database when it was measured')
  .option('--changes', 'also walk all changes, and look at what telling them costs')
  .option('--client-walk', 'also walk all listings by the client, as it is published')
  .option('--revising', 'also W4: revise listings, beside a function of PostGraphile')
  .option('--imports', 'also try a spreadsheet of 20,000 rows')
  .option(
    '--withheld',
    'of an organization that withholds an address: each text of the sheet is held against it',
  )
  .option('--load-only', 'generate, and measure nothing')
  .action(bench)
  .parseAsync();
