import { Dice } from './random.js';

const split = (words: string) => words.trim().split(/\s+/);

export const adjectives =
  split(`Amber Bright Calm Clear Distant Early Eastern Evening Faithful First Gentle
  Golden Good Grand Granite Green Harvest Hidden Hollow Iron Little Living Lone Long Maple Morning New
  Northern Old Open Quiet Rising River Safe Second Silver Southern Steady Still Summer Tall Third Turning
  Twin Upper Warm Western White Wild Willow Winter Young`);

export const nouns =
  split(`Acorn Anchor Arbor Bay Beacon Birch Bluff Bridge Brook Canyon Cedar Compass
  Cottonwood Cove Creek Crossing Current Dawn Door Elm Falls Fern Field Ford Garden Gate Glen Grove Harbor
  Haven Hearth Heron Hill Hollow Horizon Island Juniper Key Lake Lantern Lark Ledge Light Meadow Mesa Mill
  Nest Oak Orchard Path Pine Point Porch Prairie Quarry Quill Rapids Ridge Rock Root Sage Shore Sparrow
  Spring Spruce Star Stone Summit Table Thistle Threshold Trail Tree Valley View Vista Well Window Wing`);

/** Frequent words of names: many listings hold each of them. */
export const housingWords =
  split(`Shelter House Housing Home Homes Lodge Residence Program Center Place
  Apartments Transitional Youth Family Women Emergency`);
export const serviceWords =
  split(`Services Advocacy Legal Clinic Outreach Center Counseling Navigation
  Project Network Support Health Education Program Alliance Coalition`);
export const organizationWords =
  split(`House Center Services Alliance Coalition Network Project Community
  Foundation Partners Mission Council`);

const onsets = split(`b br c ch cl d dr f fl g gl h j k l m n p pr qu r s sh st t th tr v w z`);
const vowels = split('a e i o u ai ea oo');
const codas = split('l n r s t m nd rn ll ck th ns rt v');
const ends = split('ton ford wick vale ham mont bury dale ley more well stead croft ner son');
const accented: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ' };

const ACCENTED_SHARE = 0.06;
const PROPER_WORDS = 6_000;
const RARE_PROSE_WORDS = 4_000;

function syllables(dice: Dice, end: readonly string[]): string {
  const first = dice.pick(onsets) + dice.pick(vowels) + dice.pick(codas);
  const second = dice.chance(0.5) ? dice.pick(onsets) + dice.pick(vowels) : '';
  return first + second + dice.pick(end);
}

function accent(word: string, dice: Dice): string {
  if (!dice.chance(ACCENTED_SHARE)) return word;
  return word.replace(/[aeioun]/, (letter) => accented[letter] ?? letter);
}

function distinct(name: string, many: number, end: readonly string[]): string[] {
  const dice = new Dice(name);
  const words = new Set<string>();
  while (words.size < many) words.add(accent(syllables(dice, end), dice));
  return [...words];
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

/** Made-up surnames and places, the frequent ones first; one in sixteen has an accent. */
export const propers = distinct('propers', PROPER_WORDS, ends).map(capital);

const common =
  split(`the a for and with who people young adults families women men children safe stay night
  staff help support advocates on every day open call first room beds meals shared private intake referral
  trafficking exploitation survivors housing shelter program services county region community confidential
  free walk transport hospital court school work rent lease deposit care health mental substance recovery
  sober pets welcome language interpreter phone text evening weekend hours week weeks month months plan
  goals case manager legal order protection crisis line trauma informed trained culturally specific elders
  ceremony drum language tribal nation enrolled descendant outreach street drop center clothing food shower
  laundry mail address documents birth certificate identification benefits application appointment waiting
  list capacity emergency transitional permanent supportive voucher motel host home foster parents minor
  guardian consent veteran pregnant partner mothers babies cribs accessible elevator ramp deaf blind quiet`);
const connecting =
  split(`we our they their it is are can may will not no any all each one two three before after
  during until within from to of in at by or as where when while if without into near about more than`);

/** Words of prose: the common ones first, then thousands that are seldom used. */
export const proseWords = [
  ...new Set([
    ...connecting,
    ...common,
    ...distinct('prose', RARE_PROSE_WORDS, ['', 'ing', 'ed', 's', 'er']),
  ]),
];
