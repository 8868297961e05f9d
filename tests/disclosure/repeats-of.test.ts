import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { repeatsOf, type SpanKind, type WithheldDoor } from '../../src/disclosure/index.js';
import { unfoldsTooFar } from '../../src/disclosure/repeats-of.js';
import { readingOf } from '../../src/disclosure/reading.js';
import { disguises, type Address } from './disguised.js';

const names = [
  'Larkmoor',
  'Tamsenby',
  'Quillback',
  'Hazelmere',
  'Brindlewick',
  'Ostermark',
  'Fennimore',
];
const kinds: [string, string][] = [
  ['Avenue', 'Ave'],
  ['Street', 'St'],
  ['Road', 'Rd'],
  ['Lane', 'Ln'],
  ['Boulevard', 'Blvd'],
  ['Parkway', 'Pkwy'],
  ['Terrace', 'Ter'],
];
const sides: [string, string][] = [
  ['North', 'N'],
  ['Southwest', 'SW'],
  ['East', 'E'],
];

const address: fc.Arbitrary<Address> = fc
  .record({
    number: fc.integer({ min: 200, max: 9_899 }),
    name: fc.constantFrom(...names),
    kind: fc.constantFrom(...kinds),
    side: fc.constantFrom(...sides),
  })
  .map(({ kind: [kind, short], side: [side, sideShort], ...rest }) => ({
    ...rest, kind, short, side, sideShort,
  })); // prettier-ignore

/** In the open water of the Pacific, to five places. */
const point = fc.record({
  latitude: fc.integer({ min: 300_010, max: 489_990 }).map((value) => (value * 10 + 7) / 1e5),
  longitude: fc.integer({ min: 1_300_010, max: 1_699_990 }).map((value) => -(value * 10 + 3) / 1e5),
});
const doorOf = (
  { number, name, kind, side }: Address,
  more: Partial<WithheldDoor> = {},
): WithheldDoor => ({
  streets: [`${number} ${name} ${kind} ${side}`],
  city: 'Example Falls',
  ...more,
});

const BEFORE = 'Supper is at seven; everyone helps. Come to ';
const AFTER = '. Laundry is free, and nobody is asked for papers.';

/** The text is refused, and what is between the sentences is named. */
function named(door: WithheldDoor, leak: string, kind?: SpanKind, share = 0.6): void {
  const text = BEFORE + leak + AFTER;
  const [from, to] = [BEFORE.length, BEFORE.length + leak.length];
  const spans = repeatsOf(door, text);
  const inside = spans.filter(({ start, end }) => start < to && end > from);
  const letters = inside.reduce(
    (sum, { start, end }) => sum + Math.min(end, to) - Math.max(start, from),
    0,
  );
  const said = `${JSON.stringify(leak)} of ${door.streets.join()}: ${JSON.stringify(spans)}`;
  assert.ok(letters >= share * (to - from), said);
  if (kind)
    assert.ok(
      inside.some((span) => span.kind === kind),
      said,
    );
}

for (const [name, disguise] of Object.entries(disguises))
  test(`a street is found: ${name}`, () => {
    fc.assert(
      fc.property(address, (drawn) => {
        const leak = disguise(drawn);
        // Of a link, the address alone is named.
        named(doorOf(drawn), leak, undefined, leak.startsWith('https') ? 0.3 : 0.6);
      }),
      { numRuns: 60 },
    );
  });

