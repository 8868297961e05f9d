import { defineEntity, p } from '@mikro-orm/core';
import { ListingEntity } from '../listings/index.js';

export const ServiceEntity = defineEntity({
  name: 'Service',
  schema: 'org',
  tableName: 'service',
  properties: {
    listing: () => p.manyToOne(ListingEntity).mapToPk().primary(),
    kinds: p.array(),
  },
});
