import { among, batched, refuse, sql, type Asking } from '../kernel/index.js';
import type { CountyView } from './geography.view.js';
import { isState } from './states.js';

const columns = sql`select fips, name, state, population from pub.county`;

/** @throws Refusal `INVALID` where no state has this code */
export async function counties(
  state: string,
  { read }: Pick<Asking, 'read'>,
): Promise<CountyView[]> {
  const code = state.trim().toUpperCase();
  if (!isState(code)) refuse('The state is two letters, as MN.', 'state');
  return read.rows<CountyView>(sql`${columns} where state = ${code} order by name, fips`);
}

/** Counties by FIPS in the order asked; one that is not known is left out. */
export async function countiesOf(fips: readonly string[], asking: Asking): Promise<CountyView[]> {
  const load = batched<CountyView>(asking, 'county', async (keys) => {
    const found = await asking.read.rows<CountyView>(sql`${columns} where ${among('fips', keys)}`);
    return new Map(found.map((county) => [county.fips, county]));
  });
  const loaded = await Promise.all(fips.map(load));
  return loaded.filter((county) => county !== null);
}

/** The counties of a state, batched over all states of a level. */
export async function countiesOfState(state: string, asking: Asking): Promise<CountyView[]> {
  const load = batched<CountyView[]>(asking, 'counties of state', async (states) => {
    const found = await asking.read.rows<CountyView>(sql`${columns}
      where ${among('state', states)} order by name, fips`);
    return Map.groupBy(found, (county) => county.state) as Map<string, CountyView[]>;
  });
  return (await load(state)) ?? [];
}
