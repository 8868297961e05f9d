import { record } from '../audit/index.js';
import { deciderOf, noteWritten } from '../disclosure/index.js';
import { atInput, Refusal, type Viewer } from '../kernel/index.js';
import { heldOrganization } from '../organizations/index.js';
import type { Sealing } from '../vault/index.js';
import { checkMayRevise } from './revise-listing.js';

/** What a listing is when it is listed: told to its own organization alone, until two people tell it further. */
const NEW = { disclosure: 'OWN', status: 'ACTIVE' } as const;

/** What a listing says where nothing is said. */
export const NOTHING = {
  siteIds: [],
  eligibility: [],
  policies: [],
  contacts: [],
  phones: [],
  languages: [],
  requiredDocuments: [],
};

/** Who lists something: one of its organization's own people; or whoever else keeps the organization, a steward. */
export type ListedBy = 'OWN_PEOPLE' | 'KEEPERS';

/**
 * Lists something of an organization of which the viewer is one of the people, or which she keeps.
 * @param list writes the whole, and answers its id
 * @throws Refusal `NOT_FOUND` where the organization is none, or another's: alike; and what `list` throws
 */
export async function listAs<Given extends { organizationId: string }>(
  given: Given,
  action: string,
  list: (whole: Given & typeof NEW) => Promise<string>,
  viewer: Viewer,
  sealing: Sealing,
  by: ListedBy = 'OWN_PEOPLE',
): Promise<string> {
  const { reach } = await deciderOf(viewer, sealing);
  const { organizationId: organization } = given;
  const isOwn = [...reach.organizations, ...reach.nations].includes(organization);
  if (by === 'KEEPERS') {
    await heldOrganization(organization, reach, sealing, 'input.organizationId');
  } else if (!isOwn) {
    throw new Refusal(
      'NOT_FOUND',
      'You are not a coordinator of such an organization.',
      'input.organizationId',
    );
  }
  const as = { organization, knowsDoors: reach.settled.includes(organization) };
  await checkMayRevise(as, sealing, 'input.organizationId');
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value != null));
  const whole = { ...NOTHING, ...said, ...NEW } as unknown as Given & typeof NEW;
  const id = await atInput(() => list(whole));
  await record(sealing, viewer, { action, thing: id });
  const capacity = isOwn ? 'OWN' : 'STEWARD';
  await noteWritten({ organization, capacity }, viewer, sealing);
  return id;
}
