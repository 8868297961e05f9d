import { CriterionKind, type Clause } from '../../src/eligibility/index.js';
import type { Reach } from '../../src/geography/index.js';
import type { Outcomes } from '../../src/placement/clause-book.js';
import { LADDER_METERS } from '../../src/placement/loosening.js';
import {
  availabilityRanks,
  bandOf,
  comparePlaces,
  NO_BAND,
  type Found,
  type PlacementQuestion,
  type Proposal,
} from '../../src/placement/question.js';
import type { PlacementRow, PlacementUnit } from '../../src/placement/row.js';
import { chordSquared, metersOf, vectorOf } from '../../src/placement/sphere.js';
import { clauses } from './placement.js';

/*
 * What a search must answer, told as plainly as can be from the rows themselves. It shares only the
 * sphere and the outcome of a clause with what it tests.
 */

const criteria = Object.keys(CriterionKind);
const primary = (tag: string) => tag.split('-')[0];
const metersApart = (a: { latitude: number; longitude: number }, b: typeof a) =>
  metersOf(chordSquared(vectorOf(a), vectorOf(b)));

function standing(question: PlacementQuestion, { report }: PlacementUnit) {
  if (question.type === 'SERVICE') return { availability: 0, freshness: 0, beds: null };
  if (!report) return { availability: 2, freshness: 3, beds: null };
  const { said, bedsOpen, reportedAt, goodUntil } = report;
  if (question.now >= goodUntil) return { availability: 2, freshness: 2, beds: null };
  const fresh = question.now < reportedAt + (goodUntil - reportedAt) / 4;
  return {
    availability: availabilityRanks.indexOf(said),
    freshness: fresh ? 0 : 1,
    beds: bedsOpen,
  };
}

const LANGUAGE = 1 << criteria.indexOf('LANGUAGE');
const isUnderstood = ({ seeker }: PlacementQuestion, { languages }: PlacementRow) =>
  languages.some((tag) => seeker.languages.includes(primary(tag)!));

function verdictOfUnit(
  question: PlacementQuestion,
  row: PlacementRow,
  unit: PlacementUnit,
  outcomes: Outcomes,
) {
  const { availability, beds } = standing(question, unit);
  const said = unit.clauses.map((id) => ({ id, outcome: outcomes.of(id) }));
  const wishes = question.policies.map((policy) =>
    row.denied.includes(policy) ? 2 : row.policies.includes(policy) ? 0 : 1,
  );
  if (question.languages.length > 0) {
    wishes.push(row.languages.some((tag) => question.languages.includes(primary(tag)!)) ? 0 : 1);
  }
  if (question.bedsFor !== null) {
    const capacity = unit.report?.capacity ?? unit.capacity;
    if (capacity !== null && capacity < question.bedsFor) wishes.push(2);
    else if (availability === 0 && beds !== null) wishes.push(beds >= question.bedsFor ? 0 : 2);
    else wishes.push(1);
  }
  const kind = (id: number) => criteria.indexOf((clauses[id - 1] as Clause).kind);
  const stated = question.speaking
    .filter(({ policy }) => row.policies.includes(policy))
    .reduce((bits, { criterion }) => bits | criterion, isUnderstood(question, row) ? LANGUAGE : 0);
  const silent = question.silentMask(row.kinds[0] ?? '') & ~unit.spoken & ~stated;
  const unknown = said.filter(({ outcome }) => outcome === 1);
  const asks = unknown.reduce((bits, { id }) => bits | (1 << kind(id)), silent);
  const refused = wishes.includes(2) || said.some(({ outcome }) => outcome === 2);
  const wished = wishes.includes(1);
  return {
    verdict: refused ? 2 : wished || asks !== 0 ? 1 : 0,
    asks,
    wished,
    weighed: unit.clauses
      .filter((id) => {
        const { listing, unit } = clauses[id - 1] as Clause;
        return [...listing, ...unit].some(({ stance }) => stance === 'CASE_BY_CASE');
      })
      .reduce((bits, id) => bits | (1 << kind(id)), 0),
  };
}

function bestUnit(
  question: PlacementQuestion,
  row: PlacementRow,
  outcomes: Outcomes,
  wanted: readonly boolean[] = question.availability,
  askAbout = question.askAbout,
) {
  // Where ASK alone is not wanted, what may be asked about comes before what may not.
  const isTooMuch = (unit: { verdict: number; wished: boolean; asks: number }) =>
    unit.verdict === 1 && !question.verdicts[1] && question.verdicts[0]
      ? Number(!isWanted(question, askAbout, unit))
      : 0;
  return row.units
    .map((unit, index) => ({
      unit: index,
      ...standing(question, unit),
      ...verdictOfUnit(question, row, unit, outcomes),
    }))
    .filter(({ availability }) => wanted[availability])
    .sort(
      (a, b) =>
        a.verdict - b.verdict ||
        isTooMuch(a) - isTooMuch(b) ||
        a.availability - b.availability ||
        a.freshness - b.freshness ||
        (b.beds ?? -1) - (a.beds ?? -1) ||
        a.unit - b.unit,
    )[0];
}

