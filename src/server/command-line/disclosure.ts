import { checkTold, type CheckedTold } from '../../disclosure/index.js';
import { readConfig } from '../config.js';
import { checkSealed, openVault } from '../data-vault.js';
import { inOne, migrateUp, type Say } from '../make-ready.js';
import { withDatabase } from './work.js';

/** Work that takes minutes says so from time to time. */
const SAID_EVERY_ORGANIZATIONS = 50;

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;

/** Says where a told text leads to a withheld door, and never what it says; where one does, the program ends with 1. */
export async function checkDisclosed(
  { hideOwn = false }: { hideOwn?: boolean },
  say: Say,
): Promise<void> {
  const { vault, warning } = openVault(readConfig());
  if (warning) say(warning);
  await withDatabase(async (database) => {
    await database.alone(() => migrateUp(database, say));
    await checkSealed(database, say);
    const checked = await checkTold(
      (work) => inOne(database, work),
      {
        leads: ({ id, field }) => say(`LEADS    ${id} ${field}`),
        cannot: (organization) => say(`SHUT     ${organization}`),
        progress: (done, total) => {
          if (done % SAID_EVERY_ORGANIZATIONS === 0)
            say(`         ${done.toLocaleString('en-US')} of ${counted(total, 'organization')}`);
        },
      },
      hideOwn,
    );
    for (const line of verdictOf(checked)) say(line);
    if (checked.leading + checked.unopened > 0) process.exitCode = 1;
  }, vault);
}

function* verdictOf({ organizations, leading, unopened }: CheckedTold): Generator<string> {
  if (unopened > 0)
    yield (
      `${counted(unopened, 'organization')} not looked through: an address of each does not open. ` +
      '"harborlight doctor" says more.'
    );
  yield leading > 0
    ? `${counted(leading, 'told text')} may lead to a withheld address. Let the people of each organization write it anew: what ` +
      'still leads there is then refused, and says why. Until then they tell it to fewer (tightenDisclosure to OWN).'
    : `No told text of ${counted(organizations, 'organization')} with a withheld address is known to lead there.`;
}
