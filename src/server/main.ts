#!/usr/bin/env node
import { wordsOf } from './command-line/advice.js';
import { program } from './command-line/program.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  await program(say).parseAsync();
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = 1;
}
