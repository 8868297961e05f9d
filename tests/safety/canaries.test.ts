import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { invitePerson } from '../../src/access/index.js';
import { listHousing } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { shownBy } from '../support/authenticator.js';
import { addDifferingRows } from '../support/differing-rows.js';
import { openDirectory } from '../support/directory.js';
import {
  AcceptInvitationDocument,
  SignInDocument,
  SuggestCorrectionDocument,
  TightenDisclosureDocument,
} from '../support/documents.js';
import { sampleHousing } from '../support/makers.js';
import { changes, operations } from '../support/operations.js';
import { appWith, HOST, PASSWORD, sessionIn } from '../support/people.js';
import { enrol } from '../support/second-factors.js';
import { shelter, toldSite } from '../support/shelters.js';
import { tablesWith } from '../support/sweep.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

/*
 * Words and numbers that stand nowhere else lie in everything that is confidential. Then whatever can be asked is
 * asked, and whatever leaves the server is looked through for them.
 */

const IS_PROVE = Boolean(process.env['HARBORLIGHT_PROVE']);
const QUESTIONS = IS_PROVE ? 5_000 : 250;
const NOW = new Date('2026-11-20T18:00:00Z');

const plain = await openDirectory();
const key = dataKey('canary-key');
const database = { ...plain.database, vault: vaultOf(key) };
const directory = await openDirectory({ database, log: 'debug' });
directory.setNow(NOW);

/** What no answer, page or line of the log may hold, and no table. */
const nowhere: Record<string, string> = {};
/** What tables hold, and nothing that leaves the server. */
const inTables: Record<string, string> = {};
/** What partners are told. */
const forPartners = { name: 'Gyrfalconry', words: 'Nuthatchery' };
/** What everyone is told: were it not heard, nothing would be shown by what is not. */
const TOLD = 'Waxwinging';

/** A door that is sealed from the first, and one that is sealed since its street is withheld. */
const later = {
  ...CANARY,
  lines: ['815 Hornbillow Mews'],
  city: 'Turnstonia',
  postalCode: '00718-2424',
  point: { latitude: 46.327_184_905_6, longitude: -94.182_736_450_1 },
};
const lately = await shelter(database, { site: toldSite(later), listed: { name: 'Sample Rooms' } });
const ofOwn = await shelter(database, { listed: { name: 'Sample Lodge' } });
const told = await shelter(database, { exact: CANARY, listed: { name: `${TOLD} House` } });
Object.assign(nowhere, {
  street: 'Zugunruhe',
  unit: 'Quetzalcoatlus',
  city: 'Wrenhaven',
  zip: '00719-4242',
  latitude: '46.71398',
  longitude: '93.28461',
  notes: 'Ptarmigan',
  'street that was told': 'Hornbillow',
  'city that was told': 'Turnstonia',
  'ZIP that was told': '00718-2424',
  'latitude that was told': '46.32718',
  'longitude that was told': '94.18273',
  'data key': key.bytes.toString('base64'),
  'data key in hex': key.bytes.toString('hex'),
  password: PASSWORD,
});

const ways = await directory.change(async (changing) => {
  const list = (
    organization: string,
    disclosure: 'OWN' | 'PARTNERS',
    name: string,
    words: string,
  ) =>
    listHousing(
      {
        ...sampleHousing(organization),
        name: `${name} House`,
        summary: `Beds of ${words}.`,
        description: `More of ${words}.`,
        eligibilityNotes: `Who is of ${words}.`,
        contacts: [{ purpose: 'INTAKE', name: `${words} desk`, phones: [], languages: [] }],
        units: [{ name: `${words} room`, capacity: 3, eligibility: [] }],
        disclosure,
      },
      changing,
    );
  const own = await list(ofOwn.organization, 'OWN', 'Dotterelling', 'Whimbrelment');
  const partners = await list(told.organization, 'PARTNERS', forPartners.name, forPartners.words);
  for (const [id, street, city, disclosure] of [
    ['loc_own', '7 Knotwhistle Row', 'Avocetown', 'OWN'],
    ['loc_partners', '8 Sample Row', 'Duluth', 'PARTNERS'],
  ]) {
    await changing.em.execute(
      `insert into org.location (id, organization_id, name, street_told, lines, city, state, postal_code, county_fips,
         disclosure) values (?, ?, 'Sanderlingham', true, array[?], ?, 'MN', '55802', '27137', ?)`,
      [id, told.organization, street, city, disclosure],
    );
  }
  await changing.em.execute(`update org.location set name = 'Sanderlingham' where id = ?`, [
    told.location,
  ]);
  return { own: own.id, partners: partners.id };
});
Object.assign(inTables, {
  'name that is own': 'Dotterelling',
  'words that are own': 'Whimbrelment',
  'name of a place': 'Sanderlingham',
  'street that is own': 'Knotwhistle',
  'city that is own': 'Avocetown',
});

