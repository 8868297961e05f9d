/**
 * A pattern written over several lines, as it stands: the ends of lines, and the spaces that begin the
 * next, are left out.
 */
export const joined = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw(parts, ...values).replaceAll(/\n\s*/g, '');

const inEither = (source: string) =>
  source.replaceAll(/\\[a-zA-Z](?:\{[^}]*\})?|\[[^\]]*\]|[a-z]/g, (part) =>
    part.length === 1 ? `[${part}${part.toUpperCase()}]` : part,
  );

/** Small letters match capitals too; what is written as a capital matches only one. */
export const either = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  inEither(joined(parts, ...values));
