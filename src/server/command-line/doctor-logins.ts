import { sql, type Reader } from '../../kernel/index.js';
import type { Config } from '../config.js';
import { openToAll } from '../database/every-login.js';
import { leftLogins } from '../database/left-logins.js';
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
  if (all) await lookAtEveryLogin(read, findings);
  const left = await leftLogins(read);
  if (left.length > 0) {
    findings.warn(
      `${left.length} logins are of databases that are no longer there: "harborlight logins tidy" removes them`,
    );
  }
}

/** What only a superuser may take away hinders nothing. */
async function lookAtEveryLogin(read: Reader, findings: Findings): Promise<void> {
  const what = new Set((await openToAll(read)).map((one) => one.what));
  if (what.size === 0) {
    findings.add(true, 'No login may more in this database than it must', '');
    return;
  }
  findings.warn(
    `Every login of this database may still use: ${[...what].join(', ')}. Strangers' has no rows to read by it but ` +
      'what is published; how many there are of others it may see. "harborlight logins sql" prints what a superuser ' +
      'runs to take it away',
  );
}
