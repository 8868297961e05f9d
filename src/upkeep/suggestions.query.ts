import {
  capacityIn,
  isOfNone,
  knowsDoorsOf,
  mayReadUnheld,
  reachOfViewer,
  type Reach,
} from '../disclosure/index.js';
import {
  emptyPage,
  isPerson,
  raw,
  readBy,
  sql,
  toldPage,
  toldTable,
  utc,
  type Asking,
  type Connection,
  type Sql,
} from '../kernel/index.js';
import type { OpenSuggestionView } from './suggestion.view.js';

const suggestedAt = utc('s.suggested_at');

const thingName = `coalesce((select name from org.listing where id = s.thing_id),
  (select name from org.organization where id = s.thing_id), (select name from org.tribal_nation where id = s.thing_id))`;

/** Whoever may not know a door reads no words of an organization that withholds one: a suggestion may hold it. */
const cardFor = (reach: Reach): Sql => sql`json_build_object('id', s.id, 'thingId', s.thing_id,
  'thingName', ${readBy(knowsDoorsOf('s.organization_id', reach), 's.thing_id', thingName)}, 'suggestedAt', ${raw(suggestedAt)},
  'words', case when ${mayReadUnheld('s.organization_id', reach)} then s.words end)`;

/**
 * The suggestions that wait for the viewer: of what she keeps true, the oldest first. Nothing is read for whoever keeps nothing.
 * @throws Refusal `INVALID` where the page is none
 */
export async function openSuggestions(
  page: { first: number; after: string | null },
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<OpenSuggestionView>> {
  const { viewer, cursors } = asking;
  const reach = reachOfViewer(asking);
  const account = isPerson(viewer) ? viewer.id : '';
  const question = { question: 'suggestions', args: { account }, ...page };
  if (isOfNone(reach)) return emptyPage(question, cursors);
  const open = sql`(
    select s.id, ${raw(suggestedAt)} collate "C" as sort_key,
      ${cardFor(reach)} as card from org.suggestion s
    cross join lateral (select ${capacityIn('s.organization_id', reach)}) c(capacity)
    where s.state = 'OPEN' and c.capacity is not null) t`;
  return toldPage<OpenSuggestionView>(toldTable(open, ['t.card']), [], question, asked, asking);
}
