import { addRevision } from '../history/index.js';
import { raw, sql, type Changing } from '../kernel/index.js';

/** Of what organization something of the library is, by its table. */
const LIBRARY = {
  'org.material': raw('t.organization_id'),
  'org.convening': raw(
    'any (select h.organization_id from org.convening_host h where h.convening_id = t.id)',
  ),
};
type Table = keyof typeof LIBRARY;

/** What people have published, scheduled or revised in the name of an organization, held; no public source did. */
async function holdSaid({ em }: Changing, table: Table, organization: string): Promise<string[]> {
  const found = sql`select t.id from ${raw(table)} t
    where t.withdrawn_at is null and ${organization}::text = ${LIBRARY[table]}
      and exists (select from audit.event e where e.thing_id = t.id
        and e.action in ('publishMaterial', 'scheduleConvening', 'reviseMaterial', 'reviseConvening'))
    order by t.id for update of t`;
  const said = await em.execute<{ id: string }[]>(found.sql, found.values);
  return said.map(({ id }) => id);
}

async function withdraw({ em, now }: Changing, table: Table, id: string): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    `update ${table} set withdrawn_at = ?, version = version + 1, updated_at = ? where id = ? returning version`,
    [now, now, id],
  );
  return row!.version;
}

/**
 * Withdraws what the people of a nation have published in its name, and what it hosts, whoever hosts that with it: its words are the
 * nation's. Its own people can bring it back. Why is kept with the act, and not here, where people of other hosts would read it.
 * @param action the mutation; it writes its own event
 */
export async function withdrawSaid(
  organization: string,
  action: string,
  changing: Changing,
): Promise<void> {
  const as = { madeAs: 'NATION_COORDINATOR', organization } as const;
  const changes = { withdrawn: { before: false, after: true } };
  for (const table of Object.keys(LIBRARY) as Table[])
    for (const thing of await holdSaid(changing, table, organization)) {
      const version = await withdraw(changing, table, thing);
      await addRevision(changing, { thing, version, action, reason: null, changes, ...as });
    }
}
