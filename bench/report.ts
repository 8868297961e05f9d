import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import type { ChangesFigures } from './changes/changes.js';
import type { ClientWalkFigures } from './client-walk/client-walk.js';
import type { Sameness } from './measure/same-answers.js';
import type { RevisingFigures } from './revising/revising.js';
import type { Upkeep } from './placement/upkeep.js';
import { goals, growths, titles, type Goal, type Growth, type Work } from './works.js';

const GIGABYTE = 2 ** 30;

/** One work at one size: requests per second of each, and of ours the rest. */
export interface Result {
  work: Work;
  listings: number;
  ours: number | null;
  floor: number | null;
  floorTuned: number | null;
  postgraphile: number | null;
  unguarded: number | null;
  ratioToFloor: number | null;
  ratioToFloorTuned: number | null;
  ratioToPostgraphile: number | null;
  ratioToUnguarded: number | null;
  p50Ms: number | null;
  p99Ms: number | null;
  statementsPerRequest: number | null;
  /** Medians and statements of every contender. */
  each: Record<string, { p50Ms: number; p99Ms: number; statementsPerRequest: number | null }>;
  sameAnswers: Record<string, Sameness>;
}

export interface Report {
  machine: string;
  commit: string;
  works: Result[];
  placement: Upkeep[];
  changes: ChangesFigures[];
  clientWalks: ClientWalkFigures[];
  revising: RevisingFigures[];
  loads: { listings: number; seconds: number | null }[];
}

export const machine = () => {
  const all = cpus();
  return `${all.length} × ${all[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / GIGABYTE)} GB`;
};

export function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

const whole = (value: number | null) =>
  value === null ? '–' : Math.round(value).toLocaleString('en');
const tenth = (value: number | null) => (value === null ? '–' : value.toFixed(1));
const ratio = (value: number | null) => (value === null ? '–' : `${value.toFixed(2)} ×`);

function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ');
  return rows.map(line).join('\n');
}

/** The cost of a page of changes, first, in the middle and last; and of a change with and without its log. */
export const changesTable = (sizes: readonly ChangesFigures[]) =>
  table([
    [
      'changes',
      'asked',
      'things',
      'pages',
      'first ms',
      'middle ÷ first',
      'last ÷ first',
      'missing, twice',
      'a report ms',
      '÷ unlogged',
    ],
    ...sizes.flatMap(({ things, walks, missing, twice, reportMs, unloggedMs }) =>
      walks.map(({ asked, pages, firstMs, middleMs, lastMs }) => [
        'changes',
        asked,
        whole(things),
        whole(pages),
        tenth(firstMs),
        ratio(middleMs / firstMs),
        ratio(lastMs / firstMs),
        `${missing}, ${twice}`,
        tenth(reportMs),
        ratio(reportMs / unloggedMs),
      ]),
    ),
  ]);

/** Source: what the client must show, and a million changes at constant cost a page. */
const LAST_TO_FIRST_MAX = 1.2;

/** Whether a page costs the same wherever it is, and every change came once. */
export const isChangesReached = ({ missing, twice, walks }: ChangesFigures): boolean =>
  missing === 0 &&
  twice === 0 &&
  walks.every(
    ({ firstMs, middleMs, lastMs }) => Math.max(middleMs, lastMs) / firstMs <= LAST_TO_FIRST_MAX,
  );

/** Whether a page at the end of a walk takes no longer than one at its beginning, and every listing came once. */
export const isClientWalkReached = ({ missing, twice, walks }: ClientWalkFigures): boolean =>
  missing + twice === 0 &&
  walks.every(({ firstMs, lastMs }) => lastMs / firstMs <= LAST_TO_FIRST_MAX);

/** All listings by the client: how long it took, and the cost of a page first, in the middle and last. */
export const clientWalkTable = (sizes: readonly ClientWalkFigures[]) =>
  table([
    [
      'client',
      'asked',
      'listings',
      'pages',
      'seconds',
      'first ms',
      'middle ÷ first',
      'last ÷ first',
      'missing',
      'twice',
      `≤ ${LAST_TO_FIRST_MAX}`,
    ],
    ...sizes.flatMap((figures) =>
      figures.walks.map(({ asked, things, pages, seconds, firstMs, middleMs, lastMs }) => [
        'client',
        asked,
        whole(things),
        whole(pages),
        tenth(seconds),
        tenth(firstMs),
        ratio(middleMs / firstMs),
        ratio(lastMs / firstMs),
        whole(figures.missing),
        whole(figures.twice),
        isClientWalkReached(figures) ? 'reached' : 'NOT REACHED',
      ]),
    ),
  ]);

/** Source: design, performance goals, first column. */
const REVISING_RATIO_MIN = 1;

