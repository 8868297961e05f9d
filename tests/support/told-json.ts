const LINE_LETTERS_MAX = 100;
const STEP = '  ';

/** JSON as a page shows it: what fits on a line stands on one. */
export function told(value: unknown, indent = '', taken = 0): string {
  const line = onOneLine(value);
  if (indent.length + taken + line.length <= LINE_LETTERS_MAX && indent.length > 2) return line;
  if (typeof value !== 'object' || value === null) return line;
  const inner = indent + STEP;
  const parts = Array.isArray(value)
    ? value.map((one) => told(one, inner))
    : Object.entries(value).map(
        ([name, one]) => `${JSON.stringify(name)}: ${told(one, inner, name.length + 5)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return line;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(
      ([name, one]) => `${JSON.stringify(name)}: ${onOneLine(one)}`,
    );
    return parts.length ? `{ ${parts.join(', ')} }` : '{}';
  }
  return JSON.stringify(value);
}
