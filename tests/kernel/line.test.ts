import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { Line } from '../../src/kernel/line.js';
import { openDirectory } from '../support/directory.js';
import { watching } from '../support/failing.js';
import { until } from '../support/wait.js';

const AT_ONCE = 2;
const IN_LINE = 32;
const WAIT_MS = 30_000;

test('so many work at once, the rest in their order, and no more wait than may', async () => {
  const line = new Line(2, 3, 'Too many are here.');
  const begun: number[] = [];
  const end: (() => void)[] = [];
  const work = (number: number) =>
    line.through(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => (end[number] = resolve));
      if (number === 1) throw new Error('one fails');
      return number;
    });
  const all = [0, 1, 2, 3, 4].map(work);
  await assert.rejects(work(5), { code: 'UNAVAILABLE' });
  assert.deepEqual(begun, [0, 1]);
  end[1]!();
  await assert.rejects(all[1]!, /one fails/);
  await setImmediate();
  assert.deepEqual(begun, [0, 1, 2], 'what fails makes room too');
  all.push(work(5));
  for (const number of [0, 2, 3, 4, 5]) {
    end[number]!();
    await setImmediate();
  }
  const ended = [...all.slice(0, 1), ...all.slice(2)];
  assert.deepEqual(await Promise.all(ended), [0, 2, 3, 4, 5]);
  assert.deepEqual(begun, [0, 1, 2, 3, 4, 5]);
});

test('while an index is not there, two search at once, others wait, and beyond a line are told so', async () => {
  const directory = await openDirectory();
  const question = '{ findHousing(input: {}, first: 1) { edges { node { verdict } } } }';
  let searching = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const held = async ({ text }: { text: string }) => {
    if (!/from pub\.placement p where true and p\.type/.test(text)) return;
    searching += 1;
    await opened;
  };
  await watching(directory.questions, held, async () => {
    let busy = 0;
    const asking = Array.from({ length: AT_ONCE + IN_LINE + 1 }, async () => {
      const answer = await directory.ask(question);
      const isBusy = answer.body.errors?.[0]?.extensions.code === 'UNAVAILABLE';
      busy += isBusy ? 1 : 0;
      assert.equal(answer.headers['retry-after'], isBusy ? '5' : undefined);
      assert.equal(answer.body.errors?.length ?? 0, isBusy ? 1 : 0, answer.text);
    });
    const isFull = async () => busy > 0 && searching >= AT_ONCE;
    assert.ok((await until(isFull, WAIT_MS)) < WAIT_MS, 'one too many is told so');
    assert.equal(searching, AT_ONCE);
    open();
    await Promise.all(asking);
    assert.equal(busy, 1);
    assert.ok(searching >= AT_ONCE + IN_LINE);
  });
});
