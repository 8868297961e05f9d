import { sql, type Asking, type Connection } from '../kernel/index.js';
import {
  listingById,
  listingPage,
  listingsOfNation,
  listingsOfOrganization,
} from '../listings/index.js';
import type { HousingFilter } from './housing.input.js';
import type { HousingOptionView } from './housing.view.js';

export interface ListAsk {
  first: number;
  after?: string | null | undefined;
}

/** @throws Refusal `INVALID` where the filter or the page is none */
export function housingOptions(
  { filter, first, after }: ListAsk & { filter?: HousingFilter | null | undefined },
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<HousingOptionView>> {
  const page = { question: 'housingOptions', args: filter, first, after };
  const kinds = filter?.kinds;
  const more = kinds == null ? [] : [sql`t.kinds && ${kinds}::text[]`];
  return listingPage<HousingOptionView>('HOUSING', filter ?? {}, more, page, asked, asking);
}

export function housingOfOrganization(
  id: string,
  { first, after }: ListAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<HousingOptionView>> {
  const page = { question: 'Organization.housingOptions', args: null, first, after };
  return listingsOfOrganization<HousingOptionView>('HOUSING', id, page, asked, asking);
}

export function housingOfNation(
  id: string,
  { first, after }: ListAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<HousingOptionView>> {
  const page = { question: 'TribalNation.housingOptions', args: null, first, after };
  return listingsOfNation<HousingOptionView>('HOUSING', id, page, asked, asking);
}

export function housingOptionById(id: string, asked: ReadonlySet<string>, asking: Asking) {
  return listingById<HousingOptionView>(id, asked, asking);
}