test('a street is found whatever it is set in, the number before the name or after it', () => {
  const door = {
    streets: ['2417 Wexford Lane'],
    city: 'Example Falls',
    point: { latitude: 47.4736, longitude: -94.8803 },
  };
  const mathematical = (text: string, digits: number, capitals: number, small: number) =>
    [...text]
      .map((letter) => {
        const code = letter.charCodeAt(0);
        if (/\d/.test(letter)) return String.fromCodePoint(digits + code - 48);
        if (/[A-Z]/.test(letter)) return String.fromCodePoint(capitals + code - 65);
        return /[a-z]/.test(letter) ? String.fromCodePoint(small + code - 97) : letter;
      })
      .join('');
  const after = [
    'address: wexford 2417, bemidji',
    'our house wexford no. 2417',
    'la casa esta en wexford 2417',
    'ring at wexford (2417)',
    'it is wexford, 2417',
    'whiskey echo x-ray foxtrot oscar romeo delta two four one seven',
    '.-- . -..- ..-. --- .-. -.. / ..--- ....- .---- --... ',
    'W|e|x|f|o|r|d|2|4|1|7',
  ];
  const set = [
    [0x1d7d8, 0x1d538, 0x1d552],
    [0x1d7e2, 0x1d5a0, 0x1d5ba],
    [0x1d7ec, 0x1d5d4, 0x1d5ee],
    [0x1d7f6, 0x1d670, 0x1d68a],
  ].flatMap(([digits, capitals, small]) =>
    ['2417 Wexford', '2417 wexford lane', 'Wexford 2417'].map((text) =>
      mathematical(text, digits!, capitals!, small!),
    ),
  );
  const disguised = [
    '𝟚𝟜𝟙𝟟 𝕎𝔼𝕏𝔽𝕆ℝ𝔻 𝕃𝔸ℕ𝔼',
    '2417 ᴡᴇxꜰᴏʀᴅ ʟᴀɴᴇ',
    'ᴡᴇxꜰᴏʀᴅ ʟᴀɴᴇ',
    '2417 VVexford',
    'VVexford Lane',
    '2417 \u202edrofxeW\u202c',
    '2417 Wex<!-- -->ford',
    '2417 Wex&ZeroWidthSpace;ford',
    '&#0000000087;exford 2417',
    '&#x0000000057;exford Lane',
    '2417 Wecksford Lane',
    '2 thousand 417 Wexford',
    '24 hundred 17 Wexford',
    '二四一七 Wexford',
    'V2V4Zm9yZA== 2417',
  ];
  for (const leak of [...after, ...set, ...disguised]) named(door, leak, 'STREET', 0.4);
  named(door, '𝟜𝟟.𝟜𝟟𝟛𝟞, -𝟡𝟜.𝟠𝟠𝟘𝟛', 'POINT');
  for (const text of [
    'Wexford has 2417 guests.',
    'We serve 2417 people; the town of Wexford, Ireland, is our twin.',
    'In 2 thousand homes, 417 beds.',
  ])
    assert.deepEqual(repeatsOf({ ...door, streets: ['2417 Hope Lane'] }, text), [], text);
});

test('a text unfolds to no more than some times its letters', () => {
  for (const letter of ['ﷺ', '㏂', '⑽', '㎓', '㍿', '&#65010;', '🅆'])
    assert.ok(readingOf(letter.repeat(1_000)).text.length <= 5 * letter.length * 1_000, letter);
  for (const letter of ['㏂', '⑽', '㎓']) assert.ok(unfoldsTooFar(letter.repeat(1_000)), letter);
  for (const text of [
    'ﷺ',
    'é\u0301',
    'Tus FInger ½ &amp;#49;',
    'ᏣᎳᎩ ',
    '日本語',
    'soo dhawoow ﬂat ',
  ])
    assert.ok(!unfoldsTooFar(text.repeat(1_000)), text);
});

test('a span covers what it names, to the letter', () => {
  fc.assert(
    fc.property(address, (drawn) => {
      const leak = `${drawn.number} ${drawn.name} ${drawn.kind} ${drawn.side}`;
      const [span, ...more] = repeatsOf(doorOf(drawn), BEFORE + leak + AFTER);
      assert.deepEqual(more, []);
      assert.equal((BEFORE + leak + AFTER).slice(span!.start, span!.end), leak);
      assert.equal(span!.kind, 'STREET');
      assert.ok(!span!.advice.includes(drawn.name));
    }),
  );
});

