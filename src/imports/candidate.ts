import type { RowAction } from './import.js';
import type { Statement } from '../history/index.js';

/** A row that would be new, as far as it is compared with what is there. */
export interface Candidate {
  line: number;
  name: string;
  /** E.164. */
  phones: string[];
  sites: string[];
}

/** What is known of a row, however it was read. */
interface Compared {
  line: number;
  action: RowAction;
  name: string | null;
  named: Statement | null;
}

/** Those of some rows that would be new. */
export const candidatesIn = (rows: readonly Compared[]): Candidate[] =>
  rows.flatMap(({ line, action, name, named }) => {
    if (action !== 'NEW' || name === null) return [];
    const phones = (named?.['phones'] ?? []) as { number: string }[];
    const sites = (named?.['siteIds'] ?? []) as string[];
    return [{ line, name, phones: phones.map(({ number }) => number), sites }];
  });
