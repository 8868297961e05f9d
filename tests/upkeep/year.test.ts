import assert from 'node:assert/strict';
import { test } from 'node:test';
import { revokePerson } from '../../src/access/index.js';
import { sql } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { makeReminders, SuggestionLimit, upkeepRounds } from '../../src/upkeep/index.js';
import { openDirectory } from '../support/directory.js';
import { comeIn, HOST, type SignedIn } from '../support/people.js';
import { sampleHousing, sampleOrganization, sampleService } from '../support/makers.js';
import { listHousing } from '../../src/housing/index.js';
import { listService } from '../../src/services/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import type { Sealing } from '../../src/vault/index.js';
import { drawing, iso, KINDS, ListingModel, workOf, type Revision } from '../support/year-model.js';

/*
 * A year of a network under a fake clock: beds are reported, listings confirmed, revised, paused, taken out and brought back, what is
 * wrong is said and resolved, people come and go. At the end of each month all of it is as the model says.
 */

const IS_PROVE = Boolean(process.env['HARBORLIGHT_PROVE']);
const LISTINGS = IS_PROVE ? 500 : 24;
const ORGANIZATIONS = IS_PROVE ? 50 : 4;
/** Of what happens in the network on an average day, so much. */
const EVENTS_A_DAY = IS_PROVE ? 40 : 2;
const YEAR = 2026;
const MONTHS = 12;
const DAY_MS = 86_400_000;
const START = Date.UTC(YEAR, 0, 1, 6);
const SEED = Number(process.env['HARBORLIGHT_YEAR_SEED'] ?? Date.now() % 2 ** 31);

const draw = drawing(SEED);
const below = (many: number) => Math.floor(draw() * many);
const some = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;

const directory = await openDirectory();
const { database } = directory;
// A year is over in a minute; that few suggest something an hour is a test of its own.
directory.house.suggesting = new SuggestionLimit(
  (_of, limits) => new RateLimiterMemory({ ...limits, points: Number.MAX_SAFE_INTEGER }),
);
let now = START;
const at = (moment: number) => {
  now = moment;
  directory.setNow(new Date(moment));
};
at(START);

const organizations: { id: string; people: SignedIn[] }[] = [];
const listings: { id: string; unit: string | null; model: ListingModel; waiting: string[] }[] = [];
const gone: SignedIn[] = [];
for (let nth = 0; nth < ORGANIZATIONS; nth += 1) {
  const { id } = await directory.change((changing) =>
    registerOrganization({ ...sampleOrganization, name: `Sample house ${nth}` }, changing),
  );
  organizations.push({ id, people: [] });
}
for (let nth = 0; nth < LISTINGS; nth += 1) {
  const organization = nth % ORGANIZATIONS;
  const of = organizations[organization]!.id;
  const kind = nth % 4 === 3 ? null : KINDS[nth % KINDS.length]!;
  const said = { name: `Sample listing ${nth}` };
  const made = await directory.change(async (changing) =>
    kind
      ? listHousing({ ...sampleHousing(of), ...said, kind }, changing)
      : { id: await listService({ ...sampleService(of), ...said }, changing), units: [null] },
  );
  const model = new ListingModel(organization, kind);
  listings.push({ id: made.id, unit: made.units[0] ?? null, model, waiting: [] });
}
const stella = await arrive('STEWARD', null);
for (const { id, people } of organizations) people.push(await arrive('COORDINATOR', id));

/** Someone comes in, and stays so: that a session ends is tried elsewhere. */
async function arrive(role: 'COORDINATOR' | 'STEWARD', organization: string | null) {
  const person = await comeIn(directory, role, organization);
  await database
    .em()
    .execute(`update auth.session set seen_at = '2030-01-01', ends_at = '2030-01-01'`);
  return person;
}

