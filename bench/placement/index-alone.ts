#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { compileSeeker, type Seeker } from '../../src/eligibility/index.js';
import { ClauseBook } from '../../src/placement/clause-book.js';
import { PlacementIndex } from '../../src/placement/placement-index.js';
import type { PlacementQuestion } from '../../src/placement/question.js';
import type { PlacementRow } from '../../src/placement/row.js';
import { Dice } from '../generate/random.js';
import { Country, NOW_MS, reportOf } from './rows.js';

const ROWS_AT_A_TIME = 100;
const WARMING = 300;
const ROUNDS = 3;
const UPDATES = 20_000;
const PAGE = 21;
const LOOP_STEPS = 1e8;

const country = new Country();
const book = new ClauseBook({ countiesOfRegion: () => undefined });
let clausesKnown = 0;

/** Teaches the book what the rows made so far speak of. */
function learn(): void {
  for (; clausesKnown < country.clauses.length; clausesKnown += 1) {
    book.add(country.clauses[clausesKnown]!);
  }
}

const spent = { makingMs: 0, makingCpuMs: 0 };

/** Milliseconds of the processor since an earlier reading. */
function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

async function* rowsUpTo(listings: number): AsyncGenerator<PlacementRow[]> {
  for (let from = 0; from < listings; from += ROWS_AT_A_TIME) {
    const started = performance.now();
    const cpu = process.cpuUsage();
    const many = Math.min(ROWS_AT_A_TIME, listings - from);
    const rows = Array.from({ length: many }, (_, index) => country.row(from + index));
    learn();
    spent.makingMs += performance.now() - started;
    spent.makingCpuMs += cpuMsSince(cpu);
    yield rows;
  }
}

const everyday = (dice: Dice): Seeker => ({
  age: dice.from(14, 60),
  gender: dice.pick(['WOMAN', 'WOMAN', 'MAN', 'NONBINARY']),
  ...(dice.chance(0.6) ? { situations: ['SEX_TRAFFICKING' as const] } : {}),
  ...(dice.chance(0.3) ? { pets: true } : {}),
  ...(dice.chance(0.3) ? { substanceUse: 'SOBER' as const } : {}),
  ...(dice.chance(0.3) ? { convictions: [] } : {}),
  ...(dice.chance(0.3) ? { documents: [{ kind: 'PHOTO_ID' as const, has: true }] } : {}),
});
/** Whom next to none takes: every one of these facts is refused by many. */
const rare = (dice: Dice): Seeker => ({
  age: dice.pick([12, 13, 66, 80]),
  gender: dice.pick(['NONBINARY', 'TWO_SPIRIT']),
  substanceUse: 'ACTIVE',
  convictions: ['VIOLENCE'],
  monthlyIncome: 3_900,
  pets: true,
  referredBy: 'POLICE',
  documents: (['PHOTO_ID', 'TRIBAL_ID', 'BIRTH_CERTIFICATE'] as const).map((kind) => ({
    kind,
    has: false,
  })),
});

function questionOf(dice: Dice, seeker: Seeker, more: Partial<PlacementQuestion>) {
  const town = dice.pick(country.towns);
  return {
    type: 'HOUSING',
    now: NOW_MS,
    at: town,
    state: town.state,
    withinMeters: 40_000,
    scopes: null,
    avoid: null,
    kinds: null,
    policies: [],
    languages: [],
    bedsFor: null,
    availability: [true, true, true, false],
    verdicts: [true, true, false],
    askAbout: 0,
    seeker: compileSeeker(seeker),
    silentMask: () => 0,
    speaking: [],
    limit: PAGE,
    after: null,
    counting: false,
    facets: false,
    widen: false,
    ...more,
  } satisfies PlacementQuestion as PlacementQuestion;
}

interface Kind {
  name: string;
  seeker: (dice: Dice) => Seeker;
  more: Partial<PlacementQuestion>;
  searches: number;
}
const ALL = { counting: true, facets: true, widen: true };
const kinds: Kind[] = [
  { name: '40 km, a page', seeker: everyday, more: {}, searches: 1_000 },
  {
    name: '1,000 km, a page',
    seeker: everyday,
    more: { withinMeters: 1_000_000 },
    searches: 1_000,
  },
  { name: 'no radius, a page', seeker: everyday, more: { withinMeters: null }, searches: 1_000 },
  {
    name: '40 km, open beds',
    seeker: everyday,
    more: { availability: [true, false, false, false] },
    searches: 1_000,
  },
  {
    name: '40 km, eligible only',
    seeker: everyday,
    more: { verdicts: [true, false, false] },
    searches: 1_000,
  },
  { name: '40 km, count', seeker: everyday, more: { counting: true }, searches: 1_000 },
  {
    name: '40 km, facets',
    seeker: everyday,
    more: { counting: true, facets: true },
    searches: 1_000,
  },
  { name: '40 km, facets and widening', seeker: everyday, more: ALL, searches: 1_000 },
  { name: 'rare, 40 km, facets and widening', seeker: rare, more: ALL, searches: 300 },
  { name: 'rare, 1,000 km', seeker: rare, more: { withinMeters: 1_000_000 }, searches: 300 },
  {
    name: 'rare, 1,000 km, ASK only',
    seeker: rare,
    more: { withinMeters: 1_000_000, verdicts: [false, true, false] },
    searches: 300,
  },
  {
    name: 'rare, 1,000 km, eligible only',
    seeker: rare,
    more: { withinMeters: 1_000_000, verdicts: [true, false, false] },
    searches: 300,
  },
];

