import { Rounds, type Recurring } from '../kernel/index.js';
import type { UnmetNeeds } from '../placement/index.js';
import { endedPauses, endPause, markOverdue } from '../listings/index.js';
import { keepUnmetNeeds } from './keep-unmet-needs.command.js';
import { makeReminders } from './make-reminders.command.js';
import { dropAnswers } from './suggestion.store.js';
import { sendToOne, type Change, type MailWays } from './send-reminders.command.js';

/** What has its hour by itself is done within half a minute of it. */
const LOOK_EVERY_MS = 15_000;
/** More wait for the next round. */
const PAUSES_AT_ONCE = 1_000;
const OVERDUE_AT_ONCE = 500;
const ANSWERS_AT_ONCE = 500;
const REMINDERS_AT_ONCE = 100;
const MAILS_AT_ONCE = 100;

interface RoundsWays extends Pick<Recurring, 'failed'> {
  change: Change;
}

/**
 * Does what is due without anyone asking, as long as a server runs: ends pauses, writes down what is overdue, throws
 * away answers that are told no more, keeps what was not found.
 */
export const upkeepRounds = ({
  change,
  failed,
  unmet,
}: RoundsWays & { unmet?: UnmetNeeds }): Rounds =>
  new Rounds({
    everyMs: LOOK_EVERY_MS,
    failed,
    round: async (isStopping) => {
      const failures: unknown[] = [];
      await change((changing) => markOverdue(changing, OVERDUE_AT_ONCE)).catch((error) =>
        failures.push(error),
      );
      await change((changing) => dropAnswers(changing, ANSWERS_AT_ONCE)).catch((error) =>
        failures.push(error),
      );
      for (const id of await change((changing) => endedPauses(changing, PAUSES_AT_ONCE))) {
        if (isStopping()) break;
        // Each by itself: one that fails keeps no other from ending.
        await change((changing) => endPause(changing, id)).catch((error) => failures.push(error));
      }
      if (unmet) await keepUnmetNeeds(unmet, change).catch((error) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  });

/**
 * Reminds of what is to be confirmed. In rounds of their own: a server that takes mail slowly keeps no pause from ending.
 * @param mail how mail is sent; null where none is
 */
export const reminderRounds = ({
  change,
  failed,
  mail,
}: RoundsWays & { mail: MailWays | null }): Rounds =>
  new Rounds({
    everyMs: LOOK_EVERY_MS,
    failed,
    round: async (isStopping) => {
      const byMail = mail !== null;
      await change((changing) => makeReminders(changing, { many: REMINDERS_AT_ONCE, byMail }));
      if (!mail) return;
      for (let sent = 0; sent < MAILS_AT_ONCE && !isStopping(); sent += 1) {
        if (!(await sendToOne(change, mail))) break;
      }
    },
  });
