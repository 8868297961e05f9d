import { createTransport } from 'nodemailer';
import { Refusal } from '../kernel/index.js';
import { MailDown, type Mail, type SendMail } from '../upkeep/index.js';
import type { Config } from './config.js';

/** Of the other server's answers, one at a time. */
const CONNECT_MS_MAX = 10_000;
const SILENT_MS_MAX = 20_000;
/** Of a whole mail, however it is dragged out. */
const MAIL_MS_MAX = 60_000;
const SUBMISSION_PORT = 587;
const SUBMISSION_TLS_PORT = 465;
const REFUSED_FROM = 500;
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** How long a mail that is under way may take yet when the server is told to stop. */
const STOP_MS = 4_000;

/** How mail leaves, and how it is tried that it may. */
export interface Post {
  send: SendMail;
  /** @throws MailDown */
  check(): Promise<void>;
  /** What is under way ends soon, sent or not. */
  stop(): void;
}

/**
 * What the settings say of mail; null where none is sent.
 * @throws Refusal `INVALID` where they say half of it
 */
export function postOf(config: Config): Post | null {
  const { HARBORLIGHT_SMTP_URL: url, HARBORLIGHT_MAIL_FROM: from, HARBORLIGHT_ADDRESS } = config;
  if (!url) return null;
  if (!from || !HARBORLIGHT_ADDRESS) {
    throw new Refusal(
      'INVALID',
      'HARBORLIGHT_SMTP_URL is set: set HARBORLIGHT_MAIL_FROM, from which mail comes, and HARBORLIGHT_ADDRESS, to which it leads.',
    );
  }
  return openPost({ url, from, host: new URL(HARBORLIGHT_ADDRESS).hostname });
}

/** Where mail goes, and as whose. */
interface PostWays {
  url: string;
  from: string;
  /** Of this directory, as it names itself to the other server. */
  host: string;
  mailMs?: number;
}

export function openPost(ways: PostWays): Post {
  const { mailMs = MAIL_MS_MAX } = ways;
  const transport = transportOf(ways);
  let giveUp: (error: MailDown) => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => (giveUp = reject));
  stopped.catch(() => undefined);
  const within = <Result>(work: Promise<Result>) => soon(work, mailMs, stopped);
  return {
    send: (mail) =>
      within(transport.sendMail(messageOf(mail, ways))).then(() => 'ACCEPTED', answerOf),
    check: () => within(transport.verify()).then(() => undefined, down),
    stop: () => void setTimeout(() => giveUp(new MailDown('ESTOPPED')), STOP_MS).unref(),
  };
}

function transportOf({ url, host }: PostWays) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? SUBMISSION_TLS_PORT : SUBMISSION_PORT),
    secure,
    // To whom it goes is nobody's to read on the way.
    requireTLS: !loopback.test(hostname),
    name: host,
    connectionTimeout: CONNECT_MS_MAX,
    greetingTimeout: CONNECT_MS_MAX,
    socketTimeout: SILENT_MS_MAX,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username
      ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
      : {}),
  });
}

const messageOf = ({ to, subject, text, id, stopAt }: Mail, { from, host }: PostWays) => ({
  from: { name: 'Harborlight', address: from },
  to: { name: '', address: to },
  subject,
  text,
  messageId: `<${id}@${host}>`,
  xMailer: false as const,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<${stopAt}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
});

/** A server that drips its answers is given up on, too. */
async function soon<Result>(
  work: Promise<Result>,
  ms: number,
  stopped: Promise<never>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new MailDown('ETIMEDOUT')), ms);
  });
  // Lost to the clock, it may yet fail: of that nobody hears.
  work.catch(() => undefined);
  return Promise.race([work, late, stopped]).finally(() => clearTimeout(timer));
}

/** What is known of an answer that is not a yes. Its words are left: they hold addresses. */
interface Fault {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

/** Of this mail alone what was said of who gets it, or of its text; all else is so of every mail. */
function answerOf(error: unknown): 'REFUSED' | 'DEFERRED' {
  const { code, command, responseCode } = error as Fault;
  // An address that is none was asked nobody about.
  if (code === 'EENVELOPE' && responseCode === undefined) return 'REFUSED';
  const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!isOfMail || command === 'MAIL FROM' || typeof responseCode !== 'number') return down(error);
  return responseCode >= REFUSED_FROM ? 'REFUSED' : 'DEFERRED';
}

function down(error: unknown): never {
  if (error instanceof MailDown) throw error;
  const { code } = error as Fault;
  throw new MailDown(typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : 'EUNKNOWN');
}
