import { parentPort, workerData } from 'node:worker_threads';
import type { Encoding, FileRow, SheetForm } from './sheet.js';
import { SheetRefusal } from './sheet-refusal.js';

const CHUNK_ROWS = 500;

/** Reads one file, apart from whoever is answered meanwhile, and hands its rows over as they are asked for. */
const { bytes, form, encoding } = workerData as {
  bytes: Uint8Array;
  form: SheetForm;
  encoding: Encoding;
};
const port = parentPort!;
try {
  const rows = await read();
  const [header, ...others] = rows;
  port.postMessage({ header: header ?? null, total: others.length });
  let at = 0;
  port.on('message', () => {
    port.postMessage(others.slice(at, (at += CHUNK_ROWS)));
    if (at >= others.length) port.close();
  });
} catch (error) {
  if (!(error instanceof SheetRefusal)) throw error;
  port.postMessage({ code: error.code, message: error.message });
}

async function read(): Promise<FileRow[]> {
  if (form === 'CSV') return (await import('./read-csv.js')).readCsv(bytes, encoding);
  return (await import('./read-xlsx.js')).readXlsx(bytes);
}
