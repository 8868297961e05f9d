import { defineEntity, p } from '@mikro-orm/core';
import { RegionEntity } from '../geography/index.js';
import { LocationEntity, OrganizationEntity, type StoredHours } from '../organizations/index.js';
import { TribalNationEntity } from '../tribal-nations/index.js';

export interface PolicyRow {
  policy: string;
  holds: boolean;
  note: string | null;
}

/** What services and housing options have in common, as their organization says it. */
export const ListingEntity = defineEntity({
  name: 'Listing',
  schema: 'org',
  tableName: 'listing',
  properties: {
    id: p.text().primary(),
    type: p.text(),
    organization: () => p.manyToOne(OrganizationEntity).mapToPk(),
    name: p.text(),
    summary: p.text(),
    description: p.text().nullable(),
    eligibilityNotes: p.text().nullable(),
    policies: p.json<PolicyRow[]>(),
    languages: p.array(),
    hours: p.json<StoredHours>().nullable(),
    fees: p.text().nullable(),
    howToApply: p.text().nullable(),
    requiredDocuments: p.array(),
    disclosure: p.text(),
    status: p.text(),
    statusReason: p.text().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});

export const ListingSiteEntity = defineEntity({
  name: 'ListingSite',
  schema: 'org',
  tableName: 'listing_site',
  properties: {
    listing: () => p.manyToOne(ListingEntity).mapToPk().primary(),
    location: () => p.manyToOne(LocationEntity).mapToPk().primary(),
  },
});

export const ServiceAreaEntity = defineEntity({
  name: 'ServiceArea',
  schema: 'org',
  tableName: 'service_area',
  properties: {
    id: p.text().primary(),
    listing: () => p.manyToOne(ListingEntity).mapToPk(),
    position: p.smallint(),
    kind: p.text(),
    countyFips: p.array().nullable(),
    region: () => p.manyToOne(RegionEntity).mapToPk().nullable(),
    nation: () => p.manyToOne(TribalNationEntity).mapToPk().nullable(),
    state: p.text().nullable(),
  },
});

/** A structured rule of a listing, or of one of its units. The unit's id is plain: units stand to the right. */
export const CriterionEntity = defineEntity({
  name: 'Criterion',
  schema: 'org',
  tableName: 'criterion',
  properties: {
    id: p.text().primary(),
    listing: () => p.manyToOne(ListingEntity).mapToPk(),
    unitId: p.text().nullable(),
    position: p.smallint(),
    kind: p.text(),
    stance: p.text(),
    terms: p.json<object>(),
  },
});

export const ConfirmationEntity = defineEntity({
  name: 'Confirmation',
  schema: 'org',
  tableName: 'confirmation',
  properties: {
    id: p.text().primary(),
    listing: () => p.manyToOne(ListingEntity).mapToPk(),
    confirmedAt: p.datetime(),
    dueAt: p.datetime(),
    method: p.text(),
    confirmedBy: p.text(),
    groups: p.array(),
  },
});