const isWanted = (
  { verdicts }: PlacementQuestion,
  askAbout: number,
  best: { verdict: number; wished: boolean; asks: number } | undefined,
): boolean =>
  best !== undefined &&
  (verdicts[best.verdict]! ||
    (best.verdict === 1 && verdicts[0]! && !best.wished && (best.asks & ~askAbout) === 0));

function whereIs(question: PlacementQuestion, row: PlacementRow, reach: Reach | null) {
  const { at } = question;
  if (!at) return { band: NO_BAND as number, meters: null, distance: Infinity };
  const doors = row.points.map((point) => Math.round(metersApart(at, point)));
  const areas = row.area.map((fips) => reach!.metersTo(fips));
  const places = [
    ...doors.map((meters) => ({ band: bandOf(meters), meters, distance: meters })),
    ...areas.map((meters) => ({ band: bandOf(meters), meters: null, distance: meters })),
  ];
  const told = places.sort(
    (a, b) => a.band - b.band || (a.meters ?? Infinity) - (b.meters ?? Infinity) || 0,
  )[0];
  const distance = Math.min(Infinity, ...doors, ...areas);
  return told ? { ...told, distance } : { band: NO_BAND as number, meters: null, distance };
}

function isAvoided({ avoid }: PlacementQuestion, row: PlacementRow) {
  return (
    avoid !== null &&
    (row.area.some((fips) => avoid.areaCounties.has(fips)) ||
      row.points.some(
        (point) =>
          avoid.counties.has(point.county) ||
          avoid.circles.some((circle) => metersApart(circle.point, point) <= circle.meters),
      ))
  );
}

const count = (map: Map<string, number>, words: Iterable<string>) => {
  for (const word of new Set(words)) map.set(word, (map.get(word) ?? 0) + 1);
};

export function oracle(
  question: PlacementQuestion,
  rows: readonly PlacementRow[],
  outcomes: Outcomes,
  reach: Reach | null,
): Found {
  const all: Proposal[] = [];
  const facets = {
    kind: new Map<string, number>(),
    policy: new Map<string, number>(),
    language: new Map<string, number>(),
    county: new Map<string, number>(),
    availability: new Map<string, number>(),
  };
  const loosened = {
    withinMeters: new Map<number, number>(),
    availability: new Map<string, number>(),
    askAbout: new Map<string, number>(),
    caseByCase: new Map<string, number>(),
  };
  const farther: number[] = [];
  for (const row of rows) {
    if (row.type !== question.type || isAvoided(question, row)) continue;
    if (question.kinds && !row.kinds.some((kind) => question.kinds!.has(kind))) continue;
    const place = whereIs(question, row, reach);
    const best = bestUnit(question, row, outcomes);
    const wanted = isWanted(question, question.askAbout, best);
    const everywhere =
      row.statewide.includes('US') ||
      (question.state !== null && row.statewide.includes(question.state));
    const bounded = question.at !== null && question.withinMeters !== null;
    if (bounded && place.distance > question.withinMeters! && !everywhere) {
      if (wanted) farther.push(place.distance);
      continue;
    }
    for (const [state, name] of availabilityRanks.entries()) {
      if (!question.availability[state]) continue;
      const alone = availabilityRanks.map((_, rank) => rank === state);
      const other = bestUnit(question, row, outcomes, alone);
      if (isWanted(question, question.askAbout, other)) count(facets.availability, [name]);
    }
    if (wanted) {
      const { verdict, availability, freshness, unit } = best!;
      const { band, meters } = place;
      all.push({ id: row.id, verdict, availability, band, freshness, meters, unit });
      count(
        facets.kind,
        row.kinds.filter((kind) => question.kinds?.has(kind) ?? true),
      );
      count(facets.policy, row.policies);
      count(
        facets.language,
        row.languages.map((tag) => primary(tag)!),
      );
      count(facets.county, [...row.area, ...row.points.map(({ county }) => county)]);
      continue;
    }
    for (const [state, name] of availabilityRanks.entries()) {
      if (question.availability[state]) continue;
      const more = question.availability.map((is, rank) => is || rank === state);
      const other = bestUnit(question, row, outcomes, more);
      if (isWanted(question, question.askAbout, other)) count(loosened.availability, [name]);
    }
    if (question.verdicts[1]) continue;
    for (const [index, name] of criteria.entries()) {
      const bit = 1 << index;
      const askAbout = question.askAbout | bit;
      const other = bestUnit(question, row, outcomes, question.availability, askAbout);
      if (question.askAbout & bit || !isWanted(question, askAbout, other)) continue;
      count(loosened.askAbout, [name]);
      if (other!.weighed & bit) count(loosened.caseByCase, [name]);
    }
  }
  const rung = LADDER_METERS.find(
    (meters) =>
      meters > (question.withinMeters ?? Infinity) && farther.some((one) => one <= meters),
  );
  if (rung) loosened.withinMeters.set(rung, farther.filter((one) => one <= rung).length);
  return {
    proposals: all
      .sort(comparePlaces)
      .filter((one) => !question.after || comparePlaces(question.after, one) < 0)
      .slice(0, question.limit),
    count: question.counting ? all.length : null,
    facets: question.facets ? facets : null,
    loosened: question.widen ? loosened : null,
  };
}
