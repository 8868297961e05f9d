import {
  COLOR,
  LANDMARK,
  MEASURE,
  NUMBER_WORD,
  PLAINLY_NEAR,
  RELATION,
  SIGHT,
  TOWARD,
} from './landmark-words.js';
import { either, joined } from './pattern.js';
import type { Found, SpanKind } from './withheld-door.js';

/** Up to six words of one sentence, none of them ending it. */
const WORDS = joined`(?:[\p{L}\d'’&-]{1,24}\s){0,6}?`;
const THE = joined`(?:the|a|an|our|that|this|el|la|los|las|un|una|[A-Z][\p{L}'’]+)`;
/** A school year and a bank account are no places. */
const END = joined`(?:'s)?(?![\p{L}\d])(?!\s(?:years?|days?|weeks?|months?|hours?|terms?|age|aged|
  systems?|districts?|boards?|staff|meals?|lunch|breakfast|supplies|accounts?|work|workers?|fees?|
  programs?|level)\b)`;
const START = joined`(?<![\p{L}\d-])`;
const SIDE = joined`(?:(?:,|;| and| y)\s[^.!?;\n]{1,60})?`;

const pattern = (parts: TemplateStringsArray, ...values: string[]) =>
  new RegExp(START + joined(parts, ...values), 'gu');
/** What one is behind, beside or opposite of in a manner of speaking. */
const ABSTRACT = joined`(?:scenes?|wheel|times?|program|programme|idea|work|law|rent|bills?|
  service|services|person|people|name|names|counter|computer|mask|curtain|person|sex|gender|
  direction|effect|rules?|other|others|next|last|same)s?(?![\p{L}])`;
const SIGHT_ANY = either`${SIGHT.replace('house', 'house|storefront|place')}`;
const LANDMARK_ANY = either`${LANDMARK}`;
const RELATION_ANY = either`${RELATION}`;

