import { Refusal, type Changing } from '../kernel/index.js';
import { hasWithheld } from './disclosed.store.js';

interface Writing {
  organization: string;
  /** Whether what leads to a withheld door of it is hers to try. */
  knowsDoors: boolean;
}

/**
 * What is refused because it leads to a door, would tell the door: who may not know it, writes only where there is none.
 * @param instead what she may do of it all the same, as it is told her
 * @throws Refusal `FORBIDDEN`
 */
export async function checkMayWrite(
  { knowsDoors, organization }: Writing,
  changing: Changing,
  { field = 'input.id', instead = '' }: { field?: string; instead?: string } = {},
): Promise<void> {
  if (knowsDoors || !(await hasWithheld(changing, organization))) return;
  const why =
    'Its organization withholds an address: its own people write what is told of it, whoever is new to them after three days.';
  throw new Refusal('FORBIDDEN', instead ? `${why} ${instead}` : why, field);
}
