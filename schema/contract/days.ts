const DAY_MS = 86_400_000;

/** How many days lie between two, as `2027-01-04`. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;
