import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkReadable, doorOf } from '../../src/disclosure/doors.js';
import { finderOf, readText } from '../../src/disclosure/repeats-of.js';
import { ordinarySpellings } from '../../src/disclosure/street-spellings.js';
import { finder, frames, town } from '../support/street-said.js';

/** Kinds of streets, written out and short; a good many are names of streets as well. */
const kinds: readonly (readonly [long: string, ...short: string[]])[] = [
  ['Avenue', 'Ave'], ['Street', 'St'], ['Road', 'Rd'], ['Lane', 'Ln'], ['Boulevard', 'Blvd'],
  ['Drive', 'Dr'], ['Court', 'Ct'], ['Circle', 'Cir'], ['Terrace', 'Ter', 'Terr'], ['Place', 'Pl'],
  ['Parkway', 'Pkwy'], ['Way'], ['Trail', 'Trl'], ['Square', 'Sq'], ['Loop'], ['Alley', 'Aly'],
  ['Highway', 'Hwy'], ['Crossing', 'Xing'], ['Point', 'Pt'], ['Heights', 'Hts'], ['Cove', 'Cv'],
  ['Path'], ['Pass'], ['Plaza', 'Plz'], ['Ridge', 'Rdg'], ['Row'], ['Run'], ['View', 'Vw'],
  ['Walk'], ['Crescent', 'Cres'], ['Expressway', 'Expy'], ['Freeway', 'Fwy'], ['Turnpike', 'Tpke'],
  ['Grove', 'Grv'], ['Hill', 'Hl'], ['Landing', 'Lndg'], ['Close'], ['Bend', 'Bnd'], ['Glen', 'Gln'],
  ['Hollow', 'Holw'], ['Park', 'Pk'], ['Mews'], ['Quay'], ['Spur'], ['Trace', 'Trce'], ['Bypass', 'Byp'],
]; // prettier-ignore
const compass: readonly (readonly [long: string, short: string])[] = [
  ['North', 'N'],
  ['South', 'S'],
  ['East', 'E'],
  ['West', 'W'],
  ['Northeast', 'NE'],
  ['Southwest', 'SW'],
];
/** Names that are no kinds, each as it is written otherwise. */
const others: readonly (readonly string[])[] = [
  ['Oak'],
  ['Main'],
  ['Broadway'],
  ['Grand'],
  ['3rd', 'Third'],
  ['Fifth', '5th'],
  ['Larkmoor'],
  ['Park Place', 'Park Pl'],
  ['Old Mill'],
];

/** A word in all its ways: as it is, short, short with a stop, and where it may be, left out. */
const ways = ([long, ...short]: readonly string[], left: boolean) => [
  long!,
  ...short.flatMap((one) => [one, `${one}.`]),
  ...(left ? [''] : []),
];
const said = (...words: string[]) => words.filter(Boolean).join(' ');
const number = '318';

/** Of a door with its compass, name and kind: every way to say it, the compass before it, behind it, or nowhere. */
function* spellings(point: readonly string[], name: readonly string[], kind: readonly string[]) {
  for (const called of ways(name, false).filter((one) => !/^\w+ .*\.$/.test(one)))
    for (const of of ways(kind, true)) {
      for (const toward of ways(point, true)) {
        const before = said(number, toward, called, of);
        yield before;
        yield said(number, called, of, toward);
        // Behind an ordinary word by itself it is a count of something.
        if (of !== '') yield `${said(toward, called, of)}, ${number}`;
        // An ordinary word in small letters is no street by itself: `318 park`.
        if (toward !== '' || of !== '') yield before.toLowerCase();
        if (toward !== '') yield said(number, called, of, toward).toLowerCase();
      }
    }
}

/** The spellings that a door lets pass, and the door itself where it is not taken. */
function told(line: string, texts: Iterable<string>): string[] {
  const finds = finder([line]);
  const passed: string[] = [];
  let frame = 0;
  for (const text of texts) {
    frame += 1;
    if (!finds(frames[frame % frames.length]!(text))) passed.push(`${text} of ${line}`);
  }
  return passed;
}

const names = [...kinds, ...others];

