/** What names of places and programs are made of, and what rules of whom they take begin with: no part of a person's name. */
const NO_NAME = [
  'House|Homes?|Cent(?:er|re)|Shelter|Place|Lodge|Hall|Haven|Harbor|Casa|Hogar|Refugio|Centro|Programa?|Project|Services?|Servicios',
  'Clinic|Hospital|Health|School|Church|Ministr(?:y|ies)|Mission|Foundation|Office|Department|Housing|Beds|Rooms?|Units?',
  'Count(?:y|ies)|City|Nation|Lake|River|Falls|Rapids|Street|Avenue|Road|Region|Minnesota|Saint',
  'Residents|Clients|Youths?|Girls|Boys|Women|Men|Females|Males|Teens|Minors|Adults|Children|Kids|People|Parents',
  'Jóvenes|Niñ[ao]s|Mujeres|Menores|Minimum|Maximum|Under|Over|From|Until|At|To|For|Now|Also|Note|Correction|Please|Age|The|El|La',
].join('|');
const isNoName = `(?:${NO_NAME})(?!\\p{L})`;
const word = `(?<![\\p{L}-])(?!${isNoName})\\p{Lu}[\\p{L}'’-]*\\p{Ll}(?![\\p{L}-])`;
/** A person who is named: by two words or three, or by one and a comma. A name of a place is none. */
const named = `(?:${word}(?: ${word}){1,2}(?! ${isNoName}),?|${word},) \\(?`;

/** Of a rule of whom they take, what follows the age: *15 to 17*, *18 and older*, *18 años o más*. */
const orMore =
  String.raw`\+| ?[-–—/] ?\d| (?:to|and|or|through|until|a|y|o|hasta) \d| (?:and|or|y|o|en) ` +
  '(?:older|over|up|above|younger|under|more|más|mas|mayor|menor|menos|adelante)';
const age = String.raw`\d{1,2}(?!\d|${orMore})`;
const yearOld = String.raw`\d{1,2}(?:[- ]?(?:years?|yrs?)[- ]old| ?y\.?\/?o\.?)(?!\p{L}|${orMore})`;
const someone =
  '(?:girl|boy|child|kid|baby|teen|teenager|woman|man|lady|minor|runaway|survivor|daughter|son|sister|brother)(?!\\p{L})';
const alguien =
  '(?:niñ[ao]|chic[ao]|muchach[ao]|menor|joven|adolescente|mujer|hombre|señora?|bebé)(?!\\p{L})';
const aSomeone = `(?:an?|the|this|that|one) (?:${yearOld} )?(?:[\\p{L}-]+ ){0,2}${someone}`;
const ssn = String.raw`\d{3}[-–. ]?\d{2}[-–. ]?\d{4}(?!\d)`;

/** Names are known by their capitals; all else is found in whatever letters. */
const inCapitals = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})`, 'u');
const inAny = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})`, 'iu');

/** Words about a person, and not about a place of help: what of them each kind is found by. */
const kinds: readonly [what: string, ...found: RegExp[]][] = [
  [
    'a Social Security number',
    inAny(String.raw`\d{3}([-–. ])\d{2}\1\d{4}(?!\d)`),
    inAny(String.raw`(?:ssn|social security|seguro social)[^\d\n]{0,20}${ssn}`),
  ],
  [
    'an e-mail address of a person',
    /@(?:gmail|yahoo|hotmail|outlook|live|icloud|aol|proton(?:mail)?|gmx|msn)\.\w/i,
  ],
  [
    'a birthday',
    inAny(
      String.raw`(?:born|birth ?day|date of birth|d\.?o\.?b|nacid[ao]|nació|fecha de nacimiento|cumpleaños)(?!\p{L})[^\d\n]{0,20}\d`,
    ),
  ],
  [
    'somebody’s name',
    inAny('(?:my|her|his) name is|me llamo '),
    inCapitals(`(?:[Tt]heir name is|[Ss]e llama) ${word}(?! ${isNoName})`),
    inAny(`${aSomeone},? (?:is |was |who is )?named `),
    inCapitals(`(?:${someone}|${yearOld}),? (?:is |was |who is )?(?:named|called) ${word}`),
    inCapitals(`${alguien}(?: de ${age} años)?,? (?:llamad[ao]|que se llama|de nombre) ${word}`),
  ],
  [
    'somebody’s age',
    inAny(
      String.raw`(?:i am|i['’]m|she is|she['’]s|he is|he['’]s|tengo|(?:ella|él) tiene) (?:only |sol[oa] |sólo )?\d{1,2}(?!\d)`,
    ),
    inCapitals(`${named}(?:[Aa]ged?|edad|de edad) ${age}`),
    inCapitals(`${named}(?:(?:who )?(?:is|was) )?(?:only |an? )?${yearOld}`),
    inCapitals(`${named}(?:tiene |que tiene |de )?\\d{1,2} años(?!${orMore})`),
    inAny(`(?:an?|the|this|that) ${yearOld} ${someone} (?:was|had|came|ran|got|told|said|from)`),
  ],
  [
    'somebody of yours',
    inAny(
      `my (?:${yearOld} )?(?:daughter|son|child|kids?|children|girlfriend|boyfriend|wife|husband|sister|brother|client|patient)`,
    ),
    inAny('mi (?:hij|novi|espos|herman|cliente|paciente)'),
  ],
];

/** What of a text is about a person; null where nothing is found. It is no proof that there is none. */
export const personIn = (text: string): string | null => {
  const plain = text.normalize('NFKC');
  return kinds.find(([, ...found]) => found.some((one) => one.test(plain)))?.[0] ?? null;
};
