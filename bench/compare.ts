import { type Contender, type Running, start, takesPart } from './contenders.js';
import { floor, floorTuned } from './floor/contender.js';
import { withClient } from './generate/connections.js';
import { measureWork, type Timing } from './measure/rounds.js';
import { compareAnswers, type Sameness } from './measure/same-answers.js';
import { type Counts, watchStatements } from './measure/statements.js';
import { ours, unguarded } from './ours/contender.js';
import { postgraphile } from './postgraphile/contender.js';
import { functions } from './postgraphile/functions.sql.js';
import type { Result } from './report.js';
import { drawVariants } from './variants.js';
import type { Variant, Work } from './works.js';

/** The floor first: the others' answers are compared with its. */
const contenders = [floor, floorTuned, postgraphile, ours, unguarded];

export interface Comparison {
  url: string;
  listings: number;
  works: readonly Work[];
  timing: Timing;
  plansFolder: string;
  told: (line: string) => void;
}

/** All contenders side by side over one database. */
export async function compareAll(comparison: Comparison): Promise<Result[]> {
  const { url, listings, works, timing, plansFolder, told } = comparison;
  const variants = await withClient(url, async (client) => {
    // Compiling plans costs statements as short as these more than it gains: nobody's are.
    await client.query(`alter database ${client.database} set jit = off`);
    await addFunctions(client);
    return drawVariants(client, listings);
  });
  const counts = new Map<string, Counts>();
  for (const contender of contenders) {
    told(`statements and plans of ${contender.name}`);
    await tolerant(contender, told, async () =>
      counts.set(
        contender.name,
        await watchStatements(
          contender,
          url,
          works.filter((work) => takesPart(contender, work)),
          variants,
          plansFolder,
        ),
      ),
    );
  }
  const running: [Contender, Running][] = [];
  try {
    for (const contender of contenders) {
      await tolerant(contender, told, async () => {
        const process = await start(contender, url);
        running.push([contender, process]);
        await contender.prepare?.(process, variants.directory);
      });
    }
    const results: Result[] = [];
    for (const work of works) {
      const taking = running.filter(([contender]) => takesPart(contender, work));
      const sameAnswers = await compareWith(work, variants[work], taking, told);
      const figures = await measureWork(work, variants[work], taking, url, timing, told);
      results.push(resultOf(work, listings, figures, counts, sameAnswers));
    }
    return results;
  } finally {
    await Promise.all(running.map(([, process]) => process.stop()));
  }
}

/** One contender that cannot be measured does not keep the others from it; it is said aloud. */
async function tolerant(
  contender: Contender,
  told: (line: string) => void,
  work: () => Promise<unknown>,
) {
  try {
    await work();
  } catch (error) {
    told(`**** ${contender.name.toUpperCase()} IS LEFT OUT: ${String(error).slice(0, 1_000)}`);
  }
}

async function addFunctions(client: {
  query(text: string): Promise<{ rows: unknown[] }>;
}): Promise<void> {
  const marker = functions.join(';').length;
  const { rows } = await client.query(
    `select from pg_type where oid = to_regtype('pub.bench_functions_${marker}')`,
  );
  if (rows.length > 0) return;
  await client.query(`do $$ declare found record; begin
    for found in select oid::regprocedure as name from pg_proc where pronamespace = 'pub'::regnamespace
      and (proname like 'bench%' or proname like '%told%' or proname like 'zip\\_%'
        or proname in ('county_region', 'region_navigators', 'listing_summary'))
    loop execute 'drop function ' || found.name || ' cascade'; end loop;
    for found in select oid::regtype as name from pg_type where typnamespace = 'pub'::regnamespace
      and typtype = 'c' and (typname like 'bench%' or typname like 'told\\_%')
    loop execute 'drop type ' || found.name || ' cascade'; end loop; end $$`);
  for (const statement of functions) await client.query(statement);
  await client.query(`create type pub.bench_functions_${marker} as ()`);
}

async function compareWith(
  work: Work,
  variants: readonly Variant[],
  [reference, ...others]: [Contender, Running][],
  told: (line: string) => void,
): Promise<Record<string, Sameness>> {
  const found: Record<string, Sameness> = {};
  for (const other of reference ? others : []) {
    const { name } = other[0];
    await tolerant(other[0], told, async () => {
      const sameness = await compareAnswers(work, variants, reference!, other);
      found[name] = sameness;
      if (sameness.differing > 0) {
        told(
          `**** ${work}: ${sameness.differing} of ${sameness.asked} answers of ${name} differ from ` +
            `those of ${reference![0].name}. The first: ${sameness.example}`,
        );
      }
    });
  }
  return found;
}

function resultOf(
  work: Work,
  listings: number,
  figures: Awaited<ReturnType<typeof measureWork>>,
  counts: ReadonlyMap<string, Counts>,
  sameAnswers: Record<string, Sameness>,
): Result {
  const rate = (name: string) => figures.get(name)?.requestsPerSecond ?? null;
  const ratio = (name: string) => {
    const [mine, theirs] = [rate('ours'), rate(name)];
    return mine !== null && theirs !== null ? mine / theirs : null;
  };
  const statements = (name: string) => counts.get(name)?.[work] ?? null;
  return {
    work,
    listings,
    ours: rate('ours'),
    floor: rate('floor'),
    floorTuned: rate('floorTuned'),
    postgraphile: rate('postgraphile'),
    unguarded: rate('unguarded'),
    ratioToFloor: ratio('floor'),
    ratioToFloorTuned: ratio('floorTuned'),
    ratioToPostgraphile: ratio('postgraphile'),
    ratioToUnguarded: ratio('unguarded'),
    p50Ms: figures.get('ours')?.p50Ms ?? null,
    p99Ms: figures.get('ours')?.p99Ms ?? null,
    statementsPerRequest: statements('ours'),
    each: Object.fromEntries(
      [...figures].map(([name, { p50Ms, p99Ms }]) => [
        name,
        { p50Ms, p99Ms, statementsPerRequest: statements(name) },
      ]),
    ),
    sameAnswers,
  };
}
