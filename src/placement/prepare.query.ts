import {
  planPage,
  primaryLanguage,
  refuse,
  type Asking,
  type PagePlan,
  type Position,
} from '../kernel/index.js';
import {
  compileSeeker,
  criterionBit,
  policiesThatSpeak,
  readSeeker,
  silentMask,
  type Seeker,
} from '../eligibility/index.js';
import {
  checkNations,
  checkReach,
  locate,
  locateIn,
  type CountyShapes,
  type PlaceInput,
  type Point,
} from '../geography/index.js';
import { scopesOf } from '../listings/index.js';
import type {
  FindHousingInput,
  FindServicesInput,
  PlaceAvoidInput,
  PlacementInput,
} from './placement.input.js';
import {
  availabilityRanks,
  verdictRanks,
  type Avoided,
  type Place,
  type PlacementQuestion,
} from './question.js';

const AVOIDED_MAX = 20;
const WISHES_MAX = 20;
const BEDS_MAX = 50;
/** A walk older than this would tell of beds by a clock long past. */
const WALK_MS_MAX = 6 * 3_600_000;

/** A question made ready, with what its page and its explanations need. */
export interface Prepared {
  question: PlacementQuestion;
  plan: PagePlan;
  seeker: Seeker;
  /** The clock of the walk. */
  clock: Date;
}

export interface PageOf<Input> {
  input: Input;
  first: number;
  after?: string | null | undefined;
}

/** @throws Refusal `INVALID` naming the field at fault */
export async function prepareHousing(
  { input, first, after }: PageOf<FindHousingInput>,
  asked: ReadonlySet<string>,
  shapes: CountyShapes,
  asking: Asking,
): Promise<Prepared> {
  const { bedsFor = null } = input;
  if (bedsFor !== null && (bedsFor < 1 || bedsFor > BEDS_MAX)) {
    refuse(`bedsFor must be from 1 to ${BEDS_MAX}.`, 'input.bedsFor');
  }
  const wanted = some(input.availability, 'input.availability') ?? ['OPEN', 'WAITLIST', 'UNKNOWN'];
  const prepared = await prepare('findHousing', { input, first, after }, asked, shapes, asking);
  prepared.question.bedsFor = bedsFor;
  prepared.question.availability = availabilityRanks.map((state) => wanted.includes(state));
  return prepared;
}

/** @throws Refusal `INVALID` naming the field at fault */
export function prepareServices(
  page: PageOf<FindServicesInput>,
  asked: ReadonlySet<string>,
  shapes: CountyShapes,
  asking: Asking,
): Promise<Prepared> {
  return prepare('findServices', page, asked, shapes, asking);
}

async function prepare(
  name: 'findHousing' | 'findServices',
  { input, first, after }: PageOf<PlacementInput & { kinds?: string[] }>,
  asked: ReadonlySet<string>,
  shapes: CountyShapes,
  asking: Asking,
): Promise<Prepared> {
  const plan = planPage({ question: name, args: input, first, after }, asking.cursors);
  const seeker = readSeeker(input.seeker ?? {}, 'input.seeker');
  await checkTold(seeker, shapes, asking);
  const { clock, place } = readPosition(plan.position, asking.now);
  const { withinMeters = null, at = null } = input;
  const reach = input.reach ?? 'NEAR';
  checkWithin(at, withinMeters, reach);
  const verdicts = some(input.verdicts, 'input.verdicts') ?? ['ELIGIBLE', 'ASK'];
  const kinds = some(input.kinds, 'input.kinds');
  return {
    plan,
    seeker,
    clock,
    question: {
      type: name === 'findHousing' ? 'HOUSING' : 'SERVICE',
      now: clock.getTime(),
      ...(await whereabouts(at, shapes, asking, 'input.at')),
      withinMeters,
      scopes:
        at !== null && reach === 'SERVES_HERE' ? await scopesOf(at, 'input.at', asking) : null,
      avoid: await avoided(input.avoid, shapes, asking),
      kinds: kinds && new Set(kinds),
      policies: atMost(input.policies ?? [], 'input.policies'),
      languages: atMost(input.languages ?? [], 'input.languages').map(primaryLanguage),
      bedsFor: null,
      availability: availabilityRanks.map(() => true),
      verdicts: verdictRanks.map((verdict) => verdicts.includes(verdict)),
      askAbout: (input.askAbout ?? []).reduce((bits, kind) => bits | criterionBit(kind), 0),
      seeker: compileSeeker(seeker),
      silentMask: remembered((kind) => silentMask(kind, seeker)),
      speaking: policiesThatSpeak(seeker).map(({ policy, criterion }) => ({
        policy,
        criterion: criterionBit(criterion),
      })),
      limit: plan.limit,
      after: place,
      counting: asked.has('totalCount'),
      facets: asked.has('facets'),
      widen: asked.has('widen'),
    },
  };
}

