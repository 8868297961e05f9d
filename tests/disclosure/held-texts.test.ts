import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorOf } from '../../src/disclosure/doors.js';
import { holdNoted, type ExactAddress } from '../../src/disclosure/index.js';
import { listHousing, type ListHousing } from '../../src/housing/index.js';
import { sql, type Viewer } from '../../src/kernel/index.js';
import { tightenDisclosure } from '../../src/disclosure/tighten-disclosure.command.js';
import { publishMaterial, scheduleConvening } from '../../src/library/index.js';
import { confirmListing } from '../../src/listings/index.js';
import { registerOrganization, type RegisterOrganization } from '../../src/organizations/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { listService } from '../../src/services/index.js';
import { openDirectory } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  ProposeDisclosureDocument,
  TightenDisclosureDocument,
} from '../support/documents.js';
import { sampleHousing, sampleOrganization } from '../support/makers.js';
import { comeIn } from '../support/people.js';
import { houseAndOffice, shelter, toldSite, type Shelter } from '../support/shelters.js';
import { onPostgresql } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';
import { until, waitsForLock } from '../support/wait.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('held-texts')) };
const directory = await openDirectory({ database, log: 'debug' });
const { read } = database;
const WAIT_MS = 10_000;
const STREET = 'Come to 4711 Zugunruhe Hollow and ring.';
const LANDMARK = 'The house across from the water tower, with the red door.';
const hours = (notes: string) => ({ timeZone: 'America/Chicago', weekly: [], notes });
const contact = (said: object) => ({
  purpose: 'INTAKE' as const,
  name: 'Intake desk',
  phones: [],
  languages: [],
  ...said,
});
const phone = (note: string) => ({ number: '218-555-0177', kind: 'VOICE' as const, note });

interface Refused {
  code: string;
  field: string;
  message: string;
}
/** How a change was turned down; nothing of the door is in it. */
async function refused(work: Promise<unknown>): Promise<Refused | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const { code, field, message } = error as Refused;
    assert.doesNotMatch(message, /Zugunruhe|4711|water tower/i);
    return { code, field, message };
  }
}
const fieldOf = async (work: Promise<unknown>) => {
  const found = await refused(work);
  if (found) assert.equal(found.code, 'INVALID', found.message);
  return found?.field ?? null;
};

const home = await shelter(database, { exact: CANARY });
const relist = (changes: Partial<ListHousing>, on = database, of: Shelter = home) =>
  inOne(on, (sealing) =>
    listHousing(
      { ...sampleHousing(of.organization), id: of.listing, siteIds: [of.location], ...changes },
      sealing,
    ),
  );
const again = (changes: Partial<RegisterOrganization>, on = database) =>
  inOne(on, (sealing) =>
    registerOrganization({ ...sampleOrganization, id: home.organization, ...changes }, sealing),
  );

const inListing: [field: string, changes: Partial<ListHousing>][] = [
  ['name', { name: STREET }],
  ['summary', { summary: STREET }],
  ['description', { description: STREET }],
  ['eligibilityNotes', { eligibilityNotes: STREET }],
  ['fees', { fees: STREET }],
  ['howToApply', { howToApply: STREET }],
  ['requiredDocuments.1', { requiredDocuments: ['A paper', STREET] }],
  ['statusReason', { status: 'PAUSED', statusReason: STREET }],
  ['hours.notes', { hours: hours(STREET) }],
  ['intake.notes', { intake: hours(STREET) }],
  ['policies.0.note', { policies: [{ policy: 'WALK_IN', holds: true, note: STREET }] }],
  ['phones.0.note', { phones: [phone(STREET)] }],
  ['contacts.0.name', { contacts: [contact({ name: STREET })] }],
  ['contacts.0.title', { contacts: [contact({ title: STREET })] }],
  ['contacts.0.email', { contacts: [contact({ email: '4711-zugunruhe-hollow@example.org' })] }],
  ['contacts.0.hours.notes', { contacts: [contact({ hours: hours(STREET) })] }],
  ['contacts.0.phones.0.note', { contacts: [contact({ phones: [phone(STREET)] })] }],
  ['units.0.name', { units: [{ name: STREET, capacity: 1, eligibility: [] }] }],
];

