import assert from 'node:assert/strict';
import type { CountyShapes } from '../../src/geography/index.js';
import { sql, type Asking } from '../../src/kernel/index.js';
import { Placements } from '../../src/placement/index.js';
import type { Found, PlacementQuestion } from '../../src/placement/question.js';
import type { Prepared } from '../../src/placement/prepare.query.js';
import { ask } from '../../src/server/context.js';
import type { Directory } from './directory.js';

type Prepare<Input> = (
  page: { input: Input; first: number },
  asked: ReadonlySet<string>,
  shapes: CountyShapes,
  asking: Asking,
) => Promise<Prepared>;

/**
 * Both forms of the search over one directory. Whoever opens them stops `indexed`: an index that follows
 * would keep the process from ending.
 */
export async function openBothForms({ database, house }: Directory) {
  const indexed = new Placements(database.read, {
    listen: database.listen,
    channels: ['harborlight_placement'],
  });
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
  /** An input made ready by `prepareHousing` or `prepareServices`, of which so many are wanted. */
  const questionOf =
    <Input>(prepare: Prepare<Input>) =>
    async (input: Input, asked: string[], limit: number) => {
      const page = { input, first: 20 };
      const { question, seeker, clock } = await prepare(page, new Set(asked), shapes, ask(house));
      return { question: { ...question, limit }, seeker, clock };
    };
  return { indexed, both, questionOf, nations: nations.map(({ id }) => id) };
}
