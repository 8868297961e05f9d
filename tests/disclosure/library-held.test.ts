import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openDirectory } from '../support/directory.js';
import {
  PublishMaterialDocument,
  ReviseConveningDocument,
  ReviseMaterialDocument,
  ScheduleConveningDocument,
  type PublishMaterialInput,
  type ScheduleConveningInput,
} from '../support/documents.js';
import { comeIn } from '../support/people.js';
import { sharedFile, withoutShared } from '../support/shared-data.js';
import { houseAndOffice, shelter } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('library-held')) };
const directory = await openDirectory({ database });
/** Its one place is withheld. */
const home = await shelter(database, { exact: CANARY });
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
/** Its office is told. */
const office = await shelter(database, {
  exact: CANARY,
  said: {
    locations: houseAndOffice(CANARY),
  },
});
const otto = await comeIn(directory, 'COORDINATOR', office.organization);

const CASES = 'cases/address-linter.json';
/** They repeat nothing of any door, and lead to one by their form alone. */
const LEADING = ['landmark', 'transit', 'w3w', 'place_id'];
const REFUSED_MIN = 0.9;
const casesOf = (kind: string) =>
  (
    JSON.parse(readFileSync(sharedFile(CASES), 'utf8')) as {
      leaking: { id: string; leak: string; text: string }[];
    }
  ).leaking.filter(({ leak }) => leak === kind);
const own = [
  'The house across from the water tower, with the red door.',
  'Take bus 14 to Larkin Station and walk one block east.',
  'what3words: candle.orbit.meadow',
  'Ask the county for parcel 22-1180-044.',
];

const material: PublishMaterialInput = {
  organizationId: home.organization,
  title: 'A poster',
  kind: 'POSTER',
  audiences: ['PUBLIC'],
  language: 'en',
  url: 'https://example.org/poster.pdf',
};
const convening: ScheduleConveningInput = {
  hostIds: [home.organization],
  title: 'A table',
  topic: 'A test',
  startsAt: '2026-10-14T00:00:00Z',
  endsAt: '2026-10-14T02:00:00Z',
  timeZone: 'America/Chicago',
};
interface Answered {
  userErrors: readonly { field?: string | null }[];
}
const fieldOf = (answered: Answered | null | undefined) => answered!.userErrors[0]?.field ?? null;
const publish = async (given: Partial<PublishMaterialInput>, { headers } = cora) => {
  const input = { ...material, ...given };
  const { body } = await directory.ask(PublishMaterialDocument, { input }, headers);
  return body.data!.publishMaterial!;
};
const schedule = async (given: Partial<ScheduleConveningInput>, { headers } = cora) => {
  const input = { ...convening, ...given };
  const { body } = await directory.ask(ScheduleConveningDocument, { input }, headers);
  return body.data!.scheduleConvening!;
};
const made = {
  material: (await publish({})).material!,
  convening: (await schedule({})).convening!,
};
const revise = async (description: string) => {
  const { id, version } = made.material;
  const input = { id, version: version!, description };
  const { body } = await directory.ask(ReviseMaterialDocument, { input }, cora.headers);
  return body.data!.reviseMaterial!;
};
const reschedule = async (description: string) => {
  const { id, version } = made.convening;
  const input = { id, version: version!, description };
  const { body } = await directory.ask(ReviseConveningDocument, { input }, cora.headers);
  return body.data!.reviseConvening!;
};
/** Each way to write a description of what is in the library. */
const ways: Record<string, (description: string) => Promise<Answered>> = {
  'a material published': (description) => publish({ description }),
  'a material revised': revise,
  'a convening scheduled': (description) => schedule({ description }),
  'a convening revised': reschedule,
};

for (const [called, write] of Object.entries(ways)) {
  test(`what leads to a place is refused where the organization has no other: ${called}`, async () => {
    for (const text of own)
      assert.match(fieldOf(await write(text)) ?? 'told', /description$/, text);
  });

  for (const kind of LEADING)
    test(
      `… in the words of others: ${kind}, ${called}`,
      { skip: withoutShared(CASES) },
      async () => {
        const cases = casesOf(kind);
        const told: string[] = [];
        for (const { id, text } of cases) if (fieldOf(await write(text)) === null) told.push(id);
        assert.ok(cases.length > 0);
        assert.ok(told.length <= cases.length * (1 - REFUSED_MIN), told.join());
      },
    );
}

test('where it is, and its title, are held as its description is', async () => {
  const [landmark, , threeWords] = own as [string, string, string];
  assert.match(fieldOf(await schedule({ location: landmark })) ?? 'told', /location$/);
  assert.match(fieldOf(await publish({ title: threeWords })) ?? 'told', /title$/);
});

test('an organization that tells an office may say how that is found', async () => {
  for (const description of own) {
    const organizationId = office.organization;
    assert.equal(fieldOf(await publish({ organizationId, description }, otto)), null);
    assert.equal(fieldOf(await schedule({ hostIds: [organizationId], description }, otto)), null);
  }
});
