import type { AvailabilityState } from '../../housing/index.js';
import type { TextLanguage } from '../../kernel/index.js';

/** What the pages of a link say, in one language. */
export interface ReportWords {
  title: string;
  /** Of a listing and a unit whose own words are not shown. */
  house: string;
  unit: (nth: number) => string;
  lead: string;
  never: string;
  lastSaid: (ago: string, said: string) => string;
  justNow: string;
  taking: string;
  takingNobody: string;
  bedsFree: (beds: number, total: number | null) => string;
  waitlist: string;
  isTaking: string;
  yes: string;
  no: string;
  beds: string;
  ofTotal: (total: number) => string;
  bedsHint: string;
  hasWaitlist: string;
  send: string;
  keep: string;
  chooseOne: string;
  wholeNumber: string;
  tooMany: (total: number) => string;
  faulty: string;
  changed: string;
  changedSince: string;
  done: string;
  states: Record<AvailabilityState, string>;
  holds: (time: string) => string;
  again: string;
  gone: Said;
  unreadable: Said;
  later: (minutes: number) => Said;
  unavailable: Said;
  fault: (incident: string) => Said;
}

/** A page that says one thing and asks nothing. */
export interface Said {
  title: string;
  words: string[];
}

const en: ReportWords = {
  title: 'Report free beds',
  house: 'This house',
  unit: (nth) => `Unit ${nth}`,
  lead: 'What is free now?',
  never: 'Nobody has reported yet.',
  lastSaid: (ago, said) => `Last reported ${ago}: ${said}.`,
  justNow: 'just now',
  taking: 'taking people',
  takingNobody: 'taking nobody',
  bedsFree: (beds, total) =>
    total === null
      ? `${beds} ${beds === 1 ? 'bed' : 'beds'} free`
      : `${beds} of ${total} ${total === 1 ? 'bed' : 'beds'} free`,
  waitlist: 'waiting list',
  isTaking: 'Taking people now?',
  yes: 'Yes',
  no: 'No',
  beds: 'Beds free',
  ofTotal: (total) => `of ${total}`,
  bedsHint: '0 if there is none. Leave it empty if you do not know.',
  hasWaitlist: 'There is a waiting list',
  send: 'Report now',
  keep: 'Whoever has this link can report here: give it to nobody who does not need it.',
  chooseOne: 'Choose Yes or No.',
  wholeNumber: 'Write a whole number, as 0 or 3, or leave it empty.',
  tooMany: (total) => `At most ${total.toLocaleString('en')} can be free.`,
  faulty: 'Nothing is reported yet. Mend what is marked, and send it again.',
  changed:
    'Nothing is reported yet: this was changed after you opened the page. Look at what is marked, and send what is so now.',
  changedSince: 'Changed after you opened this page.',
  done: 'Reported. The directory now says:',
  states: { OPEN: 'open', FULL: 'full', WAITLIST: 'waiting list', UNKNOWN: 'not known' },
  holds: (time) => `It says so for ${time}. After that it says that it does not know.`,
  again: 'Something else by now? Say so here, and send it again.',
  gone: {
    title: 'This link does not work',
    words: [
      'Nothing was reported. Part of the link may be missing, its time may be over, or it was ended.',
      'Open the whole link once more. If that does not help, ask whoever gave it to you for a new one.',
    ],
  },
  unreadable: {
    title: 'This could not be read',
    words: ['Nothing was reported. Open the link once more, and send the form as it stands there.'],
  },
  later: (minutes) => ({
    title: 'Too often',
    words: [
      'Nothing was reported.',
      `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    ],
  }),
  unavailable: {
    title: 'Not at this moment',
    words: ['Open the link once more in a minute: it shows what was last reported.'],
  },
  fault: (incident) => ({
    title: 'Something went wrong on our side',
    words: ['Open the link once more: it shows what was last reported.', `Incident ${incident}.`],
  }),
};

const es: ReportWords = {
  title: 'Informar de camas libres',
  house: 'Esta casa',
  unit: (nth) => `Unidad ${nth}`,
  lead: '¿Qué hay libre ahora?',
  never: 'Todavía nadie ha informado.',
  lastSaid: (ago, said) => `Último informe, ${ago}: ${said}.`,
  justNow: 'ahora mismo',
  taking: 'recibe personas',
  takingNobody: 'no recibe a nadie',
  bedsFree: (beds, total) => {
    const one = (total ?? beds) === 1;
    const of = total === null ? '' : ` de ${total}`;
    return `${beds}${of} ${one ? 'cama libre' : 'camas libres'}`;
  },
  waitlist: 'lista de espera',
  isTaking: '¿Recibe personas ahora?',
  yes: 'Sí',
  no: 'No',
  beds: 'Camas libres',
  ofTotal: (total) => `de ${total}`,
  bedsHint: '0 si no hay ninguna. Déjelo vacío si no lo sabe.',
  hasWaitlist: 'Hay lista de espera',
  send: 'Informar ahora',
  keep: 'Quien tenga este enlace puede informar aquí: no lo dé a nadie que no lo necesite.',
  chooseOne: 'Elija Sí o No.',
  wholeNumber: 'Escriba un número entero, como 0 o 3, o déjelo vacío.',
  tooMany: (total) => `Como máximo pueden estar libres ${total.toLocaleString('es')}.`,
  faulty: 'Todavía no se ha informado nada. Corrija lo marcado y envíelo otra vez.',
  changed:
    'Todavía no se ha informado nada: esto cambió después de que usted abriera la página. Mire lo marcado y envíe lo que hay ahora.',
  changedSince: 'Cambió después de que usted abriera esta página.',
  done: 'Informado. El directorio dice ahora:',
  states: {
    OPEN: 'abierto',
    FULL: 'completo',
    WAITLIST: 'lista de espera',
    UNKNOWN: 'no se sabe',
  },
  holds: (time) => `Lo dice durante ${time}. Después dice que no lo sabe.`,
  again: '¿Ha cambiado algo? Dígalo aquí y envíelo otra vez.',
  gone: {
    title: 'Este enlace no funciona',
    words: [
      'No se ha informado nada. Puede que falte una parte del enlace, que su plazo haya terminado o que lo hayan anulado.',
      'Abra otra vez el enlace completo. Si no sirve, pida uno nuevo a quien se lo dio.',
    ],
  },
  unreadable: {
    title: 'No se ha podido leer',
    words: [
      'No se ha informado nada. Abra otra vez el enlace y envíe el formulario tal como está.',
    ],
  },
  later: (minutes) => ({
    title: 'Demasiadas veces',
    words: [
      'No se ha informado nada.',
      `Inténtelo otra vez dentro de ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}.`,
    ],
  }),
  unavailable: {
    title: 'En este momento no',
    words: ['Abra otra vez el enlace dentro de un minuto: muestra el último informe.'],
  },
  fault: (incident) => ({
    title: 'Algo ha fallado por nuestra parte',
    words: ['Abra otra vez el enlace: muestra el último informe.', `Incidente ${incident}.`],
  }),
};

export const reportWords: Record<TextLanguage, ReportWords> = { en, es };
