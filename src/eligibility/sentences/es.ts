import type { Names, Sentences } from '../sentence.js';

const or = (words: string[]) => new Intl.ListFormat('es', { type: 'disjunction' }).format(words);
const and = (words: string[]) => new Intl.ListFormat('es', { type: 'conjunction' }).format(words);
const money = new Intl.NumberFormat('es-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
const each = (table: Record<string, string>, words: string[]) =>
  words.map((word) => table[word] ?? 'otras personas');
const named = (name: string | undefined, otherwise: string) => name ?? otherwise;

const ages = (from?: number, to?: number) => {
  if (from !== undefined && to !== undefined)
    return from === to ? `de ${from} años` : `de ${from} a ${to} años`;
  return from !== undefined ? `de ${from} años o más` : `de hasta ${to} años`;
};
const genders = {
  WOMAN: 'mujeres',
  MAN: 'hombres',
  TWO_SPIRIT: 'personas de dos espíritus',
  NONBINARY: 'personas no binarias',
};
const young = {
  WOMAN: 'niñas',
  MAN: 'niños varones',
  TWO_SPIRIT: 'menores de dos espíritus',
  NONBINARY: 'menores no binarios',
};
const households = {
  SINGLE: 'personas que vienen solas',
  COUPLE: 'parejas',
  PREGNANT: 'personas embarazadas',
  PARENTING: 'madres o padres con sus hijos',
  UNACCOMPANIED_MINOR: 'menores que vienen sin madre, padre ni tutor',
};
const situations = {
  SEX_TRAFFICKING: 'han sufrido trata sexual',
  LABOR_TRAFFICKING: 'han sufrido trata laboral',
  EXPLOITATION: 'han sufrido explotación sexual',
  AT_RISK: 'corren riesgo de ser explotadas',
  DOMESTIC_VIOLENCE: 'huyen de violencia doméstica',
  SEXUAL_ASSAULT: 'han sufrido una agresión sexual',
  STALKING: 'sufren acoso o persecución',
  HOMELESS: 'no tienen hogar',
  RUNAWAY: 'se han ido de su casa',
};
const bases = {
  ENROLLED: 'miembros inscritos de',
  DESCENDANT: 'descendientes de',
  LIVES_WITHIN: 'personas que viven dentro de la reservación de',
};
const access = {
  WHEELCHAIR: 'usan silla de ruedas',
  DEAF: 'son sordas o tienen dificultad para oír',
  BLIND: 'son ciegas o tienen baja visión',
};
const animals = { PET: 'una mascota', SERVICE_ANIMAL: 'un animal de servicio' };
const use = {
  NONE: 'no consumen alcohol ni drogas',
  SOBER: 'están sobrias ahora',
  ON_MEDICATION: 'toman medicamentos por consumo de sustancias',
  ACTIVE: 'consumen alcohol o drogas ahora',
};
const care = {
  MENTAL_HEALTH: 'necesitan atención de salud mental',
  MENTAL_HEALTH_CRISIS: 'están en una crisis de salud mental',
  MEDICATION_HELP: 'necesitan ayuda para tomar medicamentos',
  NURSING_CARE: 'necesitan cuidados de enfermería',
};
const convictions = {
  FELONY: 'por un delito grave',
  VIOLENCE: 'por violencia',
  ARSON: 'por incendio provocado',
  SEX_OFFENSE: 'por un delito sexual',
};
const custody = {
  NONE: 'personas que no están bajo custodia de nadie',
  FOSTER_CARE: 'jóvenes en cuidado de crianza',
  JUVENILE_HOLD: 'jóvenes bajo retención juvenil',
  COURT_ORDER: 'personas enviadas por orden judicial',
};
const documents = {
  PHOTO_ID: 'una identificación con foto',
  TRIBAL_ID: 'una identificación tribal',
  BIRTH_CERTIFICATE: 'un acta de nacimiento',
  SOCIAL_SECURITY_CARD: 'una tarjeta del Seguro Social',
  INCOME_PROOF: 'un comprobante de ingresos',
};
const sources = {
  SELF: 'personas que vienen por su cuenta',
  REGIONAL_NAVIGATOR: 'personas enviadas por un navegador regional',
  CHILD_PROTECTION: 'personas enviadas por protección infantil',
  POLICE: 'personas enviadas por la policía',
  HOSPITAL: 'personas enviadas por un hospital',
};
const statuses = {
  CITIZEN: 'ciudadanos',
  PERMANENT_RESIDENT: 'residentes permanentes',
  ELIGIBLE_NONCITIZEN: 'no ciudadanos que cumplen los requisitos',
  VISA_HOLDER: 'personas con visa',
  UNDOCUMENTED: 'personas sin papeles',
};
const cultures: Record<string, string> = {
  LATINA: 'latinas',
  EAST_AFRICAN: 'de África oriental',
  HMONG: 'hmong',
  KAREN: 'karen',
  OJIBWE: 'ojibwe',
  DAKOTA: 'dakota',
  BLACK: 'negras',
  SOMALI: 'somalíes',
  NATIVE: 'indígenas',
};
const culture = (slug: string) => cultures[slug] ?? slug.toLowerCase().replaceAll('_', ' ');
const counties = (fips: string[], names: Names) =>
  fips.map((one) => named(names.county(one), 'un condado que aquí no se nombra'));

function household(terms: {
  households?: string[];
  children?: { genders?: string[]; ageMin?: number; ageMax?: number };
  peopleMin?: number;
  peopleMax?: number;
}): string {
  if (terms.households) return or(each(households, terms.households));
  if (terms.children) {
    const { genders: whose, ageMin, ageMax } = terms.children;
    const aged = ageMin === undefined && ageMax === undefined ? '' : ` ${ages(ageMin, ageMax)}`;
    return `personas que traen ${whose ? or(each(young, whose)) : 'hijos'}${aged}`;
  }
  const { peopleMin: from, peopleMax: to } = terms;
  if (from !== undefined && to !== undefined) {
    return from === to ? `hogares de ${from} personas` : `hogares de ${from} a ${to} personas`;
  }
  return from !== undefined
    ? `hogares de ${from} personas o más`
    : `hogares de hasta ${to} personas`;
}

function income({ monthlyMin, monthlyMax }: { monthlyMin?: number; monthlyMax?: number }): string {
  if (monthlyMin !== undefined && monthlyMax !== undefined) {
    return `personas con ingresos de ${money.format(monthlyMin)} a ${money.format(monthlyMax)} al mes`;
  }
  return monthlyMin !== undefined
    ? `personas con ingresos de al menos ${money.format(monthlyMin)} al mes`
    : `personas con ingresos de no más de ${money.format(monthlyMax ?? 0)} al mes`;
}

function residence(
  {
    countyFips,
    regions,
    outsideCountyFips,
  }: { countyFips?: string[]; regions?: string[]; outsideCountyFips?: string[] },
  names: Names,
): string {
  if (countyFips) return `personas que viven en ${or(counties(countyFips, names))}`;
  if (outsideCountyFips)
    return `personas que viven fuera de ${and(counties(outsideCountyFips, names))}`;
  return `personas que viven en la región ${or((regions ?? []).map((id) => named(names.region(id), 'que se indica')))}`;
}

function stayed(terms: {
  stayedWithinDays?: number;
  shelterStayWithinDays?: number;
  barred?: true;
}): string {
  if (terms.barred) return 'personas a quienes antes se les prohibió la entrada';
  return terms.stayedWithinDays !== undefined
    ? `personas que se han quedado aquí en los últimos ${terms.stayedWithinDays} días`
    : `personas que se han quedado en un refugio en los últimos ${terms.shelterStayWithinDays} días`;
}

export const spanish: Sentences = {
  stance: {
    REQUIRES: (whom) => `Solo para ${whom}.`,
    SERVES: (whom) => `Recibe a ${whom}, entre otras personas.`,
    REFUSES: (whom) => `No puede recibir a ${whom}.`,
    CASE_BY_CASE: (whom) => `Decide caso por caso sobre ${whom}: pregunte.`,
  },
  unread: (about) => `Tiene una regla sobre ${about}: pregunte.`,
  about: {
    AGE: 'la edad',
    GENDER: 'el género',
    HOUSEHOLD: 'quiénes vienen juntos',
    SITUATION: 'lo que ha pasado',
    LGBTQ: 'las personas LGBTQ+',
    VETERAN: 'los veteranos',
    RESIDENCE: 'dónde vive la persona',
    NATION: 'las naciones tribales',
    LANGUAGE: 'el idioma',
    CULTURE: 'la cultura',
    ACCESS: 'el acceso',
    ANIMALS: 'los animales',
    SUBSTANCE_USE: 'el alcohol y las drogas',
    CARE_NEEDS: 'los cuidados',
    CONVICTIONS: 'las condenas',
    CUSTODY: 'la custodia',
    DOCUMENTS: 'los documentos',
    INCOME: 'los ingresos',
    POLICE_COOPERATION: 'la policía',
    REFERRAL_SOURCE: 'quién envía a la persona',
    IMMIGRATION: 'la migración',
    STAY_HISTORY: 'las estancias anteriores',
    WORK_OR_SCHOOL: 'el trabajo o la escuela',
    FAITH: 'la religión',
  },
  whom: {
    AGE: ({ ageMin, ageMax }: { ageMin?: number; ageMax?: number }) =>
      `personas ${ages(ageMin, ageMax)}`,
    GENDER: ({ genders: whose }: { genders: string[] }) => or(each(genders, whose)),
    HOUSEHOLD: household,
    SITUATION: (terms: { situations: string[] }) =>
      `personas que ${or(each(situations, terms.situations))}`,
    LGBTQ: () => 'personas LGBTQ+',
    VETERAN: () => 'veteranos',
    RESIDENCE: residence,
    NATION: (
      { nations, basis }: { nations: 'ANY' | string[]; basis: keyof typeof bases },
      names: Names,
    ) =>
      `${bases[basis]} ${
        nations === 'ANY'
          ? 'cualquier nación tribal'
          : or(nations.map((id) => named(names.nation(id), 'una nación que aquí no se nombra')))
      }`,
    LANGUAGE: ({ languages }: { languages: string[] }, names: Names) =>
      `personas que hablan ${or(languages.map((tag) => named(names.language(tag), 'un idioma que aquí no se nombra')))}`,
    CULTURE: (terms: { cultures: string[] }) =>
      `personas de comunidades ${or(terms.cultures.map(culture))}`,
    ACCESS: ({ needs }: { needs: string[] }) => `personas que ${or(each(access, needs))}`,
    ANIMALS: (terms: { animals: string[] }) => `personas con ${or(each(animals, terms.animals))}`,
    SUBSTANCE_USE: (terms: { use: string[] }) => `personas que ${or(each(use, terms.use))}`,
    CARE_NEEDS: ({ needs }: { needs: string[] }) => `personas que ${or(each(care, needs))}`,
    CONVICTIONS: (terms: { convictions: string[] }) =>
      `personas con una condena ${or(each(convictions, terms.convictions))}`,
    CUSTODY: (terms: { custody: string[] }) => or(each(custody, terms.custody)),
    DOCUMENTS: ({ allOf, anyOf }: { allOf?: string[]; anyOf?: string[] }) =>
      `personas que puedan mostrar ${allOf ? and(each(documents, allOf)) : or(each(documents, anyOf ?? []))}`,
    INCOME: income,
    POLICE_COOPERATION: () => 'personas que colaboran con la policía',
    REFERRAL_SOURCE: (terms: { sources: string[] }) => or(each(sources, terms.sources)),
    IMMIGRATION: (terms: { statuses: 'ANY' | string[] }) =>
      terms.statuses === 'ANY'
        ? 'personas de cualquier estatus migratorio'
        : or(each(statuses, terms.statuses)),
    STAY_HISTORY: stayed,
    WORK_OR_SCHOOL: ({ hoursWeeklyMin }: { hoursWeeklyMin: number }) =>
      `personas que trabajan o estudian al menos ${hoursWeeklyMin} horas a la semana`,
    FAITH: () => 'personas que participan en actividades religiosas',
  } as Sentences['whom'],
};
