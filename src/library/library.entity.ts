import { defineEntity, p } from '@mikro-orm/core';
import { RegionEntity } from '../geography/index.js';
import { OrganizationEntity } from '../organizations/index.js';

/** Something to read, watch or hang up. */
export const MaterialEntity = defineEntity({
  name: 'Material',
  schema: 'org',
  tableName: 'material',
  properties: {
    id: p.text().primary(),
    organization: () => p.manyToOne(OrganizationEntity).mapToPk(),
    title: p.text(),
    kind: p.text(),
    audiences: p.array(),
    topics: p.array(),
    language: p.text(),
    url: p.text(),
    description: p.text().nullable(),
    publishedAt: p.date(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});

/** A meeting of a region's team, once or again and again. */
export const ConveningEntity = defineEntity({
  name: 'Convening',
  schema: 'org',
  tableName: 'convening',
  properties: {
    id: p.text().primary(),
    region: () => p.manyToOne(RegionEntity).mapToPk().nullable(),
    title: p.text(),
    topic: p.text(),
    description: p.text().nullable(),
    location: p.text().nullable(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** By whose clock it recurs. */
    timeZone: p.text(),
    recurrence: p.text().nullable(),
    lastStartsAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});

export const ConveningHostEntity = defineEntity({
  name: 'ConveningHost',
  schema: 'org',
  tableName: 'convening_host',
  properties: {
    convening: () => p.manyToOne(ConveningEntity).mapToPk().primary(),
    organization: () => p.manyToOne(OrganizationEntity).mapToPk().primary(),
    position: p.smallint(),
  },
});
