import { createInterface } from 'node:readline/promises';
import { stdin, stdout } from 'node:process';
import { createClient, findHousing, HarborlightError } from '@harborlight/client';
import { askWhatMatters } from './ask.js';
import { linesOf } from './tell.js';

// What is told of her is sent, answered, and gone: it is written nowhere, and no line of it is an argument of a command,
// where a shell would keep it.
const url = process.env['HARBORLIGHT_URL'] || 'http://localhost:4000/graphql';
const terminal = createInterface({ input: stdin, output: stdout, historySize: 0 });
// Whoever breaks off wants nothing sent.
const STOPPED = 130;
terminal.on('SIGINT', () => process.exit(STOPPED));
try {
  const client = createClient({ url });
  const input = await askWhatMatters(terminal);
  const { findHousing: found } = await client.ask(findHousing, { input, first: 5 });
  const matches = found?.nodes ?? [];
  if (matches.length === 0)
    console.log('\nNothing is told that fits. Call your regional navigator.');
  for (const match of matches) console.log(`\n${linesOf(match).join('\n')}`);
} catch (error) {
  const known = [HarborlightError, RangeError, TypeError];
  if (!(error instanceof Error && known.some((one) => error instanceof one))) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
} finally {
  terminal.close();
}