/** A change by someone. @returns the code with which it was turned down; null where it was made */
async function change(
  name: string,
  input: object,
  by: Pick<SignedIn, 'headers'> | null,
  answer = '',
): Promise<{ code: string | null; data: Record<string, never> }> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const { body, text } = await directory.ask(
    `mutation ($input: ${type}) { ${name}(input: $input) { ${answer} userErrors { code } } }`,
    { input },
    by?.headers,
  );
  const payload = (body.data as Record<string, { userErrors: { code: string }[] }> | null)?.[name];
  if (body.errors) return { code: body.errors[0]!.extensions.code, data: {} };
  assert.ok(payload, text);
  return { code: payload.userErrors[0]?.code ?? null, data: payload as never };
}
const done = async (...given: Parameters<typeof change>) => {
  const { code, data } = await change(...given);
  assert.equal(code, null, `${given[0]} ${JSON.stringify(given[1])}, seed ${SEED}`);
  return data;
};

type Listing = (typeof listings)[number];
const keeperOf = ({ model }: Listing) => some(organizations[model.organization]!.people);
const reason = 'As it was that day.';
const byKeeper = { as: 'COORDINATOR', reason } as const;
const named = ({ id, model }: Listing) => ({ id, version: model.version, reason });

const happenings: [weight: number, happens: (listing: Listing) => Promise<void>][] = [
  [
    50,
    async (listing) => {
      const { model, unit } = listing;
      if (!unit || model.status === 'WITHDRAWN') return;
      const [beds, accepting] = [below(5), draw() < 0.9];
      const report = { unitId: unit, accepting, bedsOpen: beds, bedsTotal: 4 + beds };
      await done('reportAvailability', report, keeperOf(listing));
      Object.assign(model, { report: { at: now, beds, accepting }, reports: model.reports + 1 });
    },
  ],
  [
    10,
    async (listing) => {
      const { id, model } = listing;
      if (model.status === 'WITHDRAWN') return;
      await done('confirmListing', { listingId: id, method: 'CALL' }, keeperOf(listing));
      Object.assign(model, { confirmedAt: now, confirmations: model.confirmations + 1 });
    },
  ],
  [
    12,
    async (listing) => {
      const fees = `Fees of ${iso(now)}.`;
      const name = listing.model.kind ? 'reviseHousing' : 'reviseService';
      await done(name, { ...named(listing), fees }, keeperOf(listing));
      listing.model.revise(fees, byKeeper);
    },
  ],
  [
    5,
    async (listing) => {
      if (listing.model.status === 'WITHDRAWN') return;
      const until = draw() < 0.7 ? now + (1 + below(40)) * DAY_MS : null;
      const input = { ...named(listing), until: until && iso(until) };
      await done('pauseListing', input, keeperOf(listing));
      listing.model.pause(until, byKeeper);
    },
  ],
  [
    2,
    async (listing) => {
      if (listing.model.status === 'WITHDRAWN') return;
      await done('withdrawListing', named(listing), keeperOf(listing));
      listing.model.withdraw(byKeeper);
    },
  ],
  [
    8,
    async (listing) => {
      if (listing.model.status === 'ACTIVE') return;
      await done('restoreListing', named(listing), keeperOf(listing));
      listing.model.restore(byKeeper);
    },
  ],
  [
    8,
    async (listing) => {
      const { model } = listing;
      const asOfVersion = 1 + below(model.version);
      const input = { ...named(listing), asOfVersion };
      if (asOfVersion === model.version)
        assert.equal((await change('restoreListing', input, keeperOf(listing))).code, 'INVALID');
      else {
        await done('restoreListing', input, keeperOf(listing));
        model.restoreAs(asOfVersion, byKeeper);
      }
    },
  ],
  [
    6,
    async (listing) => {
      const { id, model } = listing;
      if (model.isTold || model.status === 'WITHDRAWN') return;
      const input = { id, to: 'PUBLISHED', reason };
      const proposed = await done('proposeDisclosure', input, keeperOf(listing), 'proposal { id }');
      const { proposal } = proposed as unknown as { proposal: { id: string } };
      const proposalId = proposal.id;
      await done('approveDisclosure', { proposalId }, stella);
      // Why is what was proposed.
      model.tellAgain({ as: 'STEWARD', reason });
    },
  ],
  [
    6,
    async (listing) => {
      const { id, model, waiting } = listing;
      const { code } = await change(
        'suggestCorrection',
        { thingId: id, words: 'It has moved elsewhere since.' },
        null,
      );
      assert.equal(code, model.isTold ? null : 'NOT_FOUND');
      if (!model.isTold) return;
      const [row] = await database.read.rows<{ id: string }>(
        sql`select id from org.suggestion where thing_id = ${id} order by suggested_at desc limit 1`,
      );
      waiting.push(row!.id);
      model.suggestions += 1;
    },
  ],
  [
    6,
    async (listing) => {
      const suggestion = listing.waiting.shift();
      if (!suggestion) return;
      const input = { id: suggestion, outcome: draw() < 0.5 ? 'ACCEPTED' : 'DECLINED' };
      await done('resolveSuggestion', input, keeperOf(listing));
      listing.model.suggestions -= 1;
    },
  ],
  [
    1,
    async ({ model }) => {
      const { id, people } = organizations[model.organization]!;
      if (people.length < 3) people.push(await arrive('COORDINATOR', id));
    },
  ],
  [
    1,
    async ({ model }) => {
      const { people } = organizations[model.organization]!;
      if (people.length < 2) return;
      const [left] = people.splice(below(people.length), 1);
      await directory.change((changing) => revokePerson({ personId: left!.id }, HOST, changing));
      gone.push(left!);
    },
  ],
  [
    4,
    async (listing) => {
      // Who has left, who is of another house, and who read before another changed: nothing changes.
      const others = organizations.filter((_, nth) => nth !== listing.model.organization);
      const input = { ...named(listing), reason };
      if (gone.length > 0)
        assert.equal((await change('withdrawListing', input, some(gone))).code, 'UNAUTHENTICATED');
      const other = some(some(others).people);
      assert.equal((await change('withdrawListing', input, other)).code, 'NOT_FOUND');
      const stale = { ...input, version: listing.model.version - 1 };
      const keeper = keeperOf(listing);
      assert.equal((await change('withdrawListing', stale, keeper)).code, 'STALE_VERSION');
    },
  ],
];
const weights = happenings.reduce((sum, [weight]) => sum + weight, 0);

