import assert from 'node:assert/strict';
import { test } from 'node:test';
import { revokePerson } from '../../src/access/index.js';
import { approveDisclosure } from '../../src/disclosure/approve-disclosure.command.js';
import { sql, type Viewer } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { openDirectory, type Answer } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  OpenProposalsDocument,
  ProposeDisclosureDocument,
  RejectDisclosureDocument,
  TightenDisclosureDocument,
  type Telling,
} from '../support/documents.js';
import { appWith, comeIn, HOST } from '../support/people.js';
import { shelter, someNation, toldSite, type Shelter } from '../support/shelters.js';
import { onPostgresql } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('two-people')) };
const directory = await openDirectory({ database });
const { read } = database;
const reason = 'The board of the house decided so.';
type Headers = Record<string, string>;

const propose = (id: string, to: Telling, headers: Headers) =>
  directory.ask(ProposeDisclosureDocument, { input: { id, to, reason } }, headers);
const approve = (proposalId: string, headers: Headers) =>
  directory.ask(ApproveDisclosureDocument, { input: { proposalId } }, headers);
const reject = (proposalId: string, headers: Headers) =>
  directory.ask(RejectDisclosureDocument, { input: { proposalId } }, headers);
const tighten = (id: string, to: Telling, headers: Headers) =>
  directory.ask(TightenDisclosureDocument, { input: { id, to, reason } }, headers);

/** What an answer comes to: done, or the code with which it was turned down. */
const outcome = ({ body }: Pick<Answer<object>, 'body'>) => {
  const [payload] = Object.values(body.data ?? {}) as ({ userErrors: { code: string }[] } | null)[];
  return body.errors?.[0]?.extensions.code ?? payload?.userErrors[0]?.code ?? 'done';
};
async function proposed(id: string, to: Telling, headers: Headers): Promise<string> {
  const { body, text } = await propose(id, to, headers);
  assert.ok(body.data?.proposeDisclosure?.proposal, text);
  return body.data.proposeDisclosure.proposal.id;
}
const open = async (headers: Headers, page: { first?: number; after?: string } = {}) =>
  (await directory.ask(OpenProposalsDocument, page, headers)).body.data!.viewer.proposals;
const disclosureOf = async ({ listing }: Shelter) =>
  (
    await read.rows<{ disclosure: string }>(
      sql`select disclosure from org.listing where id = ${listing}`,
    )
  )[0]!.disclosure;
/** Everything as it was, whatever the last test did. */
async function reset({ listing, location, organization }: Shelter, disclosure = 'OWN') {
  const { em } = database;
  await em().execute('delete from org.proposal where organization_id = ?', [organization]);
  await em().execute('update org.listing set disclosure = ? where id = ?', [disclosure, listing]);
  await em().execute('update org.location set disclosure = ? where id = ?', [disclosure, location]);
  await em().execute('delete from org.may_lead_to_door where thing_id = ?', [listing]);
}

const home = await shelter(database, { exact: CANARY, listed: { disclosure: 'OWN' } });
const other = await shelter(database, { exact: CANARY, listed: { disclosure: 'OWN' } });
const { organization: government } = await someNation(read);
const ofNation = await shelter(database, {
  organization: government,
  exact: CANARY,
  listed: { disclosure: 'OWN' },
  said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
});
const people = {
  ann: await comeIn(directory, 'COORDINATOR', home.organization),
  bea: await comeIn(directory, 'COORDINATOR', home.organization),
  stewart: await comeIn(directory, 'STEWARD'),
  stella: await comeIn(directory, 'STEWARD'),
  otto: await comeIn(directory, 'COORDINATOR', other.organization),
  nora: await comeIn(directory, 'NATION_COORDINATOR', government),
  nell: await comeIn(directory, 'NATION_COORDINATOR', government),
  ada: await comeIn(directory, 'ADVOCATE'),
};
const headersOf: Record<string, Headers> = {
  ...Object.fromEntries(Object.entries(people).map(([name, { headers }]) => [name, headers])),
  app: (await appWith(directory, ['directory:read', 'listings:write'], home.organization)).headers,
  stranger: {},
};
const who = Object.keys(headersOf);
const { ann, bea, stewart, stella, otto, nora, nell } = people;

