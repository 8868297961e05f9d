import { addNotice, idOf, record, type Doer } from '../audit/index.js';
import { refuse, type Changing } from '../kernel/index.js';
import { answerFor, endAppKey, keysAnsweredBy } from './app-key.store.js';

interface Leaving {
  account: string;
  /** Ids of keys that whoever lets her go answers for from now on. */
  keep: readonly string[];
  /** Whether she is no steward any more. */
  isSteward: boolean;
  /** Of which she is no more. */
  organizations: readonly (string | null)[];
}

/**
 * Ends the keys for which someone answered who is let go: she was told each, and could have kept it. Those of the network that
 * whoever lets her go takes over stay; an organization's people issue another. The stewards are told of each of the network's, an
 * organization of its own.
 * @throws Refusal `INVALID` where one that is to stay is none of hers, or no key ends
 */
export async function endKeysWith(
  { account, keep, isSteward, organizations }: Leaving,
  doer: Doer,
  changing: Changing,
): Promise<void> {
  const keys = (await keysAnsweredBy(changing, account)).filter(({ organizationId }) =>
    organizationId === null ? isSteward : organizations.includes(organizationId),
  );
  const ofNetwork = keys.filter(({ organizationId }) => organizationId === null);
  if (keep.some((id) => !ofNetwork.some((key) => key.id === id))) {
    refuse(
      'Keep only keys for which she answers as a steward, and that have not ended.',
      'input.keepAppKeys',
    );
  }
  const by = idOf(doer);
  await answerFor(changing, keep, by);
  for (const { id, organizationId: organization } of keys) {
    const isKept = keep.includes(id);
    if (!isKept) await endAppKey(changing, id, by);
    const action = isKept ? 'keepAppKey' : 'revokeAppKey';
    await record(changing, doer, { action, thing: id, detail: { of: account } });
    const kind = isKept ? 'APP_KEY_KEPT' : 'APP_KEY_ENDED';
    const told = { kind, appKey: id, account: by, person: account } as const;
    await addNotice(changing, { ...told, organization });
  }
}