/** Nobody looks after it until autumn. */
const forgotten = listings[0]!;
const FOUND = Date.UTC(YEAR, 9, 1);

async function happen(): Promise<void> {
  let drawn = draw() * weights;
  const [, happens] = happenings.find(([weight]) => (drawn -= weight) < 0)!;
  await happens(some(now < FOUND ? listings.filter((one) => one !== forgotten) : listings));
}

async function round(): Promise<void> {
  const ways = {
    change: <Result>(work: (sealing: Sealing) => Promise<Result>) =>
      inOne(database, work, new Date(now)),
    failed: assert.ifError,
  };
  await upkeepRounds(ways).run();
  // All that are due: of the sample network too, which would keep ours waiting for another round.
  await ways.change((sealing) => makeReminders(sealing, { many: 10_000, byMail: false }));
  for (const { model } of listings) model.round(now);
}

const TOLD = `status statusReason fees verification { state confirmedAt dueAt }`;
const told = async () => {
  const found = new Map<string, unknown>();
  for (let from = 0; from < listings.length; from += 100) {
    const ids = listings.slice(from, from + 100).map(({ id }) => id);
    const { body, text } = await directory.ask(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Service { ${TOLD} }
        ... on HousingOption { ${TOLD} availability { state bedsOpen freshness reportedAt } } } }`,
      { ids },
    );
    assert.equal(body.errors, undefined, text);
    const { nodes } = body.data as { nodes: unknown[] };
    for (const [index, id] of ids.entries()) found.set(id, nodes[index]);
  }
  return found;
};

async function kept() {
  const rows = await database.read.rows<{
    id: string;
    version: number;
    reports: number;
    confirmations: number;
    history: Revision[];
    reminders: { due: number; attempt: number; at: number }[];
  }>(sql`select l.id, l.version,
    (select count(*)::int from org.availability_report r where r.listing_id = l.id) as reports,
    (select count(*)::int from org.confirmation f where f.listing_id = l.id) as confirmations,
    (select coalesce(json_agg(json_build_object('action', v.action, 'version', v.version, 'as', v.made_as, 'reason', v.reason,
      'changes', v.changes) order by v.version), '[]')
      from org.revision v where v.thing_id = l.id) as history,
    (select coalesce(json_agg(json_build_object('due', extract(epoch from r.due_at) * 1000, 'attempt', r.attempt,
      'at', extract(epoch from r.made_at) * 1000) order by r.made_at), '[]')
      from org.reminder r where r.listing_id = l.id) as reminders
    from org.listing l where l.name like 'Sample listing %'`);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** What someone has to do of these organizations: all that is told to a steward, who decides on it. */
async function waits({ headers } = stella): Promise<Record<string, number>> {
  const own = new Set(organizations.map(({ id }) => id));
  const many: Record<string, number> = {};
  for (const kind of Object.keys(workOf([], now))) {
    many[kind] = 0;
    let after: string | null = null;
    do {
      const { body, text }: Awaited<ReturnType<typeof directory.ask>> = await directory.ask(
        `query ($after: String) { worklist(kinds: [${kind}]) { items(first: 100, after: $after) {
          nodes { organizationId } pageInfo { hasNextPage endCursor } } } }`,
        { after },
        headers,
      );
      assert.equal(body.errors, undefined, text);
      const { items } = (body.data as { worklist: { items: Items } }).worklist;
      many[kind] += items.nodes.filter(({ organizationId }) => own.has(organizationId)).length;
      after = items.pageInfo.hasNextPage ? items.pageInfo.endCursor : null;
    } while (after);
  }
  return many;
}
interface Items {
  nodes: { organizationId: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function asTheModelSays(month: string): Promise<void> {
  const [answers, rows] = [await told(), await kept()];
  for (const { id, model } of listings) {
    const why = `${id} at the end of ${month}, seed ${SEED}`;
    assert.deepEqual(answers.get(id), model.told(now), why);
    const { version, reports, confirmations, history, reminders } = model;
    assert.deepEqual(rows.get(id), { version, reports, confirmations, history, reminders }, why);
  }
  assert.deepEqual(
    await waits(),
    workOf(
      listings.map(({ model }) => model),
      now,
    ),
    `${month}, seed ${SEED}`,
  );
  for (const { id, people } of organizations) {
    const own = listings.flatMap(({ model }) =>
      organizations[model.organization]!.id === id ? model : [],
    );
    // What they were reminded of in vain is handed over to stewards.
    const theirs = { ...workOf(own, now), REMINDED_IN_VAIN: 0 };
    assert.deepEqual(await waits(people[0]), theirs, `${month}, seed ${SEED}`);
    const held = await database.read.rows<{ person: string }>(sql`
      select account_id as person from auth.role_grant where organization_id = ${id} and ended_at is null order by 1`);
    assert.deepEqual(
      held.map(({ person }) => person),
      people.map((person) => person.id).sort(),
    );
  }
}

test(`a year of ${LISTINGS} listings is, at the end of each month, what the model says`, async (t) => {
  let [happened, inVain] = [0, 0];
  const { id: listingId, model } = forgotten;
  await done('confirmListing', { listingId, method: 'CALL' }, keeperOf(forgotten));
  Object.assign(model, { confirmedAt: now, confirmations: 1 });
  for (let month = 0; month < MONTHS; month += 1) {
    const end = Date.UTC(YEAR, month + 1, 1, 6);
    for (let day = Date.UTC(YEAR, month, 1, 6); day < end; day += DAY_MS) {
      at(day);
      await round();
      // Some days are busy, some quiet; each thing at a moment of its own.
      const moments = Array.from(
        { length: below(2 * EVENTS_A_DAY + 1) },
        () => day + below(DAY_MS),
      );
      for (const moment of moments.sort((one, other) => one - other)) {
        at(moment);
        await happen();
        happened += 1;
      }
    }
    at(end);
    await round();
    inVain += Number(listings.some((one) => one.model.isRemindedInVain()));
    await asTheModelSays(new Date(Date.UTC(YEAR, month)).toISOString().slice(0, 7));
  }
  const reminded = listings.reduce((sum, { model }) => sum + model.reminders.length, 0);
  assert.ok(reminded > 0 && inVain > 0);
  t.diagnostic(
    `${happened} happenings, ${gone.length} people gone, ${reminded} reminders, seed ${SEED}`,
  );
});
