import { loosenedTogether } from './loosening.js';
import { comparePlaces, type FacetCounts, type Found } from './question.js';

/** What two parts of all listings answer to a question, as the answer of both. */
export function together(one: Found, other: Found, limit: number): Found {
  return {
    proposals: [...one.proposals, ...other.proposals].sort(comparePlaces).slice(0, limit),
    count: one.count === null ? null : one.count + other.count!,
    facets: one.facets && facetsTogether(one.facets, other.facets!),
    loosened: one.loosened && loosenedTogether(one.loosened, other.loosened!),
  };
}

function facetsTogether(one: FacetCounts, other: FacetCounts): FacetCounts {
  return {
    kind: sum(one.kind, other.kind),
    policy: sum(one.policy, other.policy),
    language: sum(one.language, other.language),
    county: sum(one.county, other.county),
    availability: sum(one.availability, other.availability),
  };
}

function sum(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) {
  const sums = new Map(one);
  for (const [word, count] of other) sums.set(word, (sums.get(word) ?? 0) + count);
  return sums;
}
