import type { ReminderTexts } from '../reminder-texts.js';

export const english: ReminderTexts = {
  subject: 'Is it still true?',
  greeting: 'Hello,',
  why: 'People rely at night on what the directory says. Please look over what it says of you, mend what is no longer so, and confirm it:',
  unnamed: 'A listing of yours that is not told to everyone',
  due: (name, day) => `${name}: to be confirmed by ${day}`,
  wasDue: (name, day) => `${name}: was to be confirmed by ${day}`,
  how: (address) =>
    `Sign in at ${address}, or use the program with which you keep your listings. It takes a few minutes.`,
  otherwise:
    'What is not confirmed in time stays in the directory. It says that it is overdue, and comes later in lists.',
  stop: (link) =>
    `You get this because you keep this listing true. If you would rather not get these mails: ${link}`,
};