test('every text of a listing is held against the door where it stands, and refused by its field', async () => {
  assert.equal(await fieldOf(relist({})), null, 'as it was, it may be told');
  for (const [field, changes] of inListing) assert.equal(await fieldOf(relist(changes)), field);
  assert.equal(await fieldOf(relist({ summary: LANDMARK })), 'summary');
  assert.match(
    (await refused(relist({ summary: STREET })))!.message,
    /^summary: Take out the street/,
  );
});

test('words that come with an act are held whatever they are called', async () => {
  // Where others of these names stand, they are codes.
  for (const name of ['reason', 'purpose', 'terms', 'address']) {
    const noted = (text: string) =>
      inOne(database, (sealing) => holdNoted(home.organization, { [name]: text }, null, sealing));
    assert.equal(await fieldOf(noted('A burst pipe.')), null);
    assert.equal(await fieldOf(noted(STREET)), `input.${name}`);
  }
});

test('of an organization too, and of its services that stand nowhere: what repeats the door', async () => {
  const inOrganization: [string, Partial<RegisterOrganization>][] = [
    ['name', { name: STREET }],
    ['description', { description: STREET }],
    ['website', { website: 'https://example.org/4711-zugunruhe-hollow' }],
    ['contacts.0.hours.notes', { contacts: [contact({ hours: hours(STREET) })] }],
    [
      'locations.0.name',
      {
        locations: [
          {
            street: 'WITHHELD',
            id: home.location,
            name: STREET,
            countyFips: '27137',
            withheldReason: 'BY_REQUEST',
          },
        ],
      },
    ],
  ];
  assert.equal(await fieldOf(again({})), null);
  for (const [field, changes] of inOrganization) assert.equal(await fieldOf(again(changes)), field);
  // It has no other place: whatever leads to one leads there.
  assert.equal(await fieldOf(again({ description: LANDMARK })), 'description');
  const { capacity: _, ...line } = { ...sampleHousing(home.organization), capacity: null };
  const {
    kind: _kind,
    operatedBy: _by,
    transportOffered: _offered,
    units: _units,
    ...common
  } = line;
  const service = (summary: string) =>
    inOne(database, (sealing) =>
      listService({ ...common, kinds: ['CRISIS_LINE'], summary }, sealing),
    );
  assert.equal(await fieldOf(service(STREET)), 'summary');
  assert.equal(await fieldOf(service(LANDMARK)), null, 'it does not say where the house is');
});

test('what it publishes, convenes and is confirmed by is held against it, too', async () => {
  const material = {
    organizationId: home.organization,
    title: 'A poster',
    kind: 'POSTER' as const,
    audiences: ['PUBLIC' as const],
    topics: [],
    language: 'en',
    url: 'https://example.org/poster',
    publishedAt: '2026-01-01',
  };
  const publish = (more: object) =>
    inOne(database, (sealing) => publishMaterial({ ...material, ...more }, sealing));
  assert.equal(await fieldOf(publish({ description: STREET })), 'description');
  assert.equal(await fieldOf(publish({ url: 'https://example.org/4711-zugunruhe-hollow' })), 'url');
  // It has no other place: whatever leads to one leads there.
  assert.equal(await fieldOf(publish({ description: LANDMARK })), 'description');
  const convening = {
    title: 'A table',
    topic: 'A test',
    hostIds: [home.organization],
    startsAt: new Date('2030-01-01T15:00:00Z'),
    endsAt: new Date('2030-01-01T16:00:00Z'),
    location: STREET,
  };
  assert.equal(
    await fieldOf(inOne(database, (sealing) => scheduleConvening(convening, sealing))),
    'location',
  );
  const confirmed = { listingId: home.listing, method: 'VISIT' as const, confirmedBy: STREET };
  assert.equal(
    await fieldOf(inOne(database, (sealing) => confirmListing(confirmed, sealing))),
    'confirmedBy',
  );
});

