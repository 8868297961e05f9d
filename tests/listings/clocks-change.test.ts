import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportAvailability } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { OpenOfOrganizationDocument } from '../support/documents.js';
import { shelter } from '../support/shelters.js';

const directory = await openDirectory();
const { organization, listing } = await shelter(directory.database, {
  listed: {
    hours: {
      timeZone: 'America/Chicago',
      weekly: [
        { day: 'SATURDAY', opens: '18:00', closes: '02:00' },
        { day: 'SUNDAY', opens: '02:30', closes: '06:00' },
      ],
    },
  },
});

/** What a list says at a moment, and whether the filter of what is open agrees. */
async function at(moment: string) {
  directory.setNow(new Date(moment));
  const ask = async (openNow: boolean | null) =>
    (await directory.data(OpenOfOrganizationDocument, { organizationId: organization, openNow }))
      .housingOptions!.nodes;
  const [[option], open, closed] = [await ask(null), await ask(true), await ask(false)];
  assert.deepEqual([open.length, closed.length], option!.hours!.openNow ? [1, 0] : [0, 1], moment);
  return option!;
}

test('what is open in a night in which the clocks change, a list and its filter say alike', async () => {
  for (const [moment, openNow, nextOpening] of [
    // Twice from 01:00 to 02:00.
    ['2026-11-01T06:59:00Z', true, null],
    ['2026-11-01T07:01:00Z', true, null],
    ['2026-11-01T08:00:00Z', false, '2026-11-01T08:30:00.000Z'],
    ['2026-11-01T08:30:00Z', true, null],
    ['2026-11-01T12:00:00Z', false, '2026-11-08T00:00:00.000Z'],
    // From 02:00 to 03:00 never.
    ['2027-03-14T07:59:00Z', true, null],
    ['2027-03-14T08:00:00Z', true, null],
    ['2027-03-14T11:00:00Z', false, '2027-03-20T23:00:00.000Z'],
  ] as const) {
    const { hours } = await at(moment);
    assert.deepEqual(hours, { openNow, nextOpening }, moment);
  }
});

test('a report made in such a night holds for its twelve hours, neither eleven nor thirteen', async () => {
  const [unit] = await directory.database.read.rows<{ id: string }>(
    sql`select id from org.unit where listing_id = ${listing}`,
  );
  for (const night of ['2026-11-01T05:00:00.000Z', '2027-03-14T06:00:00.000Z']) {
    directory.setNow(new Date(night));
    await directory.change((changing) =>
      reportAvailability(
        { unitId: unit!.id, accepting: true, bedsOpen: 2, bedsTotal: 4, waitlist: false },
        changing,
      ),
    );
    const after = (hours: number, ms = 0) =>
      new Date(Date.parse(night) + hours * 3_600_000 + ms).toISOString();
    const { availability } = await at(after(12, -1));
    assert.deepEqual(availability, { state: 'OPEN', goodUntil: after(12), freshness: 'AGING' });
    assert.equal((await at(after(12))).availability.state, 'UNKNOWN');
  }
});
