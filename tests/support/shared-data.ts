import { join } from 'node:path';

/** Data that others wrote, kept beside the repository; a test that needs it skips aloud without it. */
export const sharedData = join(import.meta.dirname, '../../../../shared/data');
