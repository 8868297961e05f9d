import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from '../../src/kernel/index.js';
import { prepareServices } from '../../src/placement/prepare.query.js';
import { verdictRanks } from '../../src/placement/question.js';
import {
  forOracle,
  silentFor,
  someAsked,
  someLimit,
  someServicesInput,
} from '../support/asked-of-network.js';
import { openBothForms } from '../support/both-forms.js';
import { openDirectory } from '../support/directory.js';
import { oracle } from '../support/oracle/index.js';
import { surelyFirst, toTheMetreOf } from '../support/to-the-metre.js';

const SEARCHES = process.env['HARBORLIGHT_PROVE'] === 'yes' ? 500 : 40;
const LAND_METERS = 60_000;
const SERVICE_METERS = 100_000;

const directory = await openDirectory();
const { database } = directory;
// What the sample network lacks: land (around each seat), a nation's service counties, a region that was.
await database.read.rows(sql`
  with land as (
    insert into pub.tribal_area (geoid, name, boundary, source, imported_at)
    select n.land_geoids[1], n.name,
      st_multi(st_buffer(n.seat_point, ${LAND_METERS}::float8)::geometry)::geography, '', now()
    from org.tribal_nation n),
  service_county as (
    insert into org.nation_county (nation_id, county_fips, how)
    select n.id, c.fips, 'SERVICE_COUNTY' from org.tribal_nation n
    join pub.county c on st_dwithin(c.boundary, n.seat_point, ${SERVICE_METERS}::float8) where c.state = 'WI')
  update org.region set effective_to = '2020-01-01' where slug = 'southwest'`);
const { indexed, both, questionOf: prepared, nations } = await openBothForms(directory);

const questionOf = prepared(prepareServices);

test(`services are found as the slow oracle finds them, ${SEARCHES} random searches`, async () => {
  const found = { anywhere: 0, near: 0, serving: 0 };
  const someQuestion = [someServicesInput(nations), someAsked, someLimit, fc.nat()] as const;
  const asking = fc.assert(
    fc.asyncProperty(...someQuestion, async (input, besides, limit, pick) => {
      const { question, seeker, clock } = await questionOf(input, besides, limit);
      const { proposals, count } = await both(question);
      const slow = await oracle.services(database, forOracle(input), clock, silentFor(seeker));
      const ours = proposals.map(({ id, verdict, band, meters }) => ({
        id,
        verdict: verdictRanks[verdict]!,
        band,
        meters,
      }));
      const sure = surelyFirst(slow, limit);
      assert.deepEqual(toTheMetreOf(slow, ours).slice(0, sure), slow.slice(0, sure));
      assert.equal(ours.length, Math.min(limit, slow.length));
      assert.equal(count, besides.includes('totalCount') ? slow.length : null);
      const reach = input.reach === 'SERVES_HERE' ? 'serving' : 'near';
      found[input.at ? reach : 'anywhere'] += sure;
      if (ours.length === 0) return;
      const last = pick % ours.length;
      const next = await both({ ...question, after: proposals[last]! });
      assert.equal(next.proposals.length, Math.min(limit, slow.length - last - 1));
    }),
    { numRuns: SEARCHES },
  );
  // Whatever comes of it: an index that follows would keep the process from ending.
  await asking.finally(() => indexed.stop());
  const total = found.anywhere + found.near + found.serving;
  assert.ok(total > SEARCHES, `${total} found: too few to say anything`);
  for (const how of ['near', 'serving'] as const) {
    assert.ok(found[how] > SEARCHES / 10, `${found[how]} found ${how}: too few to say anything`);
  }
});
