import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  corners,
  finder,
  frames,
  longNumberBehind,
  nameIn,
  numberBehind,
} from '../support/street-said.js';

/*
 * Words within the names of streets, as people write them otherwise: titles, given names, saints and mountains, highways, letters. Written by
 * hand, from no table of the source.
 */
const written: readonly (readonly [door: string, ...texts: string[]])[] = [
  [
    '1200 Dr. Martin Luther King Jr. Blvd',
    '1200 Martin Luther King Blvd',
    '1200 MLK Blvd.',
    '1200 Doctor Martin Luther King Junior Boulevard',
    '1200 M.L.K. Blvd',
    '1200 Martin Luther King Jr Blvd',
    '1200 Dr. King Blvd',
    '1200 ML King Boulevard',
  ],
  ['1200 MLK Blvd', '1200 Martin Luther King Jr Blvd', '1200 Dr. Martin Luther King Jr. Boulevard'],
  ['45 Mt. Curve Ave', '45 Mount Curve Avenue', '45 Mt Curve'],
  ['45 Mount Curve Ave', '45 Mt. Curve Av', '45 Mt Curve Avenue'],
  ['310 Gov. Miller Rd', '310 Governor Miller Road', '310 Miller Rd'],
  ['310 General Sieben Dr', '310 Gen. Sieben Drive', '310 Gen Sieben', '310 Sieben Drive'],
  ['88 Sr. Kenny Ln', '88 Sister Kenny Lane', '88 Kenny Lane'],
  ['12 Wm. Tell St', '12 William Tell Street', '12 W. Tell St'],
  ['12 Geo. Washington Ave', '12 George Washington Avenue', '12 G. Washington Ave'],
  ['9 Chas. Lindbergh Dr', '9 Charles Lindbergh Drive'],
  ['9 Thos. Jefferson St', '9 Thomas Jefferson Street'],
  ['9 Robt. Fulton Way', '9 Robert Fulton Way'],
  ['900 John F. Kennedy Dr', '900 John Kennedy Drive', '900 JFK Drive', '900 J.F.K. Dr'],
  ['900 JFK Drive', '900 John F. Kennedy Dr'],
  ['77 Lk Elmo Ave', '77 Lake Elmo Avenue', '77 Lake Elmo'],
  ['77 Mtn View Rd', '77 Mountain View Road', '77 Mt View Rd'],
  ['77 Ste. Marie St', '77 Sainte Marie Street', '77 Ste Marie St'],
  ['77 Saint Clair Ave', '77 St. Clair Avenue', '77 St Clair'],
  ['77 Fort Snelling Rd', '77 Ft. Snelling Road', '77 Ft Snelling Rd'],
  ['77 Peter and Paul Ct', '77 Peter & Paul Court', '77 Peter n Paul Ct'],
  ['77 Rapid Springs Ln', '77 Rapid Spgs Lane'],
  ['77 Cedar Hts Dr', '77 Cedar Heights Drive'],
  ['77 Pine Pt Rd', '77 Pine Point Road'],
  ['77 Mill Creek Rd', '77 Mill Crk Road'],
  ['77 Old Mill Rd', '77 Ol Mill Road'],
  ['77 Rev. Green Pl', '77 Reverend Green Place'],
  ['77 Capt. Hale St', '77 Captain Hale Street'],
  ['77 Col. Clark Ave', '77 Colonel Clark Avenue'],
  ['77 Sgt. Baker Rd', '77 Sergeant Baker Road'],
  ['77 Pres. Lincoln Ln', '77 President Lincoln Lane', '77 Lincoln Lane'],
  ['77 Minnesota Ave', '77 Minn. Avenue'],
  ['77 Center Park Dr', '77 Centre Park Drive', '77 Ctr Park Dr'],
  ['405 Old Hwy 61', '405 Old 61', '405 Old Highway 61'],
  ['N5610 County Highway E', 'N5610 Cty Hwy E', 'N5610 County Rd E', 'N5610 Co. Hwy E'],
  ['8800 County Road 12', '8800 Cty Rd 12', '8800 CR 12', '8800 Co Rd 12'],
  ['8800 State Hwy 55', '8800 Highway 55', '8800 Hwy. 55'],
  ['330 Nicollet Mall', '330 Nicollet'],
  ['PO Box 118', 'POB 118', 'P.O.B. 118', 'Post Office Box 118'],
  ["64 O'Neill Ln", "64 O'Neil Lane", '64 ONeill Ln', '64 O Neill Lane'],
  [
    '2417 Wexford Lane',
    '2415-2417 Wexford',
    '2417-19 Wexford',
    '2415–2419 Wexford Ln',
    '2417/2419 Wexford Lane',
  ],
  [
    '1612 Juniper Court',
    'https://example.org/1612-juniper',
    'https://example.org/juniper-court-house',
    '1612 Juniper',
  ],
];
test('a street is found however the words of its name are written', (t) => {
  let all = 0;
  const told: string[] = [];
  for (const [line, ...texts] of written) {
    const finds = finder([line]);
    for (const said of [line, ...texts])
      for (const frame of frames) {
        all += 1;
        if (!finds(frame(said))) told.push(`${frame(said)} (${line})`);
      }
  }
  t.diagnostic(`${told.length} of ${all} told, of ${written.length} doors`);
  assert.ok(written.length >= 40);
  assert.deepEqual(told, []);
});

