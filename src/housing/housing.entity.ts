import { defineEntity, p } from '@mikro-orm/core';
import { ListingEntity } from '../listings/index.js';
import type { StoredHours } from '../organizations/index.js';

export const HousingOptionEntity = defineEntity({
  name: 'HousingOption',
  schema: 'org',
  tableName: 'housing_option',
  properties: {
    listing: () => p.manyToOne(ListingEntity).mapToPk().primary(),
    kind: p.text(),
    operatedBy: p.array(),
    stayDaysMax: p.integer().nullable(),
    intake: p.json<StoredHours>().nullable(),
    transportOffered: p.boolean(),
  },
});

export const UnitEntity = defineEntity({
  name: 'Unit',
  schema: 'org',
  tableName: 'unit',
  properties: {
    id: p.text().primary(),
    /** Null once it was left out. */
    listing: () => p.manyToOne(ListingEntity).mapToPk().nullable(),
    /** Of which listing it was, while it is of none. */
    wasOf: p.text().nullable(),
    position: p.smallint(),
    name: p.text(),
    capacity: p.integer().nullable(),
  },
});

export const AvailabilityReportEntity = defineEntity({
  name: 'AvailabilityReport',
  schema: 'org',
  tableName: 'availability_report',
  properties: {
    id: p.text().primary(),
    listing: () => p.manyToOne(ListingEntity).mapToPk(),
    unit: () => p.manyToOne(UnitEntity).mapToPk(),
    reportedAt: p.datetime(),
    goodUntil: p.datetime(),
    accepting: p.boolean(),
    bedsOpen: p.integer().nullable(),
    bedsTotal: p.integer().nullable(),
    waitlist: p.boolean(),
    note: p.text().nullable(),
    linkId: p.text().nullable(),
  },
});