const patterns: [SpanKind, RegExp][] = [
  // Two blocks south of the mill.
  [
    'LANDMARK',
    pattern`${either`${NUMBER_WORD}`}[\s-](?:[a-z]{1,8}\s)
      ?${either`${MEASURE}`}\s${either`${TOWARD}`}\s${WORDS}${LANDMARK_ANY}s?${END}${SIDE}`,
  ],
  // Behind the old mill; across from Example School.
  ['LANDMARK', pattern`${RELATION_ANY}\s${THE}\s${WORDS}${LANDMARK_ANY}${END}${SIDE}`],
  ['LANDMARK', pattern`${RELATION_ANY}\s${either`${LANDMARK}`}${END}(?=[^\p{L}]*$|[.,;])`],
  // Behind Example Elementary's field: the place's own name may hold the word.
  [
    'LANDMARK',
    pattern`${RELATION_ANY}\s(?:the\s)?(?:[A-Z][\p{L}'’]+\s){0,3}(?:[A-Z][\p{L}]+['’]s)
      \s(?:[a-z]+\s){0,3}[a-z]+`,
  ],
  [
    'LANDMARK',
    pattern`${either`between`}\s${THE}\s${WORDS}${LANDMARK_ANY}${END}\s(?:and|&|y)\s(?:${THE}\s)
      ?${WORDS}${LANDMARK_ANY}${END}${SIDE}`,
  ],
  [
    'LANDMARK',
    pattern`${either`(?:upstairs|downstairs|rooms|apartment|apartments|beds|we are|located|live|
      stay|house is|shelter is)`}\s(?:in|at|above|over|behind)\s(?:the|an)
      \s(?:${either`old|former|ex-?`})\s(?:[\p{L}'’-]+\s){0,2}[\p{L}'’-]+${SIDE}`,
  ],
  [
    'LANDMARK',
    pattern`(?:${either`the|an|our`})\s(?:${either`old|former|converted|one-time`})
      \s${WORDS}${LANDMARK_ANY}${END}(?=[\s,]+(?:on|at|by|near|off|in|with)\b|[.,])`,
  ],
  // The last house before the bridge, the only place with a ramp.
  [
    'LANDMARK',
    pattern`${either`(?:first|second|third|fourth|fifth|last|only|next|end|corner|\d{1,2}(?:st|nd|
      rd|th)|\w+most)\s(?:\w{2,12}\s)?(?:house|home|door|driveway|farm|cabin|trailer|mailbox|
      duplex|building|gate)\s(?:on|past|before|after|with|from|down|up|to|at|in from|beyond|
      behind|of|off)`}\s${THE}\s[^.!?;\n]{2,50}`,
  ],
  [
    'LANDMARK',
    pattern`(?:${either`the|a|an|our`})\s(?:\p{L}{2,12},?[\s-]){0,2}${COLOR}(?:[\s-]\p{L}{2,12})
      {0,2}[\s-]${SIGHT}${END}`,
  ],
  [
    'LANDMARK',
    pattern`(?:[Ll]a|[Uu]na|[Ee]l|[Uu]n)\s${SIGHT}\s(?:de\s)?(?:blanc|roj|azul|verde|amarill|negr|
      cafe|gris|rosa|morad)[ao]?${END}`,
  ],
  [
    'LANDMARK',
    pattern`(?:${either`look for|watch for|you(?:'ll| will) see|busque|busca`})\s(?:the|a|our|la|
      el)\s${WORDS}${SIGHT}${END}`,
  ],
  ['LANDMARK', pattern`${COLOR}\s(?:mailbox|door|gate|awning|shutters|barn|porch)${END}`],
  [
    'LANDMARK',
    pattern`${either`(?:the\s)?(?:dead end|cul-de-sac|lane|alley|drive|driveway|path|gravel road|
      dirt road|footpath)\s(?:of|off|opposite|behind|beside|across from|next to|
      past)`}\s${THE}[^.!?;\n]{1,60}`,
  ],
  [
    'LANDMARK',
    pattern`${either`turn (?:left|right|in|off|north|south|east|west) (?:at|onto|after|before|
      past|by|on)`}\s${THE}\s[^.!?;\n]{2,50}`,
  ],
  // Behind whatever it is, where no time or number can be meant.
  ['LANDMARK', pattern`${PLAINLY_NEAR}\s${THE}\s[^.!?;\n]{2,50}`],
  // In the basement of the church; in the former school.
  [
    'LANDMARK',
    pattern`${either`(?:in|inside|on|at) the (?:basement|attic|back|rear|annex|wing|loft|
      undercroft|(?:lower|upper|top|ground|first|second|third) (?:floor|level)|tower|parsonage|
      rectory) of`}\s${THE}\s${WORDS}${LANDMARK_ANY}${END}`,
  ],
  [
    'LANDMARK',
    pattern`${either`(?:in|inside|into) (?:the|an|our) (?:old|former|converted|
      one-time)`}\s${WORDS}${LANDMARK_ANY}${END}`,
  ],
  // What is seen from the door, what was there, what is told apart by a mark.
  [
    'LANDMARK',
    pattern`${either`see`}\s${THE}\s${WORDS}${LANDMARK_ANY}\s${either`from (?:our|the) (?:\w+ )
      ?(?:porch|door|window|windows|yard|steps|kitchen|house)`}`,
  ],
  [
    'LANDMARK',
    pattern`${either`where (?:the|a)`}\s${WORDS}${either`used to (?:be|stand)|once stood`}`,
  ],
  [
    'LANDMARK',
    pattern`${either`(?:the|only) (?:\w{2,12} )?(?:house|building|place|duplex|farm|cabin|
      storefront) with (?:the|a|an)`}\s[^.!?;\n]{2,40}`,
  ],
  [
    'LANDMARK',
    pattern`${either`(?:touches|touch|abuts|abut|adjoins|adjoin|
      meets)`}\s${THE}\s${WORDS}${LANDMARK_ANY}${END}`,
  ],
  // Beside whatever it is, if that can stand somewhere.
  [
    'LANDMARK',
    pattern`${either`(?:next to|beside|opposite|facing|behind|around back of|in back of|
      adjacent to|alongside)`}
      \s(?:the|an?|our)\s(?!${ABSTRACT})[^.!?;\n]{3,50}`,
  ],
  [
    'LANDMARK',
    pattern`${either`(?:junto|frente|detras|al lado|cerca|enfrente|arriba) (?:al|
    del)`}\s${WORDS}${LANDMARK_ANY}${END}`,
  ],
  [
    'LANDMARK',
    pattern`${either`(?:(?:ground|top|upper|lower|first|second|third|fourth) floor|
    basement) of (?:the|an)`}\s[^.!?;\n]{3,40}`,
  ],
  [
    'LANDMARK',
    pattern`${either`in the same (?:building|block|lot|complex|strip mall|
    plaza) as`}\s[^.!?;\n]{3,40}`,
  ],
  [
    'LANDMARK',
    pattern`${SIGHT_ANY}\s${either`(?:you (?:can )?see from|
    between)`}\s${THE}\s[^.!?;\n]{3,50}`,
  ],
  [
    'LANDMARK',
    pattern`${either`(?:go|drive|walk|continue) (?:past|by|over|
    under)`}\s${THE}\s[^.!?;\n]{3,50}`,
  ],
  [
    'LANDMARK',
    pattern`${either`(?:the|take the) (?:first|second|third|next|last) (?:driveway|
    gate|left|right|turn)`}(?![\p{L}])[^.!?;\n]{0,30}`,
  ],
  [
    'LANDMARK',
    pattern`${either`an? [\w-]{2,14} walk (?:from|
    to)`}\s${THE}\s${WORDS}${LANDMARK_ANY}${END}`,
  ],
  [
    'LANDMARK',
    pattern`${either`[\w]+[- ]stor(?:y|ey|ied) (?:house|building|brick|
    home)`}\s${either`(?:on|at|by|near|with|across|behind)`}\s[^.!?;\n]{3,40}`,
  ],
];

/** The President's house is none that a seeker is led to. */
const HARMLESS = /^the White House/;

/** Where a text says how a door is found: by what stands near, or by what it looks like. */
export function findLandmarks(text: string): Found[] {
  const found: Found[] = [];
  for (const [kind, sought] of patterns)
    for (const match of text.matchAll(sought))
      if (!HARMLESS.test(match[0]))
        found.push({ from: match.index, to: match.index + match[0].trimEnd().length, kind });
  return found;
}
