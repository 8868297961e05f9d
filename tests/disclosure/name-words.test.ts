import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  calledAlike,
  corners,
  finder,
  frames,
  longNumberBehind,
  nameIn,
  numberBehind,
} from '../support/street-said.js';

/**
 * Doors, and how they are said: each word in its ways, `_` where it may be left out, an underscore within a way for a space. Written by
 * hand, from no table of the linter's.
 */
const doors: readonly (readonly [line: string, ...said: string[]])[] = [
  ['1200 Dr. Martin Luther King Jr. Blvd', 'Dr.|Doctor|Dr|_ Martin|M. Luther|L.|_ King Jr.|Junior|Jr|_ Blvd|Boulevard|Blvd.|_', 'MLK|M.L.K.|M._L._K.|Dr._MLK|MLK_Jr.|mlk Blvd|Boulevard', 'MLK|M.L.K. _', 'King Blvd|Boulevard'],
  ['1200 MLK Blvd', 'Dr.|Rev._Dr.|_ Martin Luther|L.|_ King Jr.|Junior|_ Blvd|Boulevard|_', 'M.L.K. Blvd|_'],
  ['1200 Martin Luther King Ave', 'Dr.|Doctor|_ Martin|M. Luther|L.|_ King Jr|Junior|_ Avenue|Ave|_', 'MLK Ave|_'],
  ['1200 ML King Ave', 'ML|M.L. King Jr.|_ Avenue|Ave'],
  ['18 Gov. Miller Dr', 'Gov.|Governor|Gov Miller Drive|Dr|Dr.|_', 'Miller Drive|Dr|_'],
  ['18 Governor Miller Dr', 'Gov.|Governor Miller Drive|Dr|_'],
  ['18 General Sieben Dr', 'Gen.|General|Gen|_ Sieben Drive|Dr|_'],
  ['18 Sr. Kenny Ln', 'Sr.|Sister|Sr|_ Kenny Lane|Ln|_'],
  ['18 Sister Kenny Ln', 'Sr.|Sister Kenny Lane|Ln|_'],
  ['18 Capt. Larkmoor Rd', 'Capt.|Captain|Cpt. Larkmoor Road|Rd|_'],
  ['18 Colonel Larkmoor Rd', 'Col.|Colonel|_ Larkmoor Road|Rd|_'],
  ['18 Lt. Quillback Rd', 'Lt.|Lieutenant Quillback Road|Rd|_'],
  ['18 Sgt. Quillback Rd', 'Sgt.|Sergeant Quillback Road|Rd|_'],
  ['18 Rev. Quillback Rd', 'Rev.|Reverend Quillback Road|Rd|_'],
  ['18 President Quillback Rd', 'Pres.|President Quillback Road|Rd|_'],
  ['18 Prof. Quillback Rd', 'Prof.|Professor Quillback Road|Rd|_'],
  ['18 Msgr. Quillback Rd', 'Msgr.|Monsignor Quillback Road|Rd|_'],
  ['18 Wm. Tell Rd', 'Wm.|William|Wm|W. Tell Road|Rd|_'],
  ['18 William Tell Rd', 'Wm.|William Tell Road|Rd|_'],
  ['18 Geo. Washington Ave', 'Geo.|George|G. Washington Avenue|Ave|_', 'Washington Ave'],
  ['18 Charles Lindqvist Way', 'Chas.|Charles|C. Lindqvist Way|_'],
  ['18 Jos. Rolette St', 'Jos.|Joseph Rolette Street|St|_'],
  ['18 Thos. Tellefsen St', 'Thos.|Thomas Tellefsen Street|St|_'],
  ['18 James Tellefsen St', 'Jas.|James Tellefsen Street|St|_'],
  ['18 Robt. Tellefsen St', 'Robt.|Robert Tellefsen Street|St|_'],
  ['18 Edward Tellefsen St', 'Edw.|Edward|E. Tellefsen Street|St|_'],
  ['18 John F. Kennedy Dr', 'John|J. F.|F|Fitzgerald|_ Kennedy Drive|Dr|_', 'JFK|J.F.K.|J._F._K. Drive|Dr|_', 'Kennedy Drive|Dr|_'],
  ['18 John Kennedy Dr', 'John F.|_ Kennedy Drive|_', 'JFK Drive'],
  ['18 JFK Dr', 'John F.|Fitzgerald|_ Kennedy Drive|Dr|_'],
  ['18 BNSF Rd', 'Burlington Northern Santa Fe Road|Rd', 'BNSF Road|_'],
  ['18 Lk Elmo Ave', 'Lk|Lk.|Lake Elmo Avenue|Ave|_'],
  ['18 Lake Elmo Ave', 'Lk|Lk.|Lake Elmo Avenue|Ave|_'],
  ['18 Mtn View Rd', 'Mtn|Mtn.|Mt.|Mountain View|Vw Road|Rd|_'],
  ['45 Mt. Curve Ave', 'Mt.|Mount|Mt Curve Avenue|Ave|_'],
  ['45 Mount Curve Ave', 'Mt.|Mount|Mt Curve Avenue|Ave|_'],
  ['18 Ft. Ridgely Rd', 'Ft.|Fort|Ft Ridgely Road|Rd|_'],
  ['18 Pt. Douglas Rd', 'Pt.|Point Douglas Road|Rd|_'],
  ['18 Ste. Marie St', 'Ste.|Sainte|Saint|St. Marie Street|St|_'],
  ['18 Saint Odile St', 'St.|Saint|St Odile Street|St|_'],
  ['18 Sts. Peter & Paul Rd', 'Sts.|Saints|SS Peter &|and Paul Road|Rd|_'],
  ['18 Peter and Paul Rd', 'Peter &|and Paul Road|Rd'],
  ['18 Quillback Springs Rd', 'Quillback Springs|Spgs|Spgs. Road|Rd|_'],
  ['18 Quillback Hts Rd', 'Quillback Heights|Hts|Hts. Road|Rd|_'],
  ['18 Quillback Village Rd', 'Quillback Village|Vlg|Vlg. Road|Rd|_'],
  ['18 Quillback Valley Ct', 'Quillback Valley|Vly Court|Ct|_'],
  ['18 Quillback Creek Ct', 'Quillback Creek|Crk Court|Ct|_'],
  ['18 Quillback Is. Ct', 'Quillback Island|Is. Court|Ct|_'],
  ['1 Twelve Oaks Center Dr', 'Twelve|12 Oaks Center|Ctr|Centre Drive|Dr|_'],
  ['405 Old Hwy 61', 'Old|Ol|_ Highway|Hwy|Hwy. 61|Sixty-One', 'Old 61|Sixty-One'],
  ['330 Nicollet Mall', 'Nicollet Mall|_|Avenue'],
  ['330 Larkmoor Commons', 'Larkmoor Commons|_'],
  ["64 O'Neill Dr", "O'Neill|O’Neill|O'Neil|ONeill|Oneil|O_Neill Drive|Dr|_"],
  ['64 Larkmorre Dr', 'Larkmorre|Larkmore Drive|Dr|_'],
  ['N5610 County Highway E', 'County|Cty|Cty.|Co.|Cnty Highway|Hwy|Hwy.|Road|Rd|Rd.|Trunk_Highway E', 'CTH|County|Co._Rd. E'],
  ['18 Cty Rd E', 'County|Cty|Co. Highway|Hwy|Road|Rd E', 'County E'],
  ['1404 County Road 15', 'County|Cty.|Co. Highway|Hwy|Road|Rd 15', 'CSAH|CR|C.R.|County|Cty|County_State_Aid_Highway 15|fifteen'],
  ['9001 Highway 371', 'MN|Minnesota|Hwy|State_Hwy.|Trunk_Highway|TH|Route 371'],
  ['12 County Road B2', 'County|Cty. Road|Rd. B2|B-2', 'Road|Rd. B2'],
]; // prettier-ignore

