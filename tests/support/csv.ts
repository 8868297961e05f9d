/** The rows of a file of comma-separated values with quoted cells (RFC 4180), each by its header. */
export function rowsOfCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  const [header = [], ...rest] = rows;
  return rest.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}