/** Written down by hand, as the design says it: who may be the first, and who the second. */
const firsts = { home: ['ann', 'bea', 'stewart', 'stella'], nation: ['nora', 'nell'] };
function mayBe(of: 'home' | 'nation', person: string): string {
  if (person === 'stranger') return 'UNAUTHENTICATED';
  if (person === 'app' || person === 'ada') return 'FORBIDDEN';
  return firsts[of].includes(person) ? 'done' : 'NOT_FOUND';
}
function second(of: 'home' | 'nation', first: string, person: string, to: Telling): string {
  const may = mayBe(of, person);
  if (may !== 'done') return may;
  const bothStewards = first.startsWith('st') && person.startsWith('st');
  return first === person || (to === 'STREET_TOLD' && bothStewards) ? 'FORBIDDEN' : 'done';
}

const things = [
  ['listing', 'PUBLISHED'],
  ['location', 'PARTNERS'],
  ['location', 'STREET_TOLD'],
] as const;
const streets = async (location: string) =>
  (
    await read.rows<{ told: boolean }>(
      sql`select street_told as told from org.location where id = ${location}`,
    )
  )[0]!.told;

for (const [of, made] of [
  ['home', home],
  ['nation', ofNation],
] as const) {
  for (const [thing, to] of things) {
    test(`who may propose, approve and reject: ${thing} of ${of}, ${to}`, async () => {
      const withhold = async () => {
        if (!(await streets(made.location))) return;
        // Telling it took what was sealed away: tightened, it is there again.
        const input = {
          id: made.location,
          to: 'STREET_WITHHELD' as const,
          withheldReason: 'CONFIDENTIAL_SHELTER' as const,
          reason,
        };
        const by = of === 'home' ? ann : nora;
        const { body } = await directory.ask(TightenDisclosureDocument, { input }, by.headers);
        assert.equal(body.data?.tightenDisclosure?.disclosed?.street, 'STREET_WITHHELD');
      };
      for (const person of who) {
        await reset(made);
        assert.equal(
          outcome(await propose(made[thing], to, headersOf[person]!)),
          mayBe(of, person),
        );
      }
      for (const first of of === 'home' ? ['ann', 'stewart'] : ['nora']) {
        for (const person of who) {
          await withhold();
          await reset(made);
          const id = await proposed(made[thing], to, headersOf[first]!);
          const expected = second(of, first, person, to);
          const cell = `${first} proposes, ${person} decides`;
          assert.equal(outcome(await approve(id, headersOf[person]!)), expected, cell);
          const told =
            thing === 'listing' ? await disclosureOf(made) : await streets(made.location);
          if (thing === 'listing') assert.equal(told, expected === 'done' ? to : 'OWN', cell);
          if (to === 'STREET_TOLD') assert.equal(told, expected === 'done', cell);
        }
      }
      for (const person of who) {
        await withhold();
        await reset(made);
        const id = await proposed(made[thing], to, of === 'home' ? bea.headers : nell.headers);
        assert.equal(outcome(await reject(id, headersOf[person]!)), mayBe(of, person));
      }
      await withhold();
    });
  }

  test(`who may tighten: ${of}`, async () => {
    for (const thing of ['listing', 'location'] as const) {
      for (const person of who) {
        await reset(made, 'PUBLISHED');
        const to = thing === 'listing' ? 'OWN' : 'PARTNERS';
        const answer = await tighten(made[thing], to, headersOf[person]!);
        assert.equal(outcome(answer), mayBe(of, person), `${person} ${thing}`);
      }
    }
  });
}

test('what is not there and what is not hers answer alike, byte for byte, and nothing is noted of it', async () => {
  await reset(home);
  const id = await proposed(home.listing, 'PARTNERS', ann.headers);
  const events = async () =>
    (await read.rows<{ many: number }>(sql`select count(*)::int as many from audit.event`))[0]!
      .many;
  const before = await events();
  const pairs: [string, (id: string) => Promise<{ text: string }>, string[]][] = [
    [
      'propose',
      (one) => propose(one, 'PUBLISHED', otto.headers),
      [
        home.listing,
        ofNation.listing,
        'hou_AAAAAAAAAAAAAAAAAAAAAA',
        'loc_AAAAAAAAAAAAAAAAAAAAAA',
        home.location,
        '{"',
      ],
    ],
    [
      'tighten',
      (one) => tighten(one, 'OWN', otto.headers),
      [home.listing, home.location, 'svc_AAAAAAAAAAAAAAAAAAAAAA', ''],
    ],
    [
      'tighten by a steward',
      (one) => tighten(one, 'OWN', stewart.headers),
      [ofNation.listing, ofNation.location, 'hou_AAAAAAAAAAAAAAAAAAAAAA'],
    ],
    ['approve', (one) => approve(one, otto.headers), [id, 'pro_AAAAAAAAAAAAAAAAAAAAAA']],
    ['reject', (one) => reject(one, otto.headers), [id, 'pro_AAAAAAAAAAAAAAAAAAAAAA']],
  ];
  for (const [name, ask, ids] of pairs) {
    const texts = new Set<string>();
    for (const one of ids) texts.add((await ask(one)).text);
    assert.equal(texts.size, 1, `${name}: ${[...texts].join('\n')}`);
    assert.match([...texts][0]!, /"NOT_FOUND"/, name);
  }
  assert.equal(await events(), before);
});

