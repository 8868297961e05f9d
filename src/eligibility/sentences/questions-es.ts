import type { CriterionKind } from '../criterion.js';
import type { ReasonWords } from '../reason.js';
import { LISTED_MAX } from './listed.js';

/* What to ask a provider on the phone, as in `questions-en.ts`. */

const genders = {
  WOMAN: 'una mujer',
  MAN: 'un hombre',
  TWO_SPIRIT: 'una persona de dos espíritus',
  NONBINARY: 'una persona no binaria',
};

/** The plain question of each matter. */
const plain: Record<CriterionKind, string> = {
  AGE: '¿De qué edad a qué edad reciben a las personas?',
  GENDER: '¿Reciben a personas de cualquier género?',
  HOUSEHOLD:
    '¿Quién puede venir: personas solas, parejas, madres o padres con hijos, menores solos?',
  SITUATION: '¿Reciben a personas en cualquier situación, o solo en algunas?',
  LGBTQ: '¿Su lugar es solo para personas LGBTQ+?',
  VETERAN: '¿Su lugar es solo para veteranos?',
  RESIDENCE: '¿De qué condados reciben a personas?',
  NATION: '¿Reciben a personas de cualquier nación tribal, y a quienes no son de ninguna?',
  LANGUAGE: '¿Qué idiomas hablan, y pueden conseguir un intérprete?',
  CULTURE: '¿Su lugar es para una comunidad, o para todas?',
  ACCESS: '¿Pueden quedarse personas que usan silla de ruedas, son sordas o son ciegas?',
  ANIMALS: '¿Se pueden traer animales?',
  SUBSTANCE_USE: '¿Qué reglas tienen sobre alcohol, drogas y medicamentos como la metadona?',
  CARE_NEEDS: '¿Qué ayuda pueden dar con la salud mental, los medicamentos o la enfermería?',
  CONVICTIONS: '¿Hay condenas por las que no reciben a alguien?',
  CUSTODY: '¿Reciben a personas en cuidado de crianza, bajo retención o enviadas por un tribunal?',
  DOCUMENTS: '¿Qué documentos hay que traer, y cuáles pueden venir después?',
  INCOME: '¿Qué tan firme es su límite de ingresos?',
  POLICE_COOPERATION: '¿Hay que colaborar con la policía?',
  REFERRAL_SOURCE: '¿Puede llamar la persona misma, o tiene que llamar alguien más?',
  IMMIGRATION: '¿Reciben a personas de cualquier estatus migratorio?',
  STAY_HISTORY: '¿Una estancia anterior puede impedir la entrada, y por cuánto tiempo?',
  WORK_OR_SCHOOL: '¿Hay que trabajar o estudiar, cuánto, y desde cuándo?',
  FAITH: '¿Hay que participar en actividades religiosas?',
};
/** Where nothing is said, and that is asked otherwise. */
const silent: Partial<Record<CriterionKind, string>> = {
  AGE: '¿Desde qué edad reciben a las personas, y pueden venir menores?',
  NATION: '¿Cómo trabajan con la nación tribal de alguien que les envían?',
};
/** Of these, *only these, or others too?* would be no question to say aloud. */
const isPlain = new Set<CriterionKind>(
  'DOCUMENTS INCOME POLICE_COOPERATION REFERRAL_SOURCE WORK_OR_SCHOOL FAITH'.split(
    ' ',
  ) as CriterionKind[],
);
/** A list of more words than this is not said in one breath. */
const WORDS_MAX = 2;
/** Nor is a sentence of more letters. */
const LETTERS_MAX = 140;

/** To ask of these by name would hint that she is one of them. */
const isNeverNamed = new Set<CriterionKind>(['STAY_HISTORY', 'IMMIGRATION']);

/** A question, or the plain one where the list in it is too long to say. */
const inOneBreath = (question: string, criterion: CriterionKind, words: number, most: number) =>
  words > most || question.length > LETTERS_MAX ? plain[criterion] : question;

const weighed: ReasonWords['questions']['WEIGHED'] = ({ criterion, whom, words }) =>
  isNeverNamed.has(criterion)
    ? plain[criterion]
    : inOneBreath(`¿Cuándo pueden recibir a ${whom}?`, criterion, words, LISTED_MAX);

const HOW_MANY = '¿Cuántas personas pueden venir juntas?';

export const spanishQuestions: ReasonWords['questions'] = {
  ONLY_THESE: ({ criterion, whom, words, headcount }) => {
    if (headcount) return HOW_MANY;
    if (isPlain.has(criterion) || isNeverNamed.has(criterion)) return plain[criterion];
    const question = `¿Reciben solo a ${whom}, o también a otras personas?`;
    return inOneBreath(question, criterion, words, WORDS_MAX);
  },
  THESE_AMONG_OTHERS: ({ criterion, headcount }) => (headcount ? HOW_MANY : plain[criterion]),
  NOT_THESE: ({ criterion, whom, words }) =>
    isNeverNamed.has(criterion)
      ? plain[criterion]
      : inOneBreath(`¿Reciben alguna vez a ${whom}?`, criterion, words, LISTED_MAX),
  PERHAPS_WEIGHED: weighed,
  WEIGHED: weighed,
  BENT: ({ criterion, whom, words }) =>
    inOneBreath(
      `Reciben solo a ${whom}: ¿cuándo hacen una excepción?`,
      criterion,
      words,
      WORDS_MAX,
    ),
  OUTSIDE: ({ criterion, seeker: { age, gender }, headcount }) => {
    if (criterion === 'AGE')
      return `¿Recibirían a alguien de ${age} ${age === 1 ? 'año' : 'años'}?`;
    if (criterion === 'GENDER') return `¿Recibirían a ${genders[gender!]}?`;
    return headcount ? HOW_MANY : plain[criterion];
  },
  DISAGREE: ({ criterion, whom, words }) =>
    inOneBreath(
      `¿Reciben solo a ${whom}, o a otras personas en algunos cuartos?`,
      criterion,
      words,
      WORDS_MAX,
    ),
  UNREADABLE: ({ about }) => `¿Cuál es su regla sobre ${about}?`,
  SILENT: ({ criterion }) => silent[criterion] ?? plain[criterion],
};
