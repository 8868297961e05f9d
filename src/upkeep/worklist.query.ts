import { isOfNone, reachOfViewer } from '../disclosure/index.js';
import {
  all,
  emptyPage,
  isPerson,
  sql,
  toldPage,
  toldTable,
  type Asking,
  type Connection,
  type Sql,
} from '../kernel/index.js';
import { workOf, type Looking } from './work-kinds.js';
import type { WorkCountView, WorkItemView, WorklistView } from './worklist.view.js';

const lookingOf = (asking: Asking): Looking => ({
  account: isPerson(asking.viewer) ? asking.viewer.id : '',
  reach: reachOfViewer(asking),
  now: asking.now,
});

/** The work asked for, as a table `t`. */
function workAsked(
  { kinds, regionId }: WorklistView,
  looking: Looking,
): { work: Sql; where: Sql[] } {
  const where = regionId === null ? [] : [sql`t.region_id = ${regionId}`];
  return { work: sql`(${workOf(kinds, looking)}) t`, where };
}

/**
 * What waits to be done by the viewer, the longest waiting first. Nothing is read for whoever keeps nothing.
 * @throws Refusal `INVALID` where the page is none
 */
export async function workItems(
  worklist: WorklistView,
  page: { first: number; after: string | null },
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<WorkItemView>> {
  const looking = lookingOf(asking);
  const { kinds, regionId } = worklist;
  const args = { account: looking.account, kinds, regionId };
  const question = { question: 'worklist', args, ...page };
  if (isOfNone(looking.reach) || kinds.length === 0) return emptyPage(question, asking.cursors);
  const { work, where } = workAsked(worklist, looking);
  return toldPage<WorkItemView>(toldTable(work, ['t.card']), where, question, asked, asking);
}

/** How much of it waits, by kind and the home region of the organization. */
export async function workCounts(worklist: WorklistView, asking: Asking): Promise<WorkCountView[]> {
  const looking = lookingOf(asking);
  if (isOfNone(looking.reach) || worklist.kinds.length === 0) return [];
  const { work, where } = workAsked(worklist, looking);
  return asking.read.rows<WorkCountView & Record<string, unknown>>(
    sql`select t.kind, t.region_id as "regionId", count(*)::int as many from ${work} where ${all(where)}
      group by t.kind, t.region_id order by t.kind, t.region_id nulls last`,
  );
}
