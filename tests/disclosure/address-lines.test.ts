import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkReadable, doorOf } from '../../src/disclosure/doors.js';
import { repeatsOf } from '../../src/disclosure/index.js';

const town = { city: 'Bemidji', postalCode: '56601' };

/** An address as people type it, and the number and name in it. */
type Layout = (number: number, street: string) => string[];
const layouts: Record<string, Layout> = {
  plain: (number, street) => [`${number} ${street}`],
  'with its town': (number, street) => [`${number} ${street}, Bemidji, MN 56601`],
  'town without commas': (number, street) => [`${number} ${street} Bemidji MN 56601-1234`],
  'house before it': (number, street) => [`Lamp House, ${number} ${street}`],
  'house on a line': (number, street) => ['Lamp House', `${number} ${street}`],
  'house at it': (number, street) => [`The Lamp at ${number} ${street}`],
  'house without comma': (number, street) => [`Lamp Building ${number} ${street}`],
  'in brackets': (number, street) => [`${number} ${street} (blue house)`],
  range: (number, street) => [`${number}-${number + 2} ${street}`],
  'suite first': (number, street) => [`Suite 3, ${number} ${street}`],
  'apartment first': (number, street) => [`Apt 3B ${number} ${street}`],
  'unit with a mark': (number, street) => [`#3B - ${number} ${street}`],
  'unit behind': (number, street) => [`${number} ${street}, Apt 3B`],
  'floor first': (number, street) => [`3rd Floor, ${number} ${street}`],
  'floor on a line': (number, street) => ['3rd floor', `${number} ${street}`],
  'a number before': (number, street) => ['24 Hour Help Center', `${number} ${street}`],
  'in care of': (number, street) => [`c/o Lamp, ${number} ${street}`],
  'box before': (number, street) => [`PO Box 12, ${number} ${street}`],
  'box on a line': (number, street) => [`${number} ${street}`, 'P.O. Box 12'],
  rear: (number, street) => [`${number} ${street}, rear building`],
  'building and house': (number, street) => [`Building 4, ${number} ${street}`],
  'letter of the house': (number, street) => [`${number}/B ${street}`],
  'letter at the number': (number, street) => [`${number}B ${street}`],
  half: (number, street) => [`${number}½ ${street}`],
  'half in figures': (number, street) => [`${number} 1/2 ${street}`],
  grid: (number, street) => [`N${number} ${street}`],
  'two of a grid': (number, street) => [`N64W${number} ${street}`],
  'called a house': (number, street) => [`House ${number}, ${street}`],
  'called a number': (number, street) => [`No. ${number} ${street}`],
  'number last': (number, street) => [`${street} ${number}`],
  'number on a line': (number, street) => [street, String(number)],
  'called a shelter': (number, street) => [`Shelter: ${number} ${street}`],
  'wide figures': (number, street) => [
    `${String(number).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))} ${street}`,
  ],
};

const name = fc.constantFrom(
  'Larkmoor',
  'Marigold',
  'Wexford',
  'Old Mill',
  'Saint Odile',
  'Oak',
  'Cedar Lake',
  'Quillback',
);
const kind = fc.constantFrom(
  'Lane',
  'Court',
  'Street',
  'Ave',
  'Blvd.',
  'Way',
  'Hill',
  'Trail NW',
  'Road South',
);
const street = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(name, kind).map((words) => words.join(' ')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Hill Top',
      '5th Street',
      'State Road 16',
      'County Road 41',
      'N Larkmoor Lane',
      'Avenue B',
    ),
  },
);
const number = fc.integer({ min: 100, max: 9_899 });

for (const [called, layout] of Object.entries(layouts))
  test(`a door is known however its address was typed: ${called}`, () => {
    fc.assert(
      fc.property(
        number,
        street,
        fc.constantFrom(...Object.values(layouts)),
        (house, on, other) => {
          const exact = { lines: layout(house, on), ...town };
          checkReadable(exact, 'exact');
          const texts = [
            `Come to ${house} ${on}.`,
            `${house} ${on.toLowerCase()}`,
            `${on} ${house}`,
            other(house, on).join(', '),
          ];
          for (const text of texts)
            assert.notDeepEqual(
              repeatsOf(doorOf(exact), text),
              [],
              `${text} of ${exact.lines.join('; ')}`,
            );
        },
      ),
      { numRuns: 12 },
    );
  });

test('a box at a rural route is a door', () => {
  const told: [lines: string[], texts: string[]][] = [
    [['RR 2 Box 14'], ['Rural Route 2, Box 14', 'rr2 box 14', 'Come to box fourteen on RR 2.']],
    [['HC 3 Box 27'], ['HC 3, Box #27', 'Box 27']],
    [['RR 2', 'Box 14'], ['R.R. 2 Box 14']],
    [['Star Route Box 5A'], ['Box 5A']],
  ];
  for (const [lines, texts] of told)
    for (const text of texts) {
      checkReadable({ lines, ...town }, 'exact');
      assert.notDeepEqual(repeatsOf(doorOf({ lines, ...town }), text), [], text);
      assert.deepEqual(
        repeatsOf(doorOf({ lines, ...town }), 'We have 14 beds, and 27 meals a week.'),
        [],
      );
    }
});

test('what cannot be read as an address is not sealed; what has no number can be', () => {
  const field = (...lines: string[]) => {
    try {
      checkReadable({ lines, ...town }, 'exact');
      return null;
    } catch (error) {
      return (error as { field: string }).field;
    }
  };
  for (const lines of [
    ['Marigold Court'],
    ['Old Mission Road'],
    ['Old Creamery'],
    ['Corner of 5th and Larkmoor'],
    ['One Larkmoor Plaza'],
    ['Lamp House', '2417', 'Larkmoor Lane'],
  ])
    assert.equal(field(...lines), null, lines.join());
  assert.equal(field('2417'), 'exact.lines.0');
  assert.equal(field('The house'), 'exact.lines.0');
  assert.equal(field('—'), 'exact.lines.0');
  assert.equal(field('Bemidji, MN 56601'), 'exact.lines.0');
});
