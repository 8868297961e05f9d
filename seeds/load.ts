import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Changing } from '../src/kernel/index.js';
import { loadFacts } from './load/facts.js';
import { Known } from './load/known.js';
import { loadSampleFile } from './load/sample.js';

/** Where the data files lie: beside this file's source, whatever folder it was built into. */
export const seedsFolder = join(
  import.meta.dirname,
  import.meta.dirname.includes(`${join('dist', 'seeds')}`) ? '../../seeds' : '.',
);

export interface SeedReport {
  entered: number;
  unchanged: number;
  /** What changed in a file, and was left as it is: people keep it. */
  left: number;
}

/**
 * Loads the network's data files through the commands of the house, each file as one unit of work. Again
 * changes nothing that has not changed in a file, nor anything that people keep by now.
 * @param inOne runs one unit of work: all of it, or nothing of it
 * @param sample whether the invented files are loaded too, or only what is real
 */
export async function loadSeeds(
  inOne: <Result>(work: (changing: Changing) => Promise<Result>) => Promise<Result>,
  { sample: wanted }: { sample: boolean },
  told: (file: string, done: number, total: number, entered: number) => void = () => undefined,
  folder = seedsFolder,
): Promise<SeedReport> {
  const regions = readdirSync(join(folder, 'sample'))
    .filter((file) => file.endsWith('.json'))
    .sort();
  // The library and the statewide services name nothing of a region, and the library's publisher is statewide.
  const sample = [
    'statewide.json',
    ...regions.filter((file) => file !== 'statewide.json' && file !== 'library.json'),
    'library.json',
  ].filter((file) => wanted && regions.includes(file));
  const report = { entered: 0, unchanged: 0, left: 0 };
  const total = sample.length + 1;
  const run = async (file: string, index: number, load: (known: Known) => Promise<void>) => {
    const entered = await inOne(async (changing) => {
      const known = await Known.read(changing);
      await load(known);
      report.entered += known.entered;
      report.unchanged += known.unchanged;
      report.left += known.left;
      return known.entered;
    });
    told(file, index + 1, total, entered);
  };
  await run('facts', 0, (known) => loadFacts(join(folder, 'facts'), known));
  for (const [index, file] of sample.entries()) {
    await run(file, index + 1, (known) =>
      loadSampleFile(readJson(join(folder, 'sample', file)), known),
    );
  }
  return report;
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as never;
