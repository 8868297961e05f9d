import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { sql } from '../../src/kernel/index.js';
import { SuggestionLimit } from '../../src/upkeep/index.js';
import { personIn } from '../../src/upkeep/personal-words.js';
import { openDirectory } from '../support/directory.js';
import {
  OpenSuggestionsDocument,
  ResolveSuggestionDocument,
  SuggestCorrectionDocument,
  SuggestionDocument,
  type Resolution,
} from '../support/documents.js';
import { appWith, broughtIn, comeIn } from '../support/people.js';
import { outcome as faultOf } from '../support/outcome.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { tablesWith } from '../support/sweep.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('suggestions')) };
const directory = await openDirectory({ database, log: 'debug' });
const withheld = await shelter(database, { exact: CANARY });
const open = await shelter(database, {
  site: toldSite({ ...CANARY, lines: ['9 Sample Way'] }),
  said: { name: 'Sample Open House' },
});
const hidden = await shelter(database, { exact: CANARY, listed: { disclosure: 'OWN' } });
const { nation, organization: government } = await someNation(database.read);
const cora = await comeIn(directory, 'COORDINATOR', withheld.organization);
const otto = await comeIn(directory, 'COORDINATOR', open.organization);
const hana = await comeIn(directory, 'COORDINATOR', hidden.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stella = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');
const app = await appWith(directory, ['changes:read']);
type Headers = Record<string, string>;

const WORDS = 'The line is answered until ten at night now, says their door.';

// What one network may suggest within an hour is a test of its own.
beforeEach(async () => {
  directory.house.suggesting = new SuggestionLimit();
  await database.em().execute('delete from org.suggestion');
});

const suggest = (
  thingId: string,
  headers: Headers = {},
  more: { words?: string; idempotencyKey?: string } = {},
) =>
  directory.ask(SuggestCorrectionDocument, { input: { thingId, words: WORDS, ...more } }, headers);
const codeIn = (answer: Awaited<ReturnType<typeof suggest>>) => {
  const code = answer.body.data?.suggestCorrection?.suggestion?.code;
  assert.match(code ?? '', /^[\w-]{22}$/, answer.text);
  return code!;
};
const outcomeBy = async (code: string, headers: Headers = {}) => {
  const { body, text } = await directory.ask(SuggestionDocument, { code }, headers);
  assert.equal(body.errors, undefined, text);
  return body.data!.suggestion;
};
const waitingFor = async ({ headers }: { headers: Headers }, first = 20, after?: string) => {
  const { body, text } = await directory.ask(
    OpenSuggestionsDocument,
    { first, after: after ?? null },
    headers,
  );
  assert.equal(body.errors, undefined, text);
  return body.data!.viewer.suggestions;
};
const resolve = (
  id: string,
  headers: Headers,
  outcome: Resolution = 'ACCEPTED',
  more: { answer?: string; idempotencyKey?: string } = {},
) => directory.ask(ResolveSuggestionDocument, { input: { id, outcome, ...more } }, headers);

test('anyone suggests; those who keep it read it and say what became of it, to whoever has the code', async () => {
  const code = codeIn(await suggest(open.listing));
  assert.deepEqual(await outcomeBy(code), {
    code: null,
    state: 'OPEN',
    answer: null,
    resolvedAt: null,
  });
  const [waiting] = (await waitingFor(otto)).nodes;
  assert.deepEqual([waiting!.thingId, waiting!.words], [open.listing, WORDS]);
  const answer = 'Thank you: we mended the hours.';
  const resolved = await resolve(waiting!.id, otto.headers, 'ACCEPTED', { answer });
  assert.equal(faultOf(resolved), 'done', resolved.text);
  const outcome = await outcomeBy(code, ada.headers);
  assert.deepEqual([outcome!.state, outcome!.answer], ['ACCEPTED', answer]);
  assert.ok(outcome!.resolvedAt);
  assert.deepEqual((await waitingFor(otto)).nodes, []);
  assert.equal(faultOf(await resolve(waiting!.id, otto.headers)), 'INVALID input.id');
  assert.deepEqual(await tablesWith(database.read, [WORDS]), [], 'its words are kept no longer');
  assert.deepEqual(await tablesWith(database.read, [code]), [], 'nor was its code ever');
});

test('a listing, an organization and a nation may be corrected; by apps and people too', async () => {
  for (const [thing, headers] of [
    [open.organization, {}],
    [nation, app.headers],
    [open.listing, ada.headers],
  ] as const) {
    codeIn(await suggest(thing, headers));
  }
  assert.deepEqual(
    (await waitingFor(nora)).nodes.map(({ thingId }) => thingId),
    [nation],
  );
  // What is a nation's, its own people read.
  assert.deepEqual(
    (await waitingFor(stella)).nodes.map(({ thingId }) => thingId),
    [open.organization, open.listing],
  );
});

test('what is hidden and what is not there are turned down alike; what is hers may be corrected', async () => {
  const [missing, unlisted] = [
    await suggest('hou_AAAAAAAAAAAAAAAAAAAAAA'),
    await suggest(hidden.listing),
  ];
  assert.equal(unlisted.text, missing.text);
  assert.equal(faultOf(missing), 'NOT_FOUND input.thingId');
  assert.equal((await suggest('reg_AAAAAAAAAAAAAAAAAAAAAA')).text, missing.text);
  assert.equal((await suggest('x')).text, missing.text);
  codeIn(await suggest(hidden.listing, hana.headers));
  assert.equal(await outcomeBy('AAAAAAAAAAAAAAAAAAAAAA'), null);
  assert.equal(await outcomeBy(''), null);
});

test('who may not read words that may hold a withheld address resolves none: they would be gone', async () => {
  const code = codeIn(
    await suggest(withheld.listing, {}, { words: `It is at ${CANARY.lines[0]}, I was there.` }),
  );
  const [own, stewards] = [await waitingFor(cora), await waitingFor(stella)];
  assert.match(own.nodes[0]!.words!, /Zugunruhe/);
  assert.equal(stewards.nodes[0]!.words, null);
  const { id } = own.nodes[0]!;
  const newcomer = await broughtIn(directory, cora, 'COORDINATOR', withheld.organization);
  for (const { headers } of [stella, newcomer]) {
    assert.equal((await waitingFor({ headers })).nodes[0]!.words, null);
    for (const more of [{}, { answer: 'No.' }]) {
      assert.equal(faultOf(await resolve(id, headers, 'DECLINED', more)), 'FORBIDDEN input.id');
    }
  }
  assert.equal((await outcomeBy(code))!.state, 'OPEN');
  assert.match((await waitingFor(cora)).nodes[0]!.words!, /Zugunruhe/);
  assert.equal(
    faultOf(await resolve(id, cora.headers, 'DECLINED', { answer: `No: ${CANARY.lines[0]}.` })),
    'INVALID input.answer',
  );
  assert.equal(faultOf(await resolve(id, cora.headers, 'DECLINED')), 'done');
  // Where nothing is withheld a steward reads, and resolves.
  codeIn(await suggest(open.listing));
  const [readable] = (await waitingFor(stella)).nodes;
  assert.equal(readable!.words, WORDS);
  assert.equal(faultOf(await resolve(readable!.id, stella.headers)), 'done');
});

test('nobody reads or resolves what is another’s', async () => {
  codeIn(await suggest(open.listing));
  const { id } = (await waitingFor(otto)).nodes[0]!;
  for (const { headers } of [cora, nora]) {
    assert.equal(faultOf(await resolve(id, headers)), 'NOT_FOUND input.id');
    assert.equal((await waitingFor({ headers })).totalCount, 0);
  }
  const missing = await resolve('sug_AAAAAAAAAAAAAAAAAAAAAA', cora.headers);
  assert.equal((await resolve(id, cora.headers)).text, missing.text);
  assert.equal((await waitingFor(ada)).totalCount, 0);
  assert.equal((await waitingFor({ headers: {} })).totalCount, 0);
});

test('words about a person are turned down, words about a place are not', () => {
  for (const words of [
    'My name is Jane and I need a bed.',
    'I am 16, please call me.',
    'My daughter was turned away there.',
    'Write to someone.nice@gmail.com instead.',
    'Her SSN is 123-45-6789.',
    'She was born on 3 May.',
    'Me llamo Rosa y no contestan.',
  ]) {
    assert.ok(personIn(words), words);
  }
  for (const words of [
    WORDS,
    'They take girls of 12 to 17 now, and their children.',
    'The number is 218-555-0123 since May; intake@house.example answers.',
    'Se atiende en español de lunes a viernes.',
  ]) {
    assert.equal(personIn(words), null, words);
  }
});

test('bad input names its field and keeps nothing', async () => {
  for (const [words, fault] of [
    ['short', 'INVALID input.words'],
    ['x'.repeat(2_001), 'INVALID input.words'],
    ['My name is Jane and I need a bed.', 'INVALID input.words'],
    ['nul \u0000 in the middle of it', 'INVALID input.words'],
  ] as const) {
    assert.equal(faultOf(await suggest(open.listing, {}, { words })), fault, words.slice(0, 20));
  }
  assert.equal((await waitingFor(otto)).totalCount, 0);
});

test('ten an hour from one network, and fifty wait of one thing', async () => {
  for (let time = 0; time < 10; time += 1) codeIn(await suggest(open.listing));
  const eleventh = await suggest(open.listing);
  assert.equal(faultOf(eleventh), 'RATE_LIMITED');
  assert.ok(Number(eleventh.headers['retry-after']) > 0);
  // Another viewer has her own.
  codeIn(await suggest(open.listing, ada.headers));
  await database.em().execute(
    `insert into org.suggestion (id, code_digest, thing_id, organization_id, suggested_at, suggested_as, words)
     select 'sug_' || n, decode(md5(n::text), 'hex'), ?, ?, now(), 'STRANGER', 'one of many' from generate_series(1, 39) n`,
    [open.listing, open.organization],
  );
  assert.equal(faultOf(await suggest(open.listing, ada.headers)), 'INVALID input.thingId');
});

test('what is refused is not counted, nor what is sent again; many at once are counted each', async () => {
  const hour = { points: 2, duration: 3_600 };
  directory.house.suggesting = new SuggestionLimit(
    (_of, limits) => new RateLimiterMemory({ ...limits, points: hour.points }),
  );
  const idempotencyKey = 'one of a test of counting';
  for (let time = 0; time < 3; time += 1) {
    assert.equal(
      faultOf(await suggest(open.listing, ada.headers, { words: 'short' })),
      'INVALID input.words',
    );
    assert.equal(faultOf(await suggest(hidden.listing, ada.headers)), 'NOT_FOUND input.thingId');
    codeIn(await suggest(open.listing, ada.headers, { idempotencyKey }));
  }
  const rest = await Promise.all([1, 2, 3].map(() => suggest(open.listing, ada.headers)));
  assert.deepEqual(rest.map(faultOf).sort(), ['RATE_LIMITED', 'RATE_LIMITED', 'done']);
});

test('under one key it is one, with the same code; strangers have no keys', async () => {
  const idempotencyKey = 'one of a test of suggestions';
  const [first, again] = [
    await suggest(open.listing, ada.headers, { idempotencyKey }),
    await suggest(open.listing, ada.headers, { idempotencyKey }),
  ];
  assert.equal(again.text, first.text);
  codeIn(first);
  assert.equal((await waitingFor(otto)).totalCount, 1);
  assert.equal(
    faultOf(await suggest(open.listing, {}, { idempotencyKey })),
    'INVALID input.idempotencyKey',
  );
});

test('a walk meets each once, the oldest first', async () => {
  const things = [open.listing, open.organization, open.listing];
  for (const thing of things) codeIn(await suggest(thing));
  const first = await waitingFor(otto, 2);
  const rest = await waitingFor(otto, 2, first.pageInfo.endCursor!);
  assert.deepEqual(
    [...first.nodes, ...rest.nodes].map(({ thingId }) => thingId),
    things,
  );
  assert.deepEqual([first.totalCount, rest.pageInfo.hasNextPage], [3, false]);
});

test('of what was written nothing is logged, nor who wrote it', async () => {
  codeIn(await suggest(open.listing));
  assert.doesNotMatch(directory.logged(), /answered until ten/);
  const events = await database.read.rows<{ detail: string }>(
    sql`select detail::text as detail from audit.event where action = 'suggestCorrection' limit 1`,
  );
  assert.deepEqual(events, [{ detail: '{}' }]);
});

test('the log of what was done knows of which thing it was, and not of whom', async () => {
  for (const { headers } of [ada, app, cora]) codeIn(await suggest(withheld.listing, headers));
  const rows = await database.read.rows<{ kind: string; id: string | null; thing: string }>(
    sql`select viewer_kind as kind, viewer_id as id, thing_id as thing from audit.event
      where action = 'suggestCorrection' and thing_id = ${withheld.listing}`,
  );
  assert.ok(rows.length >= 3);
  assert.deepEqual(
    new Set(rows.map(({ kind, id }) => `${kind} ${id}`)),
    new Set(['STRANGER null']),
  );
});
