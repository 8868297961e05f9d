import { defineEntity, p } from '@mikro-orm/core';

export const RegionEntity = defineEntity({
  name: 'Region',
  schema: 'org',
  tableName: 'region',
  properties: {
    id: p.text().primary(),
    slug: p.text(),
    name: p.text(),
    standing: p.text(),
    standingNote: p.text().nullable(),
    /** The navigators' organization; a plain id, for organizations stand to the right of regions. */
    organizationId: p.text().nullable(),
    effectiveFrom: p.date().nullable(),
    effectiveTo: p.date().nullable(),
  },
});
