import { defineEntity, p } from '@mikro-orm/core';
import { OrganizationEntity } from '../organizations/index.js';

export interface SeatAddress {
  lines: string[];
  city: string;
  state: string;
  postalCode: string;
  country: string;
}

export const TribalNationEntity = defineEntity({
  name: 'TribalNation',
  schema: 'org',
  tableName: 'tribal_nation',
  properties: {
    id: p.text().primary(),
    organization: () => p.manyToOne(OrganizationEntity).mapToPk(),
    name: p.text(),
    endonym: p.text().nullable(),
    people: p.text(),
    website: p.text().nullable(),
    seat: p.json<SeatAddress>(),
    /** Extended well-known text, read by PostGIS. */
    seatPoint: p.text(),
    seatCountyFips: p.text(),
    landGeoids: p.array(),
    standing: p.text(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});
