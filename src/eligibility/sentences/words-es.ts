/* What the words of the vocabulary are called in Spanish, and how a list of them is said. */

import { spokenList } from '../../kernel/index.js';

export const or = (words: string[]) => spokenList(words, 'or', 'es');
export const and = (words: string[]) => spokenList(words, 'and', 'es');
export const money = new Intl.NumberFormat('es-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
/** In the order of the table, which is that of the vocabulary: the same words are always heard alike. */
export const each = (table: Record<string, string>, said: readonly string[]) =>
  Object.entries(table).flatMap(([word, name]) => (said.includes(word) ? [name] : []));
export const has = (said: readonly string[], ...words: string[]) =>
  words.every((word) => said.includes(word));
export const named = (name: string | undefined, otherwise: string) => name ?? otherwise;

export const ages = (from?: number, to?: number) => {
  if (from !== undefined && to !== undefined)
    return from === to ? `de ${from} años` : `de ${from} ${to - from === 1 ? 'o' : 'a'} ${to} años`;
  return from !== undefined ? `de ${from} años o más` : `de hasta ${to} años`;
};
export const genders = {
  WOMAN: 'mujeres',
  MAN: 'hombres',
  TWO_SPIRIT: 'personas de dos espíritus',
  NONBINARY: 'personas no binarias',
};
export const young = {
  WOMAN: 'niñas',
  MAN: 'niños varones',
  TWO_SPIRIT: 'menores de dos espíritus',
  NONBINARY: 'menores no binarios',
};
export const households = {
  SINGLE: 'vienen solas',
  COUPLE: 'vienen en pareja',
  PREGNANT: 'están embarazadas',
  PARENTING: 'vienen con sus hijos',
  UNACCOMPANIED_MINOR: 'son menores y vienen sin madre, padre ni tutor',
};
export const happened = {
  SEX_TRAFFICKING: 'trata sexual',
  LABOR_TRAFFICKING: 'trata laboral',
  EXPLOITATION: 'explotación sexual',
  SEXUAL_ASSAULT: 'una agresión sexual',
};
export const happening = {
  AT_RISK: 'corren riesgo de explotación',
  DOMESTIC_VIOLENCE: 'huyen de la violencia en casa',
  STALKING: 'sufren acoso o persecución',
  HOMELESS: 'no tienen hogar',
  RUNAWAY: 'se fueron de su casa',
};
export const bases = {
  ENROLLED: 'miembros inscritos de',
  DESCENDANT: 'descendientes de',
  LIVES_WITHIN: 'personas que viven dentro de la reservación de',
};
export const access = {
  WHEELCHAIR: 'usan silla de ruedas',
  DEAF: 'son sordas o no oyen bien',
  BLIND: 'son ciegas o no ven bien',
};
export const animals = { PET: 'una mascota', SERVICE_ANIMAL: 'un animal de servicio' };
export const use = {
  NONE: 'no consumen alcohol ni drogas',
  SOBER: 'han dejado el alcohol o las drogas',
  ON_MEDICATION: 'toman medicamentos por consumo de drogas',
  ACTIVE: 'consumen alcohol o drogas ahora',
};
export const care = {
  MENTAL_HEALTH: 'atención de salud mental',
  MEDICATION_HELP: 'ayuda con sus medicamentos',
  NURSING_CARE: 'cuidados de enfermería',
};
export const convictions = {
  FELONY: 'un delito grave',
  VIOLENCE: 'violencia',
  ARSON: 'incendio provocado',
  SEX_OFFENSE: 'un delito sexual',
};
export const custody = {
  NONE: 'que no están bajo custodia',
  FOSTER_CARE: 'en cuidado de crianza',
  JUVENILE_HOLD: 'bajo retención juvenil',
  COURT_ORDER: 'enviadas por un tribunal',
};
export const documents: Record<string, string> = {
  PHOTO_ID: 'una identificación con foto',
  TRIBAL_ID: 'una identificación tribal',
  BIRTH_CERTIFICATE: 'un acta de nacimiento',
  SOCIAL_SECURITY_CARD: 'una tarjeta del Seguro Social',
  INCOME_PROOF: 'un comprobante de ingresos',
};
export const sources = {
  REGIONAL_NAVIGATOR: 'un navegador regional',
  CHILD_PROTECTION: 'protección infantil',
  POLICE: 'la policía',
  HOSPITAL: 'un hospital',
};
export const statuses = {
  CITIZEN: 'ciudadanos',
  PERMANENT_RESIDENT: 'residentes permanentes',
  ELIGIBLE_NONCITIZEN: 'no ciudadanos que cumplen los requisitos',
  VISA_HOLDER: 'personas con visa',
  UNDOCUMENTED: 'personas sin papeles',
};
export const cultures: Record<string, string> = {
  LATINA: 'latinas',
  EAST_AFRICAN: 'de África oriental',
  HMONG: 'hmong',
  KAREN: 'karen',
  OJIBWE: 'ojibwe',
  DAKOTA: 'dakota',
  LAKOTA: 'lakota',
  HO_CHUNK: 'ho-chunk',
  LAO: 'laosianas',
  BLACK: 'negras',
  SOMALI: 'somalíes',
  NATIVE: 'indígenas',
};
