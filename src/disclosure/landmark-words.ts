import { either, joined } from './pattern.js';

/** What a door is found by. Buildings and works first, then what lies in the land. */
export const LANDMARK = joined`(?:florist|barber|butcher|dentist|dental office|grandstand|trestle|
  viaduct|square|lumber ?yard|nursery|
  greenhouse|gym|club|gallery|dealership|tire shop|skate park|convent|library|school|elementary|college|university|campus|church|
  chapel|cathedral|parish|mosque|temple|synagogue|museum|mill|creamery|brewery|bakery|factory|
  plant|warehouse|works|foundry|quarry|elevator|silo|barn|farm|feed store|hardware store|store|
  shop|market|grocery|supermarket|mall|pharmacy|drugstore|bank|bar|pub|tavern|saloon|diner|cafe|
  restaurant|pizzeria|laundromat|laundry|salon|barber ?shop|motel|hotel|inn|gas station|
  filling station|fire ?(?:hall|house|station)|police station|precinct|courthouse|city hall|
  town hall|post office|station|depot|terminal|garage|car ?wash|hospital|clinic|nursing home|
  cemetery|graveyard|park|playground|ball ?field|baseball field|soccer field|field|stadium|arena|
  rink|pool|golf course|fairgrounds?|theat(?:er|re)|cinema|casino|legion|vfw|lodge|armory|jail|
  bridge|footbridge|overpass|underpass|railroad|rail ?yard|tracks|crossing|trail|trailhead|
  rail trail|boat (?:launch|landing|ramp)|landing|dock|pier|marina|harbor|lighthouse|beach|
  dam|creek|river|lake|pond|water ?tower|tower|windmill|parsonage|rectory|monastery|convent|
  mosque|water works|pumping station|train station|pizza (?:place|parlor)|statue|monument|mural|
  fountain|billboard|stop ?light|traffic light|roundabout|stop sign|bus stop|parking lot|
  parking ramp|dead end|cul-de-sac|biblioteca|escuela|iglesia|parque|
  puente|mercado|tienda|gasolinera|cementerio|estacion|fabrica|molino|walmart|target|mcdonald'?s|
  burger king|subway|starbucks|dairy queen|kwik trip|holiday|casey'?s|cub|aldi|walgreens|cvs|
  home depot|menards|dollar general|taco bell|kfc|wendy'?s)`;

/** How a door lies to what it is found by. */
export const RELATION = joined`(?:(?:directly |right |just |kitty[- ]corner |catty[- ]corner |
  diagonally )?(?:across|opposite|facing)(?: (?:the )?(?:street|road|way|tracks|alley|river|creek)
  )?(?: (?:from|to))?|(?:right |just |directly |immediately )?(?:(?:right|just|close|over) by|
  near the|near our|behind|next(?: door)? to|beside|alongside|adjacent to|past|beyond|above|over|
  below|beneath|underneath|in front of|in back of|in the shadow of|in sight of|within sight of|
  around the corner from|down the (?:street|road|block|hill) from|up the (?:street|road|block|
  hill) from|at the back of|at the end of|at the foot of|at the edge of|on top of|
  on the (?:corner|edge|far side|other side) (?:of|from)|upstairs (?:from|in|at|of|over)|
  downstairs (?:from|in|at|of)|back(?:s|ing) (?:up )?(?:on ?to|to|against)|shar(?:es|ing|
  e) an? (?:fence|wall|lot|drive|driveway|parking lot|alley|yard|roof) with|a stone's throw from|steps (?:away )
  ?from|kitty[- ]corner (?:from|to)|catty[- ]corner (?:from|to)|look(?:s|ing)? (?:out )?(?:on|onto|over)|
  overlook(?:s|ing)?|border(?:s|ing)?)|frente (?:a|al|de)|enfrente de|
  detras de|al lado de|junto (?:a|al)|a la vuelta de|arriba de|cerca de la|pasando)`;

/** Said of places alone, whatever it is that stands there. */
export const PLAINLY_NEAR = either`(?:upstairs (?:from|over)|downstairs from|next door to|
  (?:kitty|catty)[- ]corner (?:from|to)|(?:directly |right |just )?across (?:the (?:street|road|
  alley|tracks|river) )?from|around the corner from|(?:up|down) the (?:street|road|block|hill|
  alley) from|(?:two|three|a few|\d) (?:doors|houses|blocks) (?:down |up |over |away )?from|
  half an? (?:block|mile) from|a block (?:away )?from|a la vuelta de|enfrente de|al lado de)`;

export const NUMBER_WORD = joined`(?:\d{1,4}(?:\.\d{1,2})?|\d/\d|1/2|½|¼|¾|a|an|one|two|three|
  four|five|six|seven|eight|nine|ten|twelve|half an?|half|a quarter|quarter|several|few|una|dos|
  tres|cuatro|cinco|media)`;
export const MEASURE = joined`(?:blocks?|doors?|houses?|miles?|mi\.?|yards?|feet|ft\.?|steps?|
  paces|meters?|metres?|km|kilometers?|minutes?(?: walk)?|lots|driveways?|cuadras?|casas?|
  puertas?|millas?|pasos)`;
export const TOWARD = joined`(?:due )?(?:(?:north|south|east|west|northeast|northwest|southeast|
  southwest|uphill|downhill|up|down|in|back|away|off|past|beyond|from|before|after|behind|de|del|
  al (?:norte|sur|este|oeste)|walk|inland|upstream|downstream|[NSEW]|over)\b\.?(?:\s(?:of|from|on|
  the road from|past|along|de|del))?)`;
export const COLOR = joined`(?:red|blue|yellow|green|white|brown|grey|gray|pink|purple|orange|
  black|tan|teal|turquoise|beige|cream|brick|stone|log|shingled|stucco|clapboard|limestone|
  brownstone)`;
/** What people look for on arriving. */
export const SIGHT = joined`(?:house|home|farmhouse|bungalow|duplex|triplex|fourplex|split-level|
  rambler|cabin|cottage|barn|building|door|doors|gate|fence|mailbox|awning|porch|roof|garage|
  shutters|steps|siding|trailer|casa|puerta|porton|cerca)`;
