/** Lines of a page from `from` to before `to`. */
export interface Block {
  language: string;
  from: number;
  to: number;
}

/** What stands below one heading: each request with its answer, and what may be refused. */
export interface Section {
  title: string;
  blocks: Block[];
  /** Of tables of what `you read`, as `CODE field: message`; where a message ends with …, more follows. */
  refusals: string[];
  /** What is quoted of a page for people, or of a mail: each quote by its lines. */
  quotes: string[][];
  /** Of tables of what `she reads`: what such a page says instead. */
  readings: string[];
}

const HEADING = /^#{1,3} (.+)$/;
const CELL = /^\| (.+?) +\|/;
const REFUSAL = /^[^`]*`([A-Z_]+)`(?: `([\w.]+)`)?: (.+)$/;
/** Of a kind of work, which nobody refuses. */
const WORD_ALONE = /^`[A-Z_]+`$/;

export const refusalText = (code: string, message: string, field?: string | null) =>
  `${code}${field ? ` ${field}` : ''}: ${message}`;

/** The sections of a page for coordinators, by its headings. @throws Error where a row tells a refusal in another form */
export function sectionsIn(lines: readonly string[]): Section[] {
  const sections: Section[] = [];
  let fence: Block | null = null;
  for (const [index, line] of lines.entries()) {
    const section = sections.at(-1)!;
    const title = HEADING.exec(line)?.[1];
    if (line.startsWith('```')) {
      if (fence) section.blocks.push({ ...fence, to: index });
      fence = fence ? null : { language: line.slice(3), from: index + 1, to: index + 1 };
    } else if (fence) continue;
    else if (title) sections.push({ title, blocks: [], refusals: [], quotes: [], readings: [] });
    else if (line.startsWith('>')) {
      if (!lines[index - 1]!.startsWith('>')) section.quotes.push([]);
      section.quotes.at(-1)!.push(line.replace(/^> ?/, ''));
    } else readRow(section, line, headOf(lines, index));
  }
  return sections;
}

/** The first cell of the table in which a row stands. */
function headOf(lines: readonly string[], index: number): string | null {
  let first = index;
  while (lines[first - 1]?.startsWith('|')) first -= 1;
  return first + 1 < index ? (CELL.exec(lines[first]!)?.[1] ?? null) : null;
}

function readRow({ refusals, readings }: Section, line: string, head: string | null): void {
  const cell = CELL.exec(line)?.[1];
  if (cell === undefined) return;
  if (head === 'she reads') readings.push(cell);
  if (head !== 'you read' || WORD_ALONE.test(cell)) return;
  const [, code, field, message] = REFUSAL.exec(cell) ?? [];
  if (!code || !message) throw new Error(`No refusal is written so: ${cell}`);
  refusals.push(refusalText(code, message, field));
}