/** Someone who comes in by her link, has a second factor, and comes in again by it. */
async function comeIn(): Promise<Record<string, string>> {
  const email = 'redshankly@example.org';
  const { token } = await directory.change((changing) =>
    invitePerson({ email, role: 'STEWARD' }, HOST, changing),
  );
  const input = { token, name: 'Fieldfaring Person', password: PASSWORD };
  const person = {
    headers: sessionIn((await directory.ask(AcceptInvitationDocument, { input })).headers),
  };
  const first = person.headers;
  const { secret, recoveryCodes } = await enrol(directory, person, NOW);
  directory.setNow(new Date(NOW.getTime() + 60_000));
  const code = shownBy(secret, new Date(NOW.getTime() + 60_000));
  const signedIn = await directory.ask(SignInDocument, {
    input: { email, password: PASSWORD, code },
  });
  const again = sessionIn(signedIn.headers);
  const tokenOf = ({ cookie }: Record<string, string>) => cookie!.split('=')[1]!;
  Object.assign(nowhere, {
    'link that was used': token,
    'first session': tokenOf(first),
    'session by two factors': tokenOf(person.headers),
    'session that came in again': tokenOf(again),
    'secret of a second factor': secret,
    ...Object.fromEntries(recoveryCodes.map((one, nth) => [`recovery code ${nth}`, one])),
  });
  Object.assign(inTables, {
    'address of a person': 'redshankly',
    'name of a person': 'Fieldfaring',
  });
  return again;
}
const steward = await comeIn();
const app = await appWith(directory, ['directory:read']);
const partner = await appWith(directory, ['directory:read', 'partners:read']);
Object.assign(nowhere, { 'key of an app': app.key, 'key of a partner': partner.key });

const tightened = await directory.ask(
  TightenDisclosureDocument,
  {
    input: {
      id: lately.location,
      to: 'STREET_WITHHELD',
      withheldReason: 'CONFIDENTIAL_SHELTER',
      reason: 'Someone asked about the Chiffchaffery.',
    },
  },
  steward,
);
assert.ok(tightened.body.data?.tightenDisclosure?.disclosed, tightened.text);
const suggested = await directory.ask(SuggestCorrectionDocument, {
  input: { thingId: told.listing, words: 'The desk of the Firecrestory is closed.' },
});
const { code = '' } = suggested.body.data?.suggestCorrection?.suggestion ?? {};
assert.ok(code, suggested.text);
nowhere['code of a suggestion'] = code;
// Reasons, words, answers, earlier states, reports and consents, and sealed places of a street of that name.
await addDifferingRows({
  directory,
  secret: 'Capercaillie',
  extra: true,
  hidden: { listing: ways.own, organization: ofOwn.organization },
  told: { listing: told.listing, organization: told.organization, place: 'loc_partners' },
});
Object.assign(inTables, {
  'reason to withhold': 'Chiffchaffery',
  'words of a suggestion': 'Firecrestory',
  'what was changed, decided and said': 'Capercaillie',
});

const heardBy = { stranger: {}, app: app.headers, partner: partner.headers };

/** Which of some canaries stand in a text, as they are or as an address of the web has them. */
function canariesIn(text: string, canaries: Record<string, string>): string[] {
  const plainly = text.toLowerCase();
  return Object.entries(canaries)
    .filter(([, canary]) => {
      const one = canary.toLowerCase();
      return [one, encodeURIComponent(one), one.replaceAll(' ', '+')].some((form) =>
        plainly.includes(form),
      );
    })
    .map(([name]) => name);
}
const hidden = () => ({ ...nowhere, ...inTables });

