import type { InOne } from '../vault/index.js';
import { renewReading } from './import.store.js';

/** So long an import is a server's own, after it last said that it is reading it: then the server is taken to be gone. */
export const LEASE_MS = 6_000;
/** Of three that say so, two may fail to. */
const RENEWED_IN_A_LEASE = 3;

/** Keeps an import this server's own while it is read, however long one step of that takes. */
export async function whileReading<Result>(
  id: string,
  { change, leaseMs }: { change: InOne; leaseMs: number },
  work: () => Promise<Result>,
): Promise<Result> {
  let renewing: Promise<void> | null = null;
  const renew = async () => {
    try {
      await change((sealing) => renewReading(sealing, id, leaseMs));
    } catch {
      // Where the database does not answer, reading itself fails and says so.
    } finally {
      renewing = null;
    }
  };
  const timer = setInterval(() => (renewing ??= renew()), leaseMs / RENEWED_IN_A_LEASE).unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewing;
  }
}
