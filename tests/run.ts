import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBrowser } from './support/browser.js';
import { toldCosts } from './support/cost.js';
import { findPostgresql } from './support/postgresql.js';
import { SHARED } from './support/shared-data.js';
import { prepareTemplate } from './support/template.js';
import { tryFiles } from './support/try-files.js';

const help = `npm test [-- options] [part of a file's name ...]

Runs every test on the embedded database and, where one can be reached, on PostgreSQL with PostGIS.
What cannot run here is skipped aloud.

  --prove      the full counts instead of the short ones, and what "npm test" leaves out (npm run prove); what it
               tries in full already is not tried again, unless it is asked for by name
  --no-skips   anything skipped is a failure, but for want of data kept beside the repository
  --on=NAME    on one database alone: embedded or postgresql
  --costs      at the end of each round, which files kept a processor busy longest
  --help       this

HARBORLIGHT_TEST_DATABASE_URL  PostgreSQL with PostGIS; its user must be allowed to create databases
HARBORLIGHT_TEST_BROWSER       a Chromium; looked for in its usual places when unset`;

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(help);
  process.exit(0);
}
const folder = import.meta.dirname;
const only = args.find((arg) => arg.startsWith('--on='))?.slice('--on='.length);
if (only !== undefined && only !== 'embedded' && only !== 'postgresql')
  throw new Error(`--on=embedded or --on=postgresql, and not "${only}".`);
const wanted = args.filter((arg) => !arg.startsWith('--'));
/** Of the long form, which takes minutes of each: these too are begun first, and each of all of them in a process of its own. */
const longestProved = [
  'safety/time',
  'safety/as-if-published',
  'safety/attacker',
  'upkeep/killed',
  'upkeep/year',
  'safety/canaries',
];
/** Begun first: as the last of all they would run alone, on one of the cores. */
const longest = [
  'safety/non-interference',
  'server/processes',
  'placement/walk',
  'placement/agreement',
  'eligibility/agree',
  ...(args.includes('--prove') ? longestProved : []),
];
/**
 * Long, and of what both databases do alike: the short form tries them on PostgreSQL alone, where there is one.
 * Commands are among them, for each of which the embedded one takes seconds to open.
 */
const long = [
  'access/keys-left',
  'access/own-keys',
  'access/second-factor',
  'audit/tampering',
  'clients/against-server',
  'clients/killed',
  'clients/packed',
  'clients/readme',
  'clients/sync',
  'contract/examples',
  'coordinators/',
  'disclosure/brought-in',
  'disclosure/held-texts',
  'disclosure/notices',
  'disclosure/reveal',
  'disclosure/sealed-address',
  'disclosure/seen',
  'disclosure/stewards',
  'disclosure/streets',
  'disclosure/told-checked',
  'disclosure/two-people',
  'disclosure/who-entered',
  'feed/changes',
  'feed/followers',
  'geography/county-shapes',
  'imports/duplicates',
  'imports/imports',
  'imports/killed',
  'imports/refused',
  'library/keeping-library',
  'listings/told-anew',
  'once/once',
  'placement/agreement',
  'placement/bad-input',
  'placement/feed',
  'placement/rebuild',
  'placement/services-agreement',
  'placement/telling',
  'placement/walk',
  'placement/withheld',
  'safety/',
  'server/report-commands',
  'tribal-nations/revise-nation',
  'tribal-nations/taken-back',
  'upkeep/killed',
  'upkeep/reminders',
  'upkeep/report-links',
  'upkeep/unmet-needs',
  'upkeep/verification',
  'upkeep/worklist',
  'upkeep/year',
  'vault/rotation',
];
/**
 * Many commands, a minute of them, and times that are held against each other: the short form leaves them to the
 * long one, unless they are asked for.
 */
const proved = ['audit/commands', 'disclosure/commands', 'safety/time', 'server/people-commands'];
const isAmong = (some: readonly string[], file: string) =>
  some.some((part) => file.startsWith(part));