const pool = {
  ids: [lately.listing, lately.organization],
  aimedAt: [told.listing, told.organization, ways.own, ways.partners, 'loc_own', told.location],
  counties: ['27137', '27007'],
  texts: ['house', 'sample', 'MN', 'beds', 'desk'],
};

/** What surely asks for all of them; the rest is drawn. */
const surely = `{ nodes(ids: ${JSON.stringify([...pool.aimedAt, ...pool.ids])}) { __typename ... on HousingOption { name summary
  description eligibilityNotes contacts { name } units { name } places { area } organization { name } version
  history(first: 9) { nodes { reason changes { before after } } } } } }`;

test('each canary lies where it should: some in tables, some in none', async () => {
  for (const [name, canary] of Object.entries(inTables))
    assert.notDeepEqual(await tablesWith(database.read, [canary]), [], name);
  const { 'city that was told': city, ...others } = nowhere;
  assert.deepEqual(await tablesWith(database.read, Object.values(others)), []);
  // A word that was told of a place stays in the vocabulary, of which a search passes it over (decision 6).
  assert.deepEqual(await tablesWith(database.read, [city!]), ['partners.word', 'pub.word']);
});

test('no answer to whatever is asked or tried holds one, but what partners are told', async (t) => {
  for (const [hearer, asHearer] of Object.entries(heardBy)) {
    const isPartner = hearer === 'partner';
    const mayNotHear = { ...hidden(), ...(isPartner ? {} : forPartners) };
    const drawn = [
      { query: surely },
      ...fc.sample(operations(pool), QUESTIONS),
      ...fc.sample(changes(pool), Math.ceil(QUESTIONS / 10)),
    ];
    let heard = '';
    for (const { query } of drawn) {
      const { headers, text } = await directory.ask(query, {}, asHearer);
      const whole = `${JSON.stringify(headers)} ${text}`;
      assert.deepEqual(canariesIn(whole, mayNotHear), [], `${hearer}: ${query}`);
      heard += whole;
    }
    t.diagnostic(`${hearer}: ${drawn.length} answers of ${heard.length} letters`);
    const mustHear = { TOLD, ...(isPartner ? forPartners : {}) };
    assert.deepEqual(canariesIn(heard, mustHear), Object.keys(mustHear), hearer);
  }
});

test('nor does any page, refusal or header', async () => {
  const sent = [
    ...[
      '/',
      '/graphiql',
      '/healthz',
      '/readyz',
      '/graphql',
      '/nothing',
      '/%zz',
      '/graphiql/nothing',
    ].map((url) => ({ method: 'GET' as const, url })),
    ...['', '{', '[]', '{"query":1}', '{"query":"{ nothing }"}', `{"query":"{ node(id: 1"}`].map(
      (payload) => ({
        method: 'POST' as const,
        url: '/graphql',
        payload,
      }),
    ),
  ];
  for (const headers of [
    {},
    app.headers,
    { ...app.headers, cookie: steward['cookie']! },
    steward,
  ]) {
    for (const one of sent) {
      const answer = await directory.http.inject({
        ...one,
        headers: { 'content-type': 'application/json', ...headers },
      });
      const whole = `${JSON.stringify(answer.headers)} ${answer.body}`;
      assert.deepEqual(canariesIn(whole, { ...hidden(), ...forPartners }), [], one.url);
    }
  }
});

test('nor does the log, at its most talkative, of all of this and of how it came to be', async () => {
  // Keys that are none any more are not written down either.
  await directory.ask('{ viewer { kind } }', {}, { authorization: `Bearer ${app.key}x` });
  const [row] = await database.read.rows<{ events: number }>(
    sql`select count(*)::int as events from audit.event`,
  );
  assert.ok(row!.events > 0);
  assert.ok(directory.logged().split('\n').length > QUESTIONS);
  assert.deepEqual(canariesIn(directory.logged(), { ...hidden(), ...forPartners, TOLD }), []);
});
