import { sql, type Reader } from '../../kernel/index.js';
import { loginNames } from './logins.js';

/** Logins of databases that are no longer there, or have another name now: no server comes in by them. */
export async function leftLogins({ rows }: Pick<Reader, 'rows'>): Promise<string[]> {
  const databases = await rows<{ name: string }>(sql`select datname as name from pg_database`);
  const wanted = new Set(databases.flatMap(({ name }) => Object.values(loginNames(name))));
  const made = await rows<{ name: string }>(sql`
    select rolname as name from pg_roles where rolname ~ '^harborlight_(public|people)_[0-9a-f]{12}$' order by 1`);
  return made.map(({ name }) => name).filter((name) => !wanted.has(name));
}
