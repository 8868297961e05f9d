import {
  keepsOf,
  raw,
  toldPageOf,
  toldTable,
  utc,
  type Asking,
  type Connection,
} from '../kernel/index.js';
import type { RevisionView } from './history.view.js';

/** Above any version: counted down from it, the latest is the first by its sort key. */
const VERSION_MAX = 2_147_483_647;
const DIGITS = String(VERSION_MAX).length;

/** Whoever may not know a door reads no earlier text of an organization that withholds one: it may hold it. */
const mayHoldDoor = `exists (select from org.location s join org.listing l on l.organization_id = s.organization_id
    where l.id = r.thing_id and not s.street_told)
  or exists (select from org.location s where s.organization_id = r.thing_id and not s.street_told)`;

const card = (values: string) => `json_build_object(
  'version', r.version, 'madeAt', ${utc('r.made_at')},
  'madeAs', r.made_as, 'action', r.action,
  'organizationName', (select o.name from org.organization o where o.id = r.organization_id),
  'reason', case when ${values} then r.reason end,
  'changes', coalesce((select json_agg(json_build_object('field', c.key,
      'before', case when ${values} then nullif(c.value -> 'before', 'null')::text end,
      'after', case when ${values} then nullif(c.value -> 'after', 'null')::text end) order by c.key)
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

/**
 * What was changed of a thing, the latest first, to those who keep it true; null to everyone else.
 * @param of the thing, and the organization whose it is
 * @throws Refusal `INVALID` where the page is none
 */
export function historyOf(
  of: { id: string; organizationId: string },
  page: { first: number; after: string | null },
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<RevisionView>> | null {
  const keeps = keepsOf(asking, of.organizationId);
  if (!keeps) return null;
  return toldPageOf<RevisionView>(
    of.id,
    keeps === 'WHOLE' ? whole : overseen,
    't.thing_id = owner.id',
    { question: 'history', args: null, ...page },
    asked,
    asking,
  );
}
