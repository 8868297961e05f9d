import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { newToken, proofOf } from '../../src/access/secret.js';
import { newId } from '../../src/kernel/index.js';

/** A listing that is revised, its version as far as its keeper knows it, and the session of that keeper. */
export interface KeptListing {
  id: string;
  version: number;
  token: string;
}

const MANY = 1_000;

/** Listings drawn from all that are told, each of another organization, with a coordinator who has come in. */
export async function keptListings(client: Client): Promise<KeptListing[]> {
  const { rows } = await client.query<{ id: string; version: number; organization: string }>(
    `select distinct on (l.organization_id) l.id, l.version, l.organization_id as organization
     from org.listing l join org.housing_option h on h.listing_id = l.id
     where l.status = 'ACTIVE' and l.disclosure = 'PUBLISHED' and l.organization_id in (
       select o.id from org.organization o where not exists (
         select from org.tribal_nation n where n.organization_id = o.id) order by md5(o.id) limit $1)
     order by l.organization_id, md5(l.id)`,
    [MANY],
  );
  const kept: KeptListing[] = [];
  for (const { organization, ...listing } of rows) {
    const [account, email, token] = [
      newId('Account'),
      `${randomBytes(9).toString('hex')}@example.org`,
      newToken(),
    ];
    await client.query(
      `insert into auth.account (id, email_key, email, name, password_hash, created_at)
       values ($1, $2, $2, 'Bench', '-', '2026-01-01')`,
      [account, email],
    );
    await client.query(
      `insert into auth.role_grant (id, account_id, role, organization_id, granted_at)
       values ($1, $2, 'COORDINATOR', $3, '2026-01-01')`,
      [newId('Grant'), account, organization],
    );
    await client.query(
      `insert into auth.session (token_hash, account_id, began_at, seen_at, ends_at)
       values ($1, $2, now(), now(), now() + interval '1 day')`,
      [proofOf(token), account],
    );
    kept.push({ ...listing, token });
  }
  return kept;
}
