import type { TextLanguage } from '../../kernel/index.js';
import type { Said } from './report-words.js';

/** What the page of a link in a reminder says, in one language. */
export interface ReminderWords {
  title: string;
  on: string;
  off: string;
  stop: string;
  resume: string;
  stopped: string;
  resumed: string;
  gone: Said;
}

const en: ReminderWords = {
  title: 'Reminders by mail',
  on: 'You are sent a mail when something that you keep true is to be confirmed again.',
  off: 'You are sent no reminders by mail. Signed in, you see in your list what is to be confirmed.',
  stop: 'Send me no more',
  resume: 'Send them to me again',
  stopped: 'No more reminders are sent to you. What you keep stays yours to keep.',
  resumed: 'Reminders are sent to you again.',
  gone: {
    title: 'This link opens nothing',
    words: ['Use the link in your latest reminder, whole.'],
  },
};

const es: ReminderWords = {
  title: 'Recordatorios por correo',
  on: 'Recibe un correo cuando hay que volver a confirmar algo que usted mantiene al día.',
  off: 'No recibe recordatorios por correo. Al entrar, ve en su lista lo que está por confirmar.',
  stop: 'No enviarme más',
  resume: 'Volver a enviármelos',
  stopped: 'No se le envían más recordatorios. Lo que usted mantiene al día sigue a su cargo.',
  resumed: 'Se le vuelven a enviar recordatorios.',
  gone: {
    title: 'Este enlace no abre nada',
    words: ['Use el enlace entero de su último recordatorio.'],
  },
};

export const reminderWords: Record<TextLanguage, ReminderWords> = { en, es };
