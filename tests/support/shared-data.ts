import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../../shared/data');

/** Data that others wrote, kept beside the repository and never in it: a file's path there. */
export const sharedFile = (path: string): string => join(folder, path);

/** Why a test that needs the file is skipped: false where it is there. */
export const withoutShared = (path: string): string | false =>
  existsSync(sharedFile(path)) ? false : `needs ${SHARED}${path}`;

/** How a skip for want of such a file begins: a fresh machine has only the repository. */
export const SHARED = '../shared/data/';
