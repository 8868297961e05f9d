import assert from 'node:assert/strict';
import { sql } from '../../src/kernel/index.js';
import { Placements } from '../../src/placement/index.js';
import type { Found, PlacementQuestion } from '../../src/placement/question.js';
import { openHouse } from '../../src/server/context.js';
import type { Directory } from './directory.js';

/**
 * Both forms of the search over one directory. Whoever opens them stops `indexed`: an index that follows
 * would keep the process from ending.
 */
export async function openBothForms({ database }: Directory) {
  const house = await openHouse(database);
  const indexed = new Placements(database.read, database.listen);
  await indexed.follow();
  const bySql = new Placements(database.read);
  const shapes = await bySql.shapes();
  const nations = await database.read.rows<{ id: string }>(
    sql`select id from pub.tribal_nation order by id`,
  );
  /** What both answer alike. */
  async function both(question: PlacementQuestion): Promise<Found> {
    // A machine that is busy may have let the index fall behind; then it would be SQL beside SQL.
    if (indexed.status().state !== 'READY') await indexed.settle();
    assert.equal(indexed.status().state, 'READY');
    const one = await indexed.search(question);
    assert.deepEqual(one, await bySql.search(question));
    return one;
  }
  return { house, indexed, both, shapes, nations: nations.map(({ id }) => id) };
}
