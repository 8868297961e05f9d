import { addNotice, idOf, record, type Doer } from '../audit/index.js';
import { refuse, type Changing } from '../kernel/index.js';
import { answerFor, endAppKey, keysAnsweredBy } from './app-key.store.js';

interface Leaving {
  account: string;
  /** Ids of keys that whoever lets her go answers for from now on. */
  keep: readonly string[];
  isSteward: boolean;
}

/**
 * Ends the keys for which a steward answered who is let go: she was told each, and could have kept it. Those that
 * whoever lets her go takes over stay. The stewards are told of each.
 * @throws Refusal `INVALID` where one that is to stay is none of hers, or no key ends
 */
export async function endKeysWith(
  { account, keep, isSteward }: Leaving,
  doer: Doer,
  changing: Changing,
): Promise<void> {
  const keys = isSteward ? await keysAnsweredBy(changing, account) : [];
  if (keep.some((id) => !keys.some((key) => key.id === id))) {
    refuse(
      'Keep only keys for which she answers as a steward, and that have not ended.',
      'input.keepAppKeys',
    );
  }
  const by = idOf(doer);
  await answerFor(changing, keep, by);
  for (const { id } of keys) {
    const isKept = keep.includes(id);
    if (!isKept) await endAppKey(changing, id, by);
    const action = isKept ? 'keepAppKey' : 'revokeAppKey';
    await record(changing, doer, { action, thing: id, detail: { of: account } });
    const kind = isKept ? 'APP_KEY_KEPT' : 'APP_KEY_ENDED';
    const told = { kind, appKey: id, account: by, person: account } as const;
    await addNotice(changing, { ...told, organization: null });
  }
}
