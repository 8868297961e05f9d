import { sql, type Asking, type Connection } from '../kernel/index.js';
import {
  listingById,
  listingPage,
  listingsOfNation,
  listingsOfOrganization,
} from '../listings/index.js';
import type { ServiceFilter } from './service.input.js';
import type { ServiceView } from './service.view.js';

export interface ListAsk {
  first: number;
  after?: string | null | undefined;
}

/** @throws Refusal `INVALID` where the filter or the page is none */
export function services(
  { filter, first, after }: ListAsk & { filter?: ServiceFilter | null | undefined },
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<ServiceView>> {
  const page = { question: 'services', args: filter, first, after };
  const kinds = filter?.kinds;
  const more = kinds == null ? [] : [sql`t.kinds && ${kinds}::text[]`];
  return listingPage<ServiceView>('SERVICE', filter ?? {}, more, page, asked, asking);
}

export function servicesOfOrganization(
  id: string,
  { first, after }: ListAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<ServiceView>> {
  const page = { question: 'Organization.services', args: null, first, after };
  return listingsOfOrganization<ServiceView>('SERVICE', id, page, asked, asking);
}

export function servicesOfNation(
  id: string,
  { first, after }: ListAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<ServiceView>> {
  const page = { question: 'TribalNation.services', args: null, first, after };
  return listingsOfNation<ServiceView>('SERVICE', id, page, asked, asking);
}

export function serviceById(id: string, asked: ReadonlySet<string>, asking: Asking) {
  return listingById<ServiceView>(id, asked, asking);
}
