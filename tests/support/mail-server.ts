import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { after } from 'node:test';
import { SMTPServer } from 'smtp-server';

/** A mail as it came in. */
export interface Taken {
  from: string;
  to: string[];
  /** Headers by their names in small letters, and the text decoded. */
  headers: Record<string, string>;
  text: string;
  raw: string;
}

/** What is answered to whom a mail is for; without a code it is taken. */
type AnswerTo = (to: string) => { responseCode: number; message: string } | null;

/** A real server that takes mail, on this machine alone. */
export async function takeMail() {
  const taken: Taken[] = [];
  let answerTo: AnswerTo = () => null;
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const answer = answerTo(address);
      done(answer ? Object.assign(new Error(answer.message), answer) : null);
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString();
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), ...read(raw), raw });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  after(close);
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close,
    answer: (to: AnswerTo) => {
      answerTo = to;
    },
  };
}

/** A server of lines of our own, that need be no mail server's at all. */
export async function speakLines(speak: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    speak(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Quoted-printable and base64, as one part of plain text has them. */
function read(raw: string): Pick<Taken, 'headers' | 'text'> {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  const body = raw.slice(end + 4);
  const coding = headers['content-transfer-encoding'];
  if (coding === 'base64') return { headers, text: Buffer.from(body, 'base64').toString() };
  if (coding !== 'quoted-printable') return { headers, text: body };
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return { headers, text: Buffer.from(bytes, 'latin1').toString() };
}
