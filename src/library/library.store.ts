import type { Changing } from '../kernel/index.js';
import { ConveningEntity, ConveningHostEntity, MaterialEntity } from './library.entity.js';

export interface MaterialRow {
  id: string;
  organization: string;
  title: string;
  kind: string;
  audiences: string[];
  topics: string[];
  language: string;
  url: string;
  description: string | null;
  publishedAt: string;
}

export interface ConveningRow {
  id: string;
  region: string | null;
  title: string;
  topic: string;
  description: string | null;
  location: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  recurrence: string | null;
  /** Null where it recurs without end. */
  lastStartsAt: Date | null;
}

/** Writes a material, new or known; a known one stays withdrawn where it is. */
export async function saveMaterial({ em, now }: Changing, material: MaterialRow): Promise<void> {
  await em.upsert(
    MaterialEntity,
    { ...material, createdAt: now, updatedAt: now, version: 1 },
    {
      onConflictExcludeFields: ['createdAt', 'version'],
    },
  );
}

/** Writes a convening and all of its hosts, in their order. */
export async function saveConvening(
  { em, now }: Changing,
  convening: ConveningRow,
  hosts: string[],
) {
  await em.upsert(
    ConveningEntity,
    { ...convening, createdAt: now, updatedAt: now, version: 1 },
    {
      onConflictExcludeFields: ['createdAt', 'version'],
    },
  );
  await em.nativeDelete(ConveningHostEntity, { convening: convening.id });
  await em.insertMany(
    ConveningHostEntity,
    hosts.map((organization, position) => ({
      convening: convening.id,
      organization,
      position,
    })),
  );
}
