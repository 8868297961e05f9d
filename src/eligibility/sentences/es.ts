import type { Names, Sentences } from '../sentence.js';
import { listed } from './listed.js';
import {
  access,
  ages,
  and,
  animals,
  bases,
  care,
  convictions,
  cultures,
  custody,
  documents,
  each,
  genders,
  happened,
  happening,
  has,
  households,
  money,
  named,
  or,
  sources,
  statuses,
  use,
  young,
} from './words-es.js';

const culture = (slug: string) => cultures[slug] ?? slug.toLowerCase().replaceAll('_', ' ');

/** From two on, the word *condado* is not said with each. */
const counties = (fips: string[], names: Names, list: (words: string[]) => string) => {
  const all = fips.map((one) => named(names.county(one), 'un condado que aquí no se nombra'));
  return listed(all, (each) => {
    const short = each.length > 1 && each.every((name) => name.endsWith(' County'));
    return short ? `los condados de ${list(each.map(bare))}` : list(each);
  });
};
const regions = (ids: string[], names: Names) => {
  const known = ids.filter((id) => names.region(id));
  return listed(ids, () => {
    const named = `la región ${or(known.map((id) => names.region(id)!))}`;
    const others = known.length < ids.length ? ['una región que aquí no se nombra'] : [];
    return or(known.length > 0 ? [named, ...others] : others);
  });
};
const bare = (county: string) => county.slice(0, -' County'.length);

function people(parts: (string | false)[]): string {
  return `personas que ${or(parts.filter((part) => part !== false))}`;
}

function gendersOf(whose: string[]): string {
  if (has(whose, ...Object.keys(genders))) return 'personas de cualquier género';
  const words = each(genders, whose);
  const both = has(whose, 'TWO_SPIRIT', 'NONBINARY');
  return or(both ? words.map((word) => word.replace('personas no', 'no')) : words);
}

function situationsOf(said: string[]): string {
  const suffered = each(happened, said);
  return people([suffered.length > 0 && `sufrieron ${or(suffered)}`, ...each(happening, said)]);
}

function useOf(said: string[]): string {
  if (has(said, 'NONE', 'SOBER', 'ON_MEDICATION')) {
    return said.includes('ACTIVE')
      ? 'personas que consumen o no consumen alcohol o drogas'
      : 'personas que ahora no consumen alcohol ni drogas, salvo medicamentos';
  }
  return people(each(use, said));
}

function careOf(said: string[]): string {
  const needs = each(care, said);
  return people([
    needs.length > 0 && `necesitan ${or(needs)}`,
    said.includes('MENTAL_HEALTH_CRISIS') && 'están en una crisis de salud mental',
  ]);
}

function custodyOf(said: string[]): string {
  return has(said, ...Object.keys(custody))
    ? 'personas bajo cualquier custodia o ninguna'
    : `personas ${or(each(custody, said))}`;
}

function sentBy(said: string[]): string {
  const others = each(sources, said);
  if (!said.includes('SELF')) return `personas enviadas por ${or(others)}`;
  if (others.length === 0) return 'personas que llaman por su cuenta';
  return `personas que llaman por su cuenta o son enviadas por ${or(others)}`;
}

function household(terms: {
  households?: string[];
  children?: { genders?: string[]; ageMin?: number; ageMax?: number };
  peopleMin?: number;
  peopleMax?: number;
}): string {
  if (terms.households) {
    if (has(terms.households, 'SINGLE', 'COUPLE', 'PARENTING')) {
      const minors = terms.households.includes('UNACCOMPANIED_MINOR');
      return and(['personas solas', 'parejas', 'familias', ...(minors ? ['menores solos'] : [])]);
    }
    if (terms.households.join() === 'UNACCOMPANIED_MINOR') {
      return 'menores que vienen sin madre, padre ni tutor';
    }
    return people(each(households, terms.households));
  }
  if (terms.children) {
    const { genders: whose, ageMin, ageMax } = terms.children;
    const aged = ageMin === undefined && ageMax === undefined ? '' : ` ${ages(ageMin, ageMax)}`;
    return `personas que traen ${whose ? or(each(young, whose)) : 'hijos'}${aged}`;
  }
  const { peopleMin: from = 1, peopleMax: to } = terms;
  if (to === undefined) return `grupos de ${from} personas o más`;
  if (to === 1) return 'personas que vienen solas';
  if (from === to) return `grupos de ${to} personas`;
  return from === 1 ? `grupos de hasta ${to} personas` : `grupos de ${from} a ${to} personas`;
}

