import DataLoader from 'dataloader';
import type { Changing } from './changing.js';
import type { Cursors } from './cursor.js';
import type { Reader } from './sql.js';
import type { Viewer } from './viewer.js';

/** Languages that texts for people come in. Codes never change with them. */
export type TextLanguage = 'en' | 'es';

/** One request: who asks, when, in which language, and what it may read with. */
export interface Asking {
  viewer: Viewer;
  /** The one clock of the request. */
  now: Date;
  language: TextLanguage;
  read: Reader;
  /** One change, all of it or nothing; only mutations use it. */
  change<Result>(work: (changing: Changing) => Promise<Result>): Promise<Result>;
  cursors: Cursors;
  batches: Map<string, DataLoader<string, unknown>>;
}

/**
 * Everything of one kind that one level of a request needs, fetched together.
 * @param name what is fetched, with whatever it depends on besides the key
 */
export function batched<Value>(
  asking: Asking,
  name: string,
  fetch: (keys: readonly string[]) => Promise<Map<string, Value>>,
): (key: string) => Promise<Value | null> {
  let loader = asking.batches.get(name) as DataLoader<string, Value | null> | undefined;
  if (!loader) {
    loader = new DataLoader(async (keys) => {
      const found = await fetch(keys);
      return keys.map((key) => found.get(key) ?? null);
    });
    asking.batches.set(name, loader as DataLoader<string, unknown>);
  }
  return (key) => loader.load(key);
}
