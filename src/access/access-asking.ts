import type { Asking } from '../kernel/index.js';
import type { InOne } from '../vault/index.js';
import type { Attempts } from './attempts.js';
import type { SecondFactorRule } from './roles.js';

/** The door by which people come in and go out: what holds their session on their side. */
export interface Door {
  /** The token that was brought, if any. */
  brought: string | null;
  /** From which network: it is counted, never kept. */
  network: string;
  hold(token: string, endsAt: Date): void;
  letGo(): void;
}

/** A request that may bring someone in. */
export interface AccessAsking extends Asking {
  door: Door;
  attempts: Attempts;
  /** One change, which may seal and open what is sealed. */
  change: InOne;
  /** Of whom a second factor is asked. */
  secondFactor: SecondFactorRule;
  /** Where people open this directory: their links begin with it. */
  address: string;
}
