import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { refusalCodes } from '../../src/kernel/index.js';
import { enrol } from '../support/second-factors.js';
import {
  cameIn,
  invites,
  lantern,
  linkBy,
  named,
  openToday,
  TODAY,
} from '../support/coordinator.js';
import {
  ReportAvailabilityDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  RevokePersonDocument,
  TightenDisclosureDocument,
} from '../support/documents.js';
import { PASSWORD } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { tryPage } from '../support/try-page.js';
import { CANARY } from '../support/vaults.js';

const directory = await openToday();
const house = await lantern(directory);
const told = await shelter(directory.database, {
  site: toldSite({ ...CANARY, lines: ['9 Sample Way'] }),
  listed: { name: 'Heron Sample rooms', howToApply: 'Come to 9 Sample Way.' },
});
// What they are told of who came, newest first, is of different moments.
const hoursAgo = (hours: number) => directory.setNow(new Date(TODAY.getTime() - hours * 3_600_000));
hoursAgo(2);
const cora = await named(directory, 'Cora', 'COORDINATOR', house.organization);
const hanna = await named(directory, 'Hanna', 'COORDINATOR', told.organization);
hoursAgo(1);
const link = await linkBy(directory, cora, 'Dora', house.organization);
directory.setNow(TODAY);
const dora = await cameIn(directory, 'Dora', link);
const { headers } = cora;
const KEY = '8f0e4c1e-6f0a-4bb4-9a3c-2d6f1c7f5a10';
const reason = 'Somebody asks around for us.';

test('the page says of every code what it means', () => {
  const path = join(import.meta.dirname, '../../../docs/coordinators/when-something-goes-wrong.md');
  const [, table] = readFileSync(path, 'utf8').split('## What a refusal means');
  const said = [...table!.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, code]) => code);
  assert.deepEqual(said.toSorted(), refusalCodes.toSorted());
});

tryPage('when-something-goes-wrong.md', directory, {
  'Tell less, at once': async ({ asks, refuses }) => {
    const tightening = (id: string, more: object = {}) => ({
      input: { id, to: 'OWN' as const, reason, ...more },
    });
    const withheldReason = 'CONFIDENTIAL_SHELTER' as const;
    const street = { to: 'STREET_WITHHELD' as const };
    for (const [id, more] of [
      [house.listing, {}],
      [told.listing, {}],
      [house.listing, { reason: 'Now.' }],
    ] as const) {
      await refuses(headers, TightenDisclosureDocument, tightening(id, more));
    }
    await refuses(hanna.headers, TightenDisclosureDocument, tightening(told.location, street));
    const leading = tightening(told.location, { ...street, withheldReason });
    await refuses(hanna.headers, TightenDisclosureDocument, leading);
    await asks(hanna.headers, { 'hou_…': told.listing });
    await asks(hanna.headers, { 'loc_…': told.location });
  },
  'Let somebody go': async ({ asks, refuses }) => {
    const { body } = await asks<{ viewer: { notices: { nodes: [{ personId: string }] } } }>(
      headers,
    );
    const { personId } = body.data!.viewer.notices.nodes[0];
    await asks(headers, { 'acc_…': personId, 'org_…': house.organization });
    const again = { input: { personId: dora.id } };
    await refuses(headers, RevokePersonDocument, again);
  },
  'You lost your phone': async ({ asks }) => {
    const { recoveryCodes } = await enrol(directory, cora, TODAY);
    await asks(
      {},
      {
        'four or five words of your own': PASSWORD,
        'k3vd-7m2q-9xtp-04hw': recoveryCodes[0]!,
      },
    );
  },
  'Bring back what it said before': async ({ asks, refuses }) => {
    const input = { id: house.listing, version: 1, fees: 'Ten dollars.' };
    await directory.ask(ReviseHousingDocument, { input }, cora.headers);
    const restoring = (more: object) => ({
      input: { id: house.listing, version: 2, asOfVersion: 1, reason, ...more },
    });
    await refuses(cora.headers, RestoreListingDocument, restoring({ asOfVersion: 2 }));
    const dee = await invites(directory, cora, 'Dee', house.organization);
    await refuses(dee.headers, RestoreListingDocument, restoring({}));
    await asks(cora.headers, { 'hou_…': house.listing });
    await refuses(cora.headers, RestoreListingDocument, restoring({}));
  },
  'You are not sure whether it was done': async ({ asks }) => {
    await asks(cora.headers, { 'unt_…': house.unit });
    const input = { unitId: house.unit, accepting: true, bedsOpen: 1, idempotencyKey: KEY };
    const { body } = await directory.ask(ReportAvailabilityDocument, { input }, cora.headers);
    assert.deepEqual(body.data!.reportAvailability!.userErrors, []);
    const reports = await directory.database
      .em()
      .execute('select 1 from org.availability_report where unit_id = ?', [house.unit]);
    assert.equal(reports.length, 1);
  },
});
