import type { Client, Connection } from 'pg';

export type Cell = string | number | boolean | null | readonly string[] | { json: unknown };

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string) => text.replace(special, (letter) => escapes[letter]!);
const member = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escaped(cell);
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if ('json' in cell) return escaped(JSON.stringify(cell.json));
  return escaped(`{${cell.map(member).join(',')}}`);
}

/** Rows of many tables, gathered as COPY takes them. */
export class Sheets {
  private readonly lines = new Map<string, string[]>();

  constructor(private readonly columns: Record<string, string>) {}

  add(table: string, ...cells: Cell[]): void {
    let lines = this.lines.get(table);
    if (!lines) this.lines.set(table, (lines = []));
    lines.push(cells.map(cellText).join('\t'));
  }

  async copyTo(client: Client): Promise<void> {
    for (const [table, lines] of this.lines) {
      const text = `copy ${table} (${this.columns[table]}) from stdin`;
      await copy(client, text, Buffer.from(`${lines.join('\n')}\n`));
    }
  }
}

/** What `pg` leaves out: the answer to a server that is ready to be sent rows. */
function copy(client: Client, text: string, rows: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let fault: Error | null = null;
    client.query({
      submit: (connection: Connection) => connection.query(text),
      handleCopyInResponse(connection: Connection & CopyMessages) {
        connection.sendCopyFromChunk(rows);
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => reject((fault = error)),
      handleReadyForQuery: () => fault ?? resolve(),
    } as never);
  });
}

interface CopyMessages {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}
