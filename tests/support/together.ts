import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { cpuUsed, writtenCost } from './cost.js';

const folder = join(import.meta.dirname, '..');

const [msMax, ...files] = process.argv.slice(2);

/**
 * Tries the test files that are named, after how long each may take, one after another in this process: each opens
 * its own database, but what all of them are made of is loaded and compiled once. A file is a suite, so that its
 * hooks are its own.
 */
for (const file of files) {
  await test(file, async (whole) => {
    const [begun, used] = [performance.now(), cpuUsed()];
    await whole.test(file, { timeout: Number(msMax) }, () => {
      suite(file, () => import(pathToFileURL(join(folder, file)).href));
    });
    const ms = Math.round(performance.now() - begun);
    whole.diagnostic(writtenCost({ file, ms, cpuMs: cpuUsed() - used }));
  });
}
