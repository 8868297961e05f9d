/** What is there already is told since its last change: a thousand at a time, in the order of time when all are there. */
const tellAll = ['organization', 'listing', 'tribal_nation', 'region', 'material', 'convening'].map(
  (table) => `
  do $$ declare ids text[]; last text := ''; begin loop
    select array_agg(id order by id) into ids from (
      select t.id from org.${table} t where t.id > last order by t.id limit 1000) slice;
    exit when ids is null;
    perform org.log_changes(ids);
    last := ids[array_upper(ids, 1)];
  end loop; end $$`,
);

/** Of listings alone it was told when they were last changed; of all else, that it changed is first told now. */
const inOrder = (schema: string) => [
  `update ${schema}.change c set at = date_trunc('milliseconds', l.updated_at) from org.listing l where l.id = c.id`,
  `update ${schema}.change c set number = ordered.number from (
    select id, row_number() over (order by at, id) as number from ${schema}.change) ordered where ordered.id = c.id`,
  `update ${schema}.change_end set number = (select count(*) from ${schema}.change)`,
  // Two: a page passes over tombstones of before its walk, however many there are.
  `create unique index change_told on ${schema}.change (number) where what <> 'WITHDRAWN'`,
  `create unique index change_withdrawn on ${schema}.change (number) where what = 'WITHDRAWN'`,
];

export const fill = [...tellAll, ...['pub', 'partners'].flatMap(inOrder)];
