import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readExamples } from '../../schema/contract/page/examples.js';
import { openDirectory } from '../support/directory.js';

const directory = await openDirectory();
const examples = readExamples(join(import.meta.dirname, '../../../docs/examples'));

test('every example of docs/api.md is answered as it says', async () => {
  for (const { name, query, variables, answer } of examples) {
    const { body } = await directory.ask(query, variables);
    assert.deepEqual(body, answer, `${name}: ${JSON.stringify(body, null, 2)}`);
  }
  assert.ok(examples.length >= 5);
});
