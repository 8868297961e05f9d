import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { openDirectory } from '../support/directory.js';
import { attackKinds, attacks, type Attack } from '../support/attack.js';

const IS_PROVE = Boolean(process.env['HARBORLIGHT_PROVE']);
const ATTACKS = IS_PROVE ? 10_000 : 600;
/** In `npm run prove` alone; others share the machine, so what took longer is sent again, and its fastest counts. */
const REFUSED_MS_MAX = 50;
const TRIES = 5;
/** What the database, the platform and our own files would say, and must not. */
const INNER_WORDS =
  /\b(pg_|relation "|syntax error at|SQLSTATE|node_modules|\.(js|ts):\d+|postgres|argon2|\bat \w+ \()/i;

const directory = await openDirectory();

interface Told {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

async function send({ headers, method, payload }: Attack) {
  const started = performance.now();
  const answer = await directory.http.inject({
    method: method!,
    url: '/graphql',
    headers: headers!,
    ...(method === 'GET' ? {} : { payload }),
  });
  return { status: answer.statusCode, text: answer.body, ms: performance.now() - started };
}

async function fastestOf(attack: Attack, first: number): Promise<number> {
  let fastest = first;
  for (let tried = 1; fastest > REFUSED_MS_MAX && tried < TRIES; tried += 1) {
    fastest = Math.min(fastest, (await send(attack)).ms);
  }
  return fastest;
}

/** Turned down, as a whole or in every part that was asked for. */
function isRefused({ data, errors }: Told): boolean {
  if (errors && errors.length > 0) return true;
  return Object.values(data ?? {}).some(
    (field) => ((field as { userErrors?: unknown[] } | null)?.userErrors?.length ?? 0) > 0,
  );
}

test('whatever is sent is answered or refused with a code: no crash, no fault, no word from within', async (t) => {
  // The first search of a server reads the rules of all: that is no refusal's time.
  await directory.ask('{ findHousing(input: {}, first: 1) { nodes { verdict } } }');
  const seen = new Map<string, { sent: number; refused: number; slowest: number }>();
  await fc.assert(
    fc.asyncProperty(attacks, async (attack) => {
      const { status, text, ms } = await send(attack);
      assert.ok(status >= 200 && status < 500, `${attack.kind}: ${status} ${text.slice(0, 200)}`);
      const told = JSON.parse(text) as Told;
      for (const { message, extensions } of told.errors ?? []) {
        assert.match(extensions?.code ?? '', /^[A-Z_]+$/, `${attack.kind}: ${text.slice(0, 300)}`);
        assert.notEqual(extensions!.code, 'INTERNAL', `${attack.kind}: ${text.slice(0, 300)}`);
        assert.ok(message.length < 500, `${attack.kind}: it repeats what was sent`);
      }
      assert.doesNotMatch(text.slice(0, 5_000), INNER_WORDS, attack.kind);
      const refused = isRefused(told);
      if (IS_PROVE && refused) {
        const fastest = await fastestOf(attack, ms);
        assert.ok(fastest <= REFUSED_MS_MAX, `${attack.kind}: refused in ${fastest.toFixed(1)} ms`);
      }
      if (attack.mustRefuse) assert.ok(refused, `${attack.kind}: ${text.slice(0, 300)}`);
      const counts = seen.get(attack.kind) ?? { sent: 0, refused: 0, slowest: 0 };
      counts.sent += 1;
      if (refused) counts.refused += 1;
      counts.slowest = Math.max(counts.slowest, ms);
      seen.set(attack.kind, counts);
    }),
    { numRuns: ATTACKS },
  );
  for (const kind of attackKinds) {
    const { sent, refused, slowest } = seen.get(kind) ?? { sent: 0, refused: 0, slowest: 0 };
    t.diagnostic(
      `${kind}: ${sent} sent, ${refused} refused, the slowest in ${slowest.toFixed(1)} ms`,
    );
    assert.ok(sent > ATTACKS / 100 && refused > 0, `${kind}: ${sent} sent, ${refused} refused`);
  }
  const { body } = await directory.ask('{ regions { id } viewer { kind } }');
  assert.deepEqual(
    [(body.data as never as { regions: unknown[] }).regions.length, body.errors],
    [8, undefined],
  );
  assert.ok(!directory.logged().includes('"fault"'), 'nothing was logged as a fault');
});
