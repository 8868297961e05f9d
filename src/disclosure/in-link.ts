import { joined } from './pattern.js';
import type { Strand } from './strand.js';

const LINK_LETTERS_MAX = 200;
const LINK = new RegExp(
  joined`^(?:[a-z][a-z+.-]{1,12}:\/\/[^/]*|www\.[^/]*|[\w.-]+\.(?:org|com|net|us|gov|edu|info|io|co|me|ly|app|page|site|house|
    home|help)(?::\d+)?(?=[/?#]|$))`,
  'i',
);

/** Where in a link letters of a strand stand. */
export interface InLink {
  /** They stand behind its host. */
  isPath: boolean;
}

/** Whether letters stand in a link, where no word has a capital: `https://example.org/1612-juniper`. Undefined where they stand in none. */
export function inLink({ reading, at }: Strand, start: number, end: number): InLink | undefined {
  const { text } = reading;
  const [from, to] = [at[start]!, at[end - 1]! + 1];
  const before = /[^\s"'<>()[\]]*$/.exec(
    text.slice(Math.max(0, from - LINK_LETTERS_MAX), from),
  )![0];
  if (/[\s"'<>()[\]]/.test(text.slice(from, to))) return undefined;
  const after = /^[^\s"'<>()[\]]*/.exec(text.slice(to, to + LINK_LETTERS_MAX))![0];
  const host = LINK.exec(before + text.slice(from, to) + after)?.[0];
  return host === undefined ? undefined : { isPath: before.length > host.length };
}