const turn = (file: string) => {
  const place = longest.findIndex((name) => file.startsWith(name));
  return place < 0 ? longest.length : place;
};
const all = globSync('**/*.test.js', { cwd: folder }).sort();
const stale = [...longest, ...longestProved, ...long, ...proved].filter(
  (part) => !all.some((file) => file.startsWith(part)),
);
if (stale.length > 0) throw new Error(`No test is named so any more: ${stale.join(', ')}`);
const files = all
  .sort((one, other) => turn(one) - turn(other))
  .filter((file) =>
    wanted.length > 0
      ? wanted.some((part) => file.includes(part))
      : args.includes('--prove') || !isAmong(proved, file),
  );

/** Whether a test, or anything of the tests that it imports, is so named or says so. */
function reaches(
  path: string,
  isSo: (path: string, text: string) => boolean,
  seen = new Set<string>(),
): boolean {
  // Some tests write programs, whose imports are not theirs.
  if (seen.has(path) || !existsSync(path)) return false;
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  if (isSo(path, text)) return true;
  return [...text.matchAll(/(?:from|import) '(\.[^']+\.js)'/g)]
    .map(([, from]) => join(dirname(path), from!))
    .some((from) => from.startsWith(folder) && reaches(from, isSo, seen));
}
/** Whether it opens a database. */
const asksDatabase = (file: string) =>
  reaches(join(folder, file), (path) => /support\/(template|postgresql)\.js$/.test(path));
/** Whether its counts are fuller when it proves. */
const hasLongForm = (file: string) =>
  reaches(join(folder, file), (_, text) => text.includes('HARBORLIGHT_PROVE'));

const totals = { passed: 0, failed: 0, skipped: [] as string[] };

const FILE_MS_MAX = args.includes('--prove') ? 4_800_000 : 600_000;

async function round(
  name: string,
  files: readonly string[],
  environment: Record<string, string>,
): Promise<void> {
  console.log(`\n── ${name} ──`);
  Object.assign(process.env, environment);
  await prepareTemplate();
  const { passed, failed, skipped, costs } = await tryFiles(
    files,
    FILE_MS_MAX,
    (file) => args.includes('--prove') && isAmong(longest, file),
  );
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped.push(...skipped.map((test) => `${name}: ${test}`));
  if (args.includes('--costs')) console.log(`\n${toldCosts(costs)}`);
}

if (args.includes('--prove')) process.env['HARBORLIGHT_PROVE'] = 'yes';
const postgresql = await findPostgresql();
if (!findBrowser()) totals.skipped.push('every page in a browser (no Chromium found)');
const onPostgresqlAlone = (file: string) => isAmong(long, file) && asksDatabase(file);
const isProving = args.includes('--prove') && wanted.length === 0;
const ofLongForm = files.filter((file) => isAmong(proved, file) || hasLongForm(file));
const embedded = isProving
  ? files.filter((file) => ofLongForm.includes(file) || onPostgresqlAlone(file))
  : postgresql && !only && !args.includes('--prove') && wanted.length === 0
    ? files.filter((file) => !onPostgresqlAlone(file))
    : files;
if (isProving) {
  console.log(
    `left to "npm test", which tries as much of them: ${files.length - embedded.length} files`,
  );
} else if (embedded.length < files.length) {
  console.log(`tried on PostgreSQL alone, and by "npm run prove" on both: ${long.join(', ')}`);
}
if (only !== 'postgresql')
  await round('embedded database', embedded, { HARBORLIGHT_TEST_ON: 'embedded' });
else totals.skipped.push('every test on the embedded database (--on=postgresql)');
if (only === 'embedded') {
  totals.skipped.push('every test on PostgreSQL (--on=embedded)');
} else if (postgresql) {
  // What asks no database has been tried.
  const ofDatabase = (isProving ? ofLongForm : files).filter(asksDatabase);
  await round('PostgreSQL with PostGIS', ofDatabase, {
    HARBORLIGHT_TEST_ON: 'postgresql',
    HARBORLIGHT_TEST_DATABASE_URL: postgresql,
  });
} else {
  totals.skipped.push('every test on PostgreSQL (set HARBORLIGHT_TEST_DATABASE_URL)');
}
console.log('');
for (const line of totals.skipped) console.log(`skipped: ${line}`);
const mayBeWanting = (line: string) => line.includes(`(needs ${SHARED}`);
if (args.includes('--no-skips'))
  totals.failed += totals.skipped.filter((line) => !mayBeWanting(line)).length;
if (totals.passed === 0) totals.failed += 1;
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);
