import { randomBytes } from 'node:crypto';
import type { Sealing } from '../../src/vault/index.js';
import type { Directory } from './directory.js';

/** One of two networks. */
export interface Network {
  directory: Directory;
  secret: string;
  /** Whether it has more rows than the other. */
  extra: boolean;
  /** What nobody is told of. */
  hidden: { listing: string; organization: string };
  /** What everyone is told of, and a place of it that partners are told of. */
  told: { listing: string; organization: string; place: string };
  nation: { nation: string; organization: string };
}

const FIRST_DAY = Date.parse('2026-03-01T00:00:00Z');
export const DAY_MS = 86_400_000;
export const LATER = '2027-03-01T00:00:00Z';
/** Random bytes, as they are written into a column of bytes. */
export const bytes = (count: number) => ({ hex: randomBytes(count).toString('hex') });
type Value = string | number | boolean | Date | null | { hex: string };
/** A network, and the change by which rows are added to it. */
export interface Adding extends Network {
  sealing: Sealing;
}

/** Adds one row. */
export async function put(
  { sealing: { em } }: Adding,
  table: string,
  row: Record<string, Value>,
): Promise<void> {
  const isBytes = (value: Value) => typeof value === 'object' && value !== null && 'hex' in value;
  const marks = Object.values(row).map((value) => (isBytes(value) ? `decode(?, 'hex')` : '?'));
  const values = Object.values(row).map((value) =>
    isBytes(value) ? (value as { hex: string }).hex : value,
  );
  await em.execute(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${marks.join(', ')})`,
    values,
  );
}
export const many = ({ extra }: Network) => (extra ? 3 : 2);
export const numbers = (network: Network) => Array.from({ length: many(network) }, (_, nth) => nth);
export const person = ({ secret }: Network, nth: number) => `acc_${secret}_${nth}`;
export const words = ({ secret }: Network, what: string, nth = 0) => `${secret} ${what} ${nth}.`;
export const day = ({ extra }: Network, nth: number) =>
  new Date(FIRST_DAY + (nth + (extra ? 9 : 0)) * DAY_MS);