test('… with its number behind it, and where it meets another', (t) => {
  let all = 0;
  const told: string[] = [];
  for (const [line, ...texts] of written) {
    const finds = finder([line]);
    const number = /\d+/.exec(line)![0];
    const behind = number.length > 3 ? longNumberBehind : numberBehind;
    for (const said of [line, ...texts]) {
      // `Juniper` alone is an ordinary word: a number behind it counts something.
      if (!/^N?\d+ [A-Z]/.test(said) || said.endsWith(' Juniper')) continue;
      const name = nameIn(said);
      const met = finds(`We are on ${name}.`) ? corners : [];
      for (const say of [...behind, ...met]) {
        all += 1;
        if (!finds(say(name, number))) told.push(`${say(name, number)} (${line})`);
      }
    }
  }
  t.diagnostic(`${told.length} of ${all} told`);
  assert.deepEqual(told, []);
});

/** Beside all of these doors at once. */
const harmless: readonly string[] = [
  'The Dr. King Center is open to everyone.',
  'Closed on MLK Day; open again at 1200 noon the day after.',
  'Call 330-555-0100 and ask for intake.',
  'Since 1612 nobody has been turned away, people say.',
  'The feast of Saint Marie is in May.',
  'Doctors see people on Mondays from 9 to 12.',
  'William and George at the desk speak Somali.',
  'Ask for Sister Kenny, who runs the kitchen.',
  'Lake views, and a mountain of blankets.',
  'We serve Hennepin, Ramsey and Cook County.',
  'Beds for 12, of which 9 are for youth.',
  'The governor opened the house in 2019.',
  'General intake is by phone.',
  'Peter and Paul drive people to court.',
  'Up to 77 days, and longer where it is needed.',
  'From 45 minutes to an hour after you call.',
  'Fees are 12 dollars a night; 9 for students.',
  'Take bus 61 or bus 12.',
  'Highway maps are at the desk.',
  'Old clothes are washed on Tuesdays.',
  'The county pays for 64 of 88 nights.',
  'Fort building for children at 3 pm.',
  'Springs and heights: we hike every summer.',
  'Captain of the volleyball team: ask at the desk.',
  'President of the board: see our site.',
  'Minnesota law lets you stay 310 days.',
  'The center is run with the Center for Youth.',
  'A park, a mill and a creek are near every town.',
  'The old mill of the town is a museum.',
  'State forms 55 and 405 are filled in with you.',
  'Our line: (612) 555-0118.',
  'P.O. boxes are not needed to apply.',
  'O’Neil is the name of our dog.',
  'Wexford is where our founder was born.',
  'Juniper berries grow all over.',
  'https://example.org/juniper',
  'https://example.org/court-help',
  'https://example.org/1612',
  'Nicollet County residents first.',
  'The mall closes at nine.',
  'Colonel and sergeant are ranks; veterans are welcome.',
  'Reverend Green is not with us any more.',
  'Lincoln said that a house divided cannot stand.',
  'Jefferson, Washington and Fulton are our cats.',
  'Lindbergh crossed the ocean in 1927.',
  'Kennedy was president until 1963.',
  'John can be reached at extension 900.',
  'We have 8800 square feet.',
  'Room 310 is for families.',
  'Between 2415 and 2419 people came in 2025.',
  'Cedar and pine: nothing smells better.',
  'Elmo and friends are in the play room.',
  'Sainte Marie taught Ojibwe here.',
  'Curve balls happen: call us at any hour.',
  'Mount a bike with a helmet only.',
  'Martin and Luther share a room.',
  'The king size bed is gone.',
  'Boulevard trees are cut in 2026.',
  'CR is short for case review; 12 are held a year.',
  'Clark and Hale are on staff; Baker cooks.',
  'Rapid tests are free.',
  'St. Paul and Minneapolis are both an hour away.',
];

test('and what only has one of these words is told', () => {
  assert.ok(harmless.length >= 60);
  const refused: string[] = [];
  for (const [line] of written) {
    const finds = finder([line]);
    for (const text of harmless) if (finds(text)) refused.push(`${text} (${line})`);
  }
  assert.deepEqual(refused, []);
});