for (const point of compass)
  test(`a street is found however its parts are written, to the ${point[0]}`, () => {
    const passed: string[] = [];
    let tried = 0;
    for (const [at, name] of names.entries())
      // Each name with each compass, and with kinds that are others each time.
      for (const step of [0, 1, 2, 3]) {
        const kind = kinds[(at * 7 + step * 11 + compass.indexOf(point)) % kinds.length]!;
        const all = [...spellings(point, name, kind)];
        tried += 2 * all.length;
        passed.push(...told(said(number, point[1], name[0]!, kind.at(-1)!), all));
        passed.push(...told(said(number, name[0]!, kind[0], point[0]), all));
      }
    console.error(`  ${passed.length} of ${tried} spellings told`);
    assert.deepEqual(passed.slice(0, 20), [], `${passed.length} passed`);
  });

test('… and where its kind was left out as it was entered', () => {
  // `N Avenue` is one that is called North.
  const left = names.filter(
    ([name]) => !/^(?:Avenue|Street|Road|Lane|Boulevard|Drive)$/.test(name!),
  );
  const passed = compass.flatMap((point) =>
    left.flatMap((name) => told(said(number, point[1], name[0]!), spellings(point, name, ['']))),
  );
  assert.deepEqual(passed.slice(0, 20), [], `${passed.length} passed`);
});

test('… and every name with every kind', () => {
  const passed = names.flatMap((name) =>
    kinds.flatMap((kind) =>
      told(said(number, 'S', name[0]!, kind.at(-1)!), [
        said(number, name[0]!, kind[0]),
        said(number, 'S.', name.at(-1)!),
        said(number, 'South', name[0]!, kind[0]),
      ]),
    ),
  );
  assert.deepEqual(passed.slice(0, 20), [], `${passed.length} passed`);
});

/** Doors of which each is said in every one of these ways. */
const doors: [lines: string[], said: string[]][] = [
  ...['A', 'C', 'N', 'K'].flatMap((letter): [string[], string[]][] => [
    [
      [`12 Avenue ${letter}`],
      ['Avenue', 'Ave', 'Ave.', 'Av', 'avenue'].flatMap((of) => [
        `12 ${of} ${letter}`,
        `12 S ${of} ${letter}`,
        `12 ${of} ${letter} South`,
      ]),
    ],
  ]),
  ...['A', 'B2', 'C', 'E', 'EE', 'W', '41'].flatMap((called): [string[], string[]][] =>
    [`700 County Rd ${called} W`, `700 W County Road ${called}`, `700 County Road ${called}`].map(
      (line) => [
        [line],
        ['County Road', 'County Rd', 'County Rd.', 'Co. Rd.', 'Co Rd', 'CR'].flatMap((of) => [
          `700 ${of} ${called}`,
          `700 W ${of} ${called}`,
          `700 W. ${of} ${called}`,
          `700 ${of} ${called} West`,
        ]),
      ],
    ),
  ),
  ...['Old', 'N', 'Old N', ''].map((before): [string[], string[]] => [
    [said('900', before, 'Hwy 8')],
    ['Highway', 'Hwy', 'Hwy.'].flatMap((of) =>
      ['Old', 'N', 'N.', 'North', ''].map((first) => said('900', first, of, '8')),
    ),
  ]),
  ...['Lower', 'Upper', 'Old', 'New'].map((before): [string[], string[]] => [
    [`219 ${before} 3rd St`],
    ['3rd St', 'Third Street', '3rd', 'Third', '3rd St.'].flatMap((name) => [
      `219 ${name}`,
      `219 ${before} ${name}`,
      `219 E. ${name}`,
    ]),
  ]),
  [['3rd Ave W & Oak St'], ['3rd Ave W and Oak', '3rd Avenue & Oak Street', 'Oak & 3rd']],
  [['33 Park Place Dr'], ['33 Park Pl', '33 Park Place', '33 Park Pl. Drive', '33 Pk. Pl.']],
  [['55 N Shore Dr'], ['55 Northshore Drive', '55 North Shore', '55 Shore Dr.']],
  [['1201 W Broadway'], ['1201 Broadway', '1201 West Broadway', '1201 W. Broadway']],
  ...['Mobile Home Park', 'Trailer Court', 'MHP', 'RV Park'].map((park): [string[], string[]] => [
    [`Lot 14, Pine Ridge ${park}`],
    [
      'Lot 14, Pine Ridge',
      'Pine Ridge, lot 14',
      'Pine Ridge, lot fourteen',
      'trailer 14',
      'space #14',
      `Pine Ridge ${park}`,
      '14 Pine Ridge',
    ],
  ]),
  ...['Trailer', 'Lot', 'Space', 'Spc.'].map((word): [string[], string[]] => [
    ['640 Depot Rd', `${word} 14`],
    ['trailer 14', 'Trailer #14', 'lot 14', 'lot no. 14', 'space 14', 'unit 14', 'lote 14'],
  ]),
  [['640 Depot Rd, Cabin 3'], ['cabin 3', 'Cabin #3', 'cabin three', 'cottage 3']],
  ...['Building C', 'Bldg C', 'Bldg. C'].map((unit): [string[], string[]] => [
    ['640 Depot Rd', unit],
    ['building C', 'Building C', 'Bldg. C', 'bldg c', 'edificio C'],
  ]),
  ...['Floor 4', '4th Floor', 'Fourth floor', 'Fl. 4', 'Level 4'].map(
    (floor): [string[], string[]] => [
      ['640 Depot Rd', floor],
      [
        'floor 4',
        '4th floor',
        'Floor four',
        'fourth floor',
        '4th fl.',
        'FL 4',
        'level 4',
        'cuarto piso',
        'piso 4',
      ],
    ],
  ),
];

