import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import {
  compileClause,
  compileSeeker,
  judge,
  outcomeOf,
  type CriterionKind,
  type Rule,
  type Rules,
  type Seeker,
} from '../../src/eligibility/index.js';
import { storedTerms } from '../../src/eligibility/criterion.js';
import { kinds, land, lessTold, rulesOf, someSeeker } from '../support/eligibility.js';
import { enter, listingRow, optionRow, organizationRow } from '../support/oracle/enter.js';
import { oracle, type SeekerFacts } from '../support/oracle/index.js';
import { copyOfTemplate } from '../support/template.js';

/*
 * The rules of the sample network are those that people write. These are any there can be: all stances
 * beside one another, of a listing and its unit, also such as contradict each other.
 */

const proving = process.env['HARBORLIGHT_PROVE'] === 'yes';
const LISTINGS = proving ? 2_000 : 400;
const SEEKERS = proving ? 100 : 20;
/** So many kinds of rules a listing speaks of, beside the household, of which there is most to say. */
const KINDS = 6;
const others = kinds.filter((kind) => kind !== 'HOUSEHOLD');
const regions = ['reg_north', 'reg_south'];

/** Slow SQL takes terms as they stand; what it cannot read, it does not know for such. */
const isReadable = ({ kind, terms }: Rule) => storedTerms(kind, terms) !== null;
const someRules: fc.Arbitrary<[CriterionKind, Rules][]> = fc
  .shuffledSubarray(others, { minLength: KINDS, maxLength: KINDS })
  .chain((spoken) =>
    fc.tuple(
      ...['HOUSEHOLD' as const, ...spoken].map((kind) =>
        fc.tuple(fc.constant(kind), rulesOf(kind)),
      ),
    ),
  )
  .map((all) =>
    all.map(([kind, { listing, unit }]) => [
      kind,
      { listing: listing.filter(isReadable), unit: unit.filter(isReadable) },
    ]),
  );

/** One and the same rule may name one of her children and not the other: drawn at random that is seldom. */
const mother: Seeker = {
  children: [
    { age: 14, gender: 'WOMAN' },
    { age: 18, gender: 'MAN' },
  ],
};

const seed = Math.floor(Math.random() * 2 ** 31);
const listings = fc.sample(someRules, { numRuns: LISTINGS, seed }).map((rules, index) => ({
  id: `hou_any${index}`,
  rules,
}));
const database = await copyOfTemplate();

const rowsOf = (listing: string, unit: string | null, rules: readonly Rule[]) =>
  rules.map(({ kind, stance, terms }, position) => ({
    id: `${unit ?? listing}#${kind}${position}`,
    listing_id: listing,
    unit_id: unit,
    position,
    kind,
    stance,
    terms,
  }));

before(() =>
  enter(database.read, {
    region: regions.map((id) => ({ id, slug: id, name: id, standing: 'SAMPLE' })),
    region_county: regions.flatMap((id) =>
      land.countiesOfRegion(id)!.map((county) => ({ region_id: id, county_fips: county })),
    ),
    organization: [organizationRow('org_any')],
    listing: listings.map(({ id }) => listingRow(id, 'org_any')),
    housing_option: listings.map(({ id }) => optionRow(id, 'SAFE_HOUSE')),
    unit: listings.map(({ id }) => ({ id: `${id}/0`, listing_id: id, position: 0, name: 'Beds' })),
    criterion: listings.flatMap(({ id, rules }) =>
      rules.flatMap(([, { listing, unit }]) => [
        ...rowsOf(id, null, listing),
        ...rowsOf(id, `${id}/0`, unit),
      ]),
    ),
  }),
);
after(() => database.close());

const names = ['MET', 'UNKNOWN', 'NOT_MET', undefined];

/** The outcome by each of the two forms in process. */
function outcomesOf(kind: CriterionKind, rules: Rules, seeker: Seeker) {
  const compact = outcomeOf(compileClause({ kind, ...rules }, land), compileSeeker(seeker));
  const [finding] = judge(rules, seeker, land);
  return { explained: finding?.outcome, why: finding?.because.why, compact: names[compact] };
}

test(`of any rules at all the three say the same, ${LISTINGS} listings and ${SEEKERS} seekers`, async () => {
  const differences: string[] = [];
  const seen = new Map<string | undefined, number>();
  let parted = 0;
  const drawn = fc.sample(someSeeker.chain(lessTold), { numRuns: SEEKERS, seed });
  for (const seeker of [...drawn, mother]) {
    const slow = await oracle.verdicts(database, seeker as SeekerFacts);
    const said = new Map(slow.map(({ listing, outcomes }) => [listing, outcomes]));
    for (const { id, rules } of listings) {
      for (const [kind, of] of rules) {
        const { explained, why, compact } = outcomesOf(kind, of, seeker);
        const bySql = said.get(id)![kind];
        seen.set(explained, (seen.get(explained) ?? 0) + 1);
        if (why === 'SOME_OUTSIDE') parted += 1;
        if (explained === compact && explained === bySql) continue;
        differences.push(
          JSON.stringify({ kind, explained, compact, bySql, rules: of, seeker, seed }),
        );
      }
    }
  }
  assert.deepEqual(differences.slice(0, 1), [], `${differences.length} differences`);
  assert.ok(parted > LISTINGS / 100, `only ${parted} take some children and not others`);
  for (const outcome of names) assert.ok(seen.get(outcome)! > LISTINGS, `hardly ever ${outcome}`);
});
