import { Refusal, checkTexts, enumOf, kindOfId, type Asking } from '../kernel/index.js';
import { regionById } from '../geography/index.js';
import { housingOptionById } from '../housing/index.js';
import { conveningById, materialById } from '../library/index.js';
import { organizationById } from '../organizations/index.js';
import { serviceById } from '../services/index.js';
import { nationById } from '../tribal-nations/index.js';

/** The kinds of things that have an id of their own. */
export const NodeKind = enumOf(
  'ORGANIZATION',
  'HOUSING_OPTION',
  'SERVICE',
  'TRIBAL_NATION',
  'REGION',
  'MATERIAL',
  'CONVENING',
);
export type NodeKind = keyof typeof NodeKind;

export type AnyNode = { __typename: string; id: string };
type Fetch = (id: string, asked: ReadonlySet<string>, asking: Asking) => Promise<AnyNode | null>;

const fetchers: Partial<Record<string, Fetch>> = {
  Organization: organizationById,
  HousingOption: housingOptionById,
  Service: serviceById,
  TribalNation: (id, _asked, asking) => nationById(id, asking),
  Region: (id, _asked, asking) => regionById(id, asking),
  Material: (id, _asked, asking) => materialById(id, asking),
  Convening: (id, _asked, asking) => conveningById(id, asking),
};

const kinds: Partial<Record<string, NodeKind>> = {
  Organization: 'ORGANIZATION',
  HousingOption: 'HOUSING_OPTION',
  Service: 'SERVICE',
  TribalNation: 'TRIBAL_NATION',
  Region: 'REGION',
  Material: 'MATERIAL',
  Convening: 'CONVENING',
};

/** What a thing is, by its id. @param id of something that is or was told */
export const nodeKindOf = (id: string): NodeKind => kinds[kindOfId(id)!]!;

/**
 * One thing, or null: what is missing and what is hidden answer alike.
 * @throws Refusal `INVALID` where the id is no text
 */
export async function nodeById(
  id: string,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<AnyNode | null> {
  checkTexts([id], 'id');
  const fetch = fetchers[kindOfId(id) ?? ''];
  return fetch ? fetch(id, asked, asking) : null;
}

export const IDS_MAX = 100;

/** @throws Refusal `LIMIT_EXCEEDED` above 100 ids */
export async function nodesById(ids: string[], asked: ReadonlySet<string>, asking: Asking) {
  if (ids.length > IDS_MAX) {
    throw new Refusal('LIMIT_EXCEEDED', `Ask for at most ${IDS_MAX} ids at once.`, 'ids');
  }
  return Promise.all(ids.map((id) => nodeById(id, asked, asking)));
}
