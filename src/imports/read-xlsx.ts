import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Archive } from './archive.js';
import { markMerged, MERGED_MAX, type MergedCells } from './merged-cells.js';
import { shownAs } from './number-format.js';
import { COLUMNS_MAX, Rows, type FileRow, type Unread } from './sheet.js';
import { notRead, SheetRefusal } from './sheet-refusal.js';

/** What a parser tells of a part: tags by their names without their prefixes. */
interface Handlers {
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const notWhole = (): never =>
  notRead('MALFORMED', 'The file is no whole XLSX workbook. Save it again, and send that.');
const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * The first sheet of a workbook that is not hidden: what stands in its cells, as it would be typed, and which of them say something
 * else than is kept of them.
 * @throws SheetRefusal
 */
export async function readXlsx(bytes: Uint8Array): Promise<FileRow[]> {
  const archive = await Archive.open(bytes);
  const path = await firstSheet(archive);
  const texts = await sharedTexts(archive);
  const sheet = new SheetReader(texts, await shownByStyles(archive));
  if (!(await read(archive, path, sheet))) notWhole();
  if (!markMerged(sheet.rows.all, sheet.merged)) notWhole();
  return sheet.rows.all;
}

/** @returns whether there is such a part */
async function read(archive: Archive, name: string, handlers: Handlers): Promise<boolean> {
  const part = await archive.part(name);
  if (!part) return false;
  const parser = new SaxesParser({ xmlns: false });
  // An entity that is not XML's own is an error: none is ever expanded.
  parser.on('error', notWhole);
  parser.on('doctype', notWhole);
  parser.on('opentag', ({ name: tag, attributes }: SaxesTagPlain) =>
    handlers.open(local(tag), attributes),
  );
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name: tag }) => handlers.close?.(local(tag)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of part) parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof SheetRefusal) throw error;
    if (error instanceof TypeError) notWhole();
    throw error;
  }
  return true;
}

/** Where the first sheet that is not hidden lies. */
async function firstSheet(archive: Archive): Promise<string> {
  let relation: string | undefined;
  const isBook = await read(archive, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name !== 'sheet' || relation !== undefined) return;
      if ((attributes['state'] ?? 'visible') === 'visible') relation = attributes['r:id'];
    },
  });
  if (!isBook) notRead('NOT_A_SHEET', 'This archive is no XLSX workbook.');
  let target: string | undefined;
  await read(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      const { Id, Target, TargetMode } = attributes;
      if (name === 'Relationship' && Id === relation && TargetMode !== 'External') target = Target;
    },
  });
  if (relation === undefined || target === undefined) return notWhole();
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Texts that cells share, by their numbers. What is only read aloud beside one is none of it. */
async function sharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  let isText = false;
  let isAside = false;
  await read(archive, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') texts.push('');
      if (name === 'rPh') isAside = true;
      isText = name === 't' && !isAside;
    },
    text: (text) => {
      if (isText && texts.length > 0) texts[texts.length - 1] += text;
    },
    close: (name) => {
      if (name === 'rPh') isAside = false;
      if (name === 't') isText = false;
    },
  });
  return texts.map(withLetters);
}

/** As what each style of cells, by its number, shows a number; there are none where the workbook has no styles. */
async function shownByStyles(archive: Archive): Promise<(Unread | null)[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  // Formats of other places, as of what is shown under a condition, are no cell's own.
  let within = '';
  await read(archive, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmts' || name === 'cellXfs') within = name;
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt' && within === 'numFmts') codes.set(id, attributes['formatCode'] ?? '');
      if (name === 'xf' && within === 'cellXfs') ids.push(id);
    },
    close: (name) => {
      if (name === within) within = '';
    },
  });
  const shown = new Map<number, Unread | null>();
  return ids.map((id) => {
    if (!shown.has(id)) shown.set(id, shownAs(id, codes.get(id)));
    return shown.get(id)!;
  });
}

/** What XML cannot hold, or a spreadsheet will not, stands in a text by its number: *_x000D_*. Source: ECMA-376 part 1, 22.9.2.19. */
const withLetters = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  );

const LETTERS = 26;
const CODE_BEFORE_A = 64;

/** Of a reference as *AB12* the column, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? notWhole()) {
    column = column * LETTERS + letter.charCodeAt(0) - CODE_BEFORE_A;
  }
  return column - 1;
}

interface Cell {
  at: number;
  type: string;
  style: number;
  value: string;
  isFormula: boolean;
}

/** Reads the cells of a sheet, row by row. */
class SheetReader implements Handlers {
  readonly rows = new Rows();
  readonly merged: MergedCells[] = [];
  private row: FileRow = { line: 0, cells: [], unread: {} };
  private cell: Cell | null = null;
  /** Where a cell stands that does not say where: behind the one before, empty or not. */
  private next = 0;
  private isValue = false;

  constructor(
    private readonly texts: readonly string[],
    private readonly shown: readonly (Unread | null)[],
  ) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      const line = Number(attributes['r'] ?? this.row.line + 1);
      if (!Number.isInteger(line) || line <= this.row.line) notWhole();
      this.row = { line, cells: [], unread: {} };
      this.next = 0;
    } else if (name === 'c') {
      const { r, s = '0', t = 'n' } = attributes;
      const at = r === undefined ? this.next : columnOf(r);
      this.next = at + 1;
      this.cell = { at, type: t, style: Number(s), value: '', isFormula: false };
    } else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
    else if (this.cell && name === 'f') this.cell.isFormula = true;
    this.isValue = this.cell !== null && (name === 'v' || name === 't');
  }

  /** As *A3:A5*. */
  private merge(range: string): void {
    const [from = '', to = from] = range.split(':');
    const [first, last] = [from, to].map((one) => Number(/\d+$/.exec(one)?.[0] ?? notWhole()));
    if (this.merged.length >= MERGED_MAX) notWhole();
    this.merged.push({ rows: [first!, last!], columns: [columnOf(from), columnOf(to)] });
  }

  text(text: string): void {
    if (this.isValue && this.cell) this.cell.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    if (name === 'c' && this.cell) this.put(this.cell);
    if (name === 'c') this.cell = null;
    if (name === 'row') this.rows.add(this.row);
  }

  private put(cell: Cell): void {
    const text = this.textOf(cell).trim();
    const unread = this.unreadOf(cell);
    if (text === '' && !unread) return;
    if (cell.at >= COLUMNS_MAX) {
      notRead('TOO_LARGE', `Row ${this.row.line} has more than ${COLUMNS_MAX} columns.`);
    }
    while (this.row.cells.length < cell.at) this.row.cells.push('');
    this.row.cells[cell.at] = text;
    if (unread) this.row.unread[cell.at] = unread;
  }

  private textOf({ type, value }: Cell): string {
    if (type === 's') return this.texts[Number(value)] ?? notWhole();
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    // A long number may be written with an exponent.
    if (type === 'n' && value !== '')
      return Number.isFinite(Number(value)) ? String(Number(value)) : value;
    return type === 'str' || type === 'inlineStr' ? withLetters(value) : value;
  }

  /** Why a cell is not read; null of one that is. A style says nothing of what is a text, nor where nothing stands. */
  private unreadOf({ type, style, value, isFormula }: Cell): Unread | null {
    if (isFormula) return 'FORMULA';
    if (type === 'e') return 'ERROR';
    if (value.trim() === '') return null;
    if (type === 'd') return 'DATE';
    return type === 'n' ? (this.shown[style] ?? null) : null;
  }
}
