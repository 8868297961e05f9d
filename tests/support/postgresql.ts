import pg from 'pg';
import { loginNames } from '../../src/server/database/logins.js';

/** The URL of a PostgreSQL that has PostGIS and lets us create databases, or null. */
export async function findPostgresql(): Promise<string | null> {
  const url = process.env['HARBORLIGHT_TEST_DATABASE_URL'];
  if (!url) return null;
  const [row] = await onServer(
    url,
    `select exists (select from pg_available_extensions where name = 'postgis')
    and (select rolcreatedb or rolsuper from pg_roles where rolname = current_user) as fit`,
  );
  if (!row?.['fit']) {
    throw new Error(
      'HARBORLIGHT_TEST_DATABASE_URL: PostGIS is missing there, or its user may not create databases.',
    );
  }
  return url;
}

/** One statement on the server itself, outside any test's database. */
export async function onServer(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** A database goes, and the logins that were made for it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await onServer(url, `drop database if exists ${name} with (force)`);
  for (const login of Object.values(loginNames(name))) {
    await onServer(url, `drop role if exists ${login}`);
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
