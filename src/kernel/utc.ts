/** A moment as SQL writes it for an answer: ISO 8601 in UTC, to the millisecond. @param column a `timestamptz` */
export const utc = (column: string): string =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
