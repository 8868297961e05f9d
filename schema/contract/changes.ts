import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isDay } from '../../src/server/graphql/deprecation.js';

const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a version, as "0.2.0"');

const form = z.strictObject({
  version,
  date: z.string().refine(isDay, 'must be a day, as "2027-01-04"'),
  why: z.string().trim().min(1),
  breaks: z
    .array(z.strictObject({ change: z.string().regex(/^[A-Z_]+$/), path: z.string().min(1) }))
    .min(1),
});

/** A file of `schema/changes`: what breaks with which version, from when, and why. */
export interface ChangeFile extends z.infer<typeof form> {
  file: string;
}

/** @throws Error naming the file and what is wrong with it */
export function readChangeFile(file: string, text: string): ChangeFile {
  const { success, data, error } = form.safeParse(parse(text));
  if (!success) {
    const wrong = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`${file}: ${wrong.join('; ')}`);
  }
  return { file, ...data };
}

export const readChanges = (folder: string): ChangeFile[] =>
  globSync('*.yml', { cwd: folder })
    .sort()
    .map((file) => readChangeFile(file, readFileSync(join(folder, file), 'utf8')));
