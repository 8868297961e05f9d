import type { CriterionKind } from '../criterion.js';
import { questionsOf } from './questions.js';

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

const taking: Partial<Record<CriterionKind, string>> = {
  STAY_HISTORY: '¿Hay que haber estado antes en un refugio, en cuál, y hace cuánto tiempo?',
};

export const spanishQuestions = questionsOf({
  plain,
  silent,
  taking,
  whichChildren: '¿Qué hijos pueden venir: de qué edades, niñas y niños?',
  howMany: '¿Cuántas personas pueden venir juntas?',
  only: (whom) => `¿Reciben solo a ${whom}, o también a otras personas?`,
  ever: (whom) => `¿Reciben alguna vez a ${whom}?`,
  when: (whom) => `¿Cuándo pueden recibir a ${whom}?`,
  exception: (whom) => `Reciben solo a ${whom}: ¿cuándo hacen una excepción?`,
  inSomeRooms: (whom) => `¿Reciben solo a ${whom}, o a otras personas en algunos cuartos?`,
  ofAge: (age) => `¿Recibirían a alguien de ${age} ${age === 1 ? 'año' : 'años'}?`,
  ofGender: (gender) => `¿Recibirían a ${genders[gender]}?`,
  rule: (about) => `¿Cuál es su regla sobre ${about}?`,
});