test('a numbered street, a county road and a saint are found by their other names', () => {
  const told: [street: string, leaks: string[]][] = [
    [
      '731 9th Street SE',
      ['731 Ninth St', 'seven thirty-one Ninth', 'calle Novena 731', '731 SE 9th', '9th St. S.E.'],
    ],
    [
      '6604 County Road 27',
      ['6604 CR 27', '6604 Co. Rd. 27', 'CSAH 27', 'sixty-six oh four County Road Twenty-Seven'],
    ],
    [
      '13420 Highway 71 West',
      ['13420 Hwy 71', 'US 71, number 13420', 'one three four two zero Highway Seventy-One'],
    ],
    [
      '915 Saint Odile Boulevard',
      ['915 St. Odile Blvd', 'nine fifteen St Odile', 'nine hundred fifteen Saint Odile'],
    ],
    [
      '16 Third Avenue South',
      ['16 3rd Ave', 'sixteen Third Avenue', 'avenida Tercera 16', '16, 3, A-V-E'],
    ],
  ];
  for (const [street, leaks] of told)
    for (const leak of leaks) named({ streets: [street] }, leak, 'STREET', 0.5);
});

test('a unit is found in each of its forms', () => {
  fc.assert(
    fc.property(
      address,
      fc.integer({ min: 11, max: 949 }),
      fc.constantFrom('', 'B', 'C', 'D'),
      (drawn, number, letter) => {
        const unit = `${number}${letter}`;
        for (const leak of [
          `Apt. ${unit}`,
          `apartment ${unit}`,
          `Unit ${unit}`,
          `suite ${unit}`,
          `Apto. ${unit}`,
        ])
          named(doorOf(drawn, { units: [unit] }), leak, 'UNIT');
      },
    ),
  );
});

test('a building is found by its name, and by what no other is called', () => {
  const door = { streets: ['55 Tamsenby Court'], buildings: ['The Larkmoor Arms'] };
  for (const leak of [
    'The Larkmoor Arms',
    'the old Larkmoor',
    'larkmoor-arms-front.jpg',
    'Lаrkmооr Arms',
    'the Larkmor Arms',
  ])
    named(door, leak, 'BUILDING', 0.4);
});

const sexagesimal = (value: number, places: number) => {
  const tenths = Math.round(Math.abs(value) * 3_600 * 10 ** places);
  const unit = 10 ** places;
  return {
    d: Math.floor(tenths / (3_600 * unit)),
    m: Math.floor(tenths / (60 * unit)) % 60,
    s: ((tenths % (60 * unit)) / unit).toFixed(places),
  };
};
const minutes = (value: number) => {
  const thousandths = Math.round(Math.abs(value) * 60_000);
  return { d: Math.floor(thousandths / 60_000), m: ((thousandths % 60_000) / 1_000).toFixed(3) };
};

const notations: Record<string, (latitude: number, longitude: number) => string> = {
  decimal: (a, b) => `${a}, ${b}`,
  'longitude first': (a, b) => `POINT(${b} ${a})`,
  'decimal comma': (a, b) => `${String(a).replace('.', ',')}; ${String(b).replace('.', ',')}`,
  'with letters': (a, b) => `N${a} W${-b}`,
  'four places': (a, b) => `${a.toFixed(4)} ${b.toFixed(4)}`,
  'three places': (a, b) => `${a.toFixed(3)}, ${b.toFixed(3)}`,
  'two places': (a, b) => `${a.toFixed(2)}, ${b.toFixed(2)}`,
  'a link': (a, b) => `https://maps.example.org/?ll=${a}%2C${b}&z=19`,
  labelled: (a, b) => `GPSLatitude ${a} GPSLongitude ${b}`,
  seconds: (a, b) => {
    const [one, other] = [sexagesimal(a, 1), sexagesimal(b, 1)];
    return `${one.d}°${one.m}'${one.s}"N ${other.d}°${other.m}'${other.s}"W`;
  },
  'seconds in words': (a, b) => {
    const [one, other] = [sexagesimal(a, 0), sexagesimal(b, 0)];
    return `${one.d} degrees ${one.m} minutes ${one.s} seconds north, ${other.d} degrees ${other.m} minutes ${other.s} seconds west`;
  },
  'seconds alone': (a, b) => {
    const [one, other] = [sexagesimal(a, 1), sexagesimal(b, 1)];
    return `${one.d} ${one.m} ${one.s} N, ${other.d} ${other.m} ${other.s} W`;
  },
  minutes: (a, b) => `N ${minutes(a).d}° ${minutes(a).m}' W ${minutes(b).d}° ${minutes(b).m}'`,
  'no point': (a, b) => `${Math.round(a * 1e5)} / ${Math.round(-b * 1e5)}`,
};

