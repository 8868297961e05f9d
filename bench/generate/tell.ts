import type { Land } from './land.js';
import { batches, onConnections } from './connections.js';
import { HOUSING_PER_ORGANIZATION, LISTINGS_PER_ORGANIZATION, NATIONS } from './plan.js';
import type { Progress } from './progress.js';
import { idOf } from './random.js';

const BATCH_THINGS = 1_000;

type Teller = 'organizations' | 'listings' | 'nations' | 'regions';

const listingId = (number: number) =>
  idOf(
    number % LISTINGS_PER_ORGANIZATION < HOUSING_PER_ORGANIZATION ? 'HousingOption' : 'Service',
    number,
  );

/** Tells everything by the product's own functions, a thousand things at a time. */
export async function tellEverything(
  url: string,
  land: Land,
  listings: number,
  progress: Progress,
) {
  const things: [Teller, number, (number: number) => string][] = [
    ['nations', NATIONS, (number) => idOf('TribalNation', number)],
    ['regions', land.regions.length, (number) => idOf('Region', number)],
    [
      'organizations',
      listings / LISTINGS_PER_ORGANIZATION,
      (number) => idOf('Organization', number),
    ],
    ['listings', listings, listingId],
  ];
  for (const [teller, many, id] of things) {
    let done = 0;
    await onConnections(url, batches(many, BATCH_THINGS), async (client, [from, to]) => {
      const ids = Array.from({ length: to - from }, (_, index) => id(from + index));
      await client.query(`select org.tell_${teller}($1)`, [ids]);
      await client.query('select org.log_changes($1)', [ids]);
      progress.told(`telling ${teller}`, (done += to - from), many);
    });
  }
}
