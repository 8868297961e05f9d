import type { Changing } from '../kernel/index.js';
import { SessionEntity } from './access.entity.js';
import { proofOf } from './secret.js';

/** However often she comes back, a session ends then: two weeks. */
const SESSION_MS_MAX = 14 * 24 * 3_600_000;

/** @param isProved whether a second factor was given too @returns when it ends at the latest */
export async function addSession(
  { em, now }: Changing,
  token: string,
  { account, isProved }: { account: string; isProved: boolean },
): Promise<Date> {
  const endsAt = new Date(now.getTime() + SESSION_MS_MAX);
  await em.insert(SessionEntity, {
    tokenHash: proofOf(token),
    account,
    beganAt: now,
    seenAt: now,
    endsAt,
    endedAt: null,
    provedAt: isProved ? now : null,
  });
  return endsAt;
}

export async function endSession({ em, now }: Changing, token: string): Promise<void> {
  await em.nativeUpdate(
    SessionEntity,
    { tokenHash: proofOf(token), endedAt: null },
    { endedAt: now },
  );
}

/** Of all devices. */
export async function endSessionsOf({ em, now }: Changing, account: string): Promise<void> {
  await em.nativeUpdate(SessionEntity, { account, endedAt: null }, { endedAt: now });
}

/** Notes that a session is in use. */
export async function touchSession({ em, now }: Changing, token: string): Promise<void> {
  await em.nativeUpdate(SessionEntity, { tokenHash: proofOf(token) }, { seenAt: now });
}