const say = (line: string) => process.stdout.write(`${line}\n`);
const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;

/**
 * Median, 99th of a hundred and the longest, in milliseconds: of each search the fastest of some
 * rounds, as others share the machine; and what a search costs the processor on average, whoever
 * else is there.
 */
function measure(index: PlacementIndex, { name, seeker, more, searches }: Kind): void {
  const dice = new Dice(name);
  const asked = Array.from({ length: searches }, () => {
    const question = questionOf(dice, seeker(dice), more);
    return { question, reach: country.shapes.from(question.at!) };
  });
  for (const { question, reach } of asked.slice(0, WARMING)) index.search(question, reach);
  const times = new Float64Array(searches).fill(Infinity);
  let [found, matches] = [0, 0];
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [search, { question, reach }] of asked.entries()) {
      const started = performance.now();
      const answer = index.search(question, reach);
      times[search] = Math.min(times[search]!, performance.now() - started);
      found += answer.proposals.length;
      matches += answer.count ?? 0;
    }
  }
  const cpuMs = cpuMsSince(before);
  const all = searches * ROUNDS;
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (value: number) => value.toFixed(3).padStart(8);
  const counted = matches > 0 ? `, ${Math.round(matches / all)} match` : '';
  say(
    name.padEnd(34) +
      [0.5, 0.99, 1].map((share) => ms(quantile(sorted, share))).join(' ') +
      ` ${ms(cpuMs / all)}   ${(found / all).toFixed(1)} a page${counted}`,
  );
}

/** How page after page of one walk fares: the time of a far page over that of the first. */
function walk(index: PlacementIndex): void {
  const dice = new Dice('walk');
  const question = questionOf(dice, { age: 30 }, { withinMeters: null });
  const reach = country.shapes.from(question.at!);
  const times: number[] = [];
  let after: PlacementQuestion['after'] = null;
  for (let page = 0; page < 1_000; page += 1) {
    const started = performance.now();
    after = index.search({ ...question, after }, reach).proposals.at(-1) ?? null;
    times.push(performance.now() - started);
  }
  const middle = (from: number) =>
    quantile(
      times.slice(from, from + 20).sort((a, b) => a - b),
      0.5,
    );
  say(`a walk: page 1 ${middle(0).toFixed(3)} ms, page 1,000 ${middle(980).toFixed(3)} ms`);
}

function update(index: PlacementIndex, listings: number): void {
  const dice = new Dice('updates');
  const rows: PlacementRow[] = [];
  while (rows.length < UPDATES) {
    const row = country.row(dice.below(listings));
    if (row.type !== 'HOUSING') continue;
    for (const unit of row.units) unit.report = reportOf(unit.capacity ?? 1, dice);
    rows.push(row);
  }
  learn();
  for (const row of rows.slice(0, 2_000)) index.apply(row.id, row);
  const started = performance.now();
  for (const row of rows) index.apply(row.id, row);
  const each = ((performance.now() - started) * 1_000) / rows.length;
  say(`one report: ${each.toFixed(2)} µs (size ${index.size})`);
}

/** How fast the machine is at this moment: what others run on it shows here. */
function loopMs(): number {
  const started = performance.now();
  let mixed = 0;
  for (let step = 0; step < LOOP_STEPS; step += 1) mixed = (mixed * 31 + step) | 0;
  return performance.now() - started + (mixed === 1 ? 1 : 0);
}

async function run({ listings }: { listings: number }): Promise<void> {
  loopMs();
  const before = loopMs();
  const index = new PlacementIndex(book);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  const cpu = process.cpuUsage();
  await index.build(rowsUpTo(listings));
  const building = performance.now() - started - spent.makingMs;
  const cpuMs = cpuMsSince(cpu) - spent.makingCpuMs;
  delay.disable();
  say(`${listings.toLocaleString('en-US')} listings, ${book.size} clauses`);
  const seconds = (ms: number) => (ms / 1_000).toFixed(1);
  say(
    `built in ${seconds(building)} s, ${seconds(cpuMs)} s of the processor, the making of rows left out; ` +
      `event loop held up ${(delay.max / 1e6).toFixed(0)} ms at most, ` +
      `${(delay.percentile(99) / 1e6).toFixed(0)} ms p99`,
  );
  say(
    `${(index.bytes() / listings).toFixed(1)} bytes a listing, ids and their table included; ` +
      `the whole process ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
  say(`${''.padEnd(34)}   median      p99      max      CPU  ms`);
  for (const kind of kinds) measure(index, kind);
  walk(index);
  update(index, listings);
  say(
    `a loop of 100 million steps: ${before.toFixed(0)} ms before, ${loopMs().toFixed(0)} ms after`,
  );
}

await new Command('index-alone')
  .description('The placement index by itself: building, memory, searches, updates. No database.')
  .option(
    '--listings <number>',
    'how many',
    (text) => {
      if (!(Number(text) >= 1)) throw new InvalidArgumentError('Give a number above 0.');
      return Math.floor(Number(text));
    },
    1_000_000,
  )
  .action(run)
  .parseAsync();
