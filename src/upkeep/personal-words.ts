/** Words about a person, and not about a place of help: what of them each kind is found by. */
const kinds: readonly [what: string, found: RegExp][] = [
  ['a Social Security number', /\b\d{3}-\d{2}-\d{4}\b/],
  [
    'an e-mail address of a person',
    /@(?:gmail|yahoo|hotmail|outlook|live|icloud|aol|proton(?:mail)?|gmx|msn)\.\w/i,
  ],
  ['a birthday', /\b(?:born (?:on|in)|birth ?day|date of birth|d\.?o\.?b\.?)\b/i],
  ['somebody’s name', /\b(?:my|her|his|their) name is\b|\bme llamo\b|\bse llama\b/i],
  ['somebody’s age', /\b(?:i am|i['’]m|she is|she['’]s|he is|he['’]s|tengo) (?:only )?\d{1,2}\b/i],
  [
    'somebody of yours',
    /\bmy (?:daughter|son|child|kids?|children|girlfriend|boyfriend|wife|husband|sister|brother|client|patient)\b/i,
  ],
];

/** What of a text is about a person; null where nothing is found. It is no proof that there is none. */
export const personIn = (text: string): string | null =>
  kinds.find(([, found]) => found.test(text.normalize('NFKC')))?.[0] ?? null;
