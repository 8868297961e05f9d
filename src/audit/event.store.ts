import type { Changing, Viewer } from '../kernel/index.js';

/** Who did something: a viewer, or the host from the command line. */
export type Doer = Viewer | { kind: 'HOST' };

/** Whoever has a link by which one thing is done, and is not known otherwise; the id is the link's. */
interface Bearer {
  kind: 'LINK';
  id: string;
}

/** What was done, in the transaction that does it. The detail never holds a secret or a hidden address. */
export async function record(
  { em, now }: Changing,
  doer: Doer | Bearer,
  { action, thing, detail = {} }: { action: string; thing: string | null; detail?: object },
): Promise<void> {
  await em.execute(
    `insert into audit.event (at, viewer_kind, viewer_id, action, thing_id, detail) values (?, ?, ?, ?, ?, ?)`,
    [now.toISOString(), doer.kind, idOf(doer), action, thing, JSON.stringify(detail)],
  );
}

/** The id of whoever did it, or of what it was done by; null of a stranger and of the host. */
export const idOf = (doer: Doer | Bearer): string | null => ('id' in doer ? doer.id : null);
