import { run } from 'node:test';
import { join } from 'node:path';
import { readCost, type Cost } from './cost.js';

/** What the runner says of itself, and not a test of what it saw. */
const SUMMARY = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;
/** Each file is tried in a process beside others: more of them, and what one leaves behind weighs on the rest. */
const TOGETHER_MAX = 8;
const AT_ONCE = 2;

export interface Tried {
  passed: number;
  failed: number;
  skipped: string[];
  costs: Cost[];
}

/**
 * Tries files, two processes at a time. Each takes several files, fewer and fewer of them, so that both end
 * together.
 * @param msMax how long a file may take
 * @param isAlone whether a file is tried in a process of its own
 */
export async function tryFiles(
  files: readonly string[],
  msMax: number,
  isAlone: (file: string) => boolean,
): Promise<Tried> {
  const tried: Tried = { passed: 0, failed: 0, skipped: [], costs: [] };
  const left = [...files];
  const tryRest = async () => {
    while (left.length > 0) {
      const some = isAlone(left[0]!) ? 1 : Math.ceil(left.length / (2 * AT_ONCE));
      await tryTogether(left.splice(0, Math.min(some, TOGETHER_MAX)), msMax, tried);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, tryRest));
  return tried;
}

/** A file that holds tests, or that tries them, and no test of it. */
const isFile = (name: string) => /(\.test|\/together)\.js$/.test(name);

async function tryTogether(files: readonly string[], msMax: number, tried: Tried): Promise<void> {
  const stream = run({
    files: [join(import.meta.dirname, 'together.js')],
    argv: [String(msMax), ...files],
    timeout: files.length * msMax,
  });
  stream.on('test:pass', ({ name, skip, details }) => {
    if (details.type === 'suite' || isFile(name)) return;
    if (skip !== undefined) {
      tried.skipped.push(`${name} (${String(skip)})`);
      console.log(`skipped  ${name}: ${String(skip)}`);
    } else {
      tried.passed += 1;
      console.log(`ok       ${name} (${Math.round(details.duration_ms)} ms)`);
    }
  });
  stream.on('test:fail', ({ name, details, file }) => {
    const error = details.error as Error & { failureType?: string };
    // Told already, of the test that failed.
    if (error.failureType === 'subtestsFailed') return;
    tried.failed += 1;
    const { stack } = error.cause instanceof Error ? error.cause : error;
    console.log(`FAILED   ${name} (${file ?? ''})\n${String(stack)}`);
  });
  stream.on('test:diagnostic', ({ message }) => {
    const cost = readCost(message);
    if (cost) tried.costs.push(cost);
    else if (!SUMMARY.test(message)) console.log(`         ${message}`);
  });
  stream.on('test:stderr', ({ message }) => process.stdout.write(message));
  await new Promise((resolve) => stream.on('end', resolve).resume());
  // Its process ended before it came to them.
  for (const file of files.filter((name) => !tried.costs.some((cost) => cost.file === name))) {
    tried.failed += 1;
    console.log(`FAILED   ${file}: not tried to its end`);
  }
}