for (const [name, written] of Object.entries(notations))
  test(`a point is found: ${name}`, () => {
    fc.assert(
      fc.property(address, point, (drawn, at) => {
        const leak = written(at.latitude, at.longitude);
        named(doorOf(drawn, { point: at }), leak, 'POINT', leak.startsWith('https') ? 0.3 : 0.6);
      }),
    );
  });

test('a point a little short of a whole degree is found where rounding carries into it', () => {
  const door = {
    streets: ['200 Larkmoor Avenue'],
    point: { latitude: 33.999_87, longitude: -130.001_03 },
  };
  for (const leak of [
    '34 degrees 0 minutes 0 seconds north, 130 degrees 0 minutes 4 seconds west',
    '34°00\'00"N 130°00\'04"W',
    "N 34° 0.0' W 130° 0.1'",
  ])
    named(door, leak, 'POINT', 0.6);
});

test('a point is found as a plus code, a geohash and on the grid', () => {
  // Known answers: the Open Location Code and geohash of public examples; the grid of the same monument.
  const door = {
    streets: ['1 Tamsenby Court'],
    point: { latitude: 57.64911, longitude: 10.40744 },
  };
  for (const leak of ['u4pruydqqvj', 'u4pruyd']) named(door, leak, 'GEOHASH');
  const zurich = {
    streets: ['1 Tamsenby Court'],
    point: { latitude: 47.36559, longitude: 8.524997 },
  };
  for (const leak of ['8FVC9G8F+6X', '9G8F+6X', '9G8F%2B6X', '8fvc9g8f+6x'])
    named(zurich, leak, 'PLUS_CODE');
  const tower = { streets: ['1 Tamsenby Court'], point: { latitude: 48.8582, longitude: 2.2945 } };
  for (const leak of [
    '31U 448251 5411932',
    '31UDQ4825111932',
    '31U DQ 48251 11932',
    'zone 31U, 448251 mE, 5411932 mN',
  ])
    named(tower, leak, 'GRID');
});

const orPoint = {
  streets: ['4820 Larkmoor Avenue North'],
  units: ['7C'],
  postalCode: '55999',
  city: 'Example Falls',
  point: { latitude: 41.23456, longitude: -150.34567 },
};

test('what leads to a door without repeating it is found by its form', () => {
  const told: [SpanKind, string][] = [
    ['THREE_WORDS', '///candle.orbit.meadow'],
    ['THREE_WORDS', 'what3words: candle.orbit.meadow'],
    ['MAP_LINK', 'https://maps.app.goo.gl/Ab12Cd34Ef'],
    ['PLACE_ID', 'parcel 22-1180-044'],
    ['PLACE_ID', 'ChIJExampleExampleExampleEx'],
    ['DOOR_CODE', 'door code 4471#'],
    ['LANDMARK', 'Three doors down from the fire hall'],
    ['LANDMARK', 'Detrás de la gasolinera'],
    ['LANDMARK', 'The brick house with green shutters'],
    ['TRANSIT', 'Take bus 14 to Larkin Station and walk one block east'],
    ['TRANSIT', 'Stop ID 51882'],
    ['POSTAL_CODE', '55999-2204'],
  ];
  for (const [kind, text] of told)
    assert.ok(
      repeatsOf(orPoint, text).some((span) => span.kind === kind),
      text,
    );
});

