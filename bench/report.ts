import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import type { Sameness } from './measure/same-answers.js';
import { goals, SEARCH_GROWTH_MAX, titles, type Work } from './works.js';

const GIGABYTE = 2 ** 30;

/** One work at one size: requests per second of each, and of ours the rest. */
export interface Result {
  work: Work;
  listings: number;
  ours: number | null;
  floor: number | null;
  floorTuned: number | null;
  postgraphile: number | null;
  ratioToFloor: number | null;
  ratioToPostgraphile: number | null;
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

export function figuresTable(works: readonly Result[]): string {
  const head = [
    'requests per second',
    'listings',
    'ours',
    'floor',
    'floor tuned',
    'PostGraphile',
    '÷ floor',
    '÷ PostGraphile',
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
      ratio(row.ratioToPostgraphile),
      tenth(row.p50Ms),
      tenth(row.p99Ms),
      tenth(row.statementsPerRequest),
    ]),
  ]);
}

/** Each goal, what was found, and whether that reaches it. */
export function goalsTable(works: readonly Result[]): string {
  const rows = works.flatMap((row) => {
    const goal = goals[row.work];
    if (!goal) return [];
    const found = goal.against === 'floor' ? row.ratioToFloor : row.ratioToPostgraphile;
    return [
      [
        `${titles[row.work]}, ${whole(row.listings)}`,
        `≥ ${goal.ratioMin} × ${goal.against}`,
        ratio(found),
        found === null ? 'not measured' : found >= goal.ratioMin ? 'reached' : 'NOT REACHED',
      ],
    ];
  });
  const growth = growthRow(works);
  return table([['goal', '', 'found', ''], ...rows, ...(growth ? [growth] : [])]);
}

function growthRow(works: readonly Result[]): string[] | null {
  const p50 = (listings: number) =>
    works.find((row) => row.work === 'search' && row.listings === listings)?.p50Ms;
  const [small, large] = [p50(100_000), p50(1_000_000)];
  if (!small || !large) return null;
  const found = large / small;
  return [
    'W3 median, 1,000,000 ÷ 100,000 listings',
    `≤ ${SEARCH_GROWTH_MAX}`,
    ratio(found),
    found <= SEARCH_GROWTH_MAX ? 'reached' : 'NOT REACHED',
  ];
}