function income({ monthlyMin, monthlyMax }: { monthlyMin?: number; monthlyMax?: number }): string {
  const least = monthlyMin === undefined ? '' : money.format(monthlyMin);
  const most = monthlyMax === undefined ? '' : money.format(monthlyMax);
  if (least && most) return `personas con ingresos de ${least} a ${most} al mes`;
  return `personas con ingresos de ${least ? `al menos ${least}` : `no más de ${most}`} al mes`;
}

function residence(
  {
    countyFips,
    regions: regionIds = [],
    outsideCountyFips,
  }: { countyFips?: string[]; regions?: string[]; outsideCountyFips?: string[] },
  names: Names,
): string {
  if (outsideCountyFips) {
    const where = counties(outsideCountyFips, names, and) ?? 'ciertos condados';
    return `personas que viven fuera de ${where}`;
  }
  const where = countyFips ? counties(countyFips, names, or) : regions(regionIds, names);
  if (where !== null) return `personas que viven en ${where}`;
  return countyFips ? 'personas de ciertos condados' : 'personas de ciertas regiones';
}

function stayed(terms: {
  stayedWithinDays?: number;
  shelterStayWithinDays?: number;
  barred?: true;
}): string {
  if (terms.barred) return 'personas a quienes antes se les prohibió la entrada';
  return terms.stayedWithinDays !== undefined
    ? `personas que se quedaron ahí en los últimos ${terms.stayedWithinDays} días`
    : `personas que se quedaron en un refugio en los últimos ${terms.shelterStayWithinDays} días`;
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
  lacking: {
    DOCUMENTS: ({ allOf, anyOf }: { allOf?: string[]; anyOf?: string[] }) =>
      `personas que no puedan mostrar ${allOf ? and(each(documents, allOf)) : or(each(documents, anyOf ?? []))}`,
    WORK_OR_SCHOOL: ({ hoursWeeklyMin }: { hoursWeeklyMin: number }) =>
      `personas que trabajan o estudian menos de ${hoursWeeklyMin} horas a la semana`,
    FAITH: () => 'personas que no participan en actividades religiosas',
    POLICE_COOPERATION: () => 'la colaboración con la policía',
  },
  whom: {
    AGE: ({ ageMin, ageMax }: { ageMin?: number; ageMax?: number }) =>
      `personas ${ages(ageMin, ageMax)}`,
    GENDER: (terms: { genders: string[] }) => gendersOf(terms.genders),
    HOUSEHOLD: household,
    SITUATION: (terms: { situations: string[] }) => situationsOf(terms.situations),
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
          : (listed(
              nations.map((id) => named(names.nation(id), 'una nación que aquí no se nombra')),
              or,
            ) ?? 'ciertas naciones tribales')
      }`,
    LANGUAGE: ({ languages }: { languages: string[] }, names: Names) =>
      `personas que hablan ${
        listed(
          languages.map((tag) => named(names.language(tag), 'un idioma que aquí no se nombra')),
          or,
        ) ?? 'ciertos idiomas'
      }`,
    CULTURE: (terms: { cultures: string[] }) =>
      `personas de ${
        listed(terms.cultures.map(culture), (names) => `comunidades ${or(names)}`) ??
        'ciertas comunidades'
      }`,
    ACCESS: ({ needs }: { needs: string[] }) => people(each(access, needs)),
    ANIMALS: (terms: { animals: string[] }) => `personas con ${or(each(animals, terms.animals))}`,
    SUBSTANCE_USE: (terms: { use: string[] }) => useOf(terms.use),
    CARE_NEEDS: ({ needs }: { needs: string[] }) => careOf(needs),
    CONVICTIONS: (terms: { convictions: string[] }) =>
      `personas con una condena por ${or(each(convictions, terms.convictions))}`,
    CUSTODY: (terms: { custody: string[] }) => custodyOf(terms.custody),
    DOCUMENTS: ({ allOf, anyOf }: { allOf?: string[]; anyOf?: string[] }) =>
      `personas que puedan mostrar ${allOf ? and(each(documents, allOf)) : or(each(documents, anyOf ?? []))}`,
    INCOME: income,
    POLICE_COOPERATION: () => 'personas que colaboran con la policía',
    REFERRAL_SOURCE: (terms: { sources: string[] }) => sentBy(terms.sources),
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
