import { holdNoted, mayWrite, noteWritten } from '../disclosure/index.js';
import { changesBetween, revised, revisionAsked, type Statement } from '../history/index.js';
import { atInput, personOf, readInput, Refusal, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { CALLED, locationGiven } from './given-location.js';
import { keptOrganization, noteOrganization } from './keeping-organization.js';
import type { ReviseOrganizationInput } from './organization-changes.input.js';
import { organizationStatement } from './organization-statement.store.js';
import { isLeftOut, publicWordsOf, setPublicWords } from './public-words.store.js';
import {
  registerOrganization,
  type RegisterOrganization,
} from './register-organization.command.js';

/**
 * Changes what is named of an organization, and nothing else; what stood there is kept.
 * @returns its id
 * @throws Refusal `NOT_FOUND`; `STALE_VERSION`; `FORBIDDEN` of a steward where it withholds an address, which she could find by
 *   what is refused; `INVALID` naming the field at fault, and of a nation's where a consent holds that does not cover its record
 */
export async function reviseOrganization(
  { id, version, reason, ...given }: Omit<ReviseOrganizationInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const asked = readInput(revisionAsked, { id, version, reason }, 'input');
  const { newLocations, ...named } = given;
  const kept = await keptOrganization(asked, viewer, sealing);
  if (!(await mayWrite({ ...kept, organization: id }, sealing))) {
    throw new Refusal(
      'FORBIDDEN',
      'It withholds an address: its own people write what is told of it.',
      'input.id',
    );
  }
  if (kept.isOfNation && Object.values(named).some((value) => value !== undefined))
    await checkCovered(id, sealing);
  const before = await organizationStatement(sealing, id);
  const { standing, admittedAt } = kept;
  const entering = { admittedAt, enteredBy: personOf(viewer), isSaid: true };
  const locations = (newLocations ?? []).map(locationGiven);
  const whole = { ...revised(before, named), id, standing, locations };
  await atInput(
    () => registerOrganization(whole as RegisterOrganization, sealing, entering),
    CALLED,
  );
  const changes = changesBetween(before, await organizationStatement(sealing, id));
  if (kept.isOfNation && Object.keys(changes).length > 0) await layAside(id, before, sealing);
  const added = locations.map(({ name }) => name);
  if (added.length > 0) changes['newLocations'] = { before: null, after: added };
  const said = { action: 'reviseOrganization', reason: asked.reason || null, changes };
  if (Object.keys(changes).length === 0) return id;
  await noteOrganization(kept, said, viewer, sealing);
  await noteWritten({ ...kept, organization: id }, viewer, sealing);
  if (said.reason) await holdNoted(id, { reason: said.reason }, null, sealing);
  return id;
}

/** What its nation consents to, and to what not, is said by its consent while one holds: whom to call there is of its record. */
async function checkCovered(id: string, sealing: Sealing): Promise<void> {
  if (!(await isLeftOut(sealing, id))) return;
  throw new Refusal(
    'INVALID',
    'What your nation consents to does not cover its record. Record first that it does: recordConsent.',
    'input.id',
  );
}

/** Lays aside what public sources said of each thing, as its people say any of it themselves for the first time. */
async function layAside(id: string, before: Statement, sealing: Sealing): Promise<void> {
  const aside = await publicWordsOf(sealing, id);
  await setPublicWords(sealing, id, { ...before, ...aside });
}
