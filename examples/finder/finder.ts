import { createInterface } from 'node:readline/promises';
import { stdin, stdout } from 'node:process';
import { createClient, findHousing, HarborlightError } from '@harborlight/client';
import { askWhatMatters } from './ask.js';
import { linesOf } from './tell.js';

// What is told of her is sent, answered, and gone: it is written nowhere, and no line of it is an argument of a command,
// where a shell would keep it.
const url = process.env['HARBORLIGHT_URL'] ?? 'http://localhost:4000/graphql';
const terminal = createInterface({ input: stdin, output: stdout, historySize: 0 });
try {
  const input = await askWhatMatters(terminal);
  const { findHousing: found } = await createClient({ url }).ask(findHousing, { input, first: 5 });
  const matches = found?.nodes ?? [];
  if (matches.length === 0)
    console.log('\nNothing is told that fits. Call your regional navigator.');
  for (const match of matches) console.log(`\n${linesOf(match).join('\n')}`);
} catch (error) {
  if (!(error instanceof HarborlightError || error instanceof RangeError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
} finally {
  terminal.close();
}
