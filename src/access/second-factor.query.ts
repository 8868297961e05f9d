import { sql, type Reader } from '../kernel/index.js';

export interface SecondFactorState {
  confirmedAt: Date | null;
  recoveryCodesLeft: number;
}

/** Whether a person has a second factor, and how many of her recovery codes are left. */
export async function secondFactorOf(
  read: Pick<Reader, 'rows'>,
  account: string,
): Promise<SecondFactorState> {
  const [row] = await read.rows<{ confirmed: number | null; left: number }>(sql`
    select (select extract(epoch from confirmed_at)::float8 * 1000 from auth.second_factor
        where account_id = ${account}) as confirmed,
      (select count(*)::int from auth.recovery_code
        where account_id = ${account} and used_at is null) as left`);
  const { confirmed, left } = row!;
  return {
    confirmedAt: confirmed === null ? null : new Date(confirmed),
    recoveryCodesLeft: left,
  };
}
