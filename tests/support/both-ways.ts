import { test } from 'node:test';
import type { Directory } from './directory.js';

/**
 * A test that is run twice: placements searched by SQL, and by an index that follows the changes.
 * @param work is told whether the index follows
 */
export function testBothWays(
  directory: Directory,
  name: string,
  work: (follows: boolean) => Promise<void>,
): void {
  const { placements } = directory.house;
  test(`${name} (by SQL)`, () => work(false));
  test(`${name} (by the index)`, async () => {
    await placements.follow();
    try {
      await work(true);
    } finally {
      await placements.stop();
    }
  });
}
