/** A list of more than these is too long to hear. */
export const LISTED_MAX = 4;
/** So is one of more letters; with the longest sentence around it, it is still heard at once. */
const LISTED_LETTERS_MAX = 90;
/** More papers than these are not named a second time. */
export const PAPERS_MAX = 2;

/** Names as a list, each once; null where the list would be too long to hear. */
export function listed(names: readonly string[], list: (names: string[]) => string): string | null {
  const said = names.length > LISTED_MAX ? null : list([...new Set(names)]);
  return said !== null && said.length <= LISTED_LETTERS_MAX ? said : null;
}
