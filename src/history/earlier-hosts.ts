/**
 * Organizations that hosted a convening once, as its changes say, among them such as host it now: what was written while one did may
 * lead to a door of it, whoever hosts it since.
 * @param convening a column with its id @returns a select of one column, `organization`
 */
export const earlierHosts = (convening: string): string =>
  `select distinct was.host as organization from org.revision earlier
   cross join lateral jsonb_array_elements_text(earlier.changes #> '{hostIds,before}') was(host)
   where earlier.thing_id = ${convening}`;
