import { buildingKinds, homePark, ordinary } from './ordinary-words.js';
import { misspelledMost, soundOf, spellingDistance } from './spelling-distance.js';
import { textAfter, textBefore } from './street-judged.js';
import { inSpanish } from './street-words.js';
import { isCapital, wordEnd, type Strand, type Word } from './strand.js';
import type { Found } from './withheld-door.js';

/** The name of a building in the ways it is said, spellings without gaps. */
export interface Building {
  whole: readonly string[];
  /** Without the words that say what kind of building it is. */
  core: string;
  /** In Spanish. */
  translated: readonly string[];
  kinds: readonly string[];
  coreWords: number;
  ordinary: boolean;
}

export function buildingOf(name: string): Building {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const whole = words.filter((word, at) => !(at === 0 && /^(the|el|la|los|las)$/.test(word)));
  const park = homePark(whole);
  const core = park > 0 ? whole.slice(0, park) : whole.filter((word) => !buildingKinds.has(word));
  const coreText = core.join('');
  return {
    whole: [whole.join('')],
    core: coreText,
    translated: core.length === 1 ? (inSpanish[core[0]!] ?? []) : [],
    kinds: [
      ...whole.slice(park || whole.length),
      ...whole.filter((word) => buildingKinds.has(word) && word.length > 3),
    ],
    coreWords: core.length,
    ordinary:
      core.length === 0 || (core.length === 1 && (ordinary.has(core[0]!) || coreText.length < 4)),
  };
}

function misspelledEnd(
  strand: Strand,
  words: readonly Word[],
  at: number,
  building: Building,
): number {
  const last = words[at + building.coreWords - 1];
  const next = words[at + building.coreWords];
  if (!last || !next || !building.kinds.includes(next.text)) return -1;
  const start = words[at]!.start;
  if (last.end - start > building.core.length + 2) return -1;
  const most = misspelledMost(building.core.length);
  const off = spellingDistance(strand.letters.slice(start, last.end), building.core, most);
  const said = strand.letters.slice(start, last.end);
  return most > 0 && (off <= most || soundOf(said) === soundOf(building.core)) ? next.end : -1;
}

/** An ordinary word is the building where it has an article and a capital, and nothing after it. */
function meant(strand: Strand, start: number, end: number): boolean {
  return (
    isCapital(strand, start) &&
    /(?:^|\W)(?:at|in|into|inside|of|behind|above|to) the $/i.test(textBefore(strand, start)) &&
    !/^ [\p{L}]/u.test(textAfter(strand, end).replace(/^ (?:and|or|in|at|on|is|for)\b/, ''))
  );
}

/** Where a text says the building's name, or the part of it that no other building has. */
export function findBuilding(strand: Strand, words: readonly Word[], building: Building): Found[] {
  const found: Found[] = [];
  for (const [at, { start }] of words.entries()) {
    let end = -1;
    for (const whole of building.whole)
      if (whole.length > 3 && !(building.coreWords === 0 && !isCapital(strand, start)))
        end = wordEnd(strand, start, whole);
    if (end < 0 && building.core) {
      const core = wordEnd(strand, start, building.core);
      if (core >= 0 && (!building.ordinary || meant(strand, start, core))) end = core;
      for (const word of building.translated) end = Math.max(end, wordEnd(strand, start, word));
      if (end < 0) end = misspelledEnd(strand, words, at, building);
    }
    if (end >= 0)
      found.push({ from: strand.at[start]!, to: strand.at[end - 1]! + 1, kind: 'BUILDING' });
  }
  return found;
}
