import type { Reader } from '../kernel/index.js';
import type { EventRow } from './event.js';
import { faultsOfEvents, faultsOfSeal, type AuditFault } from './fault.js';
import { NumberSet } from './number-set.js';
import { digestsOf, noSeal, rangesOf, type Head, type Seal } from './seal.js';
import {
  eventsIn,
  extentOf,
  numbersFrom,
  queueFrom,
  sealsAfter,
  uncoveredOf,
} from './seals.query.js';

/** The least that a bigint of the database holds. */
const NUMBER_MIN = -(2n ** 63n);

/** How a log is verified. */
export interface Verifying {
  /** A head that was written down before. */
  head?: Head | null;
  /** Is told of each fault as it is found. */
  found(fault: AuditFault): void;
  /** Is told how many sealed events have been held against their seals, of how many events at the start. */
  progress?(done: number, total: number): void;
}

/** What a log holds. */
export interface Verified {
  events: number;
  seals: number;
  /** The last seal; number 0 where there is none. */
  head: Head;
  /** Events that wait for their seal: nothing of them is proved. */
  unsealed: { count: number; since: string | null };
  faults: number;
}

/**
 * Holds every event against its seal, and every seal against the one before it. Reads page by page, beside a
 * server that goes on sealing: seals made meanwhile are left to the next time.
 */
export async function verifyLog(
  read: Pick<Reader, 'rows'>,
  { found, head: known = null, progress = () => undefined }: Verifying,
): Promise<Verified> {
  const extent = await extentOf(read);
  let faults = 0;
  const walk = new Walk(read, extent.head, (fault) => {
    faults += 1;
    found(fault);
  });
  const seals = await walk.seals(known, (done) => progress(done, extent.events));
  const { events, unsealed } = await walk.events();
  await walk.queue();
  return { events, seals, head: extent.head, unsealed, faults };
}

class Walk {
  /** The numbers of every event that a seal covers. */
  private readonly sealed = new NumberSet();

  constructor(
    private readonly read: Pick<Reader, 'rows'>,
    private readonly head: Head,
    private readonly found: (fault: AuditFault) => void,
  ) {}

  /** @returns how many seals there are */
  async seals(known: Head | null, progress: (done: number) => void): Promise<number> {
    const { found, head, read } = this;
    let before = noSeal;
    let [seals, events] = [0, 0];
    let isKnown = known === null || (known.number === noSeal.number && known.hash === noSeal.hash);
    for (;;) {
      const page = await sealsAfter(read, before.number, head.number);
      if (page.length === 0) break;
      for (const seal of page) {
        for (const fault of faultsOfSeal(seal, before)) found(fault);
        if (known?.number === seal.number) isKnown = known.hash === seal.hash;
        before = seal;
      }
      seals += page.length;
      events += await this.eventsOf(page);
      progress(events);
    }
    if (!isKnown) found({ kind: 'HEAD_DIFFERS', number: known!.number });
    return seals;
  }

  /** Holds the events of some seals against them. @returns how many there were */
  private async eventsOf(seals: readonly Seal[]): Promise<number> {
    const { found, sealed } = this;
    const rows = await eventsIn(this.read, seals.flatMap(rangesOf));
    const events = new Map<bigint, EventRow>(rows.map((row) => [BigInt(row.number), row]));
    for (const seal of seals) {
      for (const [number] of digestsOf(seal)) {
        if (!sealed.add(number)) found({ kind: 'EVENT_TWICE', number });
      }
      for (const fault of faultsOfEvents(seal, events)) found(fault);
    }
    return events.size;
  }

  /** Looks for events that no seal covers. */
  async events(): Promise<Pick<Verified, 'events' | 'unsealed'>> {
    let events = 0;
    const unsealed: Verified['unsealed'] = { count: 0, since: null };
    for (let from = NUMBER_MIN; ;) {
      const page = await numbersFrom(this.read, from);
      if (page.length === 0) return { events, unsealed };
      events += page.length;
      from = page.at(-1)! + 1n;
      const open = page.filter((number) => !this.sealed.has(number));
      if (open.length === 0) continue;
      for (const { at, number, waits } of await uncoveredOf(this.read, open, this.head.number)) {
        if (!waits) this.found({ kind: 'EVENT_OUTSIDE', number: BigInt(number) });
        else {
          unsealed.count += 1;
          if (unsealed.since === null || at < unsealed.since) unsealed.since = at;
        }
      }
    }
  }

  /** Looks at what waits for a seal: each of it must be there, and in none. */
  async queue(): Promise<void> {
    for (let from = NUMBER_MIN; ;) {
      const page = await queueFrom(this.read, from);
      if (page.length === 0) return;
      from = page.at(-1)!.number + 1n;
      for (const { isThere, number } of page) {
        if (!isThere) this.found({ kind: 'EVENT_MISSING', number });
        else if (this.sealed.has(number)) this.found({ kind: 'EVENT_TWICE', number });
      }
    }
  }
}
