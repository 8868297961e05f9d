import {
  keepsOf,
  raw,
  toldPageOf,
  toldTable,
  utc,
  type Asking,
  type Connection,
  type Keeps,
} from '../kernel/index.js';
import { earlierHosts } from './earlier-hosts.js';
import type { RevisionView } from './history.view.js';

/** Above any version: counted down from it, the latest is the first by its sort key. */
const VERSION_MAX = 2_147_483_647;
const DIGITS = String(VERSION_MAX).length;

/** Whoever may not know a door reads no earlier text of an organization that withholds one: it may hold it. Nor of one whose it was. */
const mayHoldDoor = `exists (select from org.location s where not s.street_told and s.organization_id in (
    select r.thing_id
    union all select l.organization_id from org.listing l where l.id = r.thing_id
    union all select m.organization_id from org.material m where m.id = r.thing_id
    union all select h.organization_id from org.convening_host h where h.convening_id = r.thing_id
    union all ${earlierHosts('r.thing_id')}
    union all select n.organization_id from org.tribal_nation n where n.id = r.thing_id))`;

/** How far it was told is no words, and told to those who keep it anyway. */
const isTelling = `c.key in ('disclosure', 'places')`;

const card = (values: string) => `json_build_object(
  'version', r.version, 'madeAt', ${utc('r.made_at')},
  'madeAs', r.made_as, 'action', r.action,
  'organizationName', (select o.name from org.organization o where o.id = r.organization_id),
  'reason', case when ${values} then r.reason end,
  'changes', coalesce((select json_agg(json_build_object('field', c.key,
      'before', case when ${values} or ${isTelling} then nullif(c.value -> 'before', 'null')::text end,
      'after', case when ${values} or ${isTelling} then nullif(c.value -> 'after', 'null')::text end) order by c.key)
    from jsonb_each(r.changes) c), '[]'::json))`;

const revisions = (values: string) =>
  toldTable(
    raw(`(select r.thing_id, r.thing_id || ' ' || r.version as id,
        lpad((${VERSION_MAX} - r.version)::text, ${DIGITS}, '0') collate "C" as sort_key,
        ${card(values)} as card
      from org.revision r) t`),
    ['t.card'],
    { id: 'to_json(t.id)' },
  );

const whole = revisions('true');
const overseen = revisions(`not (${mayHoldDoor})`);

interface Page {
  first: number;
  after: string | null;
}

/**
 * What was changed of a thing, the latest first, to those who keep it true; null to everyone else.
 * @param of the thing, and the organization whose it is
 * @throws Refusal `INVALID` where the page is none
 */
export function historyOf(
  of: { id: string; organizationId: string },
  page: Page,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<RevisionView>> | null {
  return historyAs({ id: of.id, keeps: keepsOf(asking, of.organizationId) }, page, asked, asking);
}

/** The same of a thing that is, or was, several organizations'. @param of the thing, and how the viewer keeps it */
export function historyAs(
  { id, keeps }: { id: string; keeps: Keeps | null },
  page: Page,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<RevisionView>> | null {
  if (!keeps) return null;
  return toldPageOf<RevisionView>(
    id,
    keeps === 'WHOLE' ? whole : overseen,
    't.thing_id = owner.id',
    { question: 'history', args: null, ...page },
    asked,
    asking,
  );
}
