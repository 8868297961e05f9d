import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { begin, commandEnvironment } from '../support/command.js';
import { emptyForCommands } from '../support/template.js';

const place = await emptyForCommands();
after(() => place.remove());

const harborlight = (...args: string[]) =>
  begin(args, { ...commandEnvironment, ...place.env }).ended;

test('the host says for how long reports of beds hold, by kind, and reads it', async () => {
  const standard = await harborlight('reports', 'list');
  assert.match(standard.out, /^EMERGENCY_SHELTER +12 hours$/m);
  assert.match(standard.out, /^PERMANENT_SUPPORTIVE +336 hours$/m);
  const set = await harborlight('reports', 'hold', 'EMERGENCY_SHELTER', '6');
  assert.equal(set.code, 0, set.out);
  assert.match(set.out, /EMERGENCY_SHELTER hold for 6 hours from now on.*it was 12\./);
  const then = await harborlight('reports', 'list');
  assert.match(then.out, /^EMERGENCY_SHELTER +6 hours$/m);
  const examined = await harborlight('doctor');
  assert.match(examined.out, /Reports of beds hold, in hours: EMERGENCY_SHELTER 6, /);
});

test('a mistake says what to do', async () => {
  for (const [args, words] of [
    [['CASTLE', '6'], /Allowed choices are EMERGENCY_SHELTER/],
    [['SAFE_HOUSE', 'long'], /INVALID: hours: Say whole hours, from 1 to 8760/],
    [['SAFE_HOUSE'], /missing required argument 'hours'/],
  ] as const) {
    const { code, out } = await harborlight('reports', 'hold', ...args);
    assert.notEqual(code, 0, args.join(' '));
    assert.match(out, words);
  }
  assert.match((await harborlight('reports', 'list')).out, /^SAFE_HOUSE +24 hours$/m);
});
