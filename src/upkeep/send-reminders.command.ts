import { createHash } from 'node:crypto';
import type { Changing } from '../kernel/index.js';
import { MailDown, type Mail, type MailAnswer, type SendMail } from './mail.js';
import { reminderMail } from './reminder-mail.js';
import {
  addressOfAccount,
  endSendings,
  stillNeeded,
  takeSendings,
  type Reminded,
  type Sending,
} from './reminder.store.js';

const MINUTE_MS = 60_000;
/** How long a mail that was deferred waits for each next try; after the last it is left at that. */
const WAITS_MINUTES = [5, 30, 120, 480, 1_440] as const;

export interface MailWays {
  send: SendMail;
  /** Where people open this directory. */
  address: string;
  /** What a link to stop reminders ends in, for an account. */
  stopToken: (account: string) => string;
}

/** Where a link to stop reminders begins. */
export const REMINDERS_PATH = '/reminders';

/** How work is done as one change, at its own moment. */
export type Change = <Result>(work: (changing: Changing) => Promise<Result>) => Promise<Result>;

/**
 * Sends one person all that waits for her, as one mail, and writes down what became of it.
 * @returns whether there was any
 * @throws MailDown where none can be sent now; what waited is tried again later
 */
export async function sendToOne(change: Change, ways: MailWays): Promise<boolean> {
  const taken = await change(takeSendings);
  const [first] = taken;
  if (!first) return false;
  const { account } = first;
  const { needed, to, now } = await change(async (changing) => {
    const reminded = await stillNeeded(
      changing,
      account,
      taken.map(({ reminder }) => reminder),
    );
    const kept = new Set(reminded.map(({ reminder }) => reminder));
    const lapsed = taken.flatMap(({ reminder }) => (kept.has(reminder) ? [] : reminder));
    await endSendings(changing, account, lapsed, 'LAPSED');
    const address = await addressOfAccount(changing, account);
    return { needed: reminded, to: address, now: changing.now };
  });
  if (needed.length === 0) return true;
  const ofMail = taken.filter(({ reminder }) => needed.some((one) => one.reminder === reminder));
  try {
    const answer = await ways.send(mailOf({ account, to, now }, needed, ways));
    await change((changing) => written(changing, ofMail, answer));
  } catch (error) {
    if (error instanceof MailDown) {
      await change((changing) => written(changing, ofMail, 'DEFERRED'));
    }
    throw error;
  }
  return true;
}

function mailOf(
  { account, to, now }: { account: string; to: string; now: Date },
  needed: readonly Reminded[],
  { address, stopToken }: MailWays,
): Mail {
  const stopAt = `${address}${REMINDERS_PATH}/${stopToken(account)}`;
  const of = [account, ...needed.map(({ reminder }) => reminder)].join(' ');
  const id = createHash('sha256').update(of).digest('base64url');
  return { to, id, stopAt, ...reminderMail(needed, { address, stopAt, now }) };
}

/** Of what is tried together, some may have been tried before: each waits by its own count. */
async function written(
  changing: Changing,
  sendings: readonly Sending[],
  answer: MailAnswer,
): Promise<void> {
  for (const { account, reminder, tries } of sendings) {
    const wait = answer === 'DEFERRED' ? WAITS_MINUTES[tries - 1] : undefined;
    const next = wait === undefined ? null : new Date(changing.now.getTime() + wait * MINUTE_MS);
    await endSendings(changing, account, [reminder], answer, next);
  }
}
