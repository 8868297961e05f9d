import type { AccessAsking } from './access-asking.js';
import { record } from '../audit/index.js';
import { endSession } from './session.store.js';

/** Ends the session, on the server too. Who has none is signed out already. */
export async function signOut({ change, door, viewer }: AccessAsking): Promise<void> {
  const { brought } = door;
  if (brought !== null) {
    await change(async (changing) => {
      await endSession(changing, brought);
      await record(changing, viewer, { action: 'signOut', thing: null });
    });
  }
  door.letGo();
}