test('an organization with an office may say how that is found; not where the house is', async () => {
  const office = {
    ...CANARY,
    point: null,
    lines: ['12 Office Sample Street'],
    city: 'Duluth',
    postalCode: '55802',
  };
  const site = { ...toldSite(office), name: 'Office' };
  assert.equal(await fieldOf(again({ locations: [site], description: LANDMARK })), null);
  assert.equal(await fieldOf(again({ description: STREET })), 'description');
  assert.equal(
    await fieldOf(relist({ summary: LANDMARK })),
    'summary',
    'the listing stands at the house',
  );
});

test('an office that partners alone are told is none by which strangers could be led elsewhere', async () => {
  const office = await shelter(database, {
    exact: CANARY,
    said: {
      locations: houseAndOffice(CANARY),
    },
  });
  const say = () =>
    inOne(database, (sealing) =>
      registerOrganization(
        { ...sampleOrganization, id: office.organization, description: LANDMARK },
        sealing,
      ),
    );
  assert.equal(await fieldOf(say()), null);
  await database
    .em()
    .execute(
      `update org.location set disclosure = 'PARTNERS' where name = 'Office' and organization_id = ?`,
      [office.organization],
    );
  assert.equal(await fieldOf(say()), 'description');
});

test('where nothing is sealed no key is needed, and where something is, another key refuses', async () => {
  const unkept = await shelter(plain.database);
  assert.equal(await refused(relist({ summary: STREET }, plain.database, unkept)), null);
  const found = await refused(relist({}, plain.database));
  assert.equal(found!.code, 'UNAVAILABLE');
});

test('an address that is sealed is held against what its organization tells already', async () => {
  const texts: [what: string, said: (of: Shelter) => Promise<unknown>][] = [
    [
      'description',
      ({ listing }) =>
        database
          .em()
          .execute('update org.listing set description = ? where id = ?', [STREET, listing]),
    ],
    [
      'units.0.name',
      ({ listing }) =>
        database
          .em()
          .execute('update org.unit set name = ? where listing_id = ?', [STREET, listing]),
    ],
    [
      'intake.notes',
      ({ listing }) =>
        database
          .em()
          .execute('update org.housing_option set intake = ? where listing_id = ?', [
            JSON.stringify({ ...hours(STREET), week: [] }),
            listing,
          ]),
    ],
    [
      'phones.0.note',
      ({ listing }) =>
        database
          .em()
          .execute('update org.phone set note = ? where listing_id = ?', [STREET, listing]),
    ],
    [
      'description',
      ({ organization }) =>
        database.em().execute(
          `insert into org.material (id, organization_id, title, kind, audiences, language, url, description,
             published_at, created_at, updated_at)
           values ('mat_' || right(?, 22), ?, 'A poster', 'POSTER', '{PUBLIC}', 'en', 'https://example.org', ?,
             '2026-01-01', now(), now())`,
          [organization, organization, STREET],
        ),
    ],
    [
      'contacts.0.phones.0.note',
      ({ listing }) =>
        database.em().execute(
          `with added as (insert into org.contact (id, listing_id, position, purpose, name)
             values ('con_' || right(?, 22), ?, 0, 'INTAKE', 'Desk') returning id)
           insert into org.phone (id, contact_id, position, number, display, kind, note)
           select 'pho_' || right(id, 22), id, 0, '988', '988', 'VOICE', ? from added`,
          [listing, listing, STREET],
        ),
    ],
  ];
  for (const [what, said] of texts) {
    const told = await shelter(database);
    await said(told);
    const seal = (exact?: ExactAddress) =>
      inOne(database, (sealing) =>
        registerOrganization(
          {
            ...sampleOrganization,
            id: told.organization,
            locations: [
              {
                street: 'WITHHELD',
                id: told.location,
                name: 'House',
                countyFips: '27137',
                withheldReason: 'BY_REQUEST',
                ...(exact ? { exact } : {}),
              },
            ],
          },
          sealing,
        ),
      );
    assert.equal(await refused(seal()), null);
    const found = await refused(seal(CANARY));
    assert.equal(found?.field, 'locations', what);
    assert.match(found.message, new RegExp(`^\\w+_[\\w-]+, ${what}: Take out the street`));
    assert.equal(
      (await read.rows(sql`select from conf.sealed_address where location_id = ${told.location}`))
        .length,
      0,
      'nothing of a refused change is kept',
    );
  }
});

