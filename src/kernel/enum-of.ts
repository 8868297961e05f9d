/** A closed set of words, as a type and as a value. */
export function enumOf<Word extends string>(...words: Word[]): { readonly [W in Word]: W } {
  return Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };
}