test('those who decide see what waits for them, oldest first and by the page; nobody else sees anything', async () => {
  await reset(home);
  await reset(ofNation);
  const first = await proposed(home.listing, 'PARTNERS', ann.headers);
  const street = await proposed(home.location, 'STREET_TOLD', stewart.headers);
  const nations = await proposed(ofNation.listing, 'PARTNERS', nora.headers);
  const ids = async (headers: Headers) => (await open(headers)).nodes.map(({ id }) => id);
  assert.deepEqual(await ids(ann.headers), [first, street]);
  assert.deepEqual(await ids(stella.headers), [first, street]);
  assert.deepEqual(await ids(nell.headers), [nations]);
  for (const person of ['otto', 'ada', 'app', 'stranger']) {
    assert.deepEqual(await open(headersOf[person]!), {
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  }
  const may = async (headers: Headers) =>
    (await open(headers)).nodes.map(({ mayApprove }) => mayApprove);
  assert.deepEqual(await may(ann.headers), [false, true]);
  assert.deepEqual(await may(stella.headers), [true, false], 'not a street with another steward');
  const page = await open(ann.headers, { first: 1 });
  assert.deepEqual([page.totalCount, page.nodes.length, page.pageInfo.hasNextPage], [2, 1, true]);
  const rest = await open(ann.headers, { first: 1, after: page.pageInfo.endCursor! });
  assert.deepEqual(
    rest.nodes.map(({ id }) => id),
    [street],
  );
  const [whole] = page.nodes;
  assert.equal(whole!.proposedBy, `Sample Person ${ann.email.match(/\d+/)![0]}`);
  assert.deepEqual(
    [whole!.thingId, whole!.thingName, whole!.from, whole!.to, whole!.aspect, whole!.reason],
    [home.listing, 'Sample Youth Beds', 'OWN', 'PARTNERS', 'DISCLOSURE', reason],
  );
  const stolen = await directory.ask(
    OpenProposalsDocument,
    { first: 1, after: page.pageInfo.endCursor! },
    bea.headers,
  );
  assert.equal(stolen.body.errors?.[0]?.extensions.code, 'INVALID', 'a cursor is one person’s');
});

test('one open proposal of a thing and aspect; withdrawn, rejected or lapsed, there is room for the next', async () => {
  await reset(home);
  const one = await proposed(home.listing, 'PARTNERS', ann.headers);
  assert.equal(outcome(await propose(home.listing, 'PUBLISHED', bea.headers)), 'INVALID');
  await proposed(home.location, 'PARTNERS', bea.headers);
  await proposed(home.location, 'STREET_TOLD', bea.headers);
  const { body } = await reject(one, ann.headers);
  assert.equal(body.data!.rejectDisclosure!.proposal!.state, 'WITHDRAWN');
  const two = await proposed(home.listing, 'PUBLISHED', bea.headers);
  assert.equal(
    (await reject(two, stewart.headers)).body.data!.rejectDisclosure!.proposal!.state,
    'REJECTED',
  );
  for (const ended of [one, two]) {
    assert.equal(outcome(await approve(ended, stella.headers)), 'INVALID');
    assert.equal(outcome(await reject(ended, stella.headers)), 'INVALID');
  }
  const three = await proposed(home.listing, 'PUBLISHED', ann.headers);
  directory.setNow(new Date(Date.now() + 31 * 24 * 3_600_000));
  const late = await comeIn(directory, 'COORDINATOR', home.organization);
  const lapsed = await approve(three, late.headers);
  assert.match(lapsed.text, /time is over/);
  assert.deepEqual((await open(late.headers)).nodes, []);
  const four = await proposed(home.listing, 'PUBLISHED', late.headers);
  directory.setNow(new Date());
  assert.notEqual(four, three);
  assert.equal(await disclosureOf(home), 'OWN');
});

test('a proposal is void when its thing has changed since, even back again', async () => {
  await reset(home);
  const em = () => database.em();
  const changed: [string, () => Promise<unknown>][] = [
    [
      'listing',
      async () => {
        await em().execute(`update org.listing set disclosure = 'PARTNERS' where id = ?`, [
          home.listing,
        ]);
        await em().execute(`update org.listing set disclosure = 'OWN' where id = ?`, [
          home.listing,
        ]);
      },
    ],
    [
      'location',
      () =>
        em().execute(`update org.location set county_fips = '27061' where id = ?`, [home.location]),
    ],
    [
      'location',
      () =>
        em().execute(
          `update conf.sealed_address set entry = gen_random_uuid() where location_id = ?`,
          [home.location],
        ),
    ],
  ];
  for (const [thing, change] of changed) {
    const to = thing === 'listing' ? 'PUBLISHED' : 'STREET_TOLD';
    const id = await proposed(home[thing as 'listing' | 'location'], to, ann.headers);
    await change();
    const { text } = await approve(id, bea.headers);
    assert.match(text, /has changed since/);
  }
  // What is not of what was weighed changes nothing; nor does sealing it anew under another key.
  const id = await proposed(home.location, 'STREET_TOLD', ann.headers);
  await em().execute(`update org.location set name = 'The red house' where id = ?`, [
    home.location,
  ]);
  await em().execute('update conf.sealed_address set sealed_at = now() where location_id = ?', [
    home.location,
  ]);
  assert.deepEqual(
    (await open(bea.headers)).nodes.map((one) => one.id),
    [id],
  );
});

test('who is no longer of the organization neither approves nor has anything open there', async () => {
  await reset(home);
  const gone = await comeIn(directory, 'COORDINATOR', home.organization);
  const hers = await proposed(home.listing, 'PARTNERS', gone.headers);
  const street = await proposed(home.location, 'STREET_TOLD', ann.headers);
  await directory.change((changing) => revokePerson({ personId: gone.id }, HOST, changing));
  assert.equal(outcome(await approve(street, gone.headers)), 'UNAUTHENTICATED');
  assert.match((await approve(hers, bea.headers)).text, /no longer there/);
  // What a session said a moment ago is not believed: the roles are read again, and held, by the change itself.
  const brief = await comeIn(directory, 'COORDINATOR', home.organization);
  const before: Viewer = {
    kind: 'COORDINATOR',
    id: brief.id,
    name: 'Brief',
    roles: [{ role: 'COORDINATOR', organizationId: home.organization }],
    owesSecondFactor: false,
  };
  await directory.change((changing) => revokePerson({ personId: brief.id }, HOST, changing));
  const late = (viewer: Viewer) =>
    inOne(database, (sealing) => approveDisclosure({ proposalId: street }, viewer, sealing));
  await assert.rejects(late(before), { code: 'NOT_FOUND' });
});

test('it is written down in the same transaction, and the organization is told of it', async () => {
  await reset(home);
  await database
    .em()
    .execute('delete from org.notice where organization_id = ?', [home.organization]);
  const id = await proposed(home.listing, 'PARTNERS', ann.headers);
  await approve(id, stewart.headers);
  await tighten(home.listing, 'OWN', bea.headers);
  const events = await read.rows<{ action: string; viewer: string; detail: object }>(sql`
    select action, viewer_id as viewer, detail from audit.event where thing_id = ${home.listing}
    order by number desc limit 3`);
  assert.deepEqual(events.reverse(), [
    {
      action: 'proposeDisclosure',
      viewer: ann.id,
      detail: { proposal: id, before: 'OWN', after: 'PARTNERS', reason },
    },
    {
      action: 'approveDisclosure',
      viewer: stewart.id,
      detail: { proposal: id, before: 'OWN', after: 'PARTNERS' },
    },
    {
      action: 'tightenDisclosure',
      viewer: bea.id,
      detail: { before: 'PARTNERS', after: 'OWN', reason },
    },
  ]);
  const notices = await read.rows(sql`select kind, listing_id as listing, account_id as account
    from org.notice where organization_id = ${home.organization} order by kind`);
  assert.deepEqual(notices, [
    { kind: 'DISCLOSURE_LOOSENED', listing: home.listing, account: stewart.id },
    { kind: 'DISCLOSURE_PROPOSED', listing: home.listing, account: ann.id },
    { kind: 'DISCLOSURE_TIGHTENED', listing: home.listing, account: bea.id },
  ]);
});

test('two approve at once: one does, the other is told that it is done', async () => {
  for (let round = 0; round < 5; round += 1) {
    await reset(home);
    const id = await proposed(home.listing, 'PUBLISHED', ann.headers);
    const answers = await Promise.all(
      [bea, stewart, stella, ann].map(({ headers }) => approve(id, headers)),
    );
    const outcomes = answers.map(outcome);
    assert.equal(outcomes.filter((one) => one === 'done').length, 1, String(outcomes));
    // Ann proposed it; who comes last of all learns that it is over, and she perhaps that too.
    assert.match(outcomes[3]!, /^(FORBIDDEN|INVALID)$/);
    assert.equal(
      outcomes.filter((one) => one === 'INVALID').length,
      outcomes[3] === 'INVALID' ? 3 : 2,
    );
    assert.equal(await disclosureOf(home), 'PUBLISHED');
  }
});

test('one approves while another tightens, revokes or proposes: in the end it is as one after the other', async () => {
  for (let round = 0; round < 8; round += 1) {
    await reset(home, 'PARTNERS');
    const id = await proposed(home.listing, 'PUBLISHED', ann.headers);
    const [approved, tightened] = await Promise.all([
      approve(id, bea.headers),
      tighten(home.listing, 'OWN', stewart.headers),
    ]);
    assert.equal(outcome(tightened), 'done');
    assert.match(outcome(approved), /^(done|INVALID)$/);
    assert.equal(await disclosureOf(home), 'OWN', 'whichever was first');
  }
  for (let round = 0; round < 4; round += 1) {
    await reset(home);
    const brief = await comeIn(directory, 'COORDINATOR', home.organization);
    const id = await proposed(home.listing, 'PUBLISHED', brief.headers);
    const [approved] = await Promise.all([
      approve(id, bea.headers),
      directory.change((changing) => revokePerson({ personId: brief.id }, HOST, changing)),
    ]);
    const result = outcome(approved);
    assert.match(result, /^(done|INVALID)$/);
    assert.equal(await disclosureOf(home), result === 'done' ? 'PUBLISHED' : 'OWN');
  }
  await reset(home);
  const both = await Promise.all(
    [ann, bea, stewart].map(({ headers }) => propose(home.listing, 'PUBLISHED', headers)),
  );
  assert.deepEqual(both.map(outcome).sort(), ['INVALID', 'INVALID', 'done']);
});

test('the database itself refuses what the code would have to be wrong to ask for', async () => {
  await reset(home);
  await reset(ofNation);
  const id = await proposed(home.listing, 'PUBLISHED', ann.headers);
  const nations = await proposed(ofNation.listing, 'PUBLISHED', nora.headers);
  const street = await proposed(home.location, 'STREET_TOLD', stewart.headers);
  const end = (proposal: string, by: string, as: string, extra = '') =>
    database.em().execute(
      `update org.proposal set outcome = 'APPROVED', ended_at = proposed_at + interval '1 day',
         ended_by = ?, ended_as = ? ${extra} where id = ?`,
      [by, as, proposal],
    );
  await assert.rejects(end(id, ann.id, 'OWN'), /proposal_of_two_people/);
  await assert.rejects(end(id, otto.id, 'OWN'), /holds no such role/);
  await assert.rejects(end(id, bea.id, 'STEWARD'), /holds no such role/);
  await assert.rejects(end(id, bea.id, 'OWN', `, reason = 'another'`), /is not changed/);
  await assert.rejects(end(street, stella.id, 'STEWARD'), /proposal_of_own_street/);
  await assert.rejects(end(nations, stewart.id, 'STEWARD'), /its own people decide/);
  await assert.rejects(
    database
      .em()
      .execute(
        `update org.proposal set outcome = 'APPROVED', ended_at = lapses_at, ended_by = ?, ended_as = 'OWN' where id = ?`,
        [bea.id, id],
      ),
    /proposal_in_time/,
  );
  const again = (columns: string, values: unknown[]) =>
    database.em().execute(
      `insert into org.proposal (id, organization_id, listing_id, aspect, told_before, told_after, reason,
         proposed_at, proposed_by, proposed_as, lapses_at)
       select 'pro_again', organization_id, listing_id, aspect, ${columns} from org.proposal where id = ?`,
      values,
    );
  const rest = `reason, proposed_at, proposed_by, proposed_as, lapses_at`;
  await assert.rejects(again(`told_before, told_after, ${rest}`, [id]), /proposal_open/);
  await assert.rejects(again(`told_before, told_before, ${rest}`, [id]), /proposal_loosens/);
  await assert.rejects(again(`told_after, told_before, ${rest}`, [id]), /is not told as it was/);
  await assert.rejects(
    again(`told_before, told_after, reason, proposed_at, ?, 'STEWARD', lapses_at`, [
      stewart.id,
      nations,
    ]),
    /its own people decide/,
  );
  // Of one organization, of a thing of another.
  await assert.rejects(
    database.em().execute(
      `insert into org.proposal (id, organization_id, listing_id, aspect, told_before, told_after, ${rest})
         select 'pro_theirs', ?, listing_id, 'DISCLOSURE', 'OWN', 'PARTNERS', reason, proposed_at, ?, 'OWN', lapses_at
         from org.proposal where id = ?`,
      [other.organization, otto.id, id],
    ),
    /of its own organization/,
  );
  assert.equal(outcome(await approve(id, bea.headers)), 'done');
  await assert.rejects(
    database
      .em()
      .execute(
        `update org.proposal set outcome = null, ended_at = null, ended_by = null, ended_as = null where id = ?`,
        [id],
      ),
    /stays as it ended/,
  );
});

test('a place that is told with its street is told further by no two stewards, whatever is proposed of it', async () => {
  const office = await shelter(database, { site: toldSite(CANARY) });
  await reset(office);
  const id = await proposed(office.location, 'PARTNERS', stewart.headers);
  assert.equal(outcome(await approve(id, stella.headers)), 'FORBIDDEN');
  const ends = (by: string, as: string) =>
    database.em().execute(
      `update org.proposal set outcome = 'APPROVED', ended_at = proposed_at + interval '1 day',
         ended_by = ?, ended_as = ? where id = ?`,
      [by, as, id],
    );
  await assert.rejects(ends(stella.id, 'STEWARD'), /takes one of its own people/);
  const olga = await comeIn(directory, 'COORDINATOR', office.organization);
  await ends(olga.id, 'OWN');
});

if (onPostgresql()) {
  test('nothing is told further over the login of people but what two have approved, as they approve it', async () => {
    const { em } = directory.house.answering;
    const told = (sets: string, { listing, location }: Shelter) => {
      const [table, id] = sets.startsWith('listing')
        ? ['listing', listing]
        : ['location', location];
      return em().execute(`update org.${table} set ${sets.split(': ')[1]} where id = ?`, [id]);
    };
    const office = await shelter(database, { site: toldSite(CANARY) });
    await reset(office);
    for (const sets of [
      `listing: disclosure = 'PARTNERS'`,
      `listing: disclosure = 'PUBLISHED'`,
      `location: disclosure = 'PARTNERS'`,
    ]) {
      await assert.rejects(told(sets, office), /two people have approved/, sets);
    }
    await assert.rejects(
      told(
        `location: street_told = true, withheld_reason = null, lines = '{1 Sample Street}', city = 'Duluth',
         postal_code = '55802'`,
        home,
      ),
      /two people have approved/,
    );
    // What was approved once does not tell it a second time.
    const olga = await comeIn(directory, 'COORDINATOR', office.organization);
    const id = await proposed(office.listing, 'PUBLISHED', stewart.headers);
    assert.equal(outcome(await approve(id, olga.headers)), 'done');
    assert.equal(outcome(await tighten(office.listing, 'OWN', olga.headers)), 'done');
    await assert.rejects(told(`listing: disclosure = 'PUBLISHED'`, office), /have approved/);
  });
}

test('an input that is none is refused by its field', async () => {
  await reset(home, 'PARTNERS');
  const field = async (answer: Promise<{ text: string }>) =>
    /"field":"([\w.]+)"/.exec((await answer).text)?.[1];
  assert.equal(await field(propose(home.listing, 'OWN', ann.headers)), 'input.to');
  assert.equal(await field(propose(home.listing, 'PARTNERS', ann.headers)), 'input.to');
  assert.equal(await field(propose(home.listing, 'STREET_TOLD', ann.headers)), 'input.to');
  assert.equal(await field(tighten(home.listing, 'PUBLISHED', ann.headers)), 'input.to');
  assert.equal(await field(tighten(home.location, 'STREET_WITHHELD', ann.headers)), 'input.to');
  const short = { input: { id: home.listing, to: 'PUBLISHED' as const, reason: ' so ' } };
  assert.equal(
    await field(directory.ask(ProposeDisclosureDocument, short, ann.headers)),
    'input.reason',
  );
});
