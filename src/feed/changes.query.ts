import {
  COUNT_MAX,
  isPartner,
  planPage,
  questionOf,
  refuse,
  sql,
  utc,
  raw,
  type Asking,
  type Viewer,
} from '../kernel/index.js';
import { nodeKindOf } from '../search/index.js';
import { ChangePage } from './change-page.js';
import type { Change, ChangeKind } from './change.js';
import { placeIn, type Place } from './place.js';

export interface ChangesAsk {
  first: number;
  after?: string | null | undefined;
}

const NOT_HERS =
  'This cursor was altered, is not yours, or you are told more or less than when you were given it. ' +
  'Begin again without it, and with an empty copy.';

/** Whose cursors are whose: of each viewer, and of what she is told. Strangers are not told apart. */
const whose = (viewer: Viewer) => ({
  id: viewer.kind === 'STRANGER' ? null : viewer.id,
  isPartner: isPartner(viewer),
});

/** A row of the page; one without a change where there is none. */
interface Row {
  end: string;
  id: string | null;
  number: string;
  what: ChangeKind;
  at: string;
}

/**
 * One page of what was told, of each thing its latest change, in the order in which they came to be told. What is gone is named
 * only to whoever followed when it was there: who begins is told what there is.
 * @throws Refusal `INVALID` where the page is none, or the cursor is not hers
 */
export async function changes({ first, after }: ChangesAsk, asking: Asking): Promise<ChangePage> {
  const { cursors, read, viewer } = asking;
  const question = questionOf('changes', whose(viewer));
  const { limit } = planPage({ question, args: null, first }, cursors);
  const given = after == null ? null : placeIn(cursors.reveal(question, after, NOT_HERS));
  const { number, begun } = given ?? { number: 0n, begun: null };
  const rows = await read.rows<Row>(sql`
    select e.number::text as end, c.id, c.number::text as number, c.what,
      ${raw(utc('c.at'))} as at
    from pub.change_end e left join lateral (
      select * from (
        (select id, number, what, at from pub.change
          where what <> 'WITHDRAWN' and number > ${number}::bigint order by number limit ${limit})
        union all (select id, number, what, at from pub.change
          where what = 'WITHDRAWN' and number > greatest(${number}::bigint, coalesce(${begun}::bigint, e.number))
          order by number limit ${limit})) either
      order by number limit ${limit}) c on true
    order by c.number`);
  const end = BigInt(rows[0]!.end);
  // The database was set back to what it was before: whoever followed further would miss what comes now.
  if (number > end) refuse(NOT_HERS, 'after');
  const asked: Place = { number, begun: begun ?? end };
  const found = rows.flatMap(({ id, number: at, ...row }): Change[] =>
    id === null
      ? []
      : [{ id, kind: nodeKindOf(id), what: row.what, at: row.at, number: BigInt(at) }],
  );
  return new ChangePage(found, {
    first,
    isFirst: given === null,
    asked,
    end,
    seal: (place) => cursors.hide(question, place),
    count: () => count(asked, asking),
  });
}

/** How many changes come after a place, or null above 10,000. */
async function count({ number, begun }: Place, { read }: Asking): Promise<number | null> {
  const [row] = await read.rows<{ many: number }>(sql`
    select count(*) as many from (
      (select from pub.change where what <> 'WITHDRAWN' and number > ${number}::bigint limit ${COUNT_MAX + 1})
      union all (select from pub.change where what = 'WITHDRAWN' and number > greatest(${number}::bigint, ${begun}::bigint)
        limit ${COUNT_MAX + 1})) counted`);
  return row && row.many <= COUNT_MAX ? row.many : null;
}
