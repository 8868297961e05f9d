/** Kinds of streets: each line one kind, its spellings without gaps, the Spanish last. */
const kinds = `
avenue ave av aven avn avenida avda avnue
boulevard blvd boul blv bulevar
street st str strt sreet calle
road rd roads camino carretera
lane ln
drive dr drv driv paseo
court ct crt
circle cir circ crcl circulo
terrace ter terr terraza
place pl plc plaza
parkway pkwy parkwy pky pkway
way wy via
trail trl tr sendero
square sq plaza
loop lp
alley aly ally callejon
highway hwy hiway hway autopista
crossing xing crssng
point pt punta
heights hts
cove cv
path pth
pass
plaza plz
ridge rdg
row
run
view vw
walk
crescent cres cr
expressway expy
freeway fwy
turnpike tpke pike
grove grv
hill hl
landing lndg
close
bend bnd
glen gln
hollow holw
park pk
mews
quay
spur
trace trce
bypass byp
mall
curve curv
causeway cswy
esplanade esp
promenade prom
viaduct via
motorway mtwy
skyway skwy
extension ext`;

/** The spellings of each kind of street, by each of them; of a word of several kinds, all. */
export const streetKinds: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const line of kinds.trim().split('\n')) {
    const spellings = line.split(' ');
    for (const spelling of spellings)
      map.set(spelling, [...new Set([...(map.get(spelling) ?? []), ...spellings])]);
  }
  return map;
})();

/** Words for a street that stand before its name, in Spanish, Somali, Hmong and French. */
export const KIND_BEFORE =
  '(?:calles?|avenida|avda|ave|av|camino|carretera|paseo|bulevar|boulevard|autopista|plaza|via|callejon|' +
  'ruta|street|st|road|rd|blvd|avenue|waddada|wadada|jidka|txoj kev|kev|rue)';

/** Kinds that are everyday words too: `the youth way`, `a toy drive`. */
export const everydayKinds = new Set(
  (
    'way wy drive dr court ct place pl circle terrace ter park hill point pt pass path row run view walk ' +
    'close cove crossing loop ridge square trail grove glen hollow landing bend plaza st'
  ).split(' '),
);

/** Compass points, each with its spellings without gaps. */
export const compass: readonly (readonly string[])[] = [
  ['north', 'n', 'no', 'nor', 'nort', 'norte'],
  ['south', 's', 'so', 'sur'],
  ['east', 'e', 'este', 'oriente'],
  ['west', 'w', 'oeste', 'poniente'],
  ['northeast', 'ne', 'noreste', 'nordeste'],
  ['northwest', 'nw', 'noroeste'],
  ['southeast', 'se', 'sureste', 'sudeste'],
  ['southwest', 'sw', 'suroeste', 'sudoeste'],
];
export const compassWords = compass.flat();

/** Words before a name that are left out, or by which it is told apart from another street of the town. */
export const BEFORE_NAME = /^(?:old|new|upper|lower|former|little|great)$/;

const each = (before: string, after: string): string[] =>
  before.split(' ').flatMap((one) => after.split(' ').map((other) => one + other));

/** Roads that are numbered or lettered, each by all words for all of them, without gaps: a road is called a county's and a highway. */
const countyRoads = [
  ...each(
    'county co cty cnty',
    'road rd highway hwy hiway hgwy route rte rt trunkhighway trunkhwy stateaidhighway stateaidhwy stateaidroad stateaidrd',
  ),
  ...'county co cty cnty cr csah cth cord'.split(' '),
];
const HIGHWAYS = 'highway hwy hiway hgwy';
export const roadClasses: readonly string[] = [
  ...countyRoads,
  ...each('', `${HIGHWAYS} route rte rt trunkhighway trunkhwy`),
  ...each(
    'state st mn minnesota minn wi wisconsin wis us unitedstates federal',
    `${HIGHWAYS} route rte`,
  ),
  ...each('state st', 'road rd trunkhighway trunkhwy'),
  ...(
    'us mn wi minnesota wisconsin th sr sh ruralroute interstate autopista carretera carreteradelcondado ' +
    'caminodelcondado rutadelcondado ruta carreteraestatal fmroad fm forestroad fr townshiproad townshiprd twproad twprd'
  ).split(' '),
];
/** They are said of one, where its number stands beside them. */
export const roadsSaid = ['road', 'rd'];
/** Short ones are words or abbreviations of other things where a letter follows: `US B`, `TH A`. */
export const letteredRoads: readonly string[] = [
  ...countyRoads,
  ...each('', `${HIGHWAYS} route rte`),
  ...each('state', `${HIGHWAYS} road rd route rte`),
  'trunkhighway',
  'ruta',
  'townshiproad',
  'forestroad',
];

/** Streets whose name is a word of Spanish too. */
export const inSpanish: Record<string, readonly string[]> = {
  elm: ['olmo', 'olmos'], maple: ['arce', 'arces'], oak: ['roble', 'robles', 'encino'],
  pine: ['pino', 'pinos'], cedar: ['cedro', 'cedros'], birch: ['abedul', 'abedules'], ash: ['fresno'],
  willow: ['sauce', 'sauces'], walnut: ['nogal'], cherry: ['cerezo', 'cereza'], apple: ['manzano'],
  juniper: ['enebro', 'enebros'], spruce: ['abeto'], poplar: ['alamo', 'alamos'], chestnut: ['castano'],
  hope: ['esperanza'], harbor: ['puerto'], main: ['principal', 'mayor'], park: ['parque'],
  mill: ['molino'], old: ['viejo', 'vieja'], new: ['nuevo', 'nueva'], church: ['iglesia'],
  lake: ['lago'], river: ['rio'], hill: ['colina', 'cerro'], cathedral: ['catedral'],
  youth: ['juventud'], market: ['mercado'], school: ['escuela'], bridge: ['puente'], spring: ['primavera'],
  sun: ['sol'], moon: ['luna'], garden: ['jardin'], forest: ['bosque'], mountain: ['montana'],
  north: ['norte'], south: ['sur'], east: ['este'], west: ['oeste'], high: ['alta'], union: ['union'],
  liberty: ['libertad'], freedom: ['libertad'], peace: ['paz'], flower: ['flor'], rose: ['rosa'],
  stone: ['piedra'], water: ['agua'], white: ['blanca', 'blanco'], green: ['verde'], red: ['roja'],
  library: ['biblioteca'], station: ['estacion'], saint: ['santa'],
}; // prettier-ignore
