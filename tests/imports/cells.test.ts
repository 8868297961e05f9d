import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CellFault } from '../../src/imports/cell-fault.js';
import {
  asMeant,
  asWord,
  csvRow,
  listed,
  listIn,
  neutralised,
} from '../../src/imports/cell-text.js';
import { housingColumns } from '../../src/imports/housing-columns.js';
import { hoursCell, hoursIn, type GivenHours } from '../../src/imports/hours-cell.js';
import { Known } from '../../src/imports/known.js';
import { phonesAdded, phonesCell, phonesIn } from '../../src/imports/phone-cell.js';
import { readCsv } from '../../src/imports/read-csv.js';
import { weekdays } from '../../src/organizations/index.js';

const known = new Known({
  counties: [
    { fips: '27061', name: 'Itasca County', state: 'MN' },
    { fips: '27021', name: 'Cass County', state: 'MN' },
    { fips: '01001', name: 'Autauga County', state: 'AL' },
    { fips: '51059', name: 'Fairfax County', state: 'VA' },
    { fips: '51600', name: 'Fairfax city', state: 'VA' },
  ],
  regions: [{ id: 'reg_a', name: 'Northeast' }],
  nations: [
    { id: 'nat_a', name: 'Sample Nation' },
    { id: 'nat_b', name: 'Twin Nation' },
    { id: 'nat_c', name: 'Twin Nation' },
  ],
  sites: [{ id: 'loc_a', name: 'The house' }],
});
const columnOf = (name: string) => housingColumns.find((one) => one.name === name)!;
const read = (name: string, cell: string, before: object | null = null, adds = false) =>
  columnOf(name).value(cell, { before: before as never, known, adds });
const code = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof CellFault) return error.code;
    throw error;
  }
  return 'read';
};

/** The cells of a file that is taken apart at some letters and at the ends of its lines, whatever quotation marks say. */
const takenApart = (file: string, at: RegExp) =>
  file.split(at).map((cell) => cell.replace(/^[ \u00a0"]+/, ''));

test('no cell that is sent out begins a formula, wherever it is taken apart, and each comes back as it was', () => {
  const parts = [
    '',
    '=',
    '+',
    '-',
    '@',
    "'",
    "'=",
    '\t',
    ';',
    '; ',
    ';"',
    '\n',
    '\r\n',
    ';;',
    "';",
    'a;',
    ' ',
    '"',
  ];
  const part = fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'grapheme', maxLength: 5 }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (texts) => {
      const text = texts.join('');
      const cell = neutralised(text);
      assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/);
      assert.equal(asMeant(cell), text);
      for (const at of [/[;\r\n]/, /[\t\r\n]/])
        for (const one of takenApart(csvRow(['id', cell, 'end']), at))
          assert.doesNotMatch(one, /^[=+\-@]/, one);
    }),
    { numRuns: 2_000 },
  );
  assert.equal(
    neutralised('=HYPERLINK("https://example.org")'),
    `'=HYPERLINK("https://example.org")`,
  );
  for (const [text, cell] of [
    ['a;=1+1', "a;'=1+1"],
    ['a; "=1+1;b', `a; "'=1+1;b`],
    ['Bring:\n- a card\n- a bag', "Bring:\n'- a card\n'- a bag"],
    ["a;'-1", "a;''-1"],
    ['Mon-Fri 9-5, +$5; call 218-555-0100', 'Mon-Fri 9-5, +$5; call 218-555-0100'],
  ] as const) {
    assert.equal(neutralised(text), cell);
    assert.equal(asMeant(cell), text);
  }
  assert.equal(asMeant("'s Heeren Loo"), "'s Heeren Loo");
});

