import { sql, type Reader } from '../../../src/kernel/index.js';
import { listingRow, optionRow, organizationRow, type SourceRows } from './enter.js';
import type { SeekerFacts } from './facts.js';

export interface CaseRule {
  criterion: string;
  stance: string;
  values: Record<string, unknown>;
}

/** One of the acceptance cases, as `cases/eligibility.json` writes it. */
export interface EligibilityCase {
  id: string;
  why: string;
  listing: {
    kind: string;
    summary: string;
    criteria: CaseRule[];
    units?: { name: string; criteria: CaseRule[]; bedsOpen?: number | null }[];
  };
  seeker: Omit<SeekerFacts, 'nations'> & { nations?: ({ nation: string } & object)[] };
  verdict: 'ELIGIBLE' | 'ASK' | 'NOT_ELIGIBLE';
  reasons: { criterion: string; outcome: 'MET' | 'UNKNOWN' | 'NOT_MET' }[];
  mustNot?: string[];
}

/**
 * The cases name nations and regions by what people call them; rules and seekers name them by id.
 */
export interface Ids {
  nation(name: string): string;
  region(slug: string): string;
}

export async function readIds(read: Reader): Promise<Ids> {
  const rows = await read.rows<{ name: string; id: string }>(
    sql`select name, id from org.tribal_nation union all select slug, id from org.region`,
  );
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  const known = (name: string) => {
    const id = ids.get(name);
    if (!id) throw new Error(`No nation or region is called ${name}.`);
    return id;
  };
  return { nation: known, region: known };
}

export function seekerOf({ seeker }: EligibilityCase, ids: Ids): SeekerFacts {
  const { nations, ...rest } = seeker;
  if (!nations) return rest;
  return {
    ...rest,
    nations: nations.map(({ nation, ...facts }) => ({ nationId: ids.nation(nation), ...facts })),
  };
}

function termsOf({ values }: CaseRule, ids: Ids): Record<string, unknown> {
  const { nations, regions, statuses } = values;
  return {
    ...values,
    ...(Array.isArray(nations) && { nations: (nations as string[]).map(ids.nation) }),
    ...(Array.isArray(regions) && { regions: (regions as string[]).map(ids.region) }),
    ...(Array.isArray(statuses) && statuses.includes('ANY') && { statuses: 'ANY' }),
  };
}

/** The id under which a case's listing is entered. */
export const listingOf = ({ id }: EligibilityCase) => `hou_${id}`;

/** Every case's listing, its units and its rules, as rows of the source tables. */
export function rowsOfCases(cases: readonly EligibilityCase[], ids: Ids): SourceRows {
  const organization = 'org_cases';
  const units = cases.flatMap((one) =>
    (one.listing.units ?? []).map(({ name, criteria }, position) => {
      const listing = listingOf(one);
      return {
        row: { id: `${listing}/${position}`, listing_id: listing, position, name },
        criteria,
      };
    }),
  );
  const rules = [
    ...cases.map((one) => ({
      listing: listingOf(one),
      unit: null,
      criteria: one.listing.criteria,
    })),
    ...units.map(({ row, criteria }) => ({ listing: row.listing_id, unit: row.id, criteria })),
  ];
  return {
    organization: [organizationRow(organization)],
    listing: cases.map((one) => listingRow(listingOf(one), organization)),
    housing_option: cases.map((one) => optionRow(listingOf(one), one.listing.kind)),
    unit: units.map(({ row }) => row),
    criterion: rules.flatMap(({ listing, unit, criteria }) =>
      criteria.map((rule, position) => ({
        id: `${unit ?? listing}#${position}`,
        listing_id: listing,
        unit_id: unit,
        position,
        kind: rule.criterion,
        stance: rule.stance,
        terms: termsOf(rule, ids),
      })),
    ),
  };
}
