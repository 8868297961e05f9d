import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Encoding, FileRow, SheetForm } from './sheet.js';
import { notRead, SheetRefusal } from './sheet-refusal.js';

/** A sheet of the largest size is read in some ten seconds. */
const READ_TIMEOUT_MS = 120_000;
const MEMORY_MB = 768;

/** A file as it was sent. */
export interface SheetFile {
  form: SheetForm;
  encoding: Encoding;
  bytes: Uint8Array;
}

/** A sheet that was read, and hands its rows over some hundred at a time. */
export interface OpenSheet {
  header: FileRow;
  /** Rows below the header. */
  total: number;
  /** The next of them; none when all were handed over. */
  next(): Promise<FileRow[]>;
  close(): Promise<void>;
}

type Told =
  | { header: FileRow | null; total: number }
  | { code: SheetRefusal['code']; message: string }
  | FileRow[];

/**
 * Reads a file in a thread of its own: what is strange of it keeps nobody else from being answered, and what does not end, or
 * grows without measure, ends with that thread.
 * @throws SheetRefusal
 */
export async function openSheet(file: SheetFile): Promise<OpenSheet> {
  const worker = new Worker(new URL('./sheet.worker.js', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  // Whoever waits for it hears of it; that nobody waits must not end the server.
  worker.on('error', () => undefined);
  const close = async () => void (await worker.terminate());
  const heard = async (): Promise<Told> => {
    try {
      const [told] = (await once(worker, 'message', {
        signal: AbortSignal.timeout(READ_TIMEOUT_MS),
      })) as [Told];
      return told;
    } catch (error) {
      throw tooMuch(error);
    }
  };
  try {
    const told = await heard();
    if ('code' in told) notRead(told.code, told.message);
    if (Array.isArray(told)) throw new Error('Rows came before their header.');
    const { header, total } = told;
    if (header === null) notRead('NO_HEADER', 'The sheet is empty.');
    let left = total;
    const next = async (): Promise<FileRow[]> => {
      if (left === 0) return [];
      const answer = heard();
      worker.postMessage('next', []);
      const rows = (await answer) as FileRow[];
      left -= rows.length;
      return rows;
    };
    return { header, total, next, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Of a thread that ran out of memory or of time; anything else is a fault of ours. */
function tooMuch(error: unknown): unknown {
  const { code, name } = error as { code?: string; name?: string };
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || name === 'AbortError'
    ? new SheetRefusal('TOO_LARGE', 'The sheet takes too long to read. Send it in parts.')
    : error;
}