test('a row of CSV and a list in a cell are read as they were written', () => {
  const text = fc.string({ unit: 'grapheme' }).map((one) => one.trim());
  fc.assert(
    fc.property(
      fc.array(
        text.filter((one) => one !== ''),
        { minLength: 1, maxLength: 8 },
      ),
      (texts) => {
        assert.deepEqual(listIn(listed(texts)), texts);
        const bytes = Buffer.from(csvRow(['name', ...texts]).toWellFormed());
        const [row] = readCsv(bytes, 'utf-8');
        assert.deepEqual(row!.cells, ['name', ...texts.map((one) => one.toWellFormed())]);
      },
    ),
  );
});

test('opening times are read as they are written, a day at a time or many', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((two) => two.map((one) => String(one).padStart(2, '0')).join(':'));
  const open = fc.record({ opens: clock, closes: clock });
  fc.assert(
    fc.property(
      fc.array(fc.array(open, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
      (week) => {
        const weekly = week.flatMap((spans, day) =>
          spans.map((span) => ({ day: weekdays[day]!, ...span })),
        );
        const hours: GivenHours = { timeZone: 'America/Chicago', weekly, notes: 'Ring twice.' };
        assert.deepEqual(hoursIn(hoursCell(hours), hours), hours);
      },
    ),
  );
  const said = hoursIn('America/Chicago; Mon-Wed 8:30-12:00, 13:00-17:00; Sat 22:00-06:00', null)!;
  assert.equal(
    hoursCell(said),
    'America/Chicago; Mon-Wed 08:30-12:00, 13:00-17:00; Sat 22:00-06:00',
  );
  assert.equal(hoursIn('America/Chicago; 24/7', null)!.weekly.length, 7);
  assert.equal(hoursIn('Fri-Mon 08:00-09:00', said)!.weekly.length, 4);
  for (const cell of [
    'Mon 08:00-17:00',
    'America/Chicago; Mon',
    'America/Chicago; Moonday 08:00-09:00',
    'always',
  ])
    assert.equal(
      code(() => hoursIn(cell, null)),
      'INVALID',
      cell,
    );
});

test('phones are written as they are dialed at home, and read with their kinds and notes', () => {
  const phones = [
    { number: '+12185550100', kind: 'VOICE', extension: '12', note: 'after hours; ask for intake' },
    { number: '741741', kind: 'TEXT', extension: null, note: null },
    { number: '+4915112345678', kind: 'VOICE', extension: null, note: null },
  ];
  const cell = phonesCell(phones);
  assert.equal(
    cell,
    '218-555-0100 ext 12 (after hours\\; ask for intake); TEXT 741741; +4915112345678',
  );
  assert.deepEqual(phonesIn(cell), phones);
  assert.deepEqual(phonesIn('(218) 555-0100'), [
    { number: '+12185550100', kind: 'VOICE', extension: null, note: null },
  ]);
  assert.equal(
    code(() => phonesIn('call us')),
    'INVALID',
  );
});

test('a phone that is named again loses nothing that is not said of it', () => {
  const phone = (extension: string | null, note: string | null = null, kind = 'VOICE') => ({
    number: '+12185550100',
    kind,
    extension,
    note,
  });
  const other = { number: '741741', kind: 'TEXT', extension: null, note: null };
  const known = phone('12', 'after hours');
  for (const [cell, were, expected] of [
    ['218-555-0100', [known, other], [known, other]],
    ['741741', [known, other], [known, other]],
    ['218-555-0100 (ask for intake)', [known], [phone('12', 'ask for intake')]],
    ['218-555-0100 ext 12', [phone(null), known], [phone(null), known]],
    ['218-555-0100 ext 14', [known], [known, phone('14')]],
    ['218-555-0100 ext 14', [phone(null, 'by day')], [phone('14', 'by day')]],
    ['TTY 218-555-0100', [known], [known, phone(null, null, 'TTY')]],
  ] as const) {
    assert.deepEqual(phonesAdded(cell, were), expected, cell);
    assert.deepEqual(read('phones', cell, { phones: were }, true), expected, cell);
  }
});

test('whom it serves is said by names, and what is named by two is not guessed', () => {
  const cell = 'Itasca County, MN; Cass, MN; 1001; WI; Northeast; Sample Nation; nationwide';
  const areas = read('service_area', cell) as { kind: string; countyFips: string[] | null }[];
  assert.deepEqual(
    areas.map(({ kind }) => kind),
    ['COUNTIES', 'STATEWIDE', 'REGION', 'NATION', 'NATIONWIDE'],
  );
  assert.deepEqual(areas[0]!.countyFips, ['27061', '27021', '01001']);
  const written = columnOf('service_area').cell({ serviceAreas: areas }, known);
  assert.deepEqual(read('service_area', written), areas);
  assert.deepEqual(read('service_area', 'Fairfax city, VA; Fairfax, VA'), [
    {
      kind: 'COUNTIES',
      countyFips: ['51600', '51059'],
      regionId: null,
      nationId: null,
      state: null,
    },
  ]);
  for (const text of ['Itasca', 'Twin Nation', 'Atlantis County, MN', 'the north'])
    assert.equal(
      code(() => read('service_area', text)),
      'INVALID',
      text,
    );
  const twin = [
    { kind: 'NATION', countyFips: null, regionId: null, nationId: 'nat_b', state: null },
  ];
  assert.equal(columnOf('service_area').cell({ serviceAreas: twin }, known), 'nat_b');
});

test('a unit keeps its id and its rules, none is taken out by a sheet, and what is added is', () => {
  const rules = [{ kind: 'AGE' }];
  const units = [
    { id: 'unt_a', name: 'Family rooms', capacity: 4, eligibility: rules },
    { id: 'unt_b', name: 'Rooms: upstairs', capacity: null, eligibility: [] },
  ];
  const column = columnOf('units');
  assert.equal(column.cell({ units }, known), 'Family rooms: 4; Rooms: upstairs: ?');
  assert.deepEqual(read('units', 'Family rooms: 6; Rooms: upstairs: ?; Youth beds: 2', { units }), [
    { ...units[0], capacity: 6 },
    units[1],
    { name: 'Youth beds', capacity: 2, eligibility: [] },
  ]);
  assert.equal(
    code(() => read('units', 'Family rooms: 6', { units })),
    'UNIT_MISSING',
  );
  assert.deepEqual(read('units', 'Family rooms: 6', { units }, true), [
    { ...units[0], capacity: 6 },
    units[1],
  ]);
  for (const cell of ['Family rooms', 'Family rooms: ?', 'Family rooms:'])
    assert.deepEqual(read('units', cell, { units }, true), units, 'what is not said stays');
  assert.deepEqual(read('units', 'Family rooms: ?; Attic', { units }, true), [
    ...units,
    { name: 'Attic', capacity: null, eligibility: [] },
  ]);
  assert.equal(
    code(() => read('units', 'Rooms: many')),
    'INVALID',
  );
  assert.equal(
    code(() => read('units', 'Rooms: 1; Rooms: 2')),
    'INVALID',
  );
});

test('words of a closed set are read as people write them, and nothing near one is taken for it', () => {
  assert.equal(read('housing_type', 'Emergency shelter'), 'EMERGENCY_SHELTER');
  assert.equal(asWord(' day-center '), 'DAY_CENTER');
  assert.equal(read('transport_offered', 'Sí'), true);
  assert.equal(read('transport_offered', 'FALSE'), false);
  for (const [column, cell] of [
    ['housing_type', 'shelter'],
    ['housing_type', 'constructor'],
    ['transport_offered', 'sometimes'],
    ['maximum_stay_days', '3 months'],
    ['languages', 'english!'],
    ['sites', 'The other house'],
    ['policies', 'NO_DOGS'],
  ] as const)
    assert.equal(
      code(() => read(column, cell)),
      'INVALID',
      `${column} ${cell}`,
    );
  const was = { policies: [{ policy: 'WALK_IN', holds: true, note: 'till nine' }] };
  assert.deepEqual(read('policies', 'not walk in; no fee', was), [
    { policy: 'WALK_IN', holds: false, note: 'till nine' },
    { policy: 'NO_FEE', holds: true, note: null },
  ]);
});
