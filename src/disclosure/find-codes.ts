import type { Found, SpanKind } from './withheld-door.js';
import { joined } from './pattern.js';

/** Each is looked for everywhere; where it has a group `it`, that is the span. */
type Pattern = [kind: SpanKind, pattern: RegExp];

const LABEL = joined`\s{0,2}(?:id|ids|number|numbers|no\.?|num\.?|nr\.?|#|code|key|is|=|:|s)
  {0,3}[\s:=#]{0,3}`;
/** Something that has a figure in it, as ids have. */
const ID = joined`(?=[\w./-]{0,24}\d)[\w][\w./-]{2,30}`;

const patterns: Pattern[] = [
  // Words in threes, with the mark or the name of the scheme.
  [
    'THREE_WORDS',
    new RegExp(
      joined`\/\/\/\s{0,2}(?<it>\p{L}{2,24}\s{0,2}[.。・]\s{0,2}\p{L}{2,24}\s{0,2}[.。・]\s{0,2}\p{L}{2,24})`,
      'dgu',
    ),
  ],
  [
    'THREE_WORDS',
    new RegExp(
      joined`(?:what3words\.com|what\s?(?:3|three)\s?words?|w3w(?:\.co)?|(?:three|3)
      [\s-]words?(?:\s(?:address|app|code|location|name))?|tres palabras)[\s:=/"'(]{0,4}(?:(?:is|
      are|of|for|us|we|it|gives|says|at|on|to|find|use|es|son|the|our|door|address|location)
      [\s:"'(]{1,3}){0,4}(?<it>\p{L}{3,24}[.,\s/-]{1,3}\p{L}{3,24}[.,\s/-]{1,3}\p{L}{3,24})`,
      'dgiu',
    ),
  ],
  // Parcels, plats and other numbers that an office or a map looks up.
  [
    'PLACE_ID',
    new RegExp(
      joined`\b(?:(?:tax|land|property|county)\s)?parcels?${LABEL}(?<it>(?:[A-Z]\s)?${ID})`,
      'dgiu',
    ),
  ],
  [
    'PLACE_ID',
    new RegExp(
      joined`\b(?:APN|PID|property (?:id|number|tax id)|geo ?id|folio|tax (?:lot|map))
        \b${LABEL}(?<it>(?=[\w.-]{0,24}\d{3})[\w][\w.-]{2,30})`,
      'dgiu',
    ),
  ],
  // A number to remember is no number of land: that is in groups.
  [
    'PLACE_ID',
    new RegExp(
      joined`\b(?:PIN|plat|assessor'?s?)\b${LABEL}(?<it>\d{1,6}[.-]\d{1,6}[.-]\d[\d.-]{0,20})`,
      'dgiu',
    ),
  ],
  [
    'PLACE_ID',
    new RegExp(joined`\b(?:utility|power|light|telephone) pole${LABEL}(?<it>${ID})`, 'dgiu'),
  ],
  [
    'PLACE_ID',
    new RegExp(
      joined`\b(?:(?:gas|electric|electrical|water|utility) meter|meter|hydrant|manhole|
        transformer)\s(?:number|no\.?|id|#)${LABEL}(?<it>${ID})`,
      'dgiu',
    ),
  ],
  // The zone of a school, a bus, a van or a postman is a few streets.
  [
    'PLACE_ID',
    new RegExp(
      joined`\b(?<it>(?:school|attendance|bus|delivery|carrier|plow|garbage|pickup|precinct)\s
        (?:attendance\s)?(?:area|zone|boundary|district)${LABEL}(?=[\w./-]{0,24}\d)[\w./-]{2,30})`,
      'dgiu',
    ),
  ],
  [
    'PLACE_ID',
    /\b(?<it>(?:lot|plat)\s\d{1,4}[A-Z]?,?\s(?:of\s)?(?:block|blk|lot)\.?\s\d{1,4}[A-Z]?)\b/dgiu,
  ],
  [
    'PLACE_ID',
    new RegExp(
      joined`\b(?<it>(?:section|sec\.?|S)\s?\d{1,2},?\s(?:township|twp\.?|T)
      \s?\d{1,3}\s?(?:N|S|North|South)?,?\s(?:range|rge?\.?|R)\s?\d{1,3}\s?(?:E|W|East|West)?)
      \b`,
      'dgiu',
    ),
  ],
  ['PLACE_ID', /(?<![\w-])(?<it>ChIJ[\w-]{16,60})/dgu],
  [
    'PLACE_ID',
    new RegExp(
      joined`\b(?:place[_ -]?id|placeid|ftid|cid|feature[_ ]?id|osm[_ ]?id|oas|muid|auid|
      ypid)[\s:=]{1,3}(?:is\s)?(?<it>[\w:.-]*\d[\w:.-]{3,80})`,
      'dgiu',
    ),
  ],
  ['PLACE_ID', /(?<it>0x[0-9a-f]{8,16}:0x[0-9a-f]{8,16})/dgiu],
  [
    'PLACE_ID',
    /\b(?:openstreetmap|osm)(?:\.org)?[\s/](?<it>(?:way|node|relation)[\s/#:]{1,2}\d{4,12})/dgiu,
  ],
  ['PLACE_ID', /\b(?<it>(?:way|node)[/#]\d{6,12})\b/dgu],
  [
    'PLACE_ID',
    new RegExp(
      joined`\b(?:bssid|mac address|wi-?fi (?:id|mac))
      [\s:=]{1,3}(?<it>[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5})`,
      'dgiu',
    ),
  ],
  [
    'PLACE_ID',
    /\b(?<it>(?:mile ?(?:marker|post)|milepost|MM|reference post)\s#?\d{1,4}(?:\.\d{1,3})?)\b/dgu,
  ],
  [
    'PLACE_ID',
    new RegExp(
      joined`\b(?:e-?911|emergency|rural|grid|location|locator|beacon)\s(?:address|
      locator|location|sign)\s(?:sign|code|id|number|no\.?)
      ?[\s:=#]{0,3}(?<it>[A-Z]{0,3}-?\d[\w-]{2,20})`,
      'dgiu',
    ),
  ],
  // What opens the door.
  [
    'DOOR_CODE',
    new RegExp(
      joined`\b(?:door|gate|entry|entrance|access|garage|keypad|key ?pad|lock ?box|lock|
      building|alarm|buzzer|porch|call ?box|intercom|gatehouse)\s(?:pass ?)?(?:code|pin|
      combination|combo|number)s?\b[^\d\n]{0,24}(?<it>[#*]?\d[\d\s-]{1,10}\d?[#*]?)`,
      'dgiu',
    ),
  ],
  [
    'DOOR_CODE',
    new RegExp(
      joined`\b(?:keypad|key ?pad|lock ?box|intercom|call ?box|buzzer|call button|gate|
      door|garage)\b[^\d\n.]{0,20}(?:\bis|:|=|opens with|press|enter|dial|punch(?: in)?|type|code|use|key in)
      \s{0,2}(?<it>[#*]?\d{3,8}[#*]?)(?![\d-])`,
      'dgiu',
    ),
  ],
  [
    'DOOR_CODE',
    new RegExp(
      joined`\b(?:enter|punch(?: in)?|type|key in|dial|press|use)\s(?:code\s)
      ?(?<it>[#*]?\d{3,8}[#*]?)\s(?:at|on|in|into|for|to open)\s(?:the\s|our\s)?(?:\w+\s)?(?:door|
      gate|keypad|key pad|lock|lockbox|intercom|call box|entry|entrance|garage|buzzer)`,
      'dgiu',
    ),
  ],
  [
    'DOOR_CODE',
    new RegExp(
      joined`\b(?:codigo|clave|combinacion)\s(?:de|del|para)\s(?:la\s|el\s)?(?:puerta|
      porton|entrada|cochera|garaje|timbre|candado|edificio)
      [^\d\n]{0,16}(?<it>[#*]?\d[\d\s-]{1,10}\d?[#*]?)`,
      'dgiu',
    ),
  ],
  [
    'DOOR_CODE',
    new RegExp(
      joined`\b(?:key|spare key|llave)\s(?:is\s|hangs\s|hidden\s|esta\s)?(?<it>(?:under|
      behind|beneath|inside|bajo|debajo de)\s(?:the|a|our|la|el)\s\w+(?:\s\w+)?)`,
      'dgiu',
    ),
  ],
  ['DOOR_CODE', /\b(?:keypad|key ?pad|lock ?box)[\s:#]{1,3}(?<it>[#*]?\d{3,8}[#*]?)(?![\d-])/dgiu],
  [
    'DOOR_CODE',
    new RegExp(
      joined`\b(?:combination|combo|code|pin|entry)\b[^\d\n.]{0,30}?(?:lock|lockbox|
      padlock|gate|door|keypad|entry)?(?:\s(?:is|to)|:)\s(?<it>(?:\d{1,2}-\d{1,2}-\d{1,2}|
      #?\d{3,8}[#*]|[*#]\d{3,8}#?))(?![\d-])`,
      'dgiu',
    ),
  ],
  // Links to maps that do not say where they go.
  [
    'MAP_LINK',
    new RegExp(
      joined`(?<it>\b(?:maps\.app\.goo\.gl|goo\.gl\/maps|g\.co\/maps|g\.page|
      maps\.apple\/p|maps\.apple\.com\/p|osm\.org\/go|openstreetmap\.org\/go|binged\.it|
      waze\.com\/ul\/h?|her\.is|share\.here\.com\/[pl]|wego\.here\.com\/p|w\.tt|mapq\.st|
      yandex\.\w{2,3}\/maps\/-|arcg\.is|cutt\.ly\/map)\/?[\w~@=%-]{3,})`,
      'dgiu',
    ),
  ],
  [
    'MAP_LINK',
    new RegExp(
      joined`(?<it>\bgoogle\.\w{2,3}(?:\.\w{2})?\/maps\/(?:d\/|embed\?|
      place\/\?q=place_id)[^\s"'<>]{4,300})`,
      'dgiu',
    ),
  ],
];

/** A link or a mail's address is no address in three words; nor is the name of a file. */
const NOT_WORDS = new RegExp(
  joined`(?:www|http|example|mailto|\b(?:com|org|net|gov|edu|us|io|info|pdf|jpg|png|
    html?|js|css|txt|docx?|local|co|app)\b)`,
  'i',
);
const BARE_WORDS = new RegExp(
  joined`(?<![\p{L}\p{N}.@/_-])(?<it>[a-z]{4,20}\.[a-z]{4,20}\.[a-z]{4,20})
    (?![\p{L}\p{N}@/_-]|\.\p{L})`,
  'dgu',
);

/** What leads to a door, whichever: words in threes, parcels, door codes, links to maps. */
export function findCodes(text: string): Found[] {
  const found: Found[] = [];
  for (const [kind, pattern] of patterns)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = match.indices!.groups!['it']!;
      if (kind === 'THREE_WORDS' && NOT_WORDS.test(match.groups!['it']!)) continue;
      found.push({ from, to, kind });
    }
  for (const match of text.matchAll(BARE_WORDS)) {
    const [from, to] = match.indices!.groups!['it']!;
    if (!NOT_WORDS.test(match[0])) found.push({ from, to, kind: 'THREE_WORDS' });
  }
  return found;
}
