import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;

/** Tells the messages of PostgreSQL's protocol apart, however they are cut into packets. */
class Messages {
  private rest = Buffer.alloc(0);

  /** @param untyped whether the first message has no type: what a client sends on connecting */
  constructor(
    private untyped: boolean,
    private readonly found: (type: string, body: Buffer) => void,
  ) {}

  read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const head = this.untyped ? 0 : TYPE_BYTES;
      if (this.rest.length < head + LENGTH_BYTES) return;
      const length = head + this.rest.readInt32BE(head);
      if (this.rest.length < length) return;
      if (!this.untyped) {
        this.found(
          String.fromCharCode(this.rest[0]!),
          this.rest.subarray(head + LENGTH_BYTES, length),
        );
      }
      this.untyped = false;
      this.rest = this.rest.subarray(length);
    }
  }
}

/** The words of a notice: its field M. */
function noticeText(body: Buffer): string {
  const field = body
    .toString()
    .split('\0')
    .find((part) => part.startsWith('M'));
  return field?.slice(1) ?? '';
}

/** Stands between a contender and the database, counts statements executed, and keeps told plans. */
export interface Watcher {
  /** The address of a database with this watcher in between; each statement's plan is told. */
  url(database: string): string;
  statements: number;
  plans: string[];
  stop(): Promise<void>;
}

const tellPlans = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=0',
  'auto_explain.log_analyze=on',
  'auto_explain.log_nested_statements=on',
  'auto_explain.log_level=notice',
  'client_min_messages=notice',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

export async function watch(database: string): Promise<Watcher> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const behind = connect(Number(target.port || 5432), target.hostname);
    const asked = new Messages(true, (type) => {
      if (type === 'E' || type === 'Q') watcher.statements++;
    });
    const told = new Messages(false, (type, body) => {
      if (type === 'N') watcher.plans.push(noticeText(body));
    });
    client.on('data', (chunk: Buffer) => asked.read(chunk)).pipe(behind);
    behind.on('data', (chunk: Buffer) => told.read(chunk)).pipe(client);
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const watcher: Watcher = {
    url(place) {
      const url = new URL(place);
      url.hostname = '127.0.0.1';
      url.port = String((server.address() as AddressInfo).port);
      url.searchParams.set('options', tellPlans);
      return url.href.replaceAll('+', '%20');
    },
    statements: 0,
    plans: [],
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return watcher;
}
