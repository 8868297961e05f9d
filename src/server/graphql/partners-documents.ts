import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { Refusal } from '../../kernel/index.js';
import { idOf, type TrustedDocument } from './trusted.js';

/** As Apollo's tools and ours write it; what else they put there is let be. */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), name: z.string(), body: z.string().min(1) })),
});

/** What is asked by programs that partners wrote. */
export interface PartnersDocuments {
  documents: TrustedDocument[];
  /** Each of those that this contract does not answer, by file and name, and why. */
  warnings: string[];
}

/**
 * The documents of every manifest in a folder, `*.json`.
 * @throws Refusal `INVALID` where the folder cannot be read, a file is no manifest, or an id is another text's
 */
export function readPartnersDocuments(folder: string, schema: GraphQLSchema): PartnersDocuments {
  const all = filesIn(folder).flatMap((file) => {
    const { data, error } = manifest.safeParse(jsonIn(join(folder, file)));
    if (!data) throw unusable(file, error.issues.map(wordsOf).join('; '));
    return data.operations.map((operation) => ({ file, ...operation }));
  });
  for (const { file, id, name, body } of all) {
    if (idOf(body) !== id)
      throw unusable(file, `the id of ${name} is not the SHA-256 of its text. Write it anew.`);
  }
  const warnings = all.flatMap(({ file, name, body }) => {
    const why = faultOf(schema, body);
    return why === null ? [] : [`${file}: ${name} is not answered by this contract: ${why}`];
  });
  return { documents: all, warnings };
}

const unusable = (what: string, why: string) =>
  new Refusal('INVALID', `HARBORLIGHT_TRUSTED_DOCUMENTS: ${what}: ${why}`);
const wordsOf = ({ path, message }: { path: PropertyKey[]; message: string }) =>
  `${path.join('.') || 'all of it'}: ${message}`;

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    throw unusable(folder, 'there is no such folder, or it may not be read.');
  }
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw unusable(path, 'it is no JSON, or may not be read.');
  }
}

function faultOf(schema: GraphQLSchema, body: string): string | null {
  try {
    return validate(schema, parse(body))[0]?.message ?? null;
  } catch (error) {
    return (error as Error).message;
  }
}
