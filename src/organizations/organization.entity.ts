import { defineEntity, p } from '@mikro-orm/core';
import { RegionEntity } from '../geography/index.js';

export const OrganizationEntity = defineEntity({
  name: 'Organization',
  schema: 'org',
  tableName: 'organization',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    kind: p.text(),
    roles: p.array(),
    description: p.text().nullable(),
    website: p.text().nullable(),
    region: () => p.manyToOne(RegionEntity).mapToPk().nullable(),
    standing: p.text(),
    admittedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});

/** A site. Where the street is withheld it has a county and nothing nearer. */
export const LocationEntity = defineEntity({
  name: 'Location',
  schema: 'org',
  tableName: 'location',
  properties: {
    id: p.text().primary(),
    organization: () => p.manyToOne(OrganizationEntity).mapToPk(),
    name: p.text(),
    streetTold: p.boolean(),
    lines: p.array().nullable(),
    city: p.text().nullable(),
    state: p.text(),
    postalCode: p.text().nullable(),
    country: p.text(),
    /** Extended well-known text, read by PostGIS. */
    point: p.text().nullable(),
    countyFips: p.text(),
    withheldReason: p.text().nullable(),
    disclosure: p.text(),
  },
});
