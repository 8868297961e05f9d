import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
/** From left to right; each context knows only those to its left. */
const order = [
  'kernel',
  'vault',
  'audit',
  'once',
  'access',
  'history',
  'geography',
  'disclosure',
  'eligibility',
  'organizations',
  'tribal-nations',
  'listings',
  'services',
  'housing',
  'library',
  'placement',
  'search',
  'feed',
  'placement',
  'upkeep',
  'imports',
  'interchange',
  'server',
];
const LINE_LETTERS_MAX = 140;
const FILE_LINES_MAX = 300;

const files = globSync('src/**/*.ts', { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
  context: path.split('/')[1]!,
  name: path.split('/').at(-1)!,
}));
const importsOf = (text: string) => [...text.matchAll(/from '([^']+)'/g)].map((match) => match[1]!);
const fail = (faults: string[]) => assert.deepEqual(faults, []);

test('every context has its place in the order', () => {
  fail(files.filter(({ context }) => !order.includes(context)).map(({ path }) => path));
});

test('a context imports only leftward, and others only through their index', () => {
  fail(
    files.flatMap(({ path, text, context }) =>
      importsOf(text).flatMap((from) => {
        const other = /^\.\.\/([\w-]+)\/(.+)$/.exec(from);
        if (!other || path.split('/').length !== 3 || !order.includes(other[1]!)) return [];
        const [, target, rest] = other;
        const leftward = order.indexOf(target!) < order.indexOf(context);
        return leftward && rest === 'index.js' ? [] : [`${path} imports ${from}`];
      }),
    ),
  );
});

test('only the last room knows HTTP, Apollo Server and the database drivers', () => {
  const doors =
    /^(fastify|@fastify\/|@apollo\/server|pg$|@electric-sql|@mikro-orm\/(pglite|postgresql|migrations))/;
  fail(
    files
      .filter(({ context }) => context !== 'server')
      .flatMap(({ path, text }) =>
        importsOf(text)
          .filter((from) => doors.test(from))
          .map((from) => `${path} imports ${from}`),
      ),
  );
});

test('process.env is read in one file', () => {
  fail(
    files
      .filter(({ path, text }) => /process\.env/.test(text) && path !== 'src/server/config.ts')
      .map(({ path }) => path),
  );
});

test('the suffix is the layer', () => {
  const layers: [RegExp, RegExp, string][] = [
    [/\.resolver\.ts$/, /sql`|em\.(execute|insert|upsert|native)/, 'a resolver holds no statement'],
    [
      /\.(view|input)\.ts$/,
      /sql`|\bem\b|\.store\.js|\.query\.js'$/m,
      'a view or an input holds no statement',
    ],
    [/\.command\.ts$/, /\bem\.|sql`/, 'a command goes through its store'],
    [/\.query\.ts$/, /\bem\b\.|\.store\.js/, 'a query only reads'],
    [/\.entity\.ts$/, /type-graphql/, 'an entity is no view'],
    [/\.store\.ts$/, /type-graphql|asking/, 'a store knows no question'],
  ];
  fail(
    files.flatMap(({ path, text }) =>
      layers
        .filter(([suffix, forbidden]) => suffix.test(path) && forbidden.test(text))
        .map(([, , why]) => `${path}: ${why}`),
    ),
  );
});

test('a question is asked of told tables alone', () => {
  fail(
    files
      // Who asks is looked up before anything is asked, and by nothing else; the seals are no question's; and what
      // waits for a decision is asked by those who decide on it alone.
      .filter(({ path, text, context }) => {
        const others =
          {
            access: /\b(org|conf)\.\w/,
            audit: /\b(org|auth|conf)\.\w/,
            disclosure: /\b(auth|audit|conf)\.\w/,
            upkeep: /\b(auth|audit|conf)\.\w/,
            imports: /\b(auth|audit|conf)\.\w/,
            history: /\b(auth|audit|conf)\.\w/,
          }[context] ?? /\b(org|auth|audit|conf)\.\w/;
        return path.endsWith('.query.ts') && others.test(text);
      })
      .map(({ path }) => path),
  );
});

test('what is confidential has one store, and nothing opens it but its own context', () => {
  const outside = files.filter(({ context }) => context !== 'disclosure');
  /** Whatever each seals, under the keys that the vault holds. */
  const sealing = new Set(['vault', 'disclosure', 'access', 'imports']);
  fail([
    ...files
      .filter(
        ({ path, text }) => /\bconf\.\w/.test(text) && !/confidential-address\.store/.test(path),
      )
      .map(({ path }) => `${path} names a confidential table`),
    ...outside
      // Rights are given by schema: it is named there, and nothing read.
      .filter(({ path }) => path !== 'src/server/database/rights.ts')
      .filter(({ text }) => /\bopenAddress\b|'conf'/.test(text))
      .map(({ path }) => `${path} opens a confidential address`),
    ...files
      .filter(({ context, text }) => !sealing.has(context) && /\bvault\.(open|seal)\b/.test(text))
      .map(({ path }) => `${path} opens what is confidential`),
  ]);
});

test('files and lines stay short', () => {
  fail(
    files.flatMap(({ path, text }) => {
      const lines = text.split('\n');
      const long = lines.findIndex((line) => line.length > LINE_LETTERS_MAX);
      return [
        ...(lines.length > FILE_LINES_MAX ? [`${path}: ${lines.length} lines`] : []),
        ...(long >= 0 ? [`${path}:${long + 1}: ${lines[long]!.length} letters`] : []),
      ];
    }),
  );
});

test('the project speaks of the project alone', () => {
  const all = globSync(
    '{README.md,docs/**/*.md,src/**/*.{ts,md},tests/**/*.ts,bench/**/*.{ts,md},seeds/*.md,.ci/*}',
    { cwd: root },
  );
  fail(
    all.filter(
      (path) =>
        !path.endsWith('tidy.test.ts') &&
        /\/work\/|\bhelper session|farm-studio|farm-bench|TODO|FIXME/.test(
          readFileSync(join(root, path), 'utf8'),
        ),
    ),
  );
});

test('every person of the trade is called by the trade’s word', () => {
  fail(
    files.flatMap(({ path, text }) =>
      (text.match(/\b(tribe|tribes|victim|victims|client|clients)\b/gi) ?? [])
        .filter((word) => !/^client/i.test(word) || /\b(the|a) client (in|of|who)/i.test(text))
        .map((word) => `${path}: "${word}"`),
    ),
  );
});
