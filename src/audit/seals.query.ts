import { raw, sql, type Reader } from '../kernel/index.js';
import { eventSelected, type EventRow } from './event.js';
import { noSeal, type Head, type Range, type Seal } from './seal.js';

type Read = Pick<Reader, 'rows'>;

/** So many seals are looked at for a page, which ends earlier where they cover many events. */
const SEALS_A_PAGE_MAX = 500;
const DIGESTS_A_PAGE_BYTES = 160_000;
const NUMBERS_A_PAGE = 10_000;

/** Whether there are committed events that no seal covers. */
export async function isWaiting(read: Read): Promise<boolean> {
  const [row] = await read.rows<{ waiting: boolean }>(sql`
    select exists (select from audit.unsealed join audit.event using (number)) as waiting`);
  return row!.waiting;
}

/** How many events have no seal yet, and when the first of them was. */
export async function unsealedOf(read: Read): Promise<{ count: number; since: string | null }> {
  const [row] = await read.rows<{ count: number; since: string | null }>(sql`
    select count(*)::int as count, to_char(min(at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
    from audit.unsealed join audit.event using (number)`);
  return row!;
}

/** The end of the chain, and how many events there are now. */
export async function extentOf(read: Read): Promise<{ head: Head; events: number }> {
  const [row] = await read.rows<{ number: string | null; hash: string | null; events: number }>(sql`
    select s.number::text as number, encode(s.hash, 'hex') as hash, (select count(*)::int from audit.event) as events
    from (select) one left join (select number, hash from audit.seal order by number desc limit 1) s on true`);
  const { number, hash, events } = row!;
  return { head: number && hash ? { number: BigInt(number), hash } : noSeal, events };
}

/** The next seals of the chain, as many as cover some thousand events; the digests of more are not read. */
export async function sealsAfter(read: Read, after: bigint, upTo: bigint): Promise<Seal[]> {
  const rows = await read.rows<Omit<Seal, 'number'> & { number: string }>(sql`
    select number::text as number, events::text as events, encode(digests, 'hex') as digests,
      encode(previous, 'hex') as previous, encode(hash, 'hex') as hash, extract(epoch from sealed_at)::text as "sealedAt"
    from (select *, sum(length(digests)) over (order by number) - length(digests) as before
      from (select * from audit.seal where number > ${`${after}`}::bigint and number <= ${`${upTo}`}::bigint
        order by number limit ${SEALS_A_PAGE_MAX}) next) page
    where before < ${DIGESTS_A_PAGE_BYTES} order by page.number`);
  return rows.map(({ number, ...rest }) => ({ ...rest, number: BigInt(number) }));
}

/** The events in some ranges of numbers, in any order. */
export async function eventsIn(read: Read, ranges: readonly Range[]): Promise<EventRow[]> {
  const [from, to] = [ranges.map(([from]) => `${from}`), ranges.map(([, to]) => `${to}`)];
  // One look by the primary key for each range, whatever the planner thinks of them.
  return read.rows<EventRow>(sql`
    select e.* from unnest(${from}::bigint[], ${to}::bigint[]) r(first, beyond)
    cross join lateral (select ${raw(eventSelected)} from audit.event e
      where e.number >= r.first and e.number < r.beyond order by e.number offset 0) e`);
}

/** A page of the numbers of a table, from one on. */
export const numbersFrom = async (read: Read, from: bigint): Promise<bigint[]> =>
  (
    await read.rows<{ number: string }>(sql`
    select number::text as number from audit.event where number >= ${`${from}`}::bigint
    order by event.number limit ${NUMBERS_A_PAGE}`)
  ).map(({ number }) => BigInt(number));

/** An event that no seal of a chain covers: whether it waits for one, and when it was. */
export interface Uncovered {
  number: string;
  at: string;
  waits: boolean;
}

/** Of events that no seal up to one covers, those that no later one covers either. */
export async function uncoveredOf(
  read: Read,
  numbers: readonly bigint[],
  upTo: bigint,
): Promise<Uncovered[]> {
  return read.rows<Uncovered>(sql`
    select e.number::text as number, to_char(e.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      exists (select from audit.unsealed u where u.number = e.number) as waits
    from audit.event e where e.number = any (${numbers.map(String)}::bigint[])
      and not exists (select from audit.seal s where s.number > ${`${upTo}`}::bigint and s.events @> e.number)
    order by e.number`);
}

/** A page of the queue: of each number whether there is such an event. */
export async function queueFrom(
  read: Read,
  from: bigint,
): Promise<{ number: bigint; isThere: boolean }[]> {
  const rows = await read.rows<{ number: string; isThere: boolean }>(sql`
    select u.number::text as number, e.number is not null as "isThere"
    from audit.unsealed u left join audit.event e using (number)
    where u.number >= ${`${from}`}::bigint order by u.number limit ${NUMBERS_A_PAGE}`);
  return rows.map(({ number, isThere }) => ({ number: BigInt(number), isThere }));
}
