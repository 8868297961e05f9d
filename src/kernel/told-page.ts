import { batched, type Asking } from './asking.js';
import type { Position } from './cursor.js';
import { Connection, COUNT_MAX, planPage, type PageAsk, type PagePlan } from './page.js';
import { after, jsonObject, readJson, readJsonOf } from './rows.js';
import { all, among, raw, sql, type Sql } from './sql.js';

/** A told table to be read a page at a time, in its one order: (sort_key, id). Its alias is `t`. */
export interface ToldTable {
  /** `pub.organization t`, with whatever is joined to it. */
  from: Sql;
  row: Sql;
  /** The same with its place in the order, for cursors. */
  rowInOrder: Sql;
  /** By which what is asked of it by ids is gathered into one statement. */
  byId: string;
}

/**
 * @param spread columns of ready JSON whose members make up a row
 * @param named columns of ready JSON that become one member each, under their field's name
 */
export function toldTable(
  from: Sql,
  spread: string[],
  named: Record<string, string> = {},
): ToldTable {
  const row = jsonObject(spread, named);
  return {
    from,
    row,
    byId: `by id ${from.text} ${row.text}`,
    rowInOrder: jsonObject(spread, { ...named, sortKey: 'to_json(t.sort_key)' }),
  };
}

/** A row of a page: what was asked of the thing, and its place in the order where cursors were asked for. */
export interface ToldRow {
  id: string;
  sortKey?: string;
}

const positionOf = (row: ToldRow): Position => [row.sortKey!, row.id];

const rowOf = ({ row, rowInOrder }: ToldTable, asked: ReadonlySet<string>) =>
  asked.has('pageInfo') || asked.has('cursor') ? rowInOrder : row;

const rowsOf = (told: ToldTable, row: Sql, where: Sql, plan: PagePlan) => sql`
  select ${row} as row from ${told.from} where ${where} and ${after(plan.position, 't')}
  order by t.sort_key, t.id limit ${plan.limit}`;

const counted = (told: ToldTable, where: Sql) =>
  sql`select count(*) as many from (select from ${told.from} where ${where} limit ${COUNT_MAX + 1}) counted`;

const countToTell = (many: number) => (many > COUNT_MAX ? null : many);

/**
 * One page of a list.
 * @param where what holds of the rows of the list, by the alias `t`
 * @param asked the fields asked of the things listed
 */
export async function toldPage<Row extends ToldRow>(
  told: ToldTable,
  where: Sql[],
  ask: PageAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<Row>> {
  const plan = planPage(ask, asking.cursors);
  const condition = all(where);
  const rows = await readJson<Row>(asking.read, rowsOf(told, rowOf(told, asked), condition, plan));
  return new Connection(rows, plan, asking.cursors, positionOf, async () => {
    const [count] = await asking.read.rows<{ many: number }>(counted(told, condition));
    return countToTell(count?.many ?? 0);
  });
}

/**
 * The same list for many owners at once: however many they are, one statement for the rows of all.
 * @param ownedBy what ties a row `t` to its owner `owner.id`
 */
export async function toldPageOf<Row extends ToldRow>(
  owner: string,
  told: ToldTable,
  ownedBy: string,
  ask: PageAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<Row>> {
  const { question, args, first, after: cursor } = ask;
  const plan = planPage({ question, args: { owner, args }, first, after: cursor }, asking.cursors);
  const row = rowOf(told, asked);
  const where = sql`${raw(ownedBy)}`;
  const shape = `${question} ${told.from.text} ${first} ${JSON.stringify(plan.position)} ${row.text}`;
  const load = batched<Row[]>(asking, shape, (owners) =>
    readJsonOf<Row>(asking.read, owners, rowsOf(told, row, where, plan)),
  );
  const count = batched<number>(
    asking,
    `count of ${question} ${told.from.text}`,
    async (owners) => {
      const counts = await asking.read.rows<{ id: string; many: number }>(sql`
      select owner.id, counted.many from unnest(${[...owners]}::text[]) owner(id)
      cross join lateral (${counted(told, where)}) counted`);
      return new Map(counts.map(({ id, many }) => [id, many]));
    },
  );
  const rows = (await load(owner)) ?? [];
  return new Connection(rows, plan, asking.cursors, positionOf, async () =>
    countToTell((await count(owner)) ?? 0),
  );
}

/**
 * Things by their ids, whichever of them are told; in one statement for all that a level asks for.
 * @param where what else holds of them, the same for all of a request
 */
export function toldById<Row extends ToldRow>(
  id: string,
  told: ToldTable,
  asking: Asking,
  where: Sql = sql`true`,
): Promise<Row | null> {
  const { row, byId } = told;
  return batched<Row>(asking, byId, async (ids) => {
    const found = await readJson<Row>(
      asking.read,
      sql`select ${row} as row from ${told.from} where ${among('t.id', ids)} and ${where}`,
    );
    return new Map(found.map((thing) => [thing.id, thing]));
  })(id);
}