/** Every way to say it: one of each word's. */
function spellings(number: string, said: string): string[] {
  let made = [number];
  for (const word of said.split(' '))
    made = made.flatMap((before) =>
      word
        .split('|')
        .map((way) => (way === '_' ? before : `${before} ${way.replaceAll('_', ' ')}`)),
    );
  return made;
}
test('a street is found however the words of its name are written', () => {
  let tried = 0;
  const passed = doors.flatMap(([line, ...said]) => {
    const finds = finder([line]);
    const number = line.split(' ')[0]!;
    const texts = said.flatMap((way) => spellings(number, way));
    tried += texts.length * frames.length;
    return texts.flatMap((text) =>
      frames.filter((frame) => !finds(frame(text))).map((frame) => `${frame(text)} of ${line}`),
    );
  });
  console.error(`  ${passed.length} of ${tried} spellings told, of ${doors.length} doors`);
  assert.deepEqual(passed.slice(0, 20), [], `${passed.length} passed`);
  assert.ok(doors.length >= 40);
});

/** The same doors with a number that is nobody's age, and with one that may be; each name once. */
const renumbered = ['1240', '45'].flatMap((number) =>
  doors.map(([line, ...said]) => {
    const names = new Set(said.flatMap((way) => spellings(number, way)).map(nameIn));
    return { number, names: [...names], line: `${number} ${nameIn(line)}` };
  }),
);

