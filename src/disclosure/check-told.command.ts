import { SealFault, type InOne, type Sealing } from '../vault/index.js';
import { withholding } from './confidential-address.store.js';
import { openDoors } from './doors.js';
import { Doors, standing } from './held-doors.js';
import { noteOwnTexts } from './own-texts.store.js';
import { tellsDoor } from './same-door.js';
import { toldAddresses, toldThings } from './told-things.store.js';

/** A told text that leads to a withheld door of its organization: where it stands, and nothing of what it says. */
export interface Leading {
  id: string;
  field: string;
}

export interface CheckedTold {
  /** Organizations that were looked through. */
  organizations: number;
  leading: number;
  /** Organizations of which an address does not open: of these nothing was looked through. */
  unopened: number;
}

interface Saying {
  leads: (leading: Leading) => void;
  cannot: (organization: string) => void;
  progress?: (done: number, total: number) => void;
}

/**
 * Holds all that is told already against the withheld doors of its organizations, one organization in a transaction. A text is held
 * when it is written, and whoever held it then may have known fewer spellings than this version does.
 * @param isOwnHidden whether what only an organization's own people read is noted too, all of it, as when a door is newly withheld: no
 *   steward reads it, nor who is new, nor an app, until it is held again
 */
export async function checkTold(
  inOne: InOne,
  { leads, cannot, progress = () => undefined }: Saying,
  isOwnHidden: boolean,
): Promise<CheckedTold> {
  const checked: CheckedTold = { organizations: 0, leading: 0, unopened: 0 };
  const organizations = await inOne(withholding);
  for (const [at, organization] of organizations.entries()) {
    try {
      const found = await inOne(async (sealing) => {
        if (isOwnHidden) await noteOwnTexts(sealing, organization);
        return leadingOf(organization, sealing);
      });
      for (const one of found) leads(one);
      checked.leading += found.length;
      checked.organizations += 1;
    } catch (error) {
      if (!(error instanceof SealFault)) throw error;
      cannot(organization);
      checked.unopened += 1;
    }
    progress(at + 1, organizations.length);
  }
  return checked;
}

async function leadingOf(organization: string, sealing: Sealing): Promise<Leading[]> {
  const doors = await openDoors(organization, sealing);
  const held = new Doors(doors);
  const found: Leading[] = [];
  for (const { id, siteIds, thing } of await toldThings(sealing, organization))
    for (const field of await held.fieldsOf(thing, standing(siteIds))) found.push({ id, field });
  for (const { id, ...address } of await toldAddresses(sealing, organization)) {
    // As when a door is withheld: the nine figures of a ZIP are its own block's.
    const told = { ...address, postalCode: null };
    const part = doors.map(({ door }) => tellsDoor(told, door)).find(Boolean);
    if (part) found.push({ id, field: part });
  }
  return found;
}
