import type { Changing } from '../kernel/index.js';
import {
  readSealed,
  sealedSelected,
  sealedTexts,
  type Sealed,
  type SealedTable,
} from '../vault/index.js';
import { proofText } from './secret.js';

/**
 * So many wrong codes in a row, over whatever time and on however many servers, and no code of the app is taken until
 * a recovery code was given (NIST SP 800-63B, on throttling). Counted only beside the right password.
 */
const WRONG_CODES_MAX = 100;
const remedy = 'end those second factors with "harborlight people reset-second-factor"';

/** Secrets that were told and not confirmed yet. */
export const enrolments: SealedTable = {
  schema: 'auth',
  table: 'enrolment',
  row: 'account_id',
  called: ['second factor begun', 'second factors begun'],
  remedy,
};

/** Secrets in force. */
export const secondFactors: SealedTable = {
  schema: 'auth',
  table: 'second_factor',
  row: 'account_id',
  called: ['second factor', 'second factors'],
  remedy,
};

/** All that is sealed of second factors. */
export const sealedFactors = [enrolments, secondFactors] as const;

type Texts = Parameters<typeof readSealed>[0];

/** Of one person what concerns her second factor is done one after another. */
export async function holdAccount({ em }: Changing, account: string): Promise<void> {
  await em.execute('select 1 from auth.account where id = ? for no key update', [account]);
}

/** The secret in force of a person; null where she has none. */
export async function factorOf({ em }: Changing, account: string): Promise<Sealed | null> {
  const [row] = await em.execute<Texts[]>(
    `select ${sealedSelected} from auth.second_factor where account_id = ?`,
    [account],
  );
  return row ? readSealed(row) : null;
}

/** Keeps a secret that was begun, in place of any before. */
export async function saveEnrolment(
  { em, now }: Changing,
  account: string,
  sealed: Sealed,
): Promise<void> {
  await em.execute(
    `insert into auth.enrolment (account_id, key_id, nonce, sealed, sealed_at, begun_at)
     values (?, ?, decode(?, 'hex'), decode(?, 'hex'), ?, ?)
     on conflict (account_id) do update set key_id = excluded.key_id, nonce = excluded.nonce,
       sealed = excluded.sealed, sealed_at = excluded.sealed_at, begun_at = excluded.begun_at`,
    [account, ...sealedTexts(sealed), now.toISOString(), now.toISOString()],
  );
}

/** A secret begun since then, and not confirmed yet. */
export async function enrolmentOf(
  { em }: Changing,
  account: string,
  since: Date,
): Promise<Sealed | null> {
  const [row] = await em.execute<Texts[]>(
    `select ${sealedSelected} from auth.enrolment where account_id = ? and begun_at > ?`,
    [account, since.toISOString()],
  );
  return row ? readSealed(row) : null;
}

/** Puts a secret in force in place of any before; the code that confirmed it is used. */
export async function saveFactor(
  { em, now }: Changing,
  account: string,
  sealed: Sealed,
  step: number,
): Promise<void> {
  const at = now.toISOString();
  await em.execute('delete from auth.enrolment where account_id = ?', [account]);
  await em.execute(
    `insert into auth.second_factor (account_id, key_id, nonce, sealed, sealed_at, confirmed_at, last_step)
     values (?, ?, decode(?, 'hex'), decode(?, 'hex'), ?, ?, ?)
     on conflict (account_id) do update set key_id = excluded.key_id, nonce = excluded.nonce,
       sealed = excluded.sealed, sealed_at = excluded.sealed_at, confirmed_at = excluded.confirmed_at,
       last_step = excluded.last_step, wrong_codes = 0`,
    [account, ...sealedTexts(sealed), at, at, step],
  );
}

/**
 * Uses up the code of a step, and with it those of all steps before: of two who come with one code, on whatever
 * servers, the database lets one through.
 */
export async function useStep(
  { em }: Changing,
  account: string,
  step: number | null,
): Promise<boolean> {
  const used = await em.execute<unknown[]>(
    `update auth.second_factor set last_step = ?, wrong_codes = 0
     where account_id = ? and last_step < ? and wrong_codes < ? returning account_id`,
    [step ?? 0, account, step ?? 0, WRONG_CODES_MAX],
  );
  return used.length > 0;
}

/** Uses up a recovery code. @param code null where none was given: then there is none to find */
export async function useRecoveryCode(
  { em, now }: Changing,
  account: string,
  code: string | null,
): Promise<boolean> {
  const used = await em.execute<unknown[]>(
    `update auth.recovery_code set used_at = ?
     where code_hash = decode(?, 'hex') and account_id = ? and used_at is null returning account_id`,
    [now.toISOString(), proofText(code ?? ''), account],
  );
  return used.length > 0;
}

export async function countWrongCode({ em }: Changing, account: string): Promise<void> {
  await em.execute(
    'update auth.second_factor set wrong_codes = wrong_codes + 1 where account_id = ? and wrong_codes < ?',
    [account, WRONG_CODES_MAX],
  );
}

export async function forgetWrongCodes({ em }: Changing, account: string): Promise<void> {
  await em.execute('update auth.second_factor set wrong_codes = 0 where account_id = ?', [account]);
}

/** Keeps what proves each of some codes, in place of all before. */
export async function saveRecoveryCodes(
  { em, now }: Changing,
  account: string,
  codes: readonly string[],
): Promise<void> {
  await em.execute('delete from auth.recovery_code where account_id = ?', [account]);
  await em.execute(
    `insert into auth.recovery_code (code_hash, account_id, made_at)
     select decode(proof, 'hex'), ?, ? from json_array_elements_text(?::json) proof`,
    [account, now.toISOString(), JSON.stringify(codes.map(proofText))],
  );
}

/** @returns whether there was one, begun or in force */
export async function deleteFactor({ em }: Changing, account: string): Promise<boolean> {
  let deleted = 0;
  for (const table of ['enrolment', 'second_factor', 'recovery_code']) {
    const rows = await em.execute<unknown[]>(
      `delete from auth.${table} where account_id = ? returning account_id`,
      [account],
    );
    deleted += rows.length;
  }
  return deleted > 0;
}
