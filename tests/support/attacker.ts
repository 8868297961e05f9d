import { median, metersBetween, middleOf, moved, type Spot } from './globe.js';

/** The widest circle that may be asked for; and the widest half side of a box. */
const RADIUS_METERS_MAX = 1_000_000;
const radiusOf = (meters: number) => Math.min(RADIUS_METERS_MAX, Math.max(1, Math.round(meters)));

/** What the bot knows of a shelter from what is told of it, and from public maps. */
export interface Target {
  id: string;
  name: string;
  organizationId: string;
  organization: string;
  /** Spots all over the area that is told of it. */
  area: readonly Spot[];
  /** Cities in that area. */
  cities: readonly { name: string; at: Spot }[];
}

/** Answers a question as it is told to the bot. */
export type Ask = (query: string, variables: object) => Promise<unknown>;

interface Circle {
  at: Spot;
  meters: number;
}

/** One way to ask whether a shelter is within a circle, or, where it is a box, within a square of that half side. */
interface Way {
  isBox?: boolean;
  holds(target: Target, circle: Circle): Promise<boolean>;
}

/** Cuts of the area by half, at most: 2^20 leaves metres of any county. */
const CUTS_MAX = 20;
/** Where the spots left lie so close together, the shelter is found. */
const FOUND_METERS = 300;
/** Fewer spots than this are too few to cut: others are drawn among them. */
const SPOTS_MIN = 40;
/** Three would do, where they do not lie on a line. */
const MEASURED_FROM = 5;
const SPOTS = 400;
const MATCH = `nodes { verdict availability { state } option { id } distance { band basis meters } }`;
const FIND = `query ($input: FindHousingInput!) { findHousing(input: $input, first: 100) { totalCount ${MATCH} } }`;
const OPTIONS = `query ($filter: HousingFilter!) { housingOptions(filter: $filter, first: 5) { totalCount nodes { id } } }`;
const ORGANIZATIONS = `query ($filter: OrganizationFilter!) { organizations(filter: $filter, first: 5) { totalCount nodes { id } } }`;
const SEARCH = `query ($text: String!) { search(text: $text, kinds: [HOUSING_OPTION], first: 50) { nodes { id } } }`;

interface Answers {
  findHousing: {
    totalCount: number;
    nodes: {
      verdict: string;
      availability: { state: string };
      option: { id: string };
      distance: { band: string; basis: 'PLACE' | 'AREA'; meters: number | null } | null;
    }[];
  };
  housingOptions: { totalCount: number; nodes: { id: string }[] };
  organizations: { totalCount: number; nodes: { id: string }[] };
  search: { nodes: { id: string }[] };
}

const withinBox = ({ at, meters }: Circle) => {
  const half = radiusOf(meters);
  const [southWest, northEast] = [moved(at, -half, -half), moved(at, half, half)];
  return {
    box: {
      south: southWest.latitude,
      west: southWest.longitude,
      north: northEast.latitude,
      east: northEast.longitude,
    },
  };
};
const withinCircle = ({ at, meters }: Circle) => ({
  circle: { at: { point: at }, withinMeters: radiusOf(meters) },
});

