import { noVault, placeIn, SealFault, type Sealed, type Sealing } from '../vault/index.js';
import { newSecret, stepOf } from './one-time-code.js';
import { recoveryCodeIn } from './recovery-code.js';
import {
  countWrongCode,
  factorOf,
  forgetWrongCodes,
  holdAccount,
  secondFactors,
  useRecoveryCode,
  useStep,
} from './second-factor.store.js';

/** By what someone proved who she is, beside her password. */
export type ProvenBy = 'PASSWORD' | 'CODE' | 'RECOVERY_CODE';

/** No account has this id: what is asked of it finds nothing, and takes as long. */
const NOBODY = '';
/** Held against a code where there is no secret. Nobody has it. */
const nobodys = newSecret();

/**
 * Whether someone is the person of an account: by her password where she has no second factor, else by a code too,
 * which is used up. A wrong password and a wrong code take the same statements: who has one of the two learns nothing
 * of the other. What was counted must be kept: throw after the change, not in it.
 * @param account null where the password was not hers
 */
export async function provePerson(
  sealing: Sealing,
  account: string | null,
  code: string | null,
): Promise<ProvenBy | null> {
  const whose = account ?? NOBODY;
  await holdAccount(sealing, whose);
  const factor = await factorOf(sealing, whose);
  if (account !== null && !factor) return 'PASSWORD';
  const step = stepUnder(sealing, whose, factor, code ?? '');
  if (await useStep(sealing, whose, step)) return 'CODE';
  if (await useRecoveryCode(sealing, whose, recoveryCodeIn(code ?? ''))) {
    await forgetWrongCodes(sealing, whose);
    return 'RECOVERY_CODE';
  }
  await countWrongCode(sealing, whose);
  return null;
}

/**
 * The step that a code is of, by the secret that is sealed for a person. One that cannot be opened fits no code, and
 * does not say so: a server that finds one does not start, and the doctor names it. A recovery code is taken still.
 */
function stepUnder(
  { now, vault = noVault }: Sealing,
  account: string,
  sealed: Sealed | null,
  code: string,
): number | null {
  try {
    const secret = sealed ? vault.open(sealed, placeIn(secondFactors, account)) : nobodys;
    const step = stepOf(secret, code, now);
    return sealed && step;
  } catch (error) {
    if (error instanceof SealFault) return null;
    throw error;
  }
}