test('another form of the door is found where it is given', () => {
  const door = { ...orPoint, otherForms: ['candle.orbit.meadow'] };
  named(door, 'Candle Orbit Meadow');
});

test('another house of the street passes where it is told already, or lies in another town', () => {
  const text = 'Come first to our office at 12 Larkmoor Avenue';
  assert.notDeepEqual(repeatsOf(orPoint, text), []);
  assert.deepEqual(repeatsOf(orPoint, text, { told: ['12 Larkmoor Avenue'] }), []);
  assert.deepEqual(repeatsOf(orPoint, `${text}, Sample Rapids`), []);
});

const figure = fc.integer({ min: 1, max: 9_999 });
const harmless = fc.oneof(
  fc
    .tuple(figure, figure)
    .map(([a, b]) => `We have ${a % 60} beds for youth ${a % 20} to ${b % 30}.`),
  figure.map((n) => `Since we opened, ${n} people have stayed here.`),
  figure.map((n) => `Call 612-555-${String(n).padStart(4, '0')}, day or night.`),
  figure.map((n) => `Rent help up to $${n.toLocaleString('en-US')} a household.`),
  fc
    .tuple(figure, figure)
    .map(([a, b]) => `Open ${a % 12 || 12}:${String(b % 60).padStart(2, '0')} to 9 p.m.`),
  fc
    .tuple(figure, figure)
    .map(([a, b]) => `The next class is ${(a % 12) + 1}/${(b % 28) + 1}/2027.`),
  figure.map((n) => `Licensed under Minn. Stat. 256K.${n % 100}.`),
  figure.map((n) => `Our office is at ${n} Commerce Street, Sample Rapids, MN 55998.`),
  figure.map((n) => `Write to PO Box ${n + 10_000}, Sample Rapids, MN 55998.`),
  figure.map((n) => `We pick up along Interstate ${(n % 90) + 5} and Highway ${(n % 300) + 10}.`),
  fc.constantFrom(
    'Serves ZIP code 55999 and its neighbours.',
    'Help us find your own way north, avenue by avenue.',
    'A 7C battery, paper and paint are in the art room.',
    'Todo es gratis y nadie pregunta por papeles.',
    'A school year of tutoring, and a library card for everyone.',
    'The youngest guest was 13; the oldest, 24 & a half.',
    'On the road to recovery since 1988.',
    'Press 2 for Spanish, 3 for Somali, 4 for Hmong.',
    'Example Falls and all of the county.',
  ),
);

test('harmless sentences are told', () => {
  fc.assert(
    fc.property(fc.array(harmless, { minLength: 1, maxLength: 5 }), (sentences) => {
      const text = sentences.filter((said) => !/4,?820/.test(said)).join(' ');
      assert.deepEqual(repeatsOf(orPoint, text), [], text);
    }),
    { numRuns: 500 },
  );
});

test('any text is read to its end, and its spans lie in it, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      let last = 0;
      for (const { start, end } of repeatsOf(orPoint, text)) {
        assert.ok(start >= last && end > start && end <= text.length);
        last = end;
      }
    }),
    { numRuns: 300 },
  );
});

test('texts of 10,000 letters made to be slow are read', () => {
  const parts = ['0', 'a ', 'é\u0301', '4820 ', 'four ', 'one hundred ', '&amp;', '%41', '\\u0041', '41.23456 -150.34567 ',
    'across from the ', 'Larkmoor ', '4820 Larkmoor Ave ', 'candle.', '4d ', '-', '///', 'take the bus ', 'mike alpha ', '<a ']; // prettier-ignore
  const prose = `${BEFORE}${AFTER} `;
  for (const part of [prose, ...parts]) {
    const text = part.repeat(Math.ceil(10_000 / part.length)).slice(0, 10_000);
    const start = performance.now();
    repeatsOf(orPoint, text);
    console.error(
      `  ${JSON.stringify(part.slice(0, 24))}: ${(performance.now() - start).toFixed(1)} ms`,
    );
  }
});
