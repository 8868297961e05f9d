import { addNotice } from '../audit/index.js';
import {
  checkMayWrite,
  holdNoted,
  madeAs,
  noteWritten,
  reasonToKeep,
} from '../disclosure/index.js';
import {
  changesBetween,
  noteChange,
  revised,
  revisionAsked,
  type Statement,
} from '../history/index.js';
import {
  atInput,
  checkVersion,
  isPerson,
  readInput,
  refuse,
  type Viewer,
} from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { checkNations, keptOfLibrary, type Kept } from './keeping.js';
import { countChange, setWithdrawn, statementOf, type Kind, type Speaks } from './keeping.store.js';

/** What is changed, by whom, and as it was read. */
export interface Revising {
  id: string;
  version: number;
  reason?: string | null | undefined;
  /** True withdraws it, false brings it back. */
  withdrawn?: boolean | null | undefined;
  /** What is to stand there instead; what is undefined stays. */
  named: Statement;
}

/** How a kind is written whole. */
export interface Ways {
  kind: Kind;
  /** The mutation. */
  action: string;
  /** In whose name it stands after the change. @throws Refusal where one of them is not the viewer's to add or to take out */
  hostsAfter: (
    kept: Kept,
    named: Statement,
    viewer: Viewer,
    sealing: Sealing,
  ) => Promise<readonly Speaks[]>;
  /**
   * @param whole its statement, its id and its organization
   * @param besides organizations that host it no more, and to whose doors its words may lead
   */
  write: (whole: Statement, besides: readonly string[], sealing: Sealing) => Promise<unknown>;
}

const INSTEAD = 'You can withdraw it.';

/**
 * Changes what is named of something, and nothing else; what stood there is kept. Nothing is counted where nothing differs. What is
 * withdrawn is told to nobody but those who keep it, and can be brought back: its words are held against doors anew.
 * @throws Refusal `NOT_FOUND`; `STALE_VERSION`; `FORBIDDEN` where a host withholds an address that is not hers to know, and where
 *   several nations host it and one of them is not hers; `INVALID` naming the field at fault
 */
export async function reviseOfLibrary(
  { named, withdrawn, ...given }: Revising,
  { kind, action, hostsAfter, write }: Ways,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id, version, reason } = readInput(revisionAsked, given, 'input');
  const kept = await keptOfLibrary(kind, id, viewer, sealing);
  checkVersion(version, kept.version);
  const says = Object.values(named).some((value) => value !== undefined);
  const isBack = kept.withdrawn && withdrawn === false;
  const isOut = !kept.withdrawn && withdrawn === true;
  if (isOut && !reason) refuse('Say why: it is written down.', 'input.reason');
  const after = await hostsAfter(kept, named, viewer, sealing);
  if (isBack || saysMore(named, kept, after)) checkNations(kept);
  // Words of one that goes stay, and may lead to its door: whoever takes it out speaks for it too.
  const hosts = eachOnce([...kept.hosts, ...after, ...kept.earlier]);
  const besides = hosts.flatMap(({ organization }) =>
    after.some((host) => host.organization === organization) ? [] : organization,
  );
  if (says || isBack)
    for (const host of hosts.toSorted(inOneOrder))
      await checkMayWrite(host, sealing, { instead: INSTEAD });
  const before = await statementOf(sealing, kind, id);
  const whole = { ...revised(before, named), id, organizationId: kept.organization };
  if (isOut || isBack) await setWithdrawn(sealing, kind, id, isOut);
  if (says || isBack) await atInput(() => write(whole, besides, sealing));
  const changes = changesBetween(
    { ...before, withdrawn: kept.withdrawn },
    { ...(await statementOf(sealing, kind, id)), withdrawn: isOut || (kept.withdrawn && !isBack) },
  );
  if (Object.keys(changes).length === 0) return id;
  const said = { action, reason: await reasonOf(reason, hosts, sealing), changes };
  const made = await countChange(sealing, kind, id);
  await noteChange({ thing: id, version: made, ...said, ...madeAs(kept, viewer) }, viewer, sealing);
  await tellTakenOut(kept, after, viewer, sealing);
  if (says || isBack) for (const host of after) await noteWritten(host, viewer, sealing);
  for (const { organization, knowsDoors } of said.reason ? hosts : [])
    if (knowsDoors) await holdNoted(organization, { reason: said.reason! }, null, sealing);
  return id;
}

/** Whether anything is said anew, but that a host is taken out. */
const saysMore = (
  { hostIds: _, ...words }: Statement,
  { hosts }: Kept,
  after: readonly Speaks[],
): boolean =>
  Object.values(words).some((value) => value !== undefined) ||
  after.some((one) => !hosts.some(({ organization }) => organization === one.organization));

/** Whoever does not host it any more is told, and who took it out: it keeps the thing no longer, and would not see it there. */
async function tellTakenOut(
  { id: convening, hosts, capacity, organization: own }: Kept,
  after: readonly Speaks[],
  viewer: Viewer,
  sealing: Sealing,
): Promise<void> {
  const account = isPerson(viewer) ? viewer.id : null;
  for (const { organization } of hosts) {
    if (after.some((host) => host.organization === organization)) continue;
    const asOrganization = capacity === 'OWN' ? own : null;
    await addNotice(sealing, {
      kind: 'HOST_TAKEN_OUT',
      organization,
      convening,
      account,
      asOrganization,
    });
  }
}

/** Each is held: two changes never wait for each other in a ring. */
const inOneOrder = (one: Speaks, other: Speaks) => (one.organization < other.organization ? -1 : 1);

const eachOnce = (all: readonly Speaks[]): Speaks[] => [
  ...new Map(all.map((one) => [one.organization, one])).values(),
];

/** As far as it is kept: of whoever may not know a door, no reason that leads to it. */
async function reasonOf(
  reason: string | null | undefined,
  hosts: readonly Speaks[],
  sealing: Sealing,
): Promise<string | null> {
  let kept = reason || null;
  for (const host of hosts)
    if (kept !== null && !host.knowsDoors) kept = await reasonToKeep(host, kept, null, sealing);
  return kept;
}