const revisingRatio = ({ each }: RevisingFigures, name: string): number => {
  const of = (wanted: string) => each.find((one) => one.name === wanted)!.perSecond;
  return of('ours') / of(name);
};
export const isRevisingReached = (figures: RevisingFigures): boolean =>
  revisingRatio(figures, 'postgraphile') >= REVISING_RATIO_MIN;

/** W4: what a change costs each, with its history and its log. */
export const revisingTable = (sizes: readonly RevisingFigures[]) =>
  table([
    [
      'W4 revisions',
      'changes a second',
      'p50 ms',
      'ours ÷',
      `≥ ${REVISING_RATIO_MIN} × PostGraphile`,
    ],
    ...sizes.flatMap((figures) =>
      figures.each.map(({ name, perSecond, p50Ms }) => [
        `${whole(figures.listings)} listings: ${name}`,
        tenth(perSecond),
        tenth(p50Ms),
        ratio(revisingRatio(figures, name)),
        name !== 'postgraphile' ? '' : isRevisingReached(figures) ? 'reached' : 'NOT REACHED',
      ]),
    ),
  ]);

export function figuresTable(works: readonly Result[]): string {
  const head = [
    'requests per second',
    'listings',
    'ours',
    'floor',
    'floor tuned',
    'PostGraphile',
    '÷ floor',
    '÷ tuned',
    '÷ PostGraphile',
    '÷ unguarded',
    'p50 ms',
    'p99 ms',
    'statements',
  ];
  return table([
    head,
    ...works.map((row) => [
      titles[row.work],
      whole(row.listings),
      whole(row.ours),
      whole(row.floor),
      whole(row.floorTuned),
      whole(row.postgraphile),
      ratio(row.ratioToFloor),
      ratio(row.ratioToFloorTuned),
      ratio(row.ratioToPostgraphile),
      ratio(row.ratioToUnguarded),
      tenth(row.p50Ms),
      tenth(row.p99Ms),
      tenth(row.statementsPerRequest),
    ]),
  ]);
}

/** What the index of placements costs the server that keeps it. */
export function upkeepTable(all: readonly Upkeep[]): string {
  const rows: [string, (upkeep: Upkeep) => string][] = [
    ['server without its index, MB', ({ rssBareMb }) => whole(rssBareMb)],
    ['server with it, MB', ({ rssReadyMb }) => whole(rssReadyMb)],
    ['server after questions, MB', ({ rssAskedMb }) => whole(rssAskedMb)],
    ['seconds until it answers', ({ answersSeconds }) => tenth(answersSeconds)],
    ['seconds until the index is ready', ({ readySeconds }) => tenth(readySeconds)],
    ['index alone: seconds to build', ({ indexSeconds }) => tenth(indexSeconds)],
    ['index alone: bytes a listing', ({ indexBytesAListing }) => whole(indexBytesAListing)],
    ['index alone: µs a change of beds', ({ changeMicroseconds }) => tenth(changeMicroseconds)],
    ['ms until a change is told, p50', ({ staleMsP50 }) => tenth(staleMsP50)],
    ['ms until a change is told, p99', ({ staleMsP99 }) => tenth(staleMsP99)],
  ];
  const head = ['index of placements', ...all.map(({ listings }) => whole(listings))];
  return table([head, ...rows.map(([name, cell]) => [name, ...all.map(cell)])]);
}

const found: Record<Goal['against'], (row: Result) => number | null> = {
  floor: (row) => row.ratioToFloor,
  floorTuned: (row) => row.ratioToFloorTuned,
  postgraphile: (row) => row.ratioToPostgraphile,
  unguarded: (row) => row.ratioToUnguarded,
};

/** Each goal, what was found, and whether that reaches it. */
export function goalsTable(works: readonly Result[]): string {
  const rows = works.flatMap((row) =>
    (goals[row.work] ?? []).map(({ against, ratioMin }) => {
      const value = found[against](row);
      return [
        `${titles[row.work]}, ${whole(row.listings)}`,
        `≥ ${ratioMin} × ${against}`,
        ratio(value),
        value === null ? 'not measured' : value >= ratioMin ? 'reached' : 'NOT REACHED',
      ];
    }),
  );
  return table([['goal', '', 'found', ''], ...rows, ...growths.flatMap(growthRow(works))]);
}

const growthRow =
  (works: readonly Result[]) =>
  ({ work, title, few, many, ratioMax }: Growth): string[][] => {
    const p50 = (listings: number) =>
      works.find((row) => row.work === work && row.listings === listings)?.p50Ms;
    const [small, large] = [p50(few), p50(many)];
    if (!small || !large) return [];
    const value = large / small;
    return [
      [
        `${title} median, ${whole(many)} ÷ ${whole(few)} listings`,
        `≤ ${ratioMax}`,
        ratio(value),
        value <= ratioMax ? 'reached' : 'NOT REACHED',
      ],
    ];
  };
