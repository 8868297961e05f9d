import { randomBytes } from 'node:crypto';
import { Attempts, type AccessAsking, type Door, type SecondFactorRule } from '../access/index.js';
import { Cursors, sql, stranger, type TextLanguage, type Viewer } from '../kernel/index.js';
import { Placements, type PlacementAsking } from '../placement/index.js';
import type { Database } from './database/open-database.js';
import { inOne } from './make-ready.js';

const KEY_BYTES = 32;

/** What every request of a server stands on. */
export interface House {
  database: Database;
  cursors: Cursors;
  placements: Placements;
  attempts: Attempts;
  /** Of whom a second factor is asked. */
  secondFactor: SecondFactorRule;
  /** Where people open this directory. */
  address: string;
  /** The clock; tests set their own. */
  now: () => Date;
}

/** The key of cursors is the database's, so that several servers on one database open each other's. */
export async function openHouse(
  database: Database,
  {
    now = () => new Date(),
    address = '',
    secondFactor = 'none',
  }: { now?: () => Date; address?: string; secondFactor?: SecondFactorRule } = {},
): Promise<House> {
  await database
    .em()
    .execute(
      `insert into auth.server_key (purpose, key) values ('cursors', decode(?, 'hex')) on conflict do nothing`,
      [randomBytes(KEY_BYTES).toString('hex')],
    );
  const [row] = await database.read.rows<{ key: string }>(
    sql`select encode(key, 'hex') as key from auth.server_key where purpose = 'cursors'`,
  );
  return {
    database,
    cursors: new Cursors(Buffer.from(row!.key, 'hex')),
    placements: new Placements(database.read, database.listen),
    attempts: new Attempts(),
    secondFactor,
    address,
    now,
  };
}

/** A door through which nobody comes in: of whoever asks without a session to hold. */
const closed: Door = {
  brought: null,
  network: '',
  hold: () => undefined,
  letGo: () => undefined,
};

/** One request. */
export function ask(
  { database, cursors, placements, attempts, secondFactor, address, now: clock }: House,
  {
    language = 'en',
    viewer = stranger,
    door = closed,
  }: { language?: TextLanguage; viewer?: Viewer; door?: Door } = {},
): PlacementAsking & AccessAsking {
  const now = clock();
  return {
    viewer,
    now,
    language,
    read: database.read,
    change: (work) => inOne(database, work, now),
    cursors,
    placements,
    attempts,
    secondFactor,
    address,
    door,
    batches: new Map(),
  };
}

/** The first of our languages that a reader prefers, by `Accept-Language`; English where none is. */
export function languageOf(header: string | undefined): TextLanguage {
  if (!header) return 'en';
  const preferred = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = Number(
        rest
          .find((one) => one.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag: tag.split('-')[0], weight: Number.isFinite(weight) ? weight : 0 };
    });
  const ours = preferred.filter(({ tag, weight }) => weight > 0 && (tag === 'en' || tag === 'es'));
  ours.sort((a, b) => b.weight - a.weight);
  return ours[0]?.tag === 'es' ? 'es' : 'en';
}