test('lettered streets, roads, lots, cabins, buildings and floors are found in their spellings', () => {
  const passed = doors.flatMap(([lines, texts]) => {
    const finds = finder(lines);
    return texts.flatMap((text) =>
      frames
        .filter((frame) => !finds(frame(text)))
        .map((frame) => `${frame(text)} of ${lines.join('; ')}`),
    );
  });
  assert.deepEqual(passed, []);
});

test('a door of which an ordinary spelling would be told is not sealed', () => {
  for (const spelled of [
    '318 S Park Ave',
    '1600 East 3rd Street',
    '12 Avenue N',
    'Lot 14, Pine Ridge MHP',
  ])
    checkReadable({ lines: [spelled], ...town }, 'exact');
  assert.deepEqual(ordinarySpellings('318 S Park Ave').slice(1, 5), [
    '318 South Park Avenue',
    '318 South Park Ave',
    '318 South Park Ave.',
    '318 South Park',
  ]);
  assert.ok(ordinarySpellings('318 S Park Ave').includes('318 Park'));
});

test('what only looks like one of these is told', () => {
  const harmless: [lines: string[], texts: string[]][] = [
    [
      ['640 Depot Rd', 'Building A'],
      ['We are building a shelter.', 'A building a mile away.'],
    ],
    [
      ['640 Depot Rd', 'Building 4'],
      ['We are building 4 new homes.', 'There is space 4 years on.'],
    ],
    [
      ['640 Depot Rd', 'Lot 14'],
      ['We have a lot. 14 beds are free.', 'A lot of 14 year olds come.'],
    ],
    [
      ['640 Depot Rd', 'Floor 4'],
      [
        'Lake Mall, 4th Floor, 701 Russell Avenue.',
        'He slept on the floor 4 nights.',
        'A 4 story house.',
        '4,000 square feet on one floor.',
      ],
    ],
    [
      ['700 County Rd A'],
      [
        'In the county a family waits.',
        'In Washington County a pilot.',
        'The ARC.',
        'Sample County, 4 N. Oak.',
      ],
    ],
    [
      ['318 S Park Ave'],
      [
        'We took 318 children to the park.',
        'We served 318. South Park is far away.',
        'In 2025 we had 318, south of the park.',
        'The park is open from 8 to 10.',
      ],
    ],
    [['900 Old Hwy 8'], ['We pick up along Highway 10, and 900 people rode.']],
    [['219 Lower 3rd St'], ['The third of 219 guests.', 'Our office is on 3rd.']],
    [
      ['12 Avenue C', '12 Ave N'],
      ['A van and a cave.', 'We have 12 caves and a van.', 'Through the ARC.'],
    ],
    [['12 Avenue A'], ['Our pantry is on East West Street. A supply for three days.']],
    [['12 E St'], ['1) Food 12) St. Mary’s County.']],
    [['Corner of N 3rd and Oak'], ['Board games on third and fourth Friday evenings.']],
    [['33 Park Place Dr'], ['A place to park, 33 spaces.']],
  ];
  for (const [lines, texts] of harmless) {
    const door = finderOf(doorOf({ lines, ...town }));
    for (const text of texts) assert.deepEqual(door.all(readText(text)), [], `${text} of ${lines}`);
  }
});
