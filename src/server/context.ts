import { randomBytes } from 'node:crypto';
import { Attempts, type AccessAsking, type Door, type SecondFactorRule } from '../access/index.js';
import {
  Cursors,
  isPartner,
  partnersReader,
  sql,
  stranger,
  type TextLanguage,
  type Viewer,
} from '../kernel/index.js';
import { Placements, type PlacementAsking } from '../placement/index.js';
import type { Database } from './database/open-database.js';
import { inOne } from './make-ready.js';

const KEY_BYTES = 32;
/** Where the database wakes whoever follows what everyone is told, and what partners are told more. */
const TOLD_CHANGES = 'harborlight_placement';
const PARTNERS_CHANGES = 'harborlight_placement_partners';

/** What every request of a server stands on. */
export interface House {
  database: Database;
  cursors: Cursors;
  /** As strangers search them. */
  placements: Placements;
  /** What partners read with, and search with: nothing of either is a stranger's too. */
  partners: Pick<PlacementAsking, 'read'> & { placements: Placements };
  attempts: Attempts;
  /** Of whom a second factor is asked. */
  secondFactor: SecondFactorRule;
  /** Where people open this directory. */
  address: string;
  /** The clock; tests set their own. */
  now: () => Date;
  /** What went wrong where nobody waits for it. */
  failed: (error: unknown) => void;
}

interface HouseWays {
  now?: () => Date;
  address?: string;
  secondFactor?: SecondFactorRule;
  failed?: (error: unknown) => void;
}

/** The key of cursors is the database's, so that several servers on one database open each other's. */
export async function openHouse(
  database: Database,
  {
    now = () => new Date(),
    address = '',
    secondFactor = 'none',
    failed = () => undefined,
  }: HouseWays = {},
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
  const forPartners = partnersReader(database.read);
  return {
    database,
    cursors: new Cursors(Buffer.from(row!.key, 'hex')),
    placements: new Placements(database.read, database.listen, [TOLD_CHANGES]),
    partners: {
      read: forPartners,
      placements: new Placements(forPartners, database.listen, [TOLD_CHANGES, PARTNERS_CHANGES]),
    },
    attempts: new Attempts(),
    secondFactor,
    address,
    now,
    failed,
  };
}

/** Nothing is followed any more. */
export async function closeHouse({ placements, partners }: House): Promise<void> {
  await placements.stop();
  await partners.placements.stop();
}

/**
 * What a viewer reads with, and searches placements with. The index of partners is begun when the first of them
 * asks, where this server keeps one at all: many servers answer none but strangers.
 */
function toldTo(
  viewer: Viewer,
  { database, placements, partners, failed }: House,
): Pick<PlacementAsking, 'read' | 'placements'> {
  if (!isPartner(viewer)) return { read: database.read, placements };
  if (placements.isFollowing && !partners.placements.isFollowing) {
    partners.placements.follow().catch(failed);
  }
  return partners;
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
  house: House,
  {
    language = 'en',
    viewer = stranger,
    door = closed,
  }: { language?: TextLanguage; viewer?: Viewer; door?: Door } = {},
): PlacementAsking & AccessAsking {
  const { database, cursors, attempts, secondFactor, address } = house;
  const now = house.now();
  return {
    ...toldTo(viewer, house),
    viewer,
    now,
    language,
    change: (work) => inOne(database, work, now),
    cursors,
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
