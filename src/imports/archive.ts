import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { ENTRIES_MAX, UNPACKED_BYTES_MAX } from './sheet.js';
import { notRead, SheetRefusal } from './sheet-refusal.js';

const STORED = 0;
const DEFLATED = 8;
/** Of a file's mode in the upper half of its attributes: what kind it is, and that it is a link. */
const UNIX_MODE_SHIFT = 16;
const KIND_OF_FILE = 0o170000;
const LINK = 0o120000;

const broken = (): never =>
  notRead('MALFORMED', 'The file is no whole XLSX workbook. Save it again, and send that.');

/**
 * An archive whose table of contents was looked through before anything of it is unpacked, and that unpacks to no more than it
 * says there: what does not is refused as it comes.
 */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws SheetRefusal */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) =>
      fromBuffer(
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        { lazyEntries: true, strictFileNames: true, validateEntrySizes: true },
        (error, opened) => (error ? reject(error) : resolve(opened)),
      ),
    ).catch(broken);
    if (zip.entryCount > ENTRIES_MAX) {
      notRead('TOO_LARGE', 'The workbook has more than 1,000 parts.');
    }
    return new Archive(zip, await contentsOf(zip));
  }

  /** The bytes of a part, as they are unpacked; null where there is none. @throws SheetRefusal */
  async part(name: string): Promise<AsyncIterable<Buffer> | null> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return null;
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      this.zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    ).catch(broken);
    return unpacked(stream);
  }
}

function contentsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(asRefusal()));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      try {
        checkEntry(entry);
        bytes += entry.uncompressedSize;
        if (bytes > UNPACKED_BYTES_MAX) {
          notRead('TOO_LARGE', 'Unpacked, the workbook is larger than 200 MB.');
        }
        const name = entry.fileName.toLowerCase();
        if (entries.has(name)) broken();
        entries.set(name, entry);
        zip.readEntry();
      } catch (error) {
        reject(error);
      }
    });
    zip.readEntry();
  });
}

function asRefusal(): unknown {
  try {
    return broken();
  } catch (error) {
    return error;
  }
}

/** No secret, no link, no other way of packing. Names that climb out are refused by the reader of the archive itself. */
function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) {
    notRead('ENCRYPTED', 'The workbook is locked with a password. Save it without one.');
  }
  const { compressionMethod, externalFileAttributes } = entry;
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) broken();
  if (((externalFileAttributes >>> UNIX_MODE_SHIFT) & KIND_OF_FILE) === LINK) broken();
}

async function* unpacked(stream: NodeJS.ReadableStream): AsyncIterable<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof SheetRefusal) throw error;
    broken();
  }
}
