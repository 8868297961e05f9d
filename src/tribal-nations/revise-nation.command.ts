import {
  checkOfIt,
  deciderOf,
  holdAddressAgainstDoors,
  holdAgainstDoors,
  holdNoted,
} from '../disclosure/index.js';
import { changesBetween, noteChange, revised, revisionAsked } from '../history/index.js';
import { atInput, checkVersion, readInput, Refusal, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { ownNation } from './consenting.js';
import { consentOf, standingOf } from './consent.store.js';
import type { ReviseNationInput } from './nation-changes.input.js';
import { checkCounties, nationRecord, type NationRecord } from './nation-record.js';
import {
  countNation,
  layAside,
  recordOf,
  setStanding,
  writeRecord,
} from './nation-record.store.js';

/**
 * Changes what is named of a nation's record, and nothing else, by one of its own people: it is confirmed by the nation from then
 * on. What public sources said of it is laid aside, and stands there again where the nation takes its words back.
 * @returns its id
 * @throws Refusal `NOT_FOUND` where it is none of hers; `STALE_VERSION`; `FORBIDDEN` of whoever is new to it; `INVALID` naming the
 *   field at fault, and where a consent holds that does not cover the record
 */
export async function reviseNation(
  { id, version, reason, ...given }: Omit<ReviseNationInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const asked = readInput(revisionAsked, { id, version, reason }, 'input');
  const decider = await deciderOf(viewer, sealing);
  const nation = await ownNation(id, decider, sealing, 'input.id');
  const { organization } = nation;
  checkVersion(asked.version, nation.version);
  await checkOfIt(decider.id, organization, sealing, {
    does: 'revises its record',
    field: 'input.id',
  });
  await checkCovered(id, sealing);
  const before = { ...(await recordOf(sealing, id)), standing: await standingOf(sealing, id) };
  const { standing: _, ...said } = before;
  const record = await atInput(() => write(id, revised(said, { ...given }), sealing));
  await setStanding(sealing, id, 'CONFIRMED_BY_NATION');
  const after = { ...(await recordOf(sealing, id)), standing: await standingOf(sealing, id) };
  const changes = changesBetween(before, after);
  if (Object.keys(changes).length === 0) return id;
  const made = await countNation(sealing, id);
  const as = { madeAs: 'NATION_COORDINATOR', organization } as const;
  const kept = asked.reason || null;
  const revision = {
    thing: id,
    version: made,
    action: 'reviseNation',
    reason: kept,
    changes,
    ...as,
  };
  await noteChange(revision, viewer, sealing);
  await atInput(() => holdRecord(organization, record, sealing));
  if (kept) await holdNoted(organization, { reason: kept }, null, sealing);
  return id;
}

/** What its nation consents to, and to what not, is said by its consent while one holds. */
async function checkCovered(id: string, sealing: Sealing): Promise<void> {
  const consent = await consentOf(sealing, id);
  if (!consent || consent.coversRecord) return;
  throw new Refusal(
    'INVALID',
    'What your nation consents to does not cover its record. Record first that it does: recordConsent.',
    'input.id',
  );
}

async function write(id: string, whole: object, sealing: Sealing): Promise<NationRecord> {
  const record = readInput(nationRecord, whole);
  const state = await checkCounties(record, sealing);
  await layAside(sealing, id);
  await writeRecord(sealing, id, { record, state });
  return record;
}

async function holdRecord(
  organizationId: string,
  { name, endonym, website, seat }: NationRecord,
  sealing: Sealing,
): Promise<void> {
  await holdAgainstDoors(
    { organizationId, given: { name, endonym, website, seat: { city: seat.city } } },
    sealing,
  );
  await holdAddressAgainstDoors({ organizationId, address: seat }, sealing, 'seat.lines');
}