test('… behind its number, in a corner, and where a house is called after the same', () => {
  let tried = 0;
  const passed = renumbered.flatMap(({ number, names, line }) => {
    const finds = finder([line]);
    const behind = number.length > 2 ? longNumberBehind : numberBehind;
    return names.flatMap((name) => {
      // Of a name that alone says too little, no corner is one; Nicollet Avenue is no mall.
      const isStreet = finds(`We are on ${name}.`) && name !== 'Nicollet Avenue';
      const met = isStreet && number.length > 2 ? corners : [];
      const alike = /Highway|Hwy|County|Cty/.test(line) || number.length < 3 ? [] : calledAlike;
      const texts = [...behind, ...alike, ...met].map((say) => say(name, number));
      tried += texts.length;
      return texts.filter((text) => !finds(text)).map((text) => `${text} of ${line}`);
    });
  });
  console.error(`  ${passed.length} of ${tried} told`);
  assert.deepEqual(passed.slice(0, 20), [], `${passed.length} passed`);
});

/** What is no word of a name: numbers of several houses, links, boxes, points without their marks. */
const otherwise: readonly (readonly [lines: string[], said: string[]])[] = [
  [
    ['2417 Wexford Lane'],
    [
      '2415-2417 Wexford', '2417-19 Wexford', '2417-2419 Wexford Ln', '2415–2417 Wexford', '2415 - 2419 Wexford Lane',
      '2415 to 2419 Wexford', '2417 and 2419 Wexford', '2417/2419 Wexford', '2415 & 2417 Wexford Ln', 'Wexford 2415-2417',
      'https://example.org/2417-wexford', 'https://example.org/wexford-lane', 'example.org/wexford-lane-house',
    ],
  ],
  [['2417-19 Wexford Lane'], ['2417 Wexford', '2419 Wexford', '2417-2419 Wexford']],
  [['2415-2419 Wexford Lane'], ['2417 Wexford', '2415 Wexford', '2415-19 Wexford']],
  [
    ['1612 Juniper Court'],
    [
      'https://example.org/1612-juniper', 'https://example.org/juniper-court-house', 'https://example.org/juniper-1612',
      'www.example.org/houses/juniper_ct', 'https://example.org/a/1612/juniper', '@juniper1612', 'https://example.org/junipercourt',
    ],
  ],
  [['1200 Broadway'], ['1200 Bdwy', '1200 Bdwy.', '1200 BWY', 'Bdwy and Oak']],
  [['1612 Juniper Court'], ['door 1612, Juniper', 'Casa 1612, Juniper']],
  [['45 St. Joseph St'], ['45 St. Joseph church', '45 St. Joseph School']],
  [['PO Box 118'], ['POB 118', 'P.O.B. 118', 'P.O. Box 118', 'PO 118', 'Box 118', 'Post Office Box 118']],
  [['POB 118'], ['PO Box 118', 'P.O. Box 118', 'POB 118']],
]; // prettier-ignore

