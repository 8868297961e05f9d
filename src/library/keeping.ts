import { checkMayWrite, deciderOf, type Capacity } from '../disclosure/index.js';
import { readInput, Refusal, refuse, type Changing, type Viewer } from '../kernel/index.js';
import { holdOrganization } from '../organizations/index.js';
import type { Sealing } from '../vault/index.js';
import { z } from 'zod';
import { holdOfLibrary, type Host, type Kind, type Row, type Speaks } from './keeping.store.js';

/** Something of the library that is the viewer's to keep true, held until the change is kept. */
export interface Kept extends Row {
  id: string;
  /** As what she keeps it, and of which organization. */
  capacity: Capacity;
  organization: string;
  isOfNation: boolean;
  hosts: readonly Host[];
  /** Who hosted it once, where its words may lead to a door: it may be theirs. */
  earlier: readonly Speaks[];
}

/** What a nation hosts, its own people alone change, whoever hosts it with them. */
const decidingOf = (hosts: readonly Host[]) => {
  const nations = hosts.filter(({ isOfNation }) => isOfNation);
  return nations.length > 0 ? nations : hosts;
};

/**
 * Something found through the viewer, by the roles that she holds now.
 * @throws Refusal `NOT_FOUND` where it is none, or another's: alike
 */
export async function keptOfLibrary(
  kind: Kind,
  id: string,
  viewer: Viewer,
  changing: Changing,
): Promise<Kept> {
  const { reach } = await deciderOf(viewer, changing);
  const found = await holdOfLibrary(changing, kind, id, reach);
  const deciding = decidingOf(found?.hosts ?? []);
  const as =
    deciding.find(({ capacity }) => capacity === 'OWN') ??
    deciding.find(({ capacity }) => capacity !== null);
  if (!found || !as) {
    throw new Refusal('NOT_FOUND', 'There is no such thing among those that you keep.', 'input.id');
  }
  const { organization, isOfNation } = as;
  const { row, hosts, earlier } = found;
  return { ...row, id, organization, isOfNation, capacity: as.capacity!, hosts, earlier };
}

/**
 * What is told in the name of several nations is said by whoever is of each: a person of one alone takes her own out, or withdraws it.
 * @throws Refusal `FORBIDDEN`
 */
export function checkNations({ hosts }: Kept): void {
  if (hosts.every(({ isOfNation, capacity }) => !isOfNation || capacity === 'OWN')) return;
  throw new Refusal(
    'FORBIDDEN',
    'Another nation hosts it too: whoever is of each changes it. You can take your own out, or withdraw it.',
    'input.id',
  );
}

const HOSTS_MAX = 20;

/**
 * Organizations in whose name the viewer may write: her own, and as a steward any that is no nation's. Each is held.
 * @param field of each, by its place
 * @throws Refusal `NOT_FOUND` where one is none, or another's: alike; `FORBIDDEN` where it withholds an address that is not hers to know
 */
export async function spokenFor(
  ids: readonly string[],
  viewer: Viewer,
  sealing: Sealing,
  field: (nth: number) => string,
): Promise<Speaks[]> {
  if (ids.length > HOSTS_MAX) refuse(`Name at most ${HOSTS_MAX}.`, field(HOSTS_MAX));
  for (const [nth, id] of ids.entries()) readInput(z.string(), id, field(nth));
  const { reach } = await deciderOf(viewer, sealing);
  const found: Speaks[] = [];
  // In one order: two that are written at once never wait for each other in a ring.
  for (const id of [...new Set(ids)].sort()) {
    const organization = await holdOrganization(sealing, id, reach);
    if (!organization) {
      throw new Refusal(
        'NOT_FOUND',
        'There is no such organization among those that you keep.',
        field(ids.indexOf(id)),
      );
    }
    const { capacity, knowsDoors } = organization;
    found.push({ organization: id, capacity, knowsDoors });
  }
  for (const one of found)
    await checkMayWrite(one, sealing, { field: field(ids.indexOf(one.organization)) });
  return found;
}
