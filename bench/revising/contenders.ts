import { floor } from '../floor/contender.js';
import { ours } from '../ours/contender.js';
import { postgraphile } from '../postgraphile/contender.js';
import type { Contender } from '../contenders.js';
import type { KeptListing } from './keepers.js';

/** How one of those compared is told to revise a fee. */
export interface Reviser {
  contender: Contender;
  body(listing: KeptListing, fees: string): string;
  headers(listing: KeptListing): Record<string, string>;
  /** The version that was made; anything else is a failure. */
  version(data: any): unknown;
}

const oursQuestion = `mutation Revise($input: ReviseHousingInput!) { reviseHousing(input: $input) {
  housingOption { id version fees } userErrors { code message } } }`;
const theirQuestion = `mutation Revise($input: BenchReviseInput!) { benchRevise(input: $input) { result } }`;

const { isReady: _, ...asSoonAsItAnswers } = ours;

export const revisers: readonly Reviser[] = [
  {
    contender: {
      ...asSoonAsItAnswers,
      environment: { ...ours.environment, HARBORLIGHT_RATE_PERSON: '1000000000' },
    },
    body: ({ id, version }, fees) =>
      JSON.stringify({ query: oursQuestion, variables: { input: { id, version, fees } } }),
    headers: ({ token }) => ({ cookie: `__Host-harborlight=${token}` }),
    version: (data) => data.reviseHousing?.housingOption?.version,
  },
  {
    contender: floor,
    body: ({ id, version, token }, fees) =>
      JSON.stringify({ work: 'revise', revise: [token, id, version, fees] }),
    headers: () => ({}),
    version: (data) => data.version,
  },
  {
    contender: postgraphile,
    body: ({ id: listing, version, token }, fees) =>
      JSON.stringify({
        query: theirQuestion,
        variables: { input: { token, listing, version, fees } },
      }),
    headers: () => ({}),
    version: (data) => data.benchRevise?.result?.version,
  },
];
