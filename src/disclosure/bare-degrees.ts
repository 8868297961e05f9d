import type { Figure } from './figures.js';

/** A part of a text that may be a latitude or a longitude. */
export interface Hit {
  from: number;
  to: number;
  fine: boolean;
}

/** Three decimals or seconds, half a hundred metres; a minute where the letter of its compass stands behind it. */
const NEAR_DEGREES = 0.0006;
const NEAR_BY_MINUTES = 0.0105;
const DECIMALS_MIN = 3;

/** What figures without a mark may say: `474812` as decimals, `472852` as degrees, minutes and seconds, `4728.872` as minutes. */
function* read(digits: string, rest: string, wholes: readonly string[], behind: string) {
  for (const whole of wholes) {
    if (!digits.startsWith(whole)) continue;
    const after = digits.slice(whole.length);
    const degrees = Number(whole);
    if (rest === '' && after.length >= DECIMALS_MIN)
      yield { value: Number(`${whole}.${after}`), near: NEAR_DEGREES };
    const [minutes, seconds] = [after.slice(0, 2), after.slice(2)];
    if (minutes.length < 2 || Number(minutes) >= 60) continue;
    if (seconds.length === 2 && Number(seconds) < 60)
      yield {
        value: degrees + Number(minutes) / 60 + Number(seconds + rest) / 3600,
        near: NEAR_DEGREES,
      };
    const isMarked = /^\s?[nsew](?![a-z])/i.test(behind);
    if (seconds === '' && (rest !== '' || isMarked))
      yield {
        value: degrees + Number(minutes + rest) / 60,
        near: rest === '' ? NEAR_BY_MINUTES : NEAR_DEGREES,
      };
  }
}

/** Figures that say degrees without a point or a mark. They count where latitude and longitude stand together. */
export function bareHits(figures: readonly Figure[], text: string, degrees: number): Hit[] {
  const wanted = Math.abs(degrees);
  // Seconds that are rounded up may carry; a longitude of two figures is written with three.
  const wholes = [
    ...new Set([wanted - 0.5, wanted, wanted + 0.5].map((one) => Math.floor(Math.max(0, one)))),
  ]
    .map(String)
    .flatMap((whole) => [whole, whole.padStart(2, '0'), whole.padStart(3, '0')]);
  const distinct = [...new Set(wholes)];
  return figures.flatMap(({ from, to }): Hit[] => {
    const said = /^(\d{4,10})((?:[.,]\d{1,5})?)$/.exec(text.slice(from, to));
    if (!said) return [];
    const rest = said[2]!.replace(',', '.');
    for (const { value, near } of read(said[1]!, rest, distinct, text.slice(to, to + 3)))
      if (Math.abs(value - wanted) <= near) return [{ from, to, fine: true }];
    return [];
  });
}
