import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { COUNT_MAX } from '../../../src/kernel/page.js';
import { exampleText, readExamples } from './examples.js';
import { codesTable, limitsTable, scopesTable } from './tables.js';
import { everyType, rootTable } from './types.js';
import { howToAsk } from './words.js';

const examples = join(import.meta.dirname, '../../../../docs/examples');

/** A plugin of GraphQL Code Generator: the contract as a page for people, `docs/api.md`. */
export function plugin(schema: GraphQLSchema): string {
  return [
    howToAsk.replace('COUNT_MAX', COUNT_MAX.toLocaleString('en-US')).trim(),
    '## Examples',
    'Asked of the sample network, which `npm start` begins with.',
    ...readExamples(examples).map(exampleText),
    '## Questions',
    rootTable(schema, 'Query'),
    '## Changes',
    rootTable(schema, 'Mutation'),
    '## Codes',
    'In `extensions.code` of errors, and in `code` of `userErrors`. The set is closed.',
    codesTable(),
    '## Scopes of a key',
    scopesTable(),
    '## Limits',
    limitsTable(),
    everyType(schema),
    '',
  ].join('\n\n');
}
