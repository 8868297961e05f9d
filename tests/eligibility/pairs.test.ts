import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  compileClause,
  compileSeeker,
  judge,
  outcomeOf,
  verdictOf,
  type Clause,
  type Rule,
  type Seeker,
} from '../../src/eligibility/index.js';
import { sql } from '../../src/kernel/index.js';
import { readLand } from '../../src/placement/rows.query.js';
import { someoneOf } from '../support/asked-of-network.js';
import { openDirectory } from '../support/directory.js';
import { oracle } from '../support/oracle/index.js';

const PAIRS = process.env['HARBORLIGHT_PROVE'] === 'yes' ? 100_000 : 10_000;

const { database } = await openDirectory();
const { read } = database;
const land = await readLand(read);
const nations = await read.rows<{ id: string }>(sql`select id from pub.tribal_nation order by id`);
const clauses = new Map(
  (
    await read.rows<Pick<Clause, 'kind'> & { id: number; rules: Omit<Clause, 'kind'> }>(
      sql`select id, kind, rules from pub.clause`,
    )
  ).map(({ id, kind, rules }) => [id, compileClause({ kind, ...rules }, land)]),
);
type Told = { id: string; rules: Rule[]; units: { eligibility: Rule[] }[]; clauses: number[][] };
const listings = await read.rows<Told>(sql`
  select p.listing_id as id, d.eligibility as rules, d.units,
    (select json_agg(u -> 'clauses') from json_array_elements(p.row -> 'units') u) as clauses
  from pub.placement p join pub.listing_detail d using (listing_id)`);
/** Every unit of the network; a service, or an option without units, is one. */
const units = listings.flatMap(({ id, rules, units: named, clauses: numbers }) =>
  numbers.map((numbersOfUnit, position) => ({
    key: `${id} ${position}`,
    rules: { listing: rules, unit: named[position]?.eligibility ?? [] },
    clauses: numbersOfUnit.map((number) => clauses.get(number)!),
  })),
);

function compactVerdict(unit: (typeof units)[number], seeker: Seeker) {
  const compiled = compileSeeker(seeker);
  const outcomes = new Set(unit.clauses.map((clause) => outcomeOf(clause, compiled)));
  return outcomes.has(2) ? 'NOT_ELIGIBLE' : outcomes.has(1) ? 'ASK' : 'ELIGIBLE';
}

test(`the compact form, the explained form and slow SQL agree, ${PAIRS} pairs of unit and seeker`, async () => {
  const seekers = Math.ceil(PAIRS / units.length);
  const verdicts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(someoneOf(nations.map(({ id }) => id)), async (seeker) => {
      const slow = await oracle.verdicts(database, seeker);
      assert.equal(slow.length, units.length);
      const said = new Map(slow.map((row) => [`${row.listing} ${row.unit}`, row.verdict]));
      for (const unit of units) {
        const readable = verdictOf(judge(unit.rules, seeker, land));
        assert.equal(compactVerdict(unit, seeker), readable, `compact: ${unit.key}`);
        assert.equal(said.get(unit.key), readable, `slow SQL: ${unit.key}`);
        verdicts.set(readable, (verdicts.get(readable) ?? 0) + 1);
      }
    }),
    { numRuns: seekers },
  );
  assert.deepEqual([...verdicts.keys()].sort(), ['ASK', 'ELIGIBLE', 'NOT_ELIGIBLE']);
});
