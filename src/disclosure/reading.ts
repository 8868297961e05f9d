import { plainOf } from './code-points.js';
import { escapeAt } from './escapes.js';

/**
 * A text as a person reads it: escapes resolved, look-alikes in plain Latin letters, what is not seen
 * left out. Each of its letters knows from where to where it stands in the text as written.
 */
export interface Reading {
  text: string;
  from: number[];
  to: number[];
}

/** An escape may hide another (`&amp;#49;`); deeper than this nobody's page resolves it. */
const ESCAPES_DEEP_MAX = 3;

function resolved(reading: Reading): Reading | undefined {
  const { text } = reading;
  if (!/[&%\\<]/.test(text)) return undefined;
  const next: Reading = { text: '', from: [], to: [] };
  let changed = false;
  for (let index = 0; index < text.length;) {
    const escape = escapeAt(text, index);
    const means = escape?.means ?? text[index]!;
    const length = escape?.length ?? 1;
    changed ||= escape !== undefined;
    for (let unit = 0; unit < means.length; unit += 1) {
      next.from.push(reading.from[index]!);
      next.to.push(reading.to[index + length - 1]!);
    }
    next.text += means;
    index += length;
  }
  return changed ? next : undefined;
}

/** From one of these to the other the letters are set from right to left, whatever they are. */
const OVERRIDE = /\u202e([^\u202c\n]*)/g;

function turned(reading: Reading): Reading {
  if (!reading.text.includes('\u202e')) return reading;
  const order = reading.from.map((_, at) => at);
  for (const match of reading.text.matchAll(OVERRIDE)) {
    const from = match.index + 1;
    const to = from + match[1]!.length;
    order.splice(from, to - from, ...order.slice(from, to).reverse());
  }
  return {
    text: order.map((at) => reading.text[at]!).join(''),
    from: order.map((at) => reading.from[at]!),
    to: order.map((at) => reading.to[at]!),
  };
}

function plain({ text, from, to }: Reading): Reading {
  const next: Reading = { text: '', from: [], to: [] };
  let index = 0;
  for (const letter of text) {
    const seen = plainOf(letter);
    for (let unit = 0; unit < seen.length; unit += 1) {
      next.from.push(from[index]!);
      next.to.push(to[index + letter.length - 1]!);
    }
    next.text += seen;
    index += letter.length;
  }
  return next;
}

/** The text as a person reads it. */
export function readingOf(written: string): Reading {
  const from = Array.from({ length: written.length }, (_, at) => at);
  let reading: Reading = { text: written, from, to: from.map((at) => at + 1) };
  for (let deep = 0; deep < ESCAPES_DEEP_MAX; deep += 1) {
    const next = resolved(reading);
    if (!next) break;
    reading = next;
  }
  return plain(turned(reading));
}

/** A part of a reading, or one put together from parts of it. */
export function readingFrom(
  reading: Reading,
  parts: readonly { text: string; from: number; to: number }[],
): Reading {
  const next: Reading = { text: '', from: [], to: [] };
  for (const part of parts) {
    for (let unit = 0; unit < part.text.length; unit += 1) {
      next.from.push(reading.from[part.from]!);
      next.to.push(reading.to[part.to - 1]!);
    }
    next.text += part.text;
  }
  return next;
}
