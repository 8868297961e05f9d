const words = (text: string) => new Set(text.split(/\s+/).filter(Boolean));

/**
 * Names of streets that are ordinary words, names of people or of a great many streets: alone they give
 * nothing away. Grouped from the commonest street names of the United States and everyday nouns.
 */
export const ordinary = words(`
a airport angel apple arch art ash bank bay beach beacon bear bell birch blue boulder bridge broad
broadway brook brown bus butler canal canyon capitol carter cedar center central century charity chase
cherry chestnut church city clark clay clear clinton club coach coast college colonial commerce
commercial common congress cottage country county court creek cross crown day dean deer depot dogwood
douglas dove eagle east elm estate evergreen fair fairview faith family farm ferry field fire first
flower forest fort fountain fox franklin freedom friend front garden gate glen gold golf grace grand
grant grape green grove harbor harmony harrison hazel health heart heather heritage hickory high hill
holly home hope house independence industrial island jackson jefferson jordan joy juniper justice king lake
lark laurel lee legacy liberty library light lily lincoln lodge long lucky madison magnolia main maple
market martin mason meadow memorial memory mercy mill mission monroe morning mountain mulberry new
noble north oak ocean old olive orange orchard page palm park parker peace peach pearl pine pioneer
plaza pleasant plum point pond poplar port post prairie pride progress promise prospect providence
public quality rail railroad ranch ranger red redwood research ridge river robin rock rose safe
saint school second service shady shelter silver sky smith snow south spring spruce star state station
stone strong summer summit sun sunny sunrise sunset sunshine sycamore taylor temple timber tower town
trinity union unity university upper valley victory view village vine violet vista walker wall walnut
ward washington water welcome west white wild williams willow wilson wind winter wisdom wolf wood
young youth`);

/** What a second street of a corner is called, where the first alone would say too little. */
export const cornerNames = words(`
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth pier ferry depot dock
wharf front water lake river main church school college market mill bridge railroad rail broadway court
union central state elm oak maple pine cedar birch walnut cherry chestnut spruce ash willow poplar high
washington lincoln jefferson madison monroe jackson adams grant franklin commerce park canal bay harbor
summit prospect spring grand center county highway hwy route street avenue road`);

/** Where people live or stay: after a street's name they say of the house, not of a society. */
export const dwellings = words(`
house home haven shelter residence residences inn apartments apartment arms lodge building manor
cottage place hostel hotel motel suites flats duplex rooms refuge sanctuary annex hall site location
office campus entrance corner block house's and or near at in on between by from to`);

const HOME_PARK =
  /(?: (?:mobile|manufactured|trailer|rv|motor)(?: (?:homes?|housing|coach))? (?:park|court|community|village|estates)| mhp)$/;

/** How many of the words are the name of a park of mobile homes; none where they name no such park. */
export function homePark(words: readonly string[]): number {
  const said = words.join(' ');
  const kind = HOME_PARK.exec(said)?.[0];
  return kind === undefined ? 0 : said.slice(0, -kind.length).split(' ').length;
}

/** Kinds of buildings, which say nothing alone. */
export const buildingKinds = words(`
the arms building bldg motel hotel house inn apartments apts apartment tower towers court center centre
lodge manor hall place suites plaza complex block flats lofts residences residence old former new antigua
antiguo annex of and at on a an la el los las de del village commons terrace gardens estates`);
