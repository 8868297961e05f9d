import { createHash } from 'node:crypto';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { textsOf } from './texts.js';

/**
 * A plugin of GraphQL Code Generator: every operation by the SHA-256 of its text, in the form of Apollo's persisted
 * query manifests, which servers, gateways and the clients for Swift and Kotlin read and write.
 */
export function plugin(_schema: GraphQLSchema, files: { document?: DocumentNode }[]): string {
  const operations = textsOf(files)
    .map(({ name, type, body }) => ({
      id: createHash('sha256').update(body).digest('hex'),
      name,
      type,
      body,
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
