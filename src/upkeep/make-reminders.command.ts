import { addNotice, record } from '../audit/index.js';
import type { Changing } from '../kernel/index.js';
import { addReminder, addSendings, holdDue } from './reminder.store.js';

/**
 * Reminds the people of listings whose confirmation runs out or has run out: each three times for one date, and no more until it is
 * confirmed. A notice tells them in the directory; where mail is sent, each who wants it is put down to be sent one.
 * @returns how many listings it reminded of
 */
export async function makeReminders(
  changing: Changing,
  { many, byMail }: { many: number; byMail: boolean },
): Promise<number> {
  const due = await holdDue(changing, many);
  for (const { listing, organization, attempt } of due) {
    const id = await addReminder(changing, { listing, attempt });
    if (byMail) await addSendings(changing, id, organization);
    const kind = 'CONFIRMATION_REMINDED';
    await addNotice(changing, { kind, organization, listing, account: null });
    const what = { action: 'remindOfConfirmation', thing: listing, detail: { attempt } };
    await record(changing, { kind: 'HOST' }, what);
  }
  return due.length;
}
