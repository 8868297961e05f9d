import type { Client } from 'pg';
import type { Running } from '../contenders.js';

/** How long after its commit a search tells a report of open beds. */
export interface Staleness {
  changes: number;
  staleMsP50: number;
  staleMsP99: number;
}

const CHANGES = 200;
const TOLD_MS_MAX = 10_000;
/** Only what stands at the very door, and what serves the whole state. */
const DOOR_METERS = 50;

const question = `query Door($input: FindHousingInput!) {
  findHousing(input: $input, first: 20) { nodes { option { id } } }
}`;

interface Door {
  listing: string;
  unit: string;
  latitude: number;
  longitude: number;
}

const selectDoors = `select p.listing_id as listing, u.id as unit, st_y(s.point::geometry) as latitude,
    st_x(s.point::geometry) as longitude
  from pub.placement p join pub.placement_site s on s.listing_id = p.listing_id and s.point is not null
  join org.unit u on u.listing_id = p.listing_id
  where p.type = 'HOUSING' and json_array_length(p.row -> 'units') = 1
  order by md5(p.listing_id) limit ${CHANGES}`;

const insertReport = `insert into org.availability_report (id, listing_id, unit_id, reported_at, good_until,
    accepting, beds_open, beds_total, waitlist)
  values ($1, $2, $3, clock_timestamp(), clock_timestamp() + interval '1 hour', $4::int > 0, $4::int, 10, false)`;

type State = 'OPEN' | 'FULL';

/** Says each of some houses full, then open, and asks at its door until it is told. */
export async function measureStaleness(client: Client, server: Running): Promise<Staleness> {
  const { rows: doors } = await client.query<Door>(selectDoors);
  const made: string[] = [];
  const report = async ({ listing, unit }: Door, state: State) => {
    const id = `bench_${listing}_${state}`;
    made.push(id);
    await client.query(insertReport, [id, listing, unit, state === 'OPEN' ? 1 : 0]);
  };
  try {
    const times: number[] = [];
    for (const door of doors) {
      await report(door, 'FULL');
      await untilTold(server, door, 'FULL');
      await report(door, 'OPEN');
      times.push(await untilTold(server, door, 'OPEN'));
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)]!;
    return { changes: times.length, staleMsP50: at(0.5), staleMsP99: at(0.99) };
  } finally {
    await client.query('delete from org.availability_report where id = any ($1)', [made]);
  }
}

interface Answer {
  findHousing: { nodes: { option: { id: string } }[] };
}

/**
 * @returns milliseconds until it was told
 * @throws Error where it is not told within ten seconds
 */
async function untilTold(server: Running, door: Door, state: State): Promise<number> {
  const { latitude, longitude } = door;
  const input = {
    at: { point: { latitude, longitude } },
    withinMeters: DOOR_METERS,
    availability: [state],
    verdicts: ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'],
  };
  const body = JSON.stringify({ query: question, variables: { input } });
  for (const started = performance.now(); ;) {
    const { findHousing } = (await server.ask(body)) as Answer;
    const waited = performance.now() - started;
    if (findHousing.nodes.some(({ option }) => option.id === door.listing)) return waited;
    if (waited > TOLD_MS_MAX) throw new Error(`${door.listing} is not told as ${state}.`);
  }
}
