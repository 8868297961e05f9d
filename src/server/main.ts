#!/usr/bin/env node
import { Refusal } from '../kernel/index.js';
import { program } from './command-line/program.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  await program(say).parseAsync();
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = 1;
}

/** A refusal in its own words; of anything else its kind, its code and what to do. */
function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return 'INTERNAL: something went wrong. Run "harborlight doctor".';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  if (code === ' EADDRINUSE') {
    return 'UNAVAILABLE: the port is in use. Stop what listens there, or set PORT to another.';
  }
  const where =
    error.stack
      ?.split('\n')
      .find((line) => /^\s+at .*dist/.test(line))
      ?.trim() ?? '';
  return `INTERNAL: ${error.name}${code} ${where}. Run "harborlight doctor": it says what is missing.`;
}
