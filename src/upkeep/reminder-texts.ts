import type { TextLanguage } from '../kernel/index.js';
import { english } from './reminder-texts/en.js';
import { spanish } from './reminder-texts/es.js';

/** What a reminder says in one language. It is read over shoulders: nothing in it says where anything is, or of anyone. */
export interface ReminderTexts {
  subject: string;
  greeting: string;
  why: string;
  /** Of a listing that strangers are not told of, instead of its name. */
  unnamed: string;
  /** @param day as people of this language write it */
  due: (name: string, day: string) => string;
  wasDue: (name: string, day: string) => string;
  how: (address: string) => string;
  otherwise: string;
  stop: (link: string) => string;
}

export const reminderTexts: Record<TextLanguage, ReminderTexts> = { en: english, es: spanish };

/** Who has read the texts of a language over. Nothing is passed off as reviewed that is not. */
export const reminderTextReview: Record<TextLanguage, string> = {
  en: 'Read over by those who wrote it; not yet by coordinators.',
  es: 'Read over by those who wrote it; not yet by coordinators who speak it.',
};
