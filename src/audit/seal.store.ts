import type { Changing } from '../kernel/index.js';
import { eventSelected, type EventRow } from './event.js';
import { noSeal, type Head, type Seal } from './seal.js';

type Em = Changing['em'];

/** Any number that no other lock of the database has: the letters "seal". */
const SEAL_LOCK = 0x7365616c;

/** Until the transaction ends, nobody else seals. @returns whether nobody did */
export async function holdSealing(em: Em): Promise<boolean> {
  const [row] = await em.execute<{ held: boolean }[]>(
    'select pg_try_advisory_xact_lock(?) as held',
    [SEAL_LOCK],
  );
  return row!.held;
}

/** The end of the chain. */
export async function lastSeal(em: Em): Promise<Head> {
  const [row] = await em.execute<{ number: string; hash: string }[]>(
    `select number::text as number, encode(hash, 'hex') as hash from audit.seal order by seal.number desc limit 1`,
  );
  return row ? { number: BigInt(row.number), hash: row.hash } : noSeal;
}

/** Takes the first of the committed events that wait out of the queue, in the order of their numbers. */
export function takeWaiting(em: Em, atMost: number): Promise<EventRow[]> {
  return em.execute<EventRow[]>(
    `with taken as (delete from audit.unsealed where number in (
        select number from audit.unsealed join audit.event using (number) order by number limit ?) returning number)
      select ${eventSelected} from audit.event e join taken t on t.number = e.number order by e.number`,
    [atMost],
  );
}

export async function addSeal({ em, now }: Changing, seal: Seal): Promise<void> {
  await em.execute(
    `insert into audit.seal (number, events, digests, previous, hash, sealed_at)
     values (?::bigint, ?::int8multirange, decode(?, 'hex'), decode(?, 'hex'), decode(?, 'hex'), ?)`,
    [`${seal.number}`, seal.events, seal.digests, seal.previous, seal.hash, now.toISOString()],
  );
}
