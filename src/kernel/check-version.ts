import { Refusal } from './refusal.js';

/** That whoever changes something has read what it is now. @throws Refusal `STALE_VERSION`, with both */
export function checkVersion(read: number, now: number): void {
  if (read === now) return;
  throw new Refusal(
    'STALE_VERSION',
    `You read version ${read}; it is at version ${now}. Read it again, and change what is still to be changed.`,
    'input.version',
  );
}
