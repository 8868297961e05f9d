import {
  faultText,
  headText,
  readHead,
  sealEvents,
  unsealedOf,
  verifyLog,
} from '../../audit/index.js';
import { Refusal } from '../../kernel/index.js';
import { inOne, migrateUp, type Say } from '../make-ready.js';
import { withDatabase } from './work.js';

/** Work that takes seconds says so from time to time. */
const SAID_EVERY_EVENTS = 100_000;

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;

/** Says every fault, what there is, and the head; a log with a fault ends the program with 1. */
export async function verify(written: string | null, say: Say): Promise<void> {
  const head = written === null ? null : readHead(written);
  await withDatabase(async ({ migrator, read }) => {
    if ((await migrator.getPending()).length > 0) {
      throw new Refusal(
        'UNAVAILABLE',
        'Some migrations have not run: run "harborlight migrate up" first.',
      );
    }
    let said = 0;
    const verified = await verifyLog(read, {
      head,
      found: (fault) => say(`FAULT    ${faultText(fault)}`),
      progress: (done, total) => {
        if (done - said < SAID_EVERY_EVENTS) return;
        said = done;
        say(`         ${done.toLocaleString('en-US')} of ${counted(total, 'event')}`);
      },
    });
    const { count, since } = verified.unsealed;
    say(`events   ${verified.events.toLocaleString('en-US')}`);
    say(`seals    ${verified.seals.toLocaleString('en-US')}`);
    say(
      `unsealed ${count > 0 ? `${count.toLocaleString('en-US')}, the first of ${since}` : 'none'}`,
    );
    say(`head     ${verified.head.number > 0n ? headText(verified.head) : 'none yet'}`);
    say(verdictOf(verified.faults, head !== null));
    if (verified.faults > 0) process.exitCode = 1;
  });
}

function verdictOf(faults: number, isKnown: boolean): string {
  if (faults > 0) return `${counted(faults, 'fault')}: the log is not as it was written.`;
  return isKnown
    ? 'The log is as it was sealed, and what was sealed up to the head written down is as it was then.'
    : 'The log agrees with its seals. Whoever owns the database could have made both anew: write the head ' +
        'down elsewhere, and give it to the next "harborlight audit verify --head".';
}

export const seal = (say: Say) =>
  withDatabase(async (database) => {
    await database.alone(() => migrateUp(database, say));
    for (;;) {
      const sealed = await inOne(database, (changing) => sealEvents(changing));
      if (!sealed) break;
      say(`sealed ${counted(sealed.count, 'event')}: ${headText(sealed)}`);
    }
    const { count } = await unsealedOf(database.read);
    say(
      count > 0
        ? `${counted(count, 'event')} not sealed: a server of this database is at it.`
        : 'Every event is sealed.',
    );
  });
