import type { PlacementTexts } from '../texts.js';

const kilometers = (meters: number) => `${(meters / 1000).toLocaleString('es-US')} km`;
const more = (many: number) => `${many.toLocaleString('es-US')} más`;
const beds = (many: number) => (many === 1 ? 'una cama' : `${many} camas`);
const free = (many: number) => (many === 1 ? 'libre' : 'libres');
const states = {
  OPEN: 'tienen lugar',
  WAITLIST: 'tienen lista de espera',
  UNKNOWN: 'no han dicho últimamente si tienen lugar',
  FULL: 'están llenos',
};

export const spanish: PlacementTexts = {
  policies: {
    NO_ID_REQUIRED: {
      holds: 'no se necesita identificación',
      denied: 'se necesita identificación',
      question: '¿Se puede llegar sin identificación?',
    },
    NO_POLICE_REPORT_REQUIRED: {
      holds: 'no se necesita denuncia ante la policía',
      denied: 'se necesita una denuncia ante la policía',
      question: '¿Se puede llegar sin denuncia ante la policía?',
    },
    SELF_REFERRAL: {
      holds: 'la persona puede llamar por sí misma',
      denied: 'tiene que llamar otra persona',
      question: '¿Puede llamar la persona misma?',
    },
    NO_SOBRIETY_REQUIRED: {
      holds: 'no se exige estar sobrio',
      denied: 'se exige estar sobrio',
      question: '¿Se puede llegar sin estar sobrio?',
    },
    PETS_WELCOME: {
      holds: 'se reciben mascotas',
      denied: 'no se reciben mascotas',
      question: '¿Se puede traer una mascota?',
    },
    PHONE_KEPT: {
      holds: 'la persona conserva su teléfono',
      denied: 'la persona entrega su teléfono',
      question: '¿La persona conserva su teléfono?',
    },
    NIGHT_INTAKE: {
      holds: 'se recibe a personas de noche',
      denied: 'no se recibe a nadie de noche',
      question: '¿Se puede llegar de noche?',
    },
    WALK_IN: {
      holds: 'se puede llegar sin cita',
      denied: 'hay que llamar antes',
      question: '¿Se puede llegar sin llamar antes?',
    },
    NO_FEE: { holds: 'no se cobra nada', denied: 'hay que pagar algo', question: '¿Es gratis?' },
    NO_PROGRAM_REQUIRED: {
      holds: 'no se exige participar en un programa',
      denied: 'se exige participar en un programa',
      question: '¿Se puede quedar alguien sin participar en un programa?',
    },
    NO_CURFEW: {
      holds: 'no hay hora límite de llegada',
      denied: 'hay una hora límite de llegada',
      question: '¿Hay una hora límite de llegada?',
    },
    STAFF_AWAKE_OVERNIGHT: {
      holds: 'hay personal despierto toda la noche',
      denied: 'no hay personal despierto toda la noche',
      question: '¿Hay alguien despierto toda la noche?',
    },
    CHILDREN_STAY_TOGETHER: {
      holds: 'los hijos se quedan juntos',
      denied: 'no siempre se quedan juntos los hijos',
      question: '¿Los hijos se quedan juntos?',
    },
    SURVIVOR_LED: {
      holds: 'lo dirigen sobrevivientes',
      denied: 'no lo dirigen sobrevivientes',
      question: '¿Lo dirigen sobrevivientes?',
    },
  },
  ruled: (rule) => `No lo dicen expresamente. Su regla: ${rule}`,
  policy: {
    MET: ({ holds }) => `Dicen que ${holds}.`,
    NOT_MET: ({ denied }) => `Dicen que ${denied}.`,
    UNKNOWN: ({ either }) => `No dicen si ${either}.`,
  },
  languages: {
    met: (names) => `Hablan ${names}.`,
    unknown: (names) => `No dicen que alguien ahí hable ${names}.`,
    question: (names) => `¿Hay alguien que hable ${names}, o un intérprete a quien llamar?`,
    others: (names) => `Hablan ${names}.`,
    many: (count) => `Nombran ${count} idiomas, y ninguno de los suyos está entre ellos.`,
  },
  beds: {
    met: (wanted, open) =>
      `Hay ${beds(open)} ${free(open)}; hace falta ${wanted === 1 ? 'una' : `tener ${wanted}`}.`,
    short: (wanted) => `Tienen menos de ${beds(wanted)}.`,
    shortOpen: (wanted) => `Tienen menos de ${beds(wanted)} ${free(wanted)}.`,
    unknown: (wanted) => `No dicen si tienen ${beds(wanted)} ${free(wanted)}.`,
    question: (wanted) =>
      wanted === 1
        ? '¿Tienen una cama libre?'
        : `¿Tienen ${wanted} camas libres para personas que llegan juntas?`,
    none: 'Dijeron que ahora no reciben a nadie.',
    whenFree: (wanted) => `¿Cuándo podrían tener ${beds(wanted)} ${free(wanted)}?`,
  },
  widen: {
    within: (meters, many) => `Hasta ${kilometers(meters)}: ${more(many)}.`,
    availability: (state, many) => `También los que ${states[state]}: ${more(many)}.`,
    askAbout: (about, many) => `Preguntando sobre ${about}: ${more(many)}.`,
    caseByCase: (about, many) => `Donde deciden caso por caso sobre ${about}: ${more(many)}.`,
  },
};
