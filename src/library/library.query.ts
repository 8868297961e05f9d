import {
  batched,
  readJsonOf,
  jsonObject,
  sql,
  toldById,
  toldPage,
  toldPageOf,
  toldTable,
  wordsOf,
  type Asking,
  type Connection,
  type Sql,
  checkId,
  withPrimary,
} from '../kernel/index.js';
import { organizationById, type OrganizationView } from '../organizations/index.js';
import type { ConveningFilter, MaterialFilter } from './library.input.js';
import type { ConveningView, MaterialView } from './library.view.js';

const materialTable = toldTable(sql`pub.material t`, ['t.card']);
const conveningTable = toldTable(sql`pub.convening t`, ['t.card']);

export interface ListAsk<Filter = never> {
  filter?: Filter | null | undefined;
  first: number;
  after?: string | null | undefined;
}

/** Materials by title. @throws Refusal `INVALID` where the filter or the page is none */
export function materials(
  { filter, first, after }: ListAsk<MaterialFilter>,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<MaterialView>> {
  const { kinds, audiences, languages, organizationId, text } = filter ?? {};
  const where: Sql[] = [];
  if (kinds != null) where.push(sql`t.kind = any (${kinds}::text[])`);
  if (audiences != null) where.push(sql`t.audiences && ${audiences}::text[]`);
  if (languages != null) where.push(sql`t.language = any (${withPrimary(languages)}::text[])`);
  if (organizationId != null) {
    checkId(organizationId, 'Organization', 'filter.organizationId');
    where.push(sql`t.organization_id = ${organizationId}`);
  }
  if (text != null) where.push(sql`t.id in (${wordsOf(text, ['MATERIAL'], 'filter.text')})`);
  const page = { question: 'materials', args: filter, first, after };
  return toldPage<MaterialView>(materialTable, where, page, asked, asking);
}

/** Convenings by their first start. @throws Refusal `INVALID` where the filter or the page is none */
export function convenings(
  { filter, first, after }: ListAsk<ConveningFilter>,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<ConveningView>> {
  const { regionId, startsFrom, organizationId, text } = filter ?? {};
  const where: Sql[] = [];
  if (regionId != null) {
    checkId(regionId, 'Region', 'filter.regionId');
    where.push(sql`t.region_id = ${regionId}`);
  }
  if (startsFrom != null) {
    where.push(
      sql`coalesce(t.last_starts_at, 'infinity') >= ${startsFrom.toISOString()}::timestamptz`,
    );
  }
  if (organizationId != null) {
    checkId(organizationId, 'Organization', 'filter.organizationId');
    where.push(sql`t.id in (select h.convening_id from pub.convening_host h
      where h.organization_id = ${organizationId})`);
  }
  if (text != null) where.push(sql`t.id in (${wordsOf(text, ['CONVENING'], 'filter.text')})`);
  const page = { question: 'convenings', args: filter, first, after };
  return toldPage<ConveningView>(conveningTable, where, page, asked, asking);
}

export function materialById(id: string, asking: Asking): Promise<MaterialView | null> {
  return toldById<MaterialView>(id, materialTable, asking);
}

export function conveningById(id: string, asking: Asking): Promise<ConveningView | null> {
  return toldById<ConveningView>(id, conveningTable, asking);
}

export function materialsOfOrganization(
  id: string,
  { first, after }: ListAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<MaterialView>> {
  const page = { question: 'Organization.materials', args: null, first, after };
  return toldPageOf<MaterialView>(
    id,
    materialTable,
    't.organization_id = owner.id',
    page,
    asked,
    asking,
  );
}

export function conveningsOfOrganization(
  id: string,
  { first, after }: ListAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<ConveningView>> {
  const page = { question: 'Organization.convenings', args: null, first, after };
  const hosted = `t.id in (select h.convening_id from pub.convening_host h where h.organization_id = owner.id)`;
  return toldPageOf<ConveningView>(id, conveningTable, hosted, page, asked, asking);
}

/** Those who call a convening, in their order. */
export async function hostsOf(
  conveningId: string,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<OrganizationView[]> {
  const load = batched<{ id: string }[]>(asking, 'hosts of convening', (ids) =>
    readJsonOf<{ id: string }>(
      asking.read,
      ids,
      sql`select ${jsonObject([], { id: 'to_json(h.organization_id)' })} as row
      from pub.convening_host h where h.convening_id = owner.id order by h.position`,
    ),
  );
  const hosts = (await load(conveningId)) ?? [];
  const found = await Promise.all(hosts.map(({ id }) => organizationById(id, asked, asking)));
  return found.filter((organization) => organization !== null);
}