/** A home or a nation that there is not would be outside every rule, and refuse her. */
async function checkTold(
  { homeCountyFips: home, nations = [] }: Seeker,
  shapes: CountyShapes,
  asking: Asking,
): Promise<void> {
  if (home !== undefined && !shapes.has(home)) {
    refuse('No county has this FIPS.', 'input.seeker.homeCountyFips');
  }
  const ids = nations.map(({ nationId }) => nationId);
  await checkNations(ids, asking, (index) => `input.seeker.nations.${index}.nationId`);
}

/** A radius, and a reach other than what is near, are measured from a place. */
function checkWithin(at: PlaceInput | null, withinMeters: number | null, reach: string): void {
  if (at === null && withinMeters !== null) {
    refuse('withinMeters needs a place: say where in at.', 'input.withinMeters');
  }
  if (at === null && reach !== 'NEAR') {
    refuse('reach needs a place: say where in at.', 'input.reach');
  }
  if (withinMeters !== null) checkReach(withinMeters, 'input.withinMeters');
}

function remembered(maskOf: (kind: string) => number): (kind: string) => number {
  const masks = new Map<string, number>();
  return (kind) => {
    const mask = masks.get(kind) ?? maskOf(kind);
    masks.set(kind, mask);
    return mask;
  };
}

function some<Item>(list: Item[] | null | undefined, field: string): Item[] | null {
  if (list?.length === 0) refuse('Name at least one, or leave it out.', field);
  return list ?? null;
}

function atMost<Item>(list: Item[], field: string): Item[] {
  if (list.length > WISHES_MAX) refuse(`Name at most ${WISHES_MAX}.`, field);
  return list;
}

/** A point needs no question to the database: the counties' shapes are here. */
async function whereabouts(
  at: PlaceInput | null,
  shapes: CountyShapes,
  asking: Asking,
  field: string,
): Promise<{ at: Point | null; state: string | null }> {
  if (at === null) return { at: null, state: null };
  if (at.point != null) {
    const { point, state } = locateIn(shapes, at.point, field);
    return { at: point, state };
  }
  const { point, state } = await locate(at, asking, field);
  return { at: point, state };
}

async function avoided(
  list: PlaceAvoidInput[] | null | undefined,
  shapes: CountyShapes,
  asking: Asking,
): Promise<Avoided | null> {
  if (list == null || list.length === 0) return null;
  if (list.length > AVOIDED_MAX) refuse(`Name at most ${AVOIDED_MAX} to avoid.`, 'input.avoid');
  const counties = new Set<string>();
  const circles: { point: Point; meters: number }[] = [];
  for (const [index, { countyFips, circle }] of list.entries()) {
    const field = `input.avoid.${index}`;
    if (countyFips != null) {
      await locate({ countyFips }, asking, field);
      counties.add(countyFips.trim());
    } else if (circle != null) {
      checkReach(circle.withinMeters, `${field}.circle.withinMeters`);
      const { at } = await whereabouts(circle.at, shapes, asking, `${field}.circle.at`);
      circles.push({ point: at!, meters: circle.withinMeters });
    } else refuse('Name a county or a circle to avoid.', field);
  }
  const touched = circles.flatMap(({ point, meters }) => shapes.touching(point, meters));
  return { counties, circles, areaCounties: new Set([...counties, ...touched]) };
}

/** A cursor holds the clock of the first page and a place in the order: nothing of the seeker. */
export const positionOf = (clock: Date, place: Place): Position => [
  String(clock.getTime()),
  ...[place.verdict, place.availability, place.band, place.freshness].map(String),
  place.meters === null ? '' : String(place.meters),
  place.id,
];

function readPosition(position: Position | null, now: Date): { clock: Date; place: Place | null } {
  if (!position) return { clock: now, place: null };
  const clock = new Date(Number(position[0]));
  if (now.getTime() - clock.getTime() > WALK_MS_MAX) {
    refuse('This cursor is more than six hours old. Ask again without it.', 'after');
  }
  const [, verdict, availability, band, freshness, meters, id] = position;
  return {
    clock,
    place: {
      verdict: Number(verdict),
      availability: Number(availability),
      band: Number(band),
      freshness: Number(freshness),
      meters: meters === '' ? null : Number(meters),
      id: id!,
    },
  };
}
