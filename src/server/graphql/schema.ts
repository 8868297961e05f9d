import { GraphQLInputObjectType, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ViewerResolver } from '../../access/index.js';
import { CountyResolver, PlaceResolver, placeTypes, RegionResolver } from '../../geography/index.js';
import {
  HousingAvailabilityResolver, HousingOptionResolver, NationHousingResolver, OrganizationHousingResolver,
  UnitResolver,
} from '../../housing/index.js';
import { ConveningResolver, MaterialResolver, OrganizationLibraryResolver } from '../../library/index.js';
import { CriterionResolver, ListingResolver, ServiceAreaResolver } from '../../listings/index.js';
import {
  ContactResolver, HoursResolver, OrganizationResolver, RegionNavigatorResolver,
} from '../../organizations/index.js';
import { CoverageResolver, SearchResolver } from '../../search/index.js';
import {
  NationServicesResolver, OrganizationServicesResolver, ServiceResolver,
} from '../../services/index.js';
import { CountyNationsResolver, TribalNationResolver } from '../../tribal-nations/index.js';

/** The whole contract, built once from the views and resolvers of every context. */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ViewerResolver, CountyResolver, RegionResolver, PlaceResolver, ContactResolver, HoursResolver,
      OrganizationResolver, RegionNavigatorResolver, TribalNationResolver, CountyNationsResolver,
      ListingResolver, ServiceAreaResolver, CriterionResolver, ServiceResolver,
      OrganizationServicesResolver, NationServicesResolver, HousingOptionResolver,
      OrganizationHousingResolver, NationHousingResolver, HousingAvailabilityResolver, UnitResolver,
      MaterialResolver, ConveningResolver, OrganizationLibraryResolver, SearchResolver, CoverageResolver,
    ],
    orphanedTypes: placeTypes,
    validate: false,
  });
  markOneOf(schema);
  countWhenAsked(schema);
  return schema;
}

/** type-graphql writes `@oneOf` into the tree of the type; graphql-js reads it from the built one. */
function markOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const directives = type.astNode?.directives ?? [];
    if (type instanceof GraphQLInputObjectType && directives.some(({ name }) => name.value === 'oneOf')) {
      type.isOneOf = true;
    }
  }
}

/** A connection counts its rows only when `totalCount` is asked for. */
function countWhenAsked(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || !type.name.endsWith('Connection')) continue;
    const field = type.getFields()['totalCount'];
    if (field) field.resolve = (connection: { totalCount(): Promise<number | null> }) => connection.totalCount();
  }
}
