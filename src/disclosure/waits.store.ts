import type { Changing } from '../kernel/index.js';
import type { Capacity } from './capacity.js';

/** Where a role counts by no time alone, the database says `infinity`, which no date is. */
const UNSEEN_YEAR = 9999;
const countsOf = `least(auth.counts_from(?, ?, ?), timestamptz '${UNSEEN_YEAR}-06-01')`;

interface Acts {
  person: string;
  organization: string;
  as: Capacity;
}

/** How long someone must wait yet; null where she need not. */
export interface Waits {
  /** Until her role counts: it is new, and those who are there already are still being told of it. */
  counts: Date | null;
  /** Until it no longer matters that one of the two brought in the other, or someone both. */
  kin: Date | null;
}

/** What keeps someone from being the second after whoever proposed. */
export async function waitsOfSecond(
  { em, now }: Changing,
  { proposer, person, organization, as }: Acts & { proposer: string },
): Promise<Waits> {
  const [row] = await em.execute<{ counts: string | null; kin: string | null }[]>(
    `select nullif(greatest(${countsOf}, w.at), w.at) as counts,
       nullif(greatest(auth.kin_until(?, ?, w.at), w.at), w.at) as kin
     from (select ?::timestamptz as at) w`,
    [person, organization, as, proposer, person, now.toISOString()],
  );
  return { counts: dateOf(row!.counts), kin: dateOf(row!.kin) };
}

/** Until the role counts by which someone is of an organization; null where it does. */
export async function waitOfOwn(
  { em, now }: Changing,
  { person, organization }: Pick<Acts, 'person' | 'organization'>,
): Promise<Date | null> {
  const [row] = await em.execute<{ counts: string | null }[]>(
    `select nullif(greatest(${countsOf}, w.at), w.at) as counts
     from (select ?::timestamptz as at) w`,
    [person, organization, 'OWN', now.toISOString()],
  );
  return dateOf(row!.counts);
}

/** Not by time alone: until another has confirmed her role. */
export const isUnseen = (until: Date): boolean => until.getUTCFullYear() === UNSEEN_YEAR;

const dateOf = (time: string | null) => (time === null ? null : new Date(time));
