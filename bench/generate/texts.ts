import { Dice } from './random.js';
import {
  adjectives,
  housingWords,
  nouns,
  organizationWords,
  propers,
  proseWords,
  serviceWords,
} from './vocabulary.js';

/** Proper words are used unevenly, as family names are; prose more so. */
const PROPER_STEEPNESS = 1.6;
const PROSE_STEEPNESS = 3;
const SENTENCE_WORDS_MIN = 6;
const SENTENCE_WORDS_MAX = 16;

const wordsFor = { HOUSING: housingWords, SERVICE: serviceWords, ORGANIZATION: organizationWords };

/** A name as such things have: a picture, a family, or the town it stands in, and what it is. */
export function nameOf(kind: keyof typeof wordsFor, city: string, dice: Dice): string {
  const proper = () => dice.pickSkewed(propers, PROPER_STEEPNESS);
  const what = dice.pick(wordsFor[kind]);
  const form = dice.next();
  if (form < 0.35) return `${dice.pick(adjectives)} ${dice.pick(nouns)} ${what}`;
  if (form < 0.6) return `${proper()} ${what}`;
  if (form < 0.8) return `${city} ${dice.pick(nouns)} ${what}`;
  if (form < 0.9) return `${proper()} ${dice.pick(nouns)} ${what} of ${city}`;
  return `Casa ${proper()} ${dice.pick(wordsFor[kind])} ${what}`;
}

/** Sentences of at least so many characters. */
export function prose(lettersMin: number, dice: Dice): string {
  let text = '';
  while (text.length < lettersMin) {
    const many = dice.from(SENTENCE_WORDS_MIN, SENTENCE_WORDS_MAX);
    const words = Array.from({ length: many }, () => dice.pickSkewed(proseWords, PROSE_STEEPNESS));
    const sentence = words.join(' ');
    text += `${text ? ' ' : ''}${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
  }
  return text;
}

const LINE_NUMBERS = 10_000;

/** A number that nobody has: area codes are real, the exchange is 555. */
export function phoneNumber(dice: Dice): { number: string; display: string } {
  const area = String(dice.from(201, 989));
  const line = String(dice.below(LINE_NUMBERS)).padStart(4, '0');
  return { number: `+1${area}555${line}`, display: `${area}-555-${line}` };
}
