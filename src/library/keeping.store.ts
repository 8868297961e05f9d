import {
  capacityIn,
  isOfNation,
  knowsDoorsOf,
  type Capacity,
  type Reach,
} from '../disclosure/index.js';
import { earlierHosts, type Statement } from '../history/index.js';
import { mayLead, raw, sql, utc, type Changing } from '../kernel/index.js';

/** What of the library is kept by its people. */
export type Kind = 'Material' | 'Convening';

interface Source {
  table: string;
  /** Who answers for it, as rows of `organization` in their order. */
  hosts: string;
  /** Who answered for it once, as rows of `organization`. */
  earlier: string;
  /** What it says of itself, by the names of its input. */
  statement: string;
}

const sources: Record<Kind, Source> = {
  Material: {
    table: 'org.material',
    hosts:
      'select m.organization_id as organization, 0 as position from org.material m where m.id = t.id',
    earlier: 'select null::text as organization where false',
    statement: `json_build_object('title', t.title, 'kind', t.kind, 'audiences', t.audiences, 'topics', t.topics,
      'language', t.language, 'url', t.url, 'description', t.description, 'publishedAt', t.published_at)`,
  },
  Convening: {
    table: 'org.convening',
    hosts:
      'select h.organization_id as organization, h.position from org.convening_host h where h.convening_id = t.id',
    earlier: earlierHosts('t.id'),
    statement: `json_build_object('title', t.title, 'topic', t.topic, 'description', t.description,
      'location', t.location, 'regionId', t.region_id, 'startsAt', ${utc('t.starts_at')}, 'endsAt', ${utc('t.ends_at')},
      'timeZone', t.time_zone, 'recurrence', t.recurrence, 'hostIds', array(
        select h.organization_id from org.convening_host h where h.convening_id = t.id order by h.position))`,
  },
};

export interface Row {
  version: number;
  withdrawn: boolean;
}

/** An organization that answers for something, and what of it is the viewer's. */
export interface Host {
  organization: string;
  isOfNation: boolean;
  /** Null where it is not hers. */
  capacity: Capacity | null;
  knowsDoors: boolean;
}

/** An organization, as what the viewer writes in its name, and whether what leads to a door of it is hers to try. */
export type Speaks = Pick<Host, 'organization' | 'capacity' | 'knowsDoors'>;

/** Something of which an organization is the viewer's, held until the change is kept; null where it is none. */
export async function holdOfLibrary(
  { em }: Changing,
  kind: Kind,
  id: string,
  reach: Reach,
): Promise<{ row: Row; hosts: Host[]; earlier: Speaks[] } | null> {
  const { table, hosts, earlier } = sources[kind];
  const held = sql`select t.version, t.withdrawn_at is not null as withdrawn from ${raw(table)} t
    where t.id = ${id} and exists (select from (${raw(hosts)}) h
      where ${capacityIn('h.organization', reach)} is not null) for update of t`;
  const [row] = await em.execute<Row[]>(held.sql, held.values);
  if (!row) return null;
  const found = sql`select h.organization, ${isOfNation('h.organization')} as "isOfNation",
      ${capacityIn('h.organization', reach)} as capacity, ${knowsDoorsOf('h.organization', reach)} as "knowsDoors"
    from ${raw(table)} t cross join lateral (${raw(hosts)}) h where t.id = ${id} order by h.position`;
  const noted = sql`select e.organization, ${capacityIn('e.organization', reach)} as capacity,
      ${knowsDoorsOf('e.organization', reach)} as "knowsDoors"
    from ${raw(table)} t cross join lateral (${raw(earlier)}) e where t.id = ${id} and ${mayLead('t.id')}`;
  return {
    row,
    hosts: await em.execute<Host[]>(found.sql, found.values),
    earlier: await em.execute<Speaks[]>(noted.sql, noted.values),
  };
}

/** Of one that is there. */
export async function statementOf({ em }: Changing, kind: Kind, id: string): Promise<Statement> {
  const { table, statement } = sources[kind];
  const [row] = await em.execute<{ statement: Statement }[]>(
    `select ${statement} as statement from ${table} t where t.id = ?`,
    [id],
  );
  return row!.statement;
}

/** Withdraws it, or brings it back. */
export async function setWithdrawn(
  { em, now }: Changing,
  kind: Kind,
  id: string,
  withdrawn: boolean,
): Promise<void> {
  await em.execute(`update ${sources[kind].table} set withdrawn_at = ? where id = ?`, [
    withdrawn ? now : null,
    id,
  ]);
}

/** Counts a change. @returns the version that it made */
export async function countChange({ em, now }: Changing, kind: Kind, id: string): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    `update ${sources[kind].table} set version = version + 1, updated_at = ? where id = ? returning version`,
    [now, id],
  );
  return row!.version;
}