test('… in ranges, in links and as a box', () => {
  const passed = otherwise.flatMap(([lines, said]) => {
    const finds = finder(lines);
    return said.filter((text) => !finds(`Come to ${text} .`)).map((text) => `${text} of ${lines}`);
  });
  assert.deepEqual(passed, []);
});

test('a point is found without its marks', () => {
  const finds = finder(['1612 Juniper Court'], { latitude: 47.48123, longitude: -94.89012 });
  for (const text of [
    '474812 948901',
    '47481 94890',
    '4748123, -9489012',
    '472852N 0945324W',
    '472852 945324',
    '4728.872N 09453.407W',
    '4729N 09453W',
  ])
    assert.ok(finds(`Our garage: ${text}.`), text);
  for (const text of [
    'Call 474-812-5550 or 948-901-5550.',
    'ZIP codes 47481 and 56601.',
    'In 4748 nights 9489 people came.',
    'Grant 472852 pays 990000 dollars a year.',
  ])
    assert.ok(!finds(text), text);
});

/** Near these words, and told. */
const harmless: readonly (readonly [line: string, texts: string[]])[] = [
  [
    '1200 Dr. Martin Luther King Jr. Blvd',
    [
      'MLK day at 1200 noon.', 'We close on MLK Day.', 'Breakfast on Dr. Martin Luther King Jr. Day.', 'The Dr. King Center offers classes.',
      'Our Martin Luther King Jr. breakfast fed 1200 people.', 'Dr. Martin cares for 1200 families.', 'King size beds for 12.',
      'The Martin Luther King holiday is kept.', 'We read Martin Luther and others.', 'Dr. Luther sees patients at 12.',
      '1200 MLK Day guests came.', 'A grant from the King Foundation of 1200 dollars.', 'Junior and senior high students.',
      'Closed on Dr. King’s day; MLK & Presidents Day too.', 'We honor Dr. King and Rosa Parks.', '1200 MLK scholars came.',
      'In 2025 we fed 1200. MLK Center helped.', '1200 MLK Center volunteers came.', 'Martin Luther King and Gandhi teach us.',
      'Students of the Martin Luther King School.', 'In 1200 words, tell us about Dr. King.',
    ],
  ],
  [
    '18 John F. Kennedy Dr',
    [
      'JFK Library tours for 18 people.', 'John drives 18 miles.', 'Ages 18 to 24: ask for John.', 'The John F. Kennedy Center sent 18 tickets.',
      'We honor John Kennedy with 18 candles.', 'Kennedy High School has 18 rooms.', '18 people, John among them.',
      'For youth 18 and older, call John at 218-555-0118.',
    ],
  ],
  [
    '330 Nicollet Mall',
    [
      'Call 330-555-0100.', 'Open 3:30 to 5, call Nicollet County.', 'The mall is near. 330 people came.', 'We serve Nicollet County.',
      'Nicollet County has 330 beds.', 'Buses 330 and 331 stop far away.', 'A mall walk of 330 steps.',
    ],
  ],
  [
    '1612 Juniper Court',
    [
      'Serving families since 1612.', 'In court, 1612 cases.', 'Juniper berries, 1612 of them.', 'https://example.org/juniper',
      'https://example.org/court-dates', 'https://example.org/2024/1613-juniper', 'Our court advocates met 1612 people.',
      'The juniper court jester came.', 'Juniper trees line the yard.', 'In 1612, Juniper grew here.', 'Opened at number 12, juniper and all.',
    ],
  ],
  [
    '18 Ste. Marie St',
    [
      'The Saint Marie feast is on Sunday.', 'Sister Marie teaches 18 children.', 'Ask for Marie in Suite 18.', 'Marie, 18, found us.',
      'Saint Marie feast, 18 guests.', '18 Saint Marie parish families came.', 'We met at Saint Marie 18 times.',
      'Of the 18, Saint Marie parish sent nine.', 'We sing at Ste. Marie and St. Anne.', 'Ask for Marie, 18.', 'We serve 18 St. Paul families.', 'Marie and 18 others.', 'Mary and Marie stay until 18.',
    ],
  ],
  [
    '18 Gov. Miller Dr',
    [
      'The governor gave 18 grants.', 'Governor Miller spoke for 18 minutes.', 'Gov. Walz visited 18 shelters.', 'A miller and 18 bakers.',
      'Ask the driver for Miller.', '18 governors met.',
    ],
  ],
  [
    '18 Sr. Kenny Ln',
    ['Seniors, 18 of them.', 'Her sister is 18.', 'It depends on Kenny.', 'Kenny and his sister, 18 and 20.', 'Sister Mary prays at 18:00.'],
  ],
  [
    '18 Wm. Tell Rd',
    ['At 18 you will tell us.', 'William tells 18 stories.', 'Tell us: are you 18?', 'You will tell nobody, 18 or not.', 'Will and 18 friends.'],
  ],
  [
    '45 Mt. Curve Ave',
    ['A curve of 45 degrees.', 'We mount 45 bikes.', 'Mt. Zion, 45 miles.', 'The learning curve is 45 days.', 'Mountains curve for 45 miles.'],
  ],
  [
    '18 Lake Elmo Ave',
    ['A lake 18 miles long.', 'Elmo and 18 toys.', 'Lake County has 18 beds.', 'Lk 18 is a chapter of Luke.', '18 lakes.'],
  ],
  [
    '18 Peter and Paul Rd',
    ['Peter and Paul are 18.', 'Peter, Paul and Mary sang 18 songs.', 'Peter, Paul & Mary sang.', 'The feast of Peter and Paul.', 'Ask Peter or Paul, 18 and up.'],
  ],
  [
    '405 Old Hwy 61',
    ['He is 61 years old.', 'An old 61 year record.', '405 old coats and 61 hats.', 'Old friends, 61 of 405.', 'Of 405, 61 are old.'],
  ],
  [
    'N5610 County Highway E',
    ['In the county, every bed counts.', 'County E-911 dispatch.', 'Company E has 5610 people.', 'Call the county, e. g. for 5610 forms.'],
  ],
  [
    '2417 Wexford Lane',
    ['From 2415 to 2419 beds.', 'The Wexford Scholars, 2401-2405.', 'Call 218-555-2417.', 'Between 2019 and 2024 we grew.'],
  ],
  [
    "64 O'Neill Dr",
    ["O'Neal is 64.", 'Neil has 64 books.', 'One in 64 kneels.', "At 64, O'Connor retired."],
  ],
  ['PO Box 118', ['Box lunches for 118 people.', 'Our P.O. is closed.', 'A POBox is free.', 'Popcorn, 118 bags.', 'Depot 118.']],
]; // prettier-ignore

test('what only sounds like these words is told', () => {
  const all = harmless.flatMap(([line, texts]) => texts.map((text) => ({ line, text })));
  const refused = harmless.flatMap(([line, texts]) => {
    const finds = finder([line]);
    return texts.filter(finds).map((text) => `${text} of ${line}`);
  });
  console.error(`  ${refused.length} of ${all.length} harmless texts refused`);
  assert.deepEqual(refused, []);
  assert.ok(all.length >= 60);
});
