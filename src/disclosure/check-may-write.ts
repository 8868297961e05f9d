import { Refusal, type Changing } from '../kernel/index.js';
import { holdTexts } from './confidential-address.store.js';
import { hasWithheld } from './disclosed.store.js';

interface Writing {
  organization: string;
  /** Whether what leads to a withheld door of it is hers to try. */
  knowsDoors: boolean;
}

/**
 * Whether someone may write what is told of an organization, and is refused what leads to a door. It is held before it is asked: by what
 * was withheld while her words waited for it she would be refused, and learn it.
 */
export async function mayWrite(
  { knowsDoors, organization }: Writing,
  changing: Changing,
): Promise<boolean> {
  if (knowsDoors) return true;
  await holdTexts(changing, organization);
  return !(await hasWithheld(changing, organization));
}

/**
 * What is refused because it leads to a door, would tell the door: who may not know it, writes only where there is none.
 * @param instead what she may do of it all the same, as it is told her
 * @throws Refusal `FORBIDDEN`
 */
export async function checkMayWrite(
  writing: Writing,
  changing: Changing,
  { field = 'input.id', instead = '' }: { field?: string; instead?: string } = {},
): Promise<void> {
  if (await mayWrite(writing, changing)) return;
  const why =
    'Its organization withholds an address: its own people write what is told of it, whoever is new to them after three days.';
  throw new Refusal('FORBIDDEN', instead ? `${why} ${instead}` : why, field);
}
