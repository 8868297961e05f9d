import type { Variant, Work } from '../works.js';
import { coverage } from './coverage.sql.js';
import { directory } from './directory.sql.js';
import { node } from './node.sql.js';

/** A hand-written statement that answers one request; its name keeps it prepared. */
export interface Statement {
  name: string;
  text: string;
  values: string[];
}

export type Form = 'plain' | 'tuned';

/** Every work but search, which may take a second statement, and the empty question, which takes none. */
export function statementOf(
  work: Work,
  form: Form,
  { region, after, zip, id }: Variant,
): Statement | null {
  switch (work) {
    case 'directory':
      return region
        ? { name: 'directory-region', text: directory[form].byRegion, values: [region] }
        : {
            name: 'directory-place',
            text: directory[form].byPlace,
            values: [after?.sortKey ?? '', after?.id ?? ''],
          };
    case 'coverage':
      return { name: 'coverage', text: coverage[form], values: [zip!] };
    case 'node':
      return { name: 'node', text: node, values: [id!] };
    default:
      return null;
  }
}