test('a street is withheld only where no told text leads to it; a listing told to its own first lets it go', async () => {
  const told = await shelter(database, { site: toldSite(CANARY), listed: { description: STREET } });
  const ann = await comeIn(directory, 'COORDINATOR', told.organization);
  const bea = await comeIn(directory, 'COORDINATOR', told.organization);
  const tighten = async (input: object) => {
    const why = { reason: 'It must not be known any more.' };
    const { body, text } = await directory.ask(
      TightenDisclosureDocument,
      { input: { ...why, ...input } as never },
      ann.headers,
    );
    return { text, ...body.data!.tightenDisclosure! };
  };
  const withhold = () =>
    tighten({ id: told.location, to: 'STREET_WITHHELD', withheldReason: 'CONFIDENTIAL_SHELTER' });
  const first = await withhold();
  assert.deepEqual(first.userErrors[0]!.field, 'input.to');
  assert.match(
    first.userErrors[0]!.message,
    /, description: Take out the street.*tightenDisclosure to OWN/,
  );
  assert.doesNotMatch(first.text, /Zugunruhe|4711/);
  assert.ok((await tighten({ id: told.listing, to: 'OWN' })).disclosed);
  assert.ok((await withhold()).disclosed);
  // And back again only without the street.
  const input = { id: told.listing, to: 'PUBLISHED' as const, reason: 'It is to be found again.' };
  const { body } = await directory.ask(ProposeDisclosureDocument, { input }, ann.headers);
  const proposalId = body.data!.proposeDisclosure!.proposal!.id;
  const approve = async () =>
    (await directory.ask(ApproveDisclosureDocument, { input: { proposalId } }, bea.headers)).body
      .data!.approveDisclosure!;
  const turned = await approve();
  assert.match(turned.userErrors[0]!.message, /, description: Take out the street/);
  await database
    .em()
    .execute(`update org.listing set description = 'Beds.' where id = ?`, [told.listing]);
  assert.equal((await approve()).proposal!.state, 'APPROVED');
});

if (onPostgresql()) {
  test('a listing is not told while a street of its organization is being withheld to which it leads', async () => {
    const told = await shelter(database, {
      site: toldSite(CANARY),
      // It stands elsewhere, so that nothing of it is written when the street is withheld.
      listed: { disclosure: 'OWN', description: STREET, siteIds: [] },
    });
    const [ann, bea] = [
      await comeIn(directory, 'COORDINATOR', told.organization),
      await comeIn(directory, 'COORDINATOR', told.organization),
    ];
    const reason = 'It is to be found again.';
    const input = { id: told.listing, to: 'PUBLISHED' as const, reason };
    const { body } = await directory.ask(ProposeDisclosureDocument, { input }, ann.headers);
    const proposalId = body.data!.proposeDisclosure!.proposal!.id;
    const annHerself: Viewer = {
      kind: 'COORDINATOR',
      id: ann.id,
      name: 'Ann',
      roles: [{ role: 'COORDINATOR', organizationId: told.organization }],
      owesSecondFactor: false,
    };
    const approved = await inOne(database, async (sealing) => {
      await tightenDisclosure(
        {
          id: told.location,
          to: 'STREET_WITHHELD',
          withheldReason: 'CONFIDENTIAL_SHELTER',
          reason,
        },
        annHerself,
        sealing,
      );
      let isAnswered = false;
      const asked = directory.ask(
        ApproveDisclosureDocument,
        { input: { proposalId } },
        bea.headers,
      );
      void asked.finally(() => (isAnswered = true));
      const waits = async () => isAnswered || waitsForLock(read);
      assert.ok((await until(waits, WAIT_MS)) < WAIT_MS);
      return { asked };
    });
    const { approveDisclosure } = (await approved.asked).body.data!;
    assert.match(approveDisclosure!.userErrors[0]!.message, /, description: Take out the street/);
  });
}

