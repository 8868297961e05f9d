import {
  Attempts,
  inMemory,
  type AccessAsking,
  type Door,
  type SecondFactorRule,
} from '../access/index.js';
import {
  Cursors,
  isPartner,
  keepingOf,
  partnersReader,
  stranger,
  type TextLanguage,
  type Viewer,
} from '../kernel/index.js';
import { Placements, UnmetNeeds, type PlacementAsking } from '../placement/index.js';
import { Digests } from '../once/index.js';
import { ReportLinkLimit, SuggestionLimit, type SuggestionAsking } from '../upkeep/index.js';
import { changeAsked } from './change-asked.js';
import type { Answering } from './database/answering.js';
import type { Database } from './database/open-database.js';
import { digestKey } from './database/sealed-keys.js';
import { serverKey } from './database/server-key.js';
import { sharedCounts } from './database/shared-counts.js';
import { sumsOf, type SumUp } from './database/shared-rates.js';
import { SealFault } from '../vault/index.js';
import { partnersChannel } from './partners-channel.js';

/** What the keys at hand do not open is said where it is needed. */
function unopened(fault: unknown): SealFault {
  if (fault instanceof SealFault) return fault;
  throw fault;
}

/** Where the database wakes whoever follows what everyone is told. */
const TOLD_CHANGES = 'harborlight_placement';

/** What every request of a server stands on. */
export interface House {
  /** As its owner has it: for what a server does by itself. */
  database: Database;
  /** As whoever asks has it. */
  answering: Answering;
  cursors: Cursors;
  digests: Digests;
  /** As strangers search them. */
  placements: Placements;
  /** What partners read with, and search with: nothing of either is a stranger's too. */
  partners: Pick<PlacementAsking, 'read'> & { placements: Placements };
  attempts: Attempts;
  suggesting: SuggestionLimit;
  reporting: ReportLinkLimit;
  /** Of the requests that all servers have counted; null where there is but one. */
  sumRates: SumUp | null;
  /** What was searched for here and not found. */
  unmet: UnmetNeeds;
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

export async function openHouse(
  database: Database,
  answering: Answering,
  {
    now = () => new Date(),
    address = '',
    secondFactor = 'none',
    failed = () => undefined,
  }: HouseWays = {},
): Promise<House> {
  const { listen, read } = database;
  const forPartners = partnersReader(answering.people);
  const { counts } = answering;
  const countKey = await serverKey(database, 'attempts');
  const counterOf = counts ? sharedCounts(counts, countKey) : inMemory;
  return {
    database,
    answering,
    cursors: new Cursors(await serverKey(database, 'cursors')),
    digests: new Digests(await digestKey(database).catch(unopened)),
    placements: new Placements(answering.strangers, {
      listen,
      upkeep: read,
      channels: [TOLD_CHANGES],
    }),
    partners: {
      read: forPartners,
      placements: new Placements(forPartners, {
        listen,
        upkeep: read,
        channels: [TOLD_CHANGES, await partnersChannel(database)],
      }),
    },
    attempts: new Attempts(counterOf),
    suggesting: new SuggestionLimit(counterOf),
    reporting: new ReportLinkLimit(counterOf),
    sumRates: counts && sumsOf(counts, countKey),
    unmet: new UnmetNeeds(failed),
    secondFactor,
    address,
    now,
    failed,
  };
}

/** Nothing is followed any more, and nothing answered. */
export async function closeHouse({ placements, partners, answering }: House): Promise<void> {
  await placements.stop();
  await partners.placements.stop();
  await answering.close();
}

/**
 * What a viewer reads with, and searches placements with. The index of partners is begun when the first of them
 * asks, where this server keeps one at all: many servers answer none but strangers.
 */
function toldTo(
  viewer: Viewer,
  { answering, placements, partners, failed }: House,
): Pick<PlacementAsking, 'read' | 'placements'> {
  if (!isPartner(viewer)) {
    // What it keeps itself lies behind a login of people; of all else it is told what a stranger is.
    const read = keepingOf(viewer).length > 0 ? answering.people : answering.strangers;
    return { read, placements };
  }
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
): PlacementAsking & AccessAsking & SuggestionAsking {
  const { cursors, digests, attempts, suggesting, unmet, secondFactor, address } = house;
  const now = house.now();
  return {
    ...toldTo(viewer, house),
    viewer,
    now,
    language,
    change: (work) => changeAsked(house, work, now, viewer),
    cursors,
    digests,
    attempts,
    suggesting,
    unmet,
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
