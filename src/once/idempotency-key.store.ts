import type { Changing } from '../kernel/index.js';
import type { KeyDigests } from './digests.js';

/** By the clock of the database, so that several servers mean the same. */
const KEPT = `interval '24 hours'`;
const HELD = `k.taken_at > now() - ${KEPT}`;
/** Each change under a key adds one, and takes away so many at most. */
const FORGOTTEN_AT_ONCE_MAX = 20;

/** A change that was made under a key. */
export interface ChangeMade {
  input: string;
  /** Of what it changed. */
  thing: string;
}

/**
 * Takes a key until the transaction ends: whoever comes with the same one meanwhile, on any server, waits for it.
 * @returns what was changed under it within a day; null where it is free, and now taken
 */
export async function takeKey(
  { em }: Changing,
  { key, input }: KeyDigests,
): Promise<ChangeMade | null> {
  const [row] = await em.execute<{ input: string; thing: string | null }[]>(
    `insert into auth.idempotency_key as k (key_digest, input_digest)
     values (decode(?, 'hex'), decode(?, 'hex'))
     on conflict (key_digest) do update set
       input_digest = case when ${HELD} then k.input_digest else excluded.input_digest end,
       thing_id = case when ${HELD} then k.thing_id end,
       taken_at = case when ${HELD} then k.taken_at else excluded.taken_at end
     returning encode(k.input_digest, 'hex') as input, k.thing_id as thing`,
    [key, input],
  );
  const { thing } = row!;
  return thing === null ? null : { input: row!.input, thing };
}

/** Notes what was changed under a key that was taken, and forgets a few whose day is over. */
export async function noteChanged(
  { em }: Changing,
  { key }: KeyDigests,
  thing: string,
): Promise<void> {
  await em.execute(
    `update auth.idempotency_key set thing_id = ? where key_digest = decode(?, 'hex')`,
    [thing, key],
  );
  // Those that others hold are passed over: two changes never wait for each other here.
  await em.execute(
    `delete from auth.idempotency_key where key_digest in (
       select k.key_digest from auth.idempotency_key k where not (${HELD})
       order by k.taken_at limit ${FORGOTTEN_AT_ONCE_MAX} for update skip locked)`,
  );
}
