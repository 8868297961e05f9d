/** Names of HTML's entities that stand for ASCII, a space, or nothing that is seen. */
const named: Record<string, string> = {
  lbrack: '[', rbrack: ']', ZeroWidthSpace: '\u200b',
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ',
  numsp: ' ', hairsp: ' ', puncsp: ' ', period: '.', comma: ',', num: '#', colon: ':', semi: ';',
  hyphen: '-', dash: '-', ndash: '-', mdash: '-', minus: '-', horbar: '-', shy: '\u00ad', zwnj: '\u200c',
  zwj: '\u200d', NoBreak: '\u2060', lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', lowbar: '_', sol: '/',
  bsol: '\\', plus: '+', deg: '°', prime: "'", Prime: '"', percnt: '%', commat: '@', excl: '!',
  dollar: '$', equals: '=', quest: '?', ast: '*', verbar: '|', middot: '.', bull: '.', tab: ' ',
  Tab: ' ', NewLine: '\n', lsquo: "'", rsquo: "'", ldquo: '"', rdquo: '"', ordm: 'º', sect: '§',
}; // prettier-ignore

const ENTITY = /&(?:#0*(\d{1,7})|#[xX]0*([0-9a-fA-F]{1,6})|(ZeroWidthSpace|[A-Za-z]{2,8}));?/y;
const PERCENT = /(?:%[0-9a-fA-F]{2})+/y;
const SLASHED = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrt]))/y;
const BREAK = /<!--[^<>]{0,200}-->|<(?:\/?[a-z][a-z0-9]{0,9})(?:\s[^<>]{0,200})?\/?>/iy;

const ofCode = (code: number) =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : undefined;

function accented(name: string): string | undefined {
  const letter = /^([A-Za-z])(acute|grave|tilde|uml|circ|cedil|ring)$/.exec(name)?.[1];
  return letter ?? undefined;
}

function bytesOf(escaped: string): string {
  const bytes = escaped.split('%').slice(1);
  return Buffer.from(bytes.join(''), 'hex').toString('utf8');
}

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function entityAt(text: string, index: number) {
  const found = at(ENTITY, text, index);
  if (!found) return undefined;
  const [whole, decimal, hex, name] = found;
  const means =
    name !== undefined
      ? (named[name] ?? named[name.toLowerCase()] ?? accented(name))
      : ofCode(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal));
  return means === undefined ? undefined : { length: whole.length, means };
}

function slashedAt(text: string, index: number) {
  const found = at(SLASHED, text, index);
  if (!found) return undefined;
  const hex = found[1] ?? found[2] ?? found[3];
  const means = hex === undefined ? ' ' : ofCode(Number.parseInt(hex, 16));
  return means === undefined ? undefined : { length: found[0].length, means };
}

/** What is written at this place of the text if it is written as an escape, and how long that is. */
export function escapeAt(
  text: string,
  index: number,
): { length: number; means: string } | undefined {
  switch (text[index]) {
    case '&':
      return entityAt(text, index);
    case '%': {
      const found = at(PERCENT, text, index);
      return found ? { length: found[0].length, means: bytesOf(found[0]) } : undefined;
    }
    case '\\':
      return slashedAt(text, index);
    case '<': {
      const found = at(BREAK, text, index);
      if (!found) return undefined;
      return {
        length: found[0].length,
        means: /^<\/?(br|p|div|li|td|tr)\b/i.test(found[0]) ? '\n' : '',
      };
    }
    default:
      return undefined;
  }
}