test('a reason that repeats a door is not written down', async () => {
  const ann = await comeIn(directory, 'COORDINATOR', home.organization);
  const input = { id: home.location, to: 'STREET_TOLD' as const, reason: STREET };
  const { body, text } = await directory.ask(ProposeDisclosureDocument, { input }, ann.headers);
  assert.equal(body.data!.proposeDisclosure!.userErrors[0]!.field, 'input.reason');
  assert.doesNotMatch(text, /Zugunruhe/);
  assert.doesNotMatch(directory.logged(), /Zugunruhe/);
});

test('a listing is written by its own organization alone', async () => {
  const other = await shelter(database);
  const stolen = await refused(
    inOne(database, (sealing) =>
      listHousing({ ...sampleHousing(other.organization), id: home.listing }, sealing),
    ),
  );
  const none = await refused(
    inOne(database, (sealing) =>
      listHousing(
        { ...sampleHousing(other.organization), id: 'hou_AAAAAAAAAAAAAAAAAAAAAA' },
        sealing,
      ),
    ),
  );
  assert.deepEqual(stolen, none);
  assert.equal(stolen!.code, 'NOT_FOUND');
});

test('one read of the doors, however many texts and doors there are', async () => {
  const { em } = database;
  const sites = Array.from({ length: 12 }, (_, index) => ({
    street: 'WITHHELD' as const,
    name: `House ${index}`,
    countyFips: '27137',
    withheldReason: 'BY_REQUEST' as const,
    exact: { ...CANARY, lines: [`${4_711 + index} Zugunruhe Hollow`] },
  }));
  const many = await shelter(database, { said: { locations: sites } });
  const statements: string[] = [];
  const counting = {
    ...database,
    em: () => {
      const made = em();
      const watch = (manager: typeof made): typeof made =>
        new Proxy(manager, {
          get(target, name) {
            if (name === 'transactional')
              return (work: (inner: typeof made) => unknown) =>
                target.transactional((inner) => work(watch(inner as typeof made)) as never);
            if (name === 'execute')
              return (statement: string, values?: unknown[]) => {
                statements.push(statement);
                return target.execute(statement, values as never);
              };
            const value = Reflect.get(target, name) as unknown;
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
      return watch(made);
    },
  };
  await relist(
    { contacts: Array.from({ length: 20 }, () => contact({ title: 'Day desk' })) },
    counting,
    many,
  );
  assert.equal(
    statements.filter((text) => text.includes('conf.')).length,
    1,
    statements.join('\n'),
  );
});

test('an address is read as a door, whatever its lines hold', () => {
  const of = (...lines: string[]) => {
    const { streets, units, buildings } = doorOf({ lines, city: 'x', postalCode: '55555' });
    return [streets, units, buildings];
  };
  assert.deepEqual(of('12 Elm St'), [['12 Elm St'], [], []]);
  assert.deepEqual(of('12 Elm St Apt 3B'), [['12 Elm St'], ['Apt 3B'], []]);
  assert.deepEqual(of('12 Elm St, #4', 'Wren House'), [['12 Elm St'], ['#4'], ['Wren House']]);
  const rear = of('Wren House', '12 Elm St', 'Suite 4', 'Rear');
  assert.deepEqual(rear, [['12 Elm St'], ['Suite 4'], ['Wren House']]);
  assert.deepEqual(of('Wren House'), [[], [], ['Wren House']]);
});

test('texts that stand side by side are held together against the door, and no others', async () => {
  const unit = (name: string, capacity = 1) => ({ name, capacity, eligibility: [] });
  const told: [field: RegExp, changes: Partial<ListHousing>][] = [
    [/^phones\.0\.note$/, { phones: [{ ...phone('at Zugunruhe'), number: '4711' }] }],
    [/^phones\.0\.note$/, { phones: [{ ...phone('Zugunruhe'), extension: '4711' }] }],
    [/^contacts\.0\.title$/, { contacts: [contact({ name: '4711', title: 'Zugunruhe' })] }],
    [/^units\.1\.name$/, { units: [unit('four seven one one'), unit('Zugunruhe')] }],
    [/^units\.0\.name$/, { units: [unit('Zugunruhe', 4_711)] }],
    [/^requiredDocuments\.1$/, { requiredDocuments: ['4711', 'Zugunruhe'] }],
    [/^requiredDocuments\.0$/, { requiredDocuments: ['Zugunruhe', 'A paper', '4711'] }],
    [/^howToApply$/, { fees: 'Come to 4711', howToApply: 'Zugunruhe' }],
    [/^requiredDocuments\.0$/, { requiredDocuments: ['46.714', '-93.285'] }],
  ];
  for (const [field, changes] of told) {
    const said = JSON.stringify(changes);
    assert.match((await fieldOf(relist(changes))) ?? 'taken', field, said);
  }
  for (const changes of [
    { phones: [{ ...phone('Ask for Hollow'), extension: '4711' }] },
    { units: [unit('Zugvogel', 4_711)] },
    { requiredDocuments: ['46.7 dollars', 'A paper', '93 cents'] },
    {
      fees: 'In 4711 cases',
      howToApply: `${'Call us, and we look for a bed. '.repeat(4)}Zugvogel.`,
    },
  ])
    assert.equal(await fieldOf(relist(changes)), null, JSON.stringify(changes));
});

test('an address that is told repeats no withheld one, in any of its parts', async () => {
  const site = (changes: object, point: ExactAddress['point'] = null) => ({
    locations: [
      {
        street: 'TOLD' as const,
        name: 'An office',
        countyFips: '27137',
        address: { lines: ['310 Sample Avenue'], city: 'Bemidji', postalCode: '00719', ...changes },
        point,
      },
    ],
  });
  const told: [part: string, given: Partial<RegisterOrganization>][] = [
    ['lines', site({ lines: ['4711 Zugunruhe Hollow'] })],
    ['lines', site({ lines: ['Suite 3, 4711 Zugunruhe Holw'] })],
    ['lines', site({ lines: ['310 Sample Avenue', 'shelter: 4711 Zugunruhe Hollow'] })],
    ['lines', site({ lines: ['Corner of 5th', '4711', 'zugunruhe hollow'] })],
    ['lines', site({ lines: ['Quetzalcoatlus Wing, 9 Sample Way'] })],
    ['city', site({ city: '4711 Zugunruhe Hollow, Bemidji' })],
    ['city', site({ lines: ['4711'], city: 'Zugunruhe Hollow' })],
    ['postalCode', site({ postalCode: '00719-4242' })],
    // Some 50 metres, and some 130.
    [
      'point',
      site({}, { latitude: CANARY.point.latitude + 0.000_45, longitude: CANARY.point.longitude }),
    ],
    [
      'point',
      site({}, { latitude: CANARY.point.latitude + 0.001_2, longitude: CANARY.point.longitude }),
    ],
  ];
  for (const [part, given] of told)
    assert.equal(await fieldOf(again(given)), `locations.0.${part}`, JSON.stringify(given));
  for (const given of [
    site({ lines: ['4713 Zugunruhe Hollow', 'Suite 3'] }),
    site({ lines: ['4711 Sample Avenue'], postalCode: '00719-4243' }),
    site({}, { latitude: CANARY.point.latitude + 0.001_6, longitude: CANARY.point.longitude }),
  ])
    assert.equal(await fieldOf(again(given)), null, JSON.stringify(given));
});

test('a text that unfolds to many times its letters is refused by its field', async () => {
  assert.equal(await fieldOf(relist({ fees: '㏂'.repeat(5_000) })), 'fees');
  assert.equal(await fieldOf(relist({ fees: 'ﷺ'.repeat(5_000) })), null);
});

test('an exact address that cannot be read is not sealed', async () => {
  const sealing = (...lines: string[]) =>
    again({
      locations: [
        {
          street: 'WITHHELD',
          name: 'Another house',
          countyFips: '27137',
          withheldReason: 'BY_REQUEST',
          exact: { ...CANARY, lines },
        },
      ],
    });
  assert.equal(await fieldOf(sealing('4711')), 'locations.0.exact.lines.0');
  assert.equal(await fieldOf(sealing('—')), 'locations.0.exact.lines.0');
  assert.equal(await fieldOf(sealing('RR 2 Box 14')), null);
});
