import type { ReasonWords } from '../reason.js';
import type { Child } from '../seeker.js';
import { LISTED_MAX, PAPERS_MAX } from './listed.js';
import { spanishQuestions } from './questions-es.js';
import { and, documents, money, or } from './words-es.js';

const genders = {
  WOMAN: 'mujer',
  MAN: 'hombre',
  TWO_SPIRIT: 'una persona de dos espíritus',
  NONBINARY: 'una persona no binaria',
};
const young = {
  WOMAN: 'una niña',
  MAN: 'un niño',
  TWO_SPIRIT: 'un menor de dos espíritus',
  NONBINARY: 'un menor no binario',
};
const sources = {
  SELF: 'usted llama por su cuenta',
  REGIONAL_NAVIGATOR: 'a usted le envía un navegador regional',
  CHILD_PROTECTION: 'a usted le envía protección infantil',
  POLICE: 'a usted le envía la policía',
  HOSPITAL: 'a usted le envía un hospital',
};
const callers: Record<string, string> = {
  SELF: 'de usted',
  REGIONAL_NAVIGATOR: 'de un navegador regional',
  CHILD_PROTECTION: 'de protección infantil',
  POLICE: 'de la policía',
  HOSPITAL: 'de un hospital',
};
/** A list of more words than this is too long to hear where it says no more than *yes*. */
const WORDS_MAX = 3;
const upper = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const notKnown = 'Todavía no sabemos si es así con usted.';

const children = (count: number) =>
  ['usted no trae hijos', 'usted trae un hijo o una hija'][count] ?? `usted trae ${count} hijos`;

const childrenNamed = (ones: readonly Child[]) =>
  and(
    ones.map(({ age, gender }) => {
      const child = gender ? young[gender] : 'un niño o una niña';
      if (age === undefined) return child;
      if (age === 0) return 'un bebé';
      return `${child} de ${age} ${age === 1 ? 'año' : 'años'}`;
    }),
  );

const facts: ReasonWords['facts'] = {
  age: (age) => (age === 1 ? 'usted tiene 1 año' : `usted tiene ${age} años`),
  gender: (gender) => `usted es ${genders[gender]}`,
  partner: (so) => (so ? 'usted viene con su pareja' : 'usted viene sin pareja'),
  pregnant: (so) => (so ? 'usted espera un bebé' : 'usted no espera un bebé'),
  children,
  unaccompaniedMinor: (so) =>
    so ? 'usted viene sin madre, padre ni tutor' : 'usted no es menor que viene sin compañía',
  theseChildren: (ones) =>
    ones.length === 0 || ones.length > LISTED_MAX
      ? children(ones.length)
      : `usted trae a ${childrenNamed(ones)}`,
  alsoChildren: (ones) =>
    `usted también trae a ${ones.length > LISTED_MAX ? `otros ${ones.length} hijos` : childrenNamed(ones)}`,
  people: (least, most) => {
    if (most === Infinity) return `ustedes son al menos ${least}`;
    if (least !== most) return `ustedes son ${least} o ${most}`;
    return least === 1 ? 'usted viene sin nadie más' : `ustedes son ${least}`;
  },
  home: (county) => `usted vive en ${county}`,
  income: (dollars) => `sus ingresos son de ${money.format(dollars)} al mes`,
  pets: (so) => (so ? 'usted tiene una mascota' : 'usted no tiene mascota'),
  serviceAnimal: (so) =>
    so ? 'usted tiene un animal de servicio' : 'usted no tiene animal de servicio',
  documents: (kinds, has) => {
    const named = kinds.map((kind) => documents[kind]!);
    return has ? `usted tiene ${and(named)}` : `usted no tiene ${or(named)}`;
  },
  veteran: (so) =>
    so ? 'usted sirvió en las fuerzas armadas' : 'usted no sirvió en las fuerzas armadas',
  languages: (names) => `usted habla ${and(names)}`,
  referredBy: (source) => sources[source],
};

