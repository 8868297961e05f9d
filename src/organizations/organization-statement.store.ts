import type { Statement } from '../history/index.js';
import { sql, type Changing } from '../kernel/index.js';
import { capacityIn, knowsDoorsOf, type Capacity, type Reach } from '../disclosure/index.js';

const statement = `json_build_object('name', o.name, 'kind', o.kind, 'roles', o.roles,
  'description', o.description, 'website', o.website, 'regionId', o.region_id,
  'contacts', coalesce((select json_agg(json_build_object('purpose', r.purpose, 'name', r.name,
      'title', r.title, 'email', r.email, 'hours', r.hours - 'week', 'languages', r.languages,
      'phones', coalesce((select json_agg(json_build_object('number', p.number, 'kind', p.kind,
        'extension', p.extension, 'note', p.note) order by p.position)
        from org.phone p where p.contact_id = r.id), '[]'::json)) order by r.position)
    from org.contact r where r.organization_id = o.id), '[]'::json))`;

/** What an organization says of itself, by the names of its input; its locations are not among it. */
export async function organizationStatement({ em }: Changing, id: string): Promise<Statement> {
  const [row] = await em.execute<{ statement: Statement }[]>(
    `select ${statement} as statement from org.organization o where o.id = ?`,
    [id],
  );
  return row!.statement;
}

/** An organization that is the viewer's to keep, held until the change is kept. */
export interface KeptOrganization {
  id: string;
  capacity: Capacity;
  /** Whether what leads to a withheld door of it is hers to read. */
  knowsDoors: boolean;
  isOfNation: boolean;
  version: number;
  standing: string;
  admittedAt: Date | null;
}

/** Null where it is none, or not hers. */
export async function holdOrganization(
  { em }: Changing,
  id: string,
  reach: Reach,
): Promise<KeptOrganization | null> {
  const found = sql`select o.id, c.capacity,
      ${knowsDoorsOf('o.id', reach)} as "knowsDoors", o.version, o.standing, o.admitted_at as "admittedAt",
      exists (select from org.tribal_nation n where n.organization_id = o.id) as "isOfNation"
    from org.organization o cross join lateral (select ${capacityIn('o.id', reach)}) c(capacity)
    where o.id = ${id} and c.capacity is not null for no key update of o`;
  const [row] = await em.execute<
    (Omit<KeptOrganization, 'admittedAt'> & { admittedAt: string | null })[]
  >(found.sql, found.values);
  return row
    ? { ...row, admittedAt: row.admittedAt === null ? null : new Date(row.admittedAt) }
    : null;
}

/** Counts a change of an organization. @returns the version that it made */
export async function countOrganization({ em, now }: Changing, id: string): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    'update org.organization set version = version + 1, updated_at = ? where id = ? returning version',
    [now, id],
  );
  return row!.version;
}

/** From now on it is told of, or no more. */
export async function setAdmitted(
  { em }: Changing,
  id: string,
  admittedAt: Date | null,
): Promise<void> {
  await em.execute('update org.organization set admitted_at = ? where id = ?', [admittedAt, id]);
}
