import {
  batched,
  readJsonOf,
  jsonObject,
  keepingOf,
  keepsOf,
  raw,
  sql,
  textArray,
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
import { earlierHosts } from '../history/index.js';
import { organizationById, type OrganizationView } from '../organizations/index.js';
import type { ConveningFilter, MaterialFilter } from './library.input.js';
import type { ConveningView, MaterialView } from './library.view.js';
import { ownOf } from './reading.js';

const materialTable = toldTable(sql`pub.material t`, ['t.card']);
const conveningTable = toldTable(sql`pub.convening t`, ['t.card']);

/** The same as those who keep them read them, whoever else is told. */
const keptMaterials = { WHOLE: keptIn('kept.material'), OVERSEEN: keptIn('overseen.material') };
const keptConvenings = { WHOLE: keptIn('kept.convening'), OVERSEEN: keptIn('overseen.convening') };

function keptIn(table: string) {
  const named = { version: 'to_json(t.version)', withdrawn: 'to_json(t.withdrawn)' };
  return toldTable(sql`${raw(table)} t`, ['t.card'], named);
}

const hostIn = (organizations: readonly string[], not = '') =>
  sql`select from kept.convening_host h where h.convening_id = t.id
    and ${raw(not)} h.organization_id = any (${textArray(organizations)}::text[])`;

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

/** A material as it is told; to those who keep it true, as it is. */
export async function materialById(id: string, asking: Asking): Promise<MaterialView | null> {
  for (const { keeps, organizations } of keepingOf(asking.viewer)) {
    const where =
      organizations === 'ALL'
        ? undefined
        : sql`t.organization_id = any (${textArray(organizations)}::text[])`;
    const found = await toldById<MaterialView>(id, keptMaterials[keeps], asking, where);
    if (found) return found;
  }
  return toldById<MaterialView>(id, materialTable, asking);
}

/** What may lead to a door is read whole only where it is the door of none but her own, also of those that host it no more. */
const leadsToNoneBut = (organizations: readonly string[]) =>
  sql`not (t.may_lead and exists (select from (${raw(earlierHosts('t.id'))}) earlier
    where not earlier.organization = any (${textArray(organizations)}::text[])))`;

/** A convening as it is told; to those who keep it true, as it is: whole only where each of its hosts is their own. */
export async function conveningById(id: string, asking: Asking): Promise<ConveningView | null> {
  const { all: own, whole, isSteward } = ownOf(asking);
  const byId = (keeps: 'WHOLE' | 'OVERSEEN', where?: Sql) =>
    toldById<ConveningView>(id, keptConvenings[keeps], asking, where);
  const isWhole = sql`exists (${hostIn(whole)}) and not exists (${hostIn(whole, 'not')}) and ${leadsToNoneBut(whole)}`;
  const found =
    (whole.length > 0 ? await byId('WHOLE', isWhole) : null) ??
    (isSteward
      ? await byId('OVERSEEN')
      : own.length > 0
        ? await byId('OVERSEEN', sql`exists (${hostIn(own)})`)
        : null);
  return found ?? toldById<ConveningView>(id, conveningTable, asking);
}

export function materialsOfOrganization(
  id: string,
  { first, after }: ListAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<MaterialView>> {
  const page = { question: 'Organization.materials', args: null, first, after };
  const keeps = keepsOf(asking, id);
  const table = keeps ? keptMaterials[keeps] : materialTable;
  const owned = 't.organization_id = owner.id';
  return toldPageOf<MaterialView>(id, table, owned, page, asked, asking);
}

export function conveningsOfOrganization(
  id: string,
  { first, after }: ListAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<ConveningView>> {
  const page = { question: 'Organization.convenings', args: null, first, after };
  const keeps = keepsOf(asking, id);
  const table = keeps ? keptConvenings[keeps] : conveningTable;
  const hosted = `t.id in (select h.convening_id from ${keeps ? 'kept' : 'pub'}.convening_host h where h.organization_id = owner.id)`;
  const owned = keeps === 'WHOLE' ? `${hosted} and ${LEADS_TO_NONE_OF_OTHERS}` : hosted;
  return toldPageOf<ConveningView>(id, table, owned, page, asked, asking);
}

/** What may lead to a door is not read where another hosts it too, or did: it may be hers. */
const LEADS_TO_NONE_OF_OTHERS = `not (t.may_lead and exists (
  select from (select h.organization_id as organization from kept.convening_host h where h.convening_id = t.id
    union all ${earlierHosts('t.id')}) host where host.organization <> owner.id))`;

/** Those who call a convening, in their order. */
export async function hostsOf(
  convening: ConveningView,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<OrganizationView[]> {
  const ids = await hostIdsOf(convening, asking);
  const found = await Promise.all(ids.map((id) => organizationById(id, asked, asking)));
  return found.filter((organization) => organization !== null);
}

/** The same by their ids: to those who keep it, all of them. */
export async function hostIdsOf(
  { id, version }: Pick<ConveningView, 'id' | 'version'>,
  asking: Asking,
): Promise<string[]> {
  const schema = version == null ? 'pub' : 'kept';
  const load = batched<{ id: string }[]>(asking, `hosts of convening in ${schema}`, (ids) =>
    readJsonOf<{ id: string }>(
      asking.read,
      ids,
      sql`select ${jsonObject([], { id: 'to_json(h.organization_id)' })} as row
      from ${raw(schema)}.convening_host h where h.convening_id = owner.id order by h.position`,
    ),
  );
  return ((await load(id)) ?? []).map((host) => host.id);
}

/** All who ever hosted a convening, told or not: to those who keep it. */
export async function everHostIdsOf(
  { id }: Pick<ConveningView, 'id'>,
  asking: Asking,
): Promise<string[]> {
  const load = batched<{ id: string }[]>(asking, 'all hosts of convening', (ids) =>
    readJsonOf<{ id: string }>(
      asking.read,
      ids,
      sql`select ${jsonObject([], { id: 'to_json(host.organization)' })} as row
      from (select h.organization_id as organization from kept.convening_host h where h.convening_id = owner.id
        union ${raw(earlierHosts('owner.id'))}) host`,
    ),
  );
  return ((await load(id)) ?? []).map((host) => host.id);
}
