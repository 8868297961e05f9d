import { either, joined } from './pattern.js';
import type { Found } from './withheld-door.js';

const RIDES = either`(?:bus|train|route|line|light rail|tram|trolley|subway|metro|autobus|ruta|
  camion|tren)`;
const STOPS = either`(?:stop|station|exit|depot|terminal|platform|parada|estacion)`;
const ON_FOOT = either`(?:walk|then|and|cross|go|turn|head|half|blocks?|exit|across|from there|
  camine|de ahi|y|right|left|we are|our|up the|stairs|door)`;
const REST = joined`[^.!?\n]{0,50}`;
const SOON = joined`[^.!?\n]{0,50}?`;
/** A line by its name or number. */
const LINE = joined`(?:(?:[A-Z][a-z]+|[A-Z])\s[Ll]ine|[Rr]oute\s#?\d+\w?|[Bb]us\s#?\d+\w?|
  [Ll]ine\s#?\d+\w?|[Rr]uta\s\d+|[Aa]utobus\s\d+|[Ll]ight\s[Rr]ail)`;
const AT_US = either`(?:(?:right|just|directly|about|only|literally) )?(?:at|outside|in front of|
  across from|across|by|near|behind|beside|steps from|next to|feet from|opposite|below|on|frente|
  (?:a|half a|one|two) blocks? from)`;

const patterns = [
  // The number of a stop.
  joined`${either`(?:bus |train |transit )?stop\s(?:id|no\.?|num(?:ber)?|#|code)
    [\s:#]{0,3}(?:is\s)?`}#?\d{2,6}`,
  joined`${either`(?:bus|transit|train) stop`}\s#?\d{3,6}`,
  joined`${either`(?:parada)\s(?:numero|num\.?|no\.?|#)\s?`}#?\d{2,6}`,
  // Take the bus to the stop, then walk.
  joined`${either`(?:take|ride|catch|board|tome|toma|
    use)`}\s${SOON}${RIDES}\b${SOON}${STOPS}\b[^.!?\n]{0,20}?\b${ON_FOOT}\b${REST}`,
  joined`${either`(?:take|ride|catch|board|tome|toma)`}\s${SOON}${either`(?:to|until|
    hasta) (?:the )?(?:end of the line|last stop|ultima parada)`}\b${REST}`,
  joined`${LINE}\s(?:[a-z]+\s){0,3}?(?:to|at|al|a|until|as far as|hasta)
    \s[^.!?\n]{2,60}?${STOPS}\b${REST}`,
  joined`${LINE}\s(?:to|at|until|as far as|hasta)\s[^.!?\n]{2,40}?\b${either`(?:then|and then|
    walk|luego|get off)`}\b${REST}`,
  joined`${either`from (?:the )?`}${SOON}${STOPS}\b${SOON}\b${either`(?:walk|cross|go up|go down|
    go left|go right|turn|up the stairs|our door|take the|blocks?)`}\b${REST}`,
  joined`${either`(?:get off|gets off|getting off|hop off|step off|off the (?:bus|train)|
    exit the (?:bus|train)|alight|bajese|baje|baja)`}\s(?:[a-z]+\s){0,4}?(?:at|en|by|near)
    \s(?!home\b)[^.!?\n]{2,60}`,
  // The bus stops where we are.
  joined`(?:[Rr]oute|[Bb]us|[Ll]ine|[Tt]he|[Ll]a|[Ee]l|#)\s?#?\d{1,3}\w?\s(?:[Bb]us\s)
    ?${either`(?:stops|lets you off|drops you(?: off)?|se detiene|
      para)`}\s${AT_US}\b[^.!?\n]{2,50}`,
  joined`${either`(?:(?:bus|train|trolley|tram|metro|light rail)\s)?(?:stop|station)\s(?:is|lies|
    sits)`}\s${AT_US}\s${either`(?:our|the|us)`}\b${REST}`,
  joined`${either`(?:our|the) (?:nearest |closest )?(?:bus |train )?stop is`}\s[A-Z\d]${REST}`,
  joined`${either`(?:stop|station) (?:outside|in front of|across from|by|behind|next to) (?:our|
    us)`}\b${REST}`,
  joined`${either`(?:one|two|three|four|five|half a|a|\d+) (?:stops?|blocks?|
    minutes?)`}\s(?:[a-z]+\s){0,3}?(?:after|past|before|from|beyond|of)\s(?:the\s)
    ?(?:[A-Z\d][\w&'-]*\s(?:&\s|and\s)?){1,4}(?:[Ss]tation|[Ss]top|[Ll]ine|[Pp]latform)\b${REST}`,
  joined`${either`(?:board|take|ride|catch) the`}\s#?\d{1,3}\w?\s(?:[a-z]+\s){0,2}?${either`(?:to|
    until|as far as)`}\s[^.!?\n]{2,50}`,
  joined`${either`stop (?:is )?(?:right |just )?(?:outside|out front)`}(?![\p{L}])`,
  joined`${either`(?:ask|tell) the driver`}\s[^.!?\n]{0,40}?\b${STOPS}\b${REST}`,
].map((source) => new RegExp(joined`(?<![\p{L}\d-])${source}`, 'gu'));

/** Where a text says the stop of a bus or train at which a door is, or the way from one. */
export function findTransit(text: string): Found[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].trimEnd().length,
      kind: 'TRANSIT' as const,
    })),
  );
}
