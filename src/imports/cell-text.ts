/** What a spreadsheet takes for the beginning of a formula. Source: OWASP, "CSV Injection". */
const BEGINS_FORMULA = /^'*[=+\-@\t\r\n]/;

/** A text as a cell that no spreadsheet runs: it stands behind an apostrophe. */
export const neutralised = (text: string): string =>
  BEGINS_FORMULA.test(text) ? `'${text}` : text;

/** The text of such a cell. What a person typed behind an apostrophe of her own is the same. */
export const asMeant = (cell: string): string =>
  cell.startsWith("'") && BEGINS_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

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
