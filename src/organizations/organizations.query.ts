import {
  onceFor,
  keepsOf,
  raw,
  sql,
  toldById,
  toldPage,
  toldTable,
  wordsOf,
  type Asking,
  type Connection,
  type Sql,
} from '../kernel/index.js';
import { checkKnown, within } from '../geography/index.js';
import type { ContactView } from './contact.view.js';
import type { OrganizationFilter } from './organization.input.js';
import type { ContactPurpose } from './organization.js';
import type { OrganizationView } from './organization.view.js';

const sites = { table: sql`pub.organization_site`, owner: sql`organization_id` };

/** The told organizations, with no more of each than was asked for. */
const told = onceFor((asked: ReadonlySet<string>) =>
  toldTable(sql`pub.organization t`, ['t.card'], columns(asked)),
);

/** The same as those who keep them read them. */
const kept = { WHOLE: keptIn('kept'), OVERSEEN: keptIn('overseen') };

function keptIn(schema: 'kept' | 'overseen') {
  return onceFor((asked: ReadonlySet<string>) => {
    const named: Record<string, string> = { version: 't.version' };
    if (asked.has('sites')) named['sites'] = 't.sites';
    if (asked.has('admitted')) named['admitted'] = 'to_json(t.admitted_at is not null)';
    return toldTable(sql`${raw(schema)}.organization t`, ['t.card'], {
      ...columns(asked),
      ...named,
    });
  });
}

function columns(asked: ReadonlySet<string>): Record<string, string> {
  const named: Record<string, string> = {};
  if (asked.has('contacts') || asked.has('navigators')) named['contacts'] = 't.contacts';
  if (asked.has('places')) named['places'] = 't.places';
  return named;
}

export interface OrganizationsAsk {
  filter?: OrganizationFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}

/** @throws Refusal `INVALID` where the filter or the page is none */
export async function organizations(
  { filter, first, after }: OrganizationsAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<OrganizationView>> {
  const page = { question: 'organizations', args: filter, first, after };
  return toldPage<OrganizationView>(
    told(asked),
    await conditions(filter ?? {}, asking),
    page,
    asked,
    asking,
  );
}

async function conditions(filter: OrganizationFilter, asking: Asking): Promise<Sql[]> {
  const { isIn, kinds, roles, text } = filter;
  const holds: Sql[] = [];
  if (isIn?.regionId != null) {
    await checkKnown(isIn, asking, 'filter.isIn');
    holds.push(sql`t.region_id = ${isIn.regionId}`);
  } else if (isIn != null)
    holds.push(sql`t.id in (${await within(isIn, sites, asking, 'filter.isIn')})`);
  if (kinds != null) holds.push(sql`t.kind = any (${kinds}::text[])`);
  if (roles != null) holds.push(sql`t.roles && ${roles}::text[]`);
  if (text != null) holds.push(sql`t.id in (${wordsOf(text, ['ORGANIZATION'], 'filter.text')})`);
  return holds;
}

/** An organization as it is told; to those who keep it true, as it is. */
export function organizationById(id: string, asked: ReadonlySet<string>, asking: Asking) {
  const keeps = keepsOf(asking, id);
  const table = keeps ? kept[keeps](asked) : told(asked);
  return toldById<OrganizationView>(id, table, asking);
}

/** The same by what it offers, with which its card may have been read: that is all there is to tell, unless more is asked or kept. */
export function organizationOffering(
  { offeredBy, organizationId }: { offeredBy?: OrganizationView | null; organizationId: string },
  asked: ReadonlySet<string>,
  asking: Asking,
): OrganizationView | Promise<OrganizationView | null> {
  const isCard = offeredBy && Object.keys(columns(asked)).length === 0;
  return isCard && !keepsOf(asking, organizationId)
    ? offeredBy
    : organizationById(organizationId, asked, asking);
}

const contactsAlone = new Set(['contacts']);

/** The told contacts of an organization that serve one purpose; all of them where none is named. */
export async function contactsOf(
  organizationId: string,
  purpose: ContactPurpose | null | undefined,
  asking: Asking,
): Promise<ContactView[]> {
  const organization = await organizationById(organizationId, contactsAlone, asking);
  const contacts = organization?.contacts ?? [];
  return purpose == null ? contacts : contacts.filter((contact) => contact.purpose === purpose);
}
