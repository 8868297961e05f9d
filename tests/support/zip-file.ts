import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive; what is said of it may be untrue. */
export interface Zipped {
  name: string;
  data: string | Buffer;
  /** Instead of its true size, unpacked. */
  saysBytes?: number;
  /** General purpose flags: 1 says that it is encrypted. */
  flags?: number;
  method?: number;
  /** As of Unix: what kind of file, and who may read it. */
  mode?: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
const UNIX = 3 << 8;

/** An archive, as PKWARE's APPNOTE has it, of whatever is given: true or not. */
export function zipOf(files: readonly Zipped[]): Buffer {
  const parts: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  for (const { name, data, saysBytes, flags = 0, method = DEFLATED, mode = 0o100644 } of files) {
    const bytes = Buffer.from(data);
    const packed = method === DEFLATED ? deflateRawSync(bytes) : bytes;
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt16LE(flags, 2);
    said.writeUInt16LE(method, 4);
    said.writeUInt32LE(crc32(bytes), 10);
    said.writeUInt32LE(packed.length, 14);
    said.writeUInt32LE(saysBytes ?? bytes.length, 18);
    said.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([word(LOCAL), said, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    const made = Buffer.alloc(2);
    made.writeUInt16LE(UNIX | 20);
    contents.push(Buffer.concat([word(CENTRAL), made, said, rest, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const table = Buffer.concat(contents);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(files.length, 0xffff), 4);
  end.writeUInt16LE(Math.min(files.length, 0xffff), 6);
  end.writeUInt32LE(table.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, table, word(END), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
const letterOf = (index: number) => String.fromCharCode(65 + index);

/** The styles of cells of a workbook: each the number of a format, or the code of one of its own. The first is of cells without one. */
export function stylesOf(formats: readonly (number | string)[]): Zipped {
  const OWN_FROM = 164;
  const codes = formats.flatMap((format, nth) =>
    typeof format === 'number'
      ? []
      : `<numFmt numFmtId="${OWN_FROM + nth}" formatCode="${escaped(format)}"/>`,
  );
  const styles = formats.map(
    (format, nth) => `<xf numFmtId="${typeof format === 'number' ? format : OWN_FROM + nth}"/>`,
  );
  const data = `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
    <cellXfs>${styles.join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="${OWN_FROM}" formatCode="0%"/></dxf></dxfs></styleSheet>`;
  return { name: 'xl/styles.xml', data };
}

/** The parts of a workbook of one sheet. @param sheet the XML of its rows; else the cells of each, as shared texts */
export function workbook(rows: readonly (readonly string[])[], sheet?: string): Zipped[] {
  const texts = rows.flat();
  const data = rows.map((cells, row) => {
    const before = rows.slice(0, row).flat().length;
    const written = cells.map(
      (_, column) => `<c r="${letterOf(column)}${row + 1}" t="s"><v>${before + column}</v></c>`,
    );
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  return [
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
        <sheet name="Notes" sheetId="1" state="hidden" r:id="rId9"/><sheet name="Sheet" sheetId="2" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst>${texts.map((text) => `<si><r><t xml:space="preserve">${escaped(text)}</t></r><rPh><t>aside</t></rPh></si>`).join('')}</sst>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet><sheetData>${sheet ?? data.join('')}</sheetData></worksheet>`,
    },
  ];
}