/** Spanish sentences for reasons and questions. */
export const spanishReasons: ReasonWords = {
  facts,
  and,
  applies: (so) => (so ? 'eso se aplica a usted' : 'eso no se aplica a usted'),
  appliesToSome: (ofChildren) =>
    ofChildren ? 'eso no se aplica a todos sus hijos' : 'eso no abarca todo lo que usted contó',
  texts: {
    OPEN_TO_ALL: ({ whom }) => `Reciben a ${whom}.`,
    TAKEN: ({ criterion, whom, words, fact, applies }) => {
      if (criterion === 'SITUATION' && words > WORDS_MAX) {
        return 'Reciben a personas en su situación.';
      }
      return fact ? `${upper(fact)}; reciben a ${whom}.` : `Reciben a ${whom}; ${applies}.`;
    },
    SPARED: ({ whom, fact, applies }) => `No pueden recibir a ${whom}; ${fact ?? applies}.`,
    LEFT_OUT: ({ whom, fact, applies }) => `Reciben solo a ${whom}; ${fact ?? applies}.`,
    REFUSED: ({ whom, fact, applies }) => `No pueden recibir a ${whom}; ${fact ?? applies}.`,
    ONLY_THESE: ({ isMany, whom }) =>
      isMany
        ? 'Reciben a personas solo en ciertas situaciones. Todavía no sabemos si la suya es una.'
        : `Reciben solo a ${whom}. ${notKnown}`,
    THESE_AMONG_OTHERS: ({ isMany, whom }) =>
      isMany
        ? 'Nombran muchas situaciones, pero todavía no sabemos si la suya es una.'
        : `Reciben a ${whom}, entre otras personas. ${notKnown}`,
    NOT_THESE: ({ whom }) => `No pueden recibir a ${whom}. ${notKnown}`,
    PERHAPS_WEIGHED: ({ whom }) => `Deciden caso por caso sobre ${whom}. ${notKnown}`,
    WEIGHED: ({ whom, fact, applies }) =>
      `Deciden caso por caso sobre ${whom}; ${fact ?? applies}.`,
    BENT: ({ whom, fact, applies }) =>
      `Reciben solo a ${whom}, y sobre otras personas deciden caso por caso; ${fact ?? applies}.`,
    OUTSIDE: ({ whom, fact, applies }) =>
      `Reciben a ${whom}, entre otras personas; ${fact ?? applies}.`,
    SOME_OUTSIDE: ({ whom, fact, applies }) =>
      `Reciben solo a ${whom}; ${fact ?? applies}. Todavía no sabemos si pueden venir todos sus hijos.`,
    DISAGREE: ({ whom }) =>
      `La casa dice que recibe solo a ${whom}, pero esta parte de ella sí puede recibirle.`,
    UNREADABLE: ({ about }) => `Tienen una regla sobre ${about} que aquí no se puede leer.`,
    SILENT: ({ about }) => `No dicen nada sobre ${about}.`,
  },
  questions: spanishQuestions,
  situations: 'personas en ciertas situaciones',
  papers: 'personas que puedan mostrar ciertos documentos',
  notAsked: ({ text }) => `${text.replace(notKnown, '').trim()} Aquí no se le pregunta por eso.`,
  mends: {
    call: (from) =>
      from.length > 0
        ? `Una llamada ${or(from.map((source) => callers[source]!))} lo cambiaría.`
        : 'Una llamada de otra persona lo cambiaría.',
    animals: 'Si otra persona cuida al animal, eso cambia.',
    papers: (kinds, every) => {
      if (kinds.length > PAPERS_MAX) {
        return `Conseguir ${every ? 'esos' : 'uno de esos'} documentos lo cambiaría.`;
      }
      const named = kinds.map((kind) => documents[kind]!);
      return `Conseguir ${every ? and(named) : or(named)} lo cambiaría.`;
    },
  },
};