function isInside(spot: Spot, { at, meters }: Circle, isBox: boolean): boolean {
  if (!isBox) return metersBetween(spot, at) <= radiusOf(meters);
  const { south, west, north, east } = withinBox({ at, meters }).box;
  const { latitude, longitude } = spot;
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

/** Whether a spot lies where others do, by degrees: that it is somewhere in the area is told. */
function within(spots: readonly Spot[]): (spot: Spot) => boolean {
  const [latitudes, longitudes] = [
    spots.map(({ latitude }) => latitude),
    spots.map(({ longitude }) => longitude),
  ];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  return ({ latitude, longitude }) =>
    latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

/**
 * Someone who wants to know where a shelter is that tells only its area. He asks whatever may be asked: whether
 * it is found within circles and boxes, what it is counted among, in what order it comes, whether the name of a
 * city finds it. What answers as a door would he follows to the door; what does not, he sees through, and then
 * he can do no better than to guess the middle of the area.
 */
export class Attacker {
  asked = 0;
  private readonly ways: readonly Way[];

  constructor(
    private readonly answer: Ask,
    private readonly random: () => number,
  ) {
    const options = (box: boolean): Way => ({
      isBox: box,
      holds: async ({ organizationId, id }, circle) => {
        const isIn = box ? withinBox(circle) : withinCircle(circle);
        const { nodes, totalCount } = await this.ask('housingOptions', OPTIONS, {
          filter: { organizationId, isIn },
        });
        return totalCount > 0 || nodes.some((node) => node.id === id);
      },
    });
    const organizations = (box: boolean): Way => ({
      isBox: box,
      holds: async ({ organization, organizationId }, circle) => {
        const isIn = box ? withinBox(circle) : withinCircle(circle);
        const { nodes } = await this.ask('organizations', ORGANIZATIONS, {
          filter: { text: organization, isIn },
        });
        return nodes.some(({ id }) => id === organizationId);
      },
    });
    this.ways = [
      { holds: (target, circle) => this.isNear(target, circle) },
      { holds: (target, circle) => this.isNearer(target, circle) },
      options(false),
      options(true),
      organizations(false),
      organizations(true),
    ];
  }

  /** Where the bot thinks that a shelter is. */
  async locate(target: Target): Promise<Spot> {
    const told = await this.byMeters(target);
    if (told) return told;
    for (const way of this.ways) {
      const found = await this.follow(target, way);
      if (found) return found;
    }
    return (await this.byCity(target)) ?? middleOf(target.area);
  }

  private async ask<Root extends keyof Answers>(root: Root, query: string, variables: object) {
    this.asked += 1;
    const answer = (await this.answer(query, variables)) as { data?: Answers };
    if (!answer.data?.[root])
      throw new Error(`The bot was not answered: ${JSON.stringify(answer)}`);
    return answer.data[root];
  }

  private find(circle: Circle, withinMeters?: number) {
    const input = {
      at: { point: circle.at },
      withinMeters,
      kinds: ['SAFE_HOUSE'],
      availability: ['OPEN', 'FULL', 'WAITLIST', 'UNKNOWN'],
    };
    return this.ask('findHousing', FIND, { input });
  }

  private async isNear({ id }: Target, circle: Circle): Promise<boolean> {
    const within = radiusOf(circle.meters);
    const { nodes } = await this.find(circle, within);
    return nodes.some(({ option }) => option.id === id);
  }

  /** By the order: comes it before all that are as good, and are told to be farther than so many metres? */
  private async isNearer({ id }: Target, circle: Circle): Promise<boolean> {
    const { nodes } = await this.find(circle);
    const place = nodes.findIndex(({ option }) => option.id === id);
    if (place < 0) return false;
    const alike = (node: (typeof nodes)[number]) =>
      node.verdict === nodes[place]!.verdict &&
      node.availability.state === nodes[place]!.availability.state &&
      node.distance?.band === nodes[place]!.distance?.band;
    const after = nodes.slice(place + 1).filter(alike);
    return after.some(({ distance }) => (distance?.meters ?? Infinity) <= circle.meters);
  }

  /** Where metres are told, from a few spots. */
  private async byMeters({ id, area }: Target): Promise<Spot | null> {
    const told: Circle[] = [];
    for (const at of area.slice(0, MEASURED_FROM)) {
      const { nodes } = await this.find({ at, meters: 0 });
      const meters = nodes.find(({ option }) => option.id === id)?.distance?.meters;
      if (meters == null) return null;
      told.push({ at, meters });
    }
    const off = (spot: Spot) =>
      told.reduce((sum, { at, meters }) => sum + (metersBetween(spot, at) - meters) ** 2, 0);
    const nearer = (a: Spot, b: Spot) => (off(b) < off(a) ? b : a);
    let best = area.reduce(nearer);
    for (let step = 16_000; step > 1; step /= 2) {
      for (let turn = 0; turn < 4; turn += 1) {
        const around = [-1, 0, 1].flatMap((n) =>
          [-1, 0, 1].map((e) => moved(best, n * step, e * step)),
        );
        best = around.reduce(nearer);
      }
    }
    return best;
  }

  /** Cuts the area by half again and again; null where what is answered is no door's. */
  private async follow(target: Target, way: Way): Promise<Spot | null> {
    const isBox = way.isBox ?? false;
    const heard: { circle: Circle; holds: boolean }[] = [];
    const isOfArea = within(target.area);
    const fits = (spot: Spot) =>
      isOfArea(spot) && heard.every(({ circle, holds }) => isInside(spot, circle, isBox) === holds);
    let left = [...target.area];
    for (let cut = 0; cut < CUTS_MAX && this.spread(left) > FOUND_METERS; cut += 1) {
      const at = left[Math.floor(this.random() * left.length)]!;
      const circle = { at, meters: median(left.map((spot) => metersBetween(spot, at))) };
      heard.push({ circle, holds: await way.holds(target, circle) });
      left = left.filter(fits);
      if (left.length === 0) return null;
      if (left.length < SPOTS_MIN) left = this.drawnAmong(left, fits);
    }
    const guess = middleOf(left);
    return (await this.isDoor(target, way, guess)) ? guess : null;
  }

  /** It must be found around the guess, and nowhere else in its area. */
  private async isDoor(target: Target, way: Way, guess: Spot): Promise<boolean> {
    if (!(await way.holds(target, { at: guess, meters: 2 * FOUND_METERS }))) return false;
    const elsewhere = target.area.filter((spot) => metersBetween(spot, guess) > 5 * FOUND_METERS);
    for (let probe = 0; probe < 2; probe += 1) {
      const at = elsewhere[Math.floor(this.random() * elsewhere.length)];
      if (at && (await way.holds(target, { at, meters: FOUND_METERS }))) return false;
    }
    return true;
  }

  /** Whether the name of one city alone finds it. */
  private async byCity({ id, cities }: Target): Promise<Spot | null> {
    const named: Spot[] = [];
    for (const { name, at } of cities) {
      const { nodes } = await this.ask('search', SEARCH, { text: name });
      if (nodes.some((node) => node.id === id)) named.push(at);
    }
    return named.length === 1 ? named[0]! : null;
  }

  private spread(spots: readonly Spot[]): number {
    const middle = middleOf(spots);
    return Math.max(...spots.map((spot) => metersBetween(spot, middle)));
  }

  /** More spots where those that are left are, as far apart as they lie. */
  private drawnAmong(left: Spot[], fits: (spot: Spot) => boolean): Spot[] {
    const reach = Math.max(FOUND_METERS, this.spread(left));
    const drawn = [...left];
    for (let draw = 0; draw < 20 * SPOTS && drawn.length < SPOTS; draw += 1) {
      const from = left[Math.floor(this.random() * left.length)]!;
      const off = () => (this.random() - 0.5) * 2 * reach;
      const spot = moved(from, off(), off());
      if (fits(spot)) drawn.push(spot);
    }
    return drawn;
  }
}
