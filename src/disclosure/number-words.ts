const list = (words: string) => words.split(' ');

const ENGLISH = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen',
);
const SPANISH = list(
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince ' +
    'dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro ' +
    'veinticinco veintiseis veintisiete veintiocho veintinueve',
);
const SOMALI = list('eber kow laba saddex afar shan lix toddoba sideed sagaal toban');
const HMONG = list('xoom ib ob peb plaub tsib rau xya yim cuaj kaum');
const TENS_ENGLISH = list('twenty thirty forty fifty sixty seventy eighty ninety');
const TENS_SPANISH = list('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa');
const HUNDREDS_SPANISH = list(
  'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
);
const ORDINALS_ENGLISH = list(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth ' +
    'thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
);
const ORDINALS_SPANISH = list(
  'cero primer segund tercer cuart quint sext septim octav noven decim',
);

/** Words below one hundred that are no tens; `oh four` is written for `04`. */
export const small = new Map<string, number>();
/** Twenty to ninety. */
export const tens = new Map<string, number>();
/** Spanish says each hundred in one word. */
export const hundreds = new Map<string, number>([['cien', 100]]);
export const HUNDRED = new Set(['hundred', 'hundreds']);
export const THOUSAND = new Set(['thousand', 'mil', 'k']);
export const REPEATED = new Map([
  ['double', 2],
  ['doble', 2],
  ['triple', 3],
]);

for (const words of [ENGLISH, SPANISH, SOMALI, HMONG])
  for (const [value, word] of words.entries()) small.set(word, value);
for (const [word, value] of [
  ['oh', 0],
  ['o', 0],
  ['ought', 0],
  ['aught', 0],
  ['nought', 0],
  ['naught', 0],
  ['un', 1],
  ['una', 1],
  ['fourty', 40],
  ['niner', 9],
  ['fiver', 5],
  ['tree', 3],
] as const)
  // prettier-ignore
  if (value < 20) small.set(word, value);
for (const words of [TENS_ENGLISH, TENS_SPANISH])
  for (const [place, word] of words.entries()) tens.set(word, (place + 2) * 10);
tens.set('fourty', 40).set('ninty', 90);
for (const [place, word] of HUNDREDS_SPANISH.entries()) {
  hundreds.set(word, (place + 1) * 100);
  hundreds.set(word.replace(/os$/, 'as'), (place + 1) * 100);
}

function below100(value: number, ordinal: boolean): string {
  const last = ordinal ? ORDINALS_ENGLISH : ENGLISH;
  if (value < 20) return last[value]!;
  const ten = TENS_ENGLISH[Math.floor(value / 10) - 2]!;
  if (value % 10 > 0) return ten + last[value % 10]!;
  return ordinal ? ten.replace(/y$/, 'ieth') : ten;
}

function below100Spanish(value: number): string[] {
  if (value < 30) return [SPANISH[value]!];
  const ten = TENS_SPANISH[Math.floor(value / 10) - 2]!;
  return value % 10 ? [`${ten}y${SPANISH[value % 10]!}`] : [ten];
}

const suffix = (value: number) => {
  if (value % 100 > 10 && value % 100 < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
};

/** How the number of a street is said, without gaps: `5th`, `fifth`, `quinta`. */
export function ordinalForms(value: number): string[] {
  const forms = [`${value}${suffix(value)}`, `${value}th`, `${value}a`, `${value}o`];
  if (value > 0 && value < 100) forms.push(below100(value, true));
  if (value > 100 && value < 200) {
    forms.push(`onehundred${below100(value % 100, true)}`);
    forms.push(`onehundredand${below100(value % 100, true)}`);
  }
  if (value > 0 && value <= 10) {
    const stem = ORDINALS_SPANISH[value]!;
    forms.push(`${stem}a`, `${stem}o`);
  }
  return forms;
}

/** How a number of a road is said, without gaps: `41`, `fortyone`, `fourone`, `cuarentayuno`. */
export function cardinalForms(value: number): string[] {
  const digits = String(value);
  const forms = [digits, [...digits].map((digit) => ENGLISH[Number(digit)]!).join('')];
  if (value < 100) forms.push(below100(value, false), ...below100Spanish(value));
  else if (value < 1000) {
    const rest = value % 100;
    const said = rest ? below100(rest, false) : '';
    const hundred = ENGLISH[Math.floor(value / 100)]!;
    forms.push(`${hundred}hundred${said}`, `${hundred}hundredand${said}`);
    forms.push(`${hundred}${rest > 0 && rest < 10 ? 'oh' : ''}${said}`);
  }
  return [...new Set(forms)];
}

/** The number that an ordinal word or figure says, or none. */
export function ordinalValue(word: string): number | undefined {
  const figure = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
  if (figure) return Number(figure[1]);
  for (let value = 1; value < 100; value += 1)
    if (below100(value, true) === word.replaceAll(/[\s-]/g, '')) return value;
  return undefined;
}
