import { mkdir, writeFile } from 'node:fs/promises';
import { type Contender, start } from '../contenders.js';
import { isWorstCase, type Variant, type Work } from '../works.js';
import { watch } from './watcher.js';

const WARMING_REQUESTS = 20;
const COUNTED_REQUESTS = 50;
/** Of worst cases, which take seconds: enough that a plan for all parameters may have been made. */
const WORST_REQUESTS = 6;

export type Counts = Partial<Record<Work, number>>;

/** Plans are told to a superuser alone: our logins of fewer rights are not let in with what asks for them. */
const withOneLogin = (contender: Contender): Contender => ({
  ...contender,
  environment: { ...contender.environment, HARBORLIGHT_ONE_LOGIN: 'yes' },
});

/**
 * Statements that a contender sends for one request, counted on the wire, and the plan of each: what the
 * database did, not what someone thinks it does. Begin and commit count as statements.
 */
export async function watchStatements(
  contender: Contender,
  databaseUrl: string,
  works: readonly Work[],
  variants: Record<Work, Variant[]>,
  plansFolder: string,
): Promise<Counts> {
  const watcher = await watch(databaseUrl);
  const counts: Counts = {};
  try {
    const running = await start(withOneLogin(contender), watcher.url(databaseUrl));
    try {
      await contender.prepare?.(running, variants.directory);
      for (const work of works) {
        const bodies = variants[work].map((variant) => contender.body(work, variant));
        const body = (index: number) => bodies[index % bodies.length]!;
        const [warming, counted] = isWorstCase(work)
          ? [WORST_REQUESTS, WORST_REQUESTS]
          : [WARMING_REQUESTS, COUNTED_REQUESTS];
        for (let index = 0; index < warming; index++) await running.ask(body(index));
        watcher.statements = 0;
        for (let index = 0; index < counted; index++) await running.ask(body(index));
        counts[work] = watcher.statements / counted;
        watcher.plans = [];
        await running.ask(body(1));
        await writePlans(`${plansFolder}/${work}-${contender.name}.txt`, body(1), watcher.plans);
      }
    } finally {
      await running.stop();
    }
  } finally {
    await watcher.stop();
  }
  return counts;
}

async function writePlans(file: string, body: string, plans: string[]): Promise<void> {
  if (plans.length === 0) return;
  await mkdir(file.slice(0, file.lastIndexOf('/')), { recursive: true });
  await writeFile(file, `Request: ${body}\n\n${plans.join('\n\n')}\n`);
}
