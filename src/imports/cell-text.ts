/** What a spreadsheet takes for the beginning of a formula. Source: OWASP, "CSV Injection". */
const BEGINS_FORMULA = /^'*[=+\-@\t\r\n]/;

/**
 * Where a spreadsheet that takes the file apart at semicolons or tabs, whatever quotation marks say, begins a cell in the midst of
 * ours: of another country, or set so by whoever opens it. Each match is what stands before a formula, and its first letter.
 */
const BEGINS_CELL = String.raw`([;\t\r\n][ \u00a0"]*'*)`;
const FORMULA_INSIDE = new RegExp(`${BEGINS_CELL}([=+@-])`, 'g');
const NEUTRALISED_INSIDE = new RegExp(`${BEGINS_CELL}'([=+@-])`, 'g');

/** A text as a cell that no spreadsheet runs: what begins as a formula stands behind an apostrophe. */
export function neutralised(text: string): string {
  const inside = text.replace(FORMULA_INSIDE, "$1'$2");
  return BEGINS_FORMULA.test(inside) ? `'${inside}` : inside;
}

/** The text of such a cell. What a person typed behind an apostrophe of her own is the same. */
export function asMeant(cell: string): string {
  const text = cell.startsWith("'") && BEGINS_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
  return text.replace(NEUTRALISED_INSIDE, '$1$2');
}

/** A row of CSV. Source: RFC 4180. */
export const csvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;

/** Several texts in one cell; one that holds a semicolon has a backslash before it. */
export const listed = (texts: readonly string[]): string =>
  texts.map((text) => text.replace(/[\\;]/g, '\\$&')).join('; ');

/** The texts of such a cell, without those that are empty. */
export function listIn(cell: string): string[] {
  const texts = [''];
  for (const [part] of cell.matchAll(/\\[\\;]|;|[^\\;]+|\\/gs)) {
    if (part === ';') texts.push('');
    else texts[texts.length - 1] += /^\\[\\;]$/.test(part) ? part[1]! : part;
  }
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/** A word of a closed set, as people write it: *Emergency shelter*. */
export const asWord = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
