import { joined } from './pattern.js';
import { saidNumbers } from './said-number.js';
import { textAfter, textBefore } from './street-judged.js';
import { wordEnd, type Strand, type Word } from './strand.js';
import type { Found } from './withheld-door.js';

const BOX = new RegExp(
  joined`(?:^|[^\p{L}])((?:p\.?\s?o\.?\s{0,2})?(?:box|buzon|casilla|apartado|drawer|pmb)|p\.?\s?o\.?\s?b\.?|p\.?o\.?)
    \s{0,2}(?:numero|number|no\.?|num\.?|#|:)?\s{0,2}$`,
  'iu',
);

/** Where a text says the box of an address; the letter behind its number may be left out. */
export function findBox(strand: Strand, words: readonly Word[], box: string): Found[] {
  const digits = /^\d*/.exec(box)![0];
  const stretches =
    digits === ''
      ? words.flatMap(({ start }) => {
          const end = wordEnd(strand, start, box);
          return end < 0 ? [] : [{ start, end }];
        })
      : saidNumbers(strand, words, digits);
  return stretches.flatMap(({ start, end }): Found[] => {
    const word = BOX.exec(textBefore(strand, start));
    if (!word || /^\d/.test(textAfter(strand, end, 1))) return [];
    const from = strand.at[start]! - word[0].length + word[0].indexOf(word[1]!);
    return [{ from, to: strand.at[end - 1]! + 1, kind: 'NUMBER' }];
  });
}
