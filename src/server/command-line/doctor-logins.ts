import { sql, type Reader } from '../../kernel/index.js';
import type { Config } from '../config.js';
import { loginNames } from '../database/logins.js';
import { ONE_LOGIN_ADVICE } from '../serve.js';
import type { Findings } from './findings.js';

/** Whether whoever asks has a login of her own: looking must not make one. */
export async function lookAtLogins(
  read: Reader,
  { HARBORLIGHT_ONE_LOGIN: one }: Config,
  findings: Findings,
): Promise<void> {
  if (one === 'yes') {
    findings.warn(
      'Whoever asks is answered over the login of DATABASE_URL (HARBORLIGHT_ONE_LOGIN)',
    );
    return;
  }
  const [place] = await read.rows<{ database: string; may: boolean }>(sql`
    select current_database() as database, rolsuper or rolcreaterole as may
    from pg_roles where rolname = current_user`);
  const names = Object.values(loginNames(place!.database));
  const made = await read.rows<{ name: string }>(
    sql`select rolname as name from pg_roles where rolname = any (${names})`,
  );
  const all = made.length === names.length;
  findings.add(
    all || place!.may,
    all
      ? 'Strangers and people have logins of their own'
      : 'Strangers and people have no logins of their own yet; the server makes them when it starts',
    ONE_LOGIN_ADVICE,
  );
}
