import { Refusal } from '../../kernel/index.js';
import { MailDown } from '../../upkeep/index.js';
import type { Config } from '../config.js';
import { postOf } from '../mail.js';
import type { Findings } from './findings.js';

/** Whether mail is sent, and the server that takes it lets us in. */
export async function lookAtMail(config: Config, findings: Findings): Promise<void> {
  try {
    const post = postOf(config);
    if (!post) {
      const what = 'No mail is sent (HARBORLIGHT_SMTP_URL is not set): reminders are notices alone';
      findings.add(true, what, '');
      return;
    }
    await post.check();
    findings.add(true, 'The server that takes mail lets us in', '');
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof MailDown)) throw error;
    findings.add(
      false,
      'Mail cannot be sent',
      error instanceof Refusal
        ? error.message
        : 'Is HARBORLIGHT_SMTP_URL its address, with a name and a password that it takes, and does it speak TLS? ' +
            `Until it does, what is to be sent waits for a day and a half. (${error.code})`,
    );
  }
}
