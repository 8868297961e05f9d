import { makePgService } from 'postgraphile/adaptors/pg';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { POOL_CONNECTIONS } from '../measure/constants.js';

/** Relations that the tables have without saying so, and functions told as plain lists. */
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      'pub.listing': {
        tags: { foreignKey: '(organization_id) references pub.organization (id)' },
      },
    },
    procedure: {
      'pub.listing_told_phones': { tags: { behavior: '+list -connection' } },
      'pub.listing_told_units': { tags: { behavior: '+list -connection' } },
      'pub.region_navigators': { tags: { behavior: '+list -connection' } },
      'pub.zip_nations': { tags: { behavior: '+list -connection' } },
      'pub.zip_crisis_lines': { tags: { behavior: '+list -connection' } },
      'pub.bench_search': { tags: { behavior: '+list -connection' } },
      'pub.bench_place': { tags: { behavior: '+list -connection' } },
    },
  },
});

/** PostGraphile as it comes, over the told tables; nothing that would cost it time is turned on. */
export const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [tags],
  pgServices: [
    makePgService({
      connectionString: process.env['DATABASE_URL']!,
      schemas: ['pub'],
      pubsub: false,
      poolConfig: { max: POOL_CONNECTIONS },
    }),
  ],
  grafserv: { graphiql: false, watch: false },
};
