import type { TextLanguage } from '../kernel/index.js';
import type { Reminded } from './reminder.store.js';
import { reminderTexts } from './reminder-texts.js';

const LOCALES: Record<TextLanguage, string> = { en: 'en-US', es: 'es-US' };
/** What a person keeps beyond these is as well seen in the directory. */
const NAMED_MOST = 50;

/** What is told of when and where in a mail. */
interface Telling {
  address: string;
  stopAt: string;
  now: Date;
}

/** On which day something runs out, by the clocks of those who keep it. */
const dayOf = ({ dueAt, timeZone }: Reminded, language: TextLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeZone: timeZone ?? 'UTC',
  }).format(new Date(dueAt));

/** A mail that reminds of some listings, in all our languages: which of them its reader speaks, nothing says. */
export function reminderMail(
  reminded: readonly Reminded[],
  telling: Telling,
): { subject: string; text: string } {
  const languages = Object.keys(reminderTexts) as TextLanguage[];
  return {
    subject: languages.map((language) => reminderTexts[language].subject).join(' / '),
    text: languages
      .map((language) => inOne(language, reminded, telling))
      .join('\n\n----------\n\n'),
  };
}

function inOne(
  language: TextLanguage,
  reminded: readonly Reminded[],
  { address, stopAt, now }: Telling,
): string {
  const texts = reminderTexts[language];
  const lines = reminded.slice(0, NAMED_MOST).map((one) => {
    // A name is one line, whatever it was given as.
    const name = one.name?.replace(/\s+/g, ' ') ?? texts.unnamed;
    const says = Date.parse(one.dueAt) <= now.getTime() ? texts.wasDue : texts.due;
    return `- ${says(name, dayOf(one, language))}`;
  });
  if (reminded.length > NAMED_MOST) lines.push('- …');
  return [
    texts.greeting,
    texts.why,
    lines.join('\n'),
    texts.how(address),
    texts.otherwise,
    texts.stop(stopAt),
  ].join('\n\n');
}
