/** Ways to write an invented address, for tests of the linter. */
export interface Address {
  number: number;
  name: string;
  kind: string;
  short: string;
  side: string;
  sideShort: string;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen';
const ones = ONES.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const below100 = (value: number) =>
  value < 20
    ? ones[value]!
    : tens[Math.floor(value / 10) - 2]! + (value % 10 ? `-${ones[value % 10]!}` : '');

/** A number of three or four digits in words, whole. */
export function inWords(value: number): string {
  const parts = [];
  if (value >= 1000) parts.push(ones[Math.floor(value / 1000)]!, 'thousand');
  if (value % 1000 >= 100) parts.push(ones[Math.floor((value % 1000) / 100)]!, 'hundred');
  if (value % 100 > 0) parts.push(below100(value % 100));
  return parts.join(' ');
}

/** In pairs, as house numbers are said: `twelve forty`, `twelve oh four`, `twelve hundred`. */
export function inPairs(value: number): string {
  const rest = value % 100;
  const hundreds = below100(Math.floor(value / 100));
  if (rest === 0) return `${hundreds} hundred`;
  return `${hundreds} ${rest < 10 ? `oh ${ones[rest]!}` : below100(rest)}`;
}

const eachDigit = (value: number) =>
  [...String(value)].map((digit) => ones[Number(digit)]!).join(' ');
const each = (text: string, change: (letter: string) => string) => [...text].map(change).join('');
const plain = ({ number, name, kind }: Address) => `${number} ${name} ${kind}`;
const cyrillic: Record<string, string> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', i: 'і', x: 'х' };
const leet: Record<string, string> = { a: '4', e: '3', o: '0', i: '1', s: '5', t: '7' };

/** By the name of the disguise. */
export const disguises: Record<string, (address: Address) => string> = {
  'as it is': ({ side, ...address }) => `${plain({ side, ...address })} ${side}`,
  abbreviated: ({ number, name, short, sideShort }) => `${number} ${sideShort}. ${name} ${short}.`,
  'side first': ({ side, ...address }) =>
    `${address.number} ${side} ${address.name} ${address.kind}`,
  'without number': ({ name, kind }) => `${name} ${kind}`,
  'without kind': ({ number, name }) => `${number} ${name}`,
  'small letters': (address) => plain(address).toLowerCase(),
  'capital letters': (address) => plain(address).toUpperCase(),
  'number in words': ({ number, name, kind }) => `${inWords(number)} ${name} ${kind}`,
  'number in pairs': ({ number, name }) => `${inPairs(number)} ${name}`,
  'digits in words': ({ number, name }) => `${eachDigit(number)} ${name}`,
  'Spanish order': ({ number, name }) => `calle ${name}, número ${number}`,
  'full width': (address) =>
    each(plain(address), (letter) =>
      letter === ' ' ? '\u3000' : String.fromCodePoint(letter.codePointAt(0)! + 0xfee0),
    ),
  'in bold': (address) =>
    each(plain(address), (letter) => {
      const code = letter.codePointAt(0)!;
      if (/[A-Z]/.test(letter)) return String.fromCodePoint(0x1d400 + code - 65);
      if (/[a-z]/.test(letter)) return String.fromCodePoint(0x1d41a + code - 97);
      return /\d/.test(letter) ? String.fromCodePoint(0x1d7ce + code - 48) : letter;
    }),
  'unseen letters': (address) => each(plain(address), (letter) => `${letter}\u200b\u00ad`),
  'combining marks': (address) => each(plain(address), (letter) => `${letter}\u0336`),
  'Cyrillic letters': (address) => each(plain(address), (letter) => cyrillic[letter] ?? letter),
  'figures for letters': ({ number, name, kind }) =>
    `${number} ${name[0]!}${each(name.slice(1), (letter) => leet[letter] ?? letter)} ${kind}`,
  keycaps: ({ number, name }) =>
    `${each(String(number), (digit) => `${digit}\ufe0f\u20e3`)} ${name}`,
  'HTML entities': (address) => each(plain(address), (letter) => `&#${letter.codePointAt(0)!};`),
  'HTML entities twice': (address) =>
    each(plain(address), (letter) => `&amp;#${letter.codePointAt(0)!};`),
  'percent signs': (address) =>
    each(plain(address), (letter) => `%${letter.codePointAt(0)!.toString(16)}`),
  'a link': (address) => `https://maps.example.org/?q=${plain(address).replaceAll(' ', '+')}`,
  'a slug': (address) => plain(address).toLowerCase().replaceAll(' ', '-'),
  'run together': (address) => plain(address).toLowerCase().replaceAll(' ', ''),
  'spaced out': (address) =>
    each(plain(address), (letter) => (letter === ' ' ? '  ' : `${letter} `)).trim(),
  dotted: ({ number, name }) => `${number} ${[...name].join('.')}`,
  'over lines': (address) => plain(address).replaceAll(' ', '\n'),
  backwards: (address) => [...plain(address)].reverse().join(''),
  'base 64': (address) => Buffer.from(plain(address)).toString('base64'),
  hexadecimal: (address) => Buffer.from(plain(address)).toString('hex'),
  'two letters swapped': ({ number, name, kind }) =>
    `${number} ${name.slice(0, 2)}${name[3]!}${name[2]!}${name.slice(4)} ${kind}`,
  stars: ({ number, name }) => `${number} ${name[0]!}${'*'.repeat(name.length - 2)}${name.at(-1)!}`,
  block: ({ number, name }) => `the ${Math.floor(number / 100)}00 block of ${name}`,
};
