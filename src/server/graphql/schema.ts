import {
  defaultFieldResolver,
  GraphQLInputObjectType,
  GraphQLObjectType,
  isAbstractType,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccessResolver, checkMay, SecondFactorResolver } from '../../access/index.js';
import type { Asking } from '../../kernel/index.js';
import {
  DisclosureResolver,
  NoticesResolver,
  ProposalsResolver,
  RevealResolver,
} from '../../disclosure/index.js';
import {
  CountyResolver,
  PlaceResolver,
  PublishedPlaceView,
  RegionResolver,
} from '../../geography/index.js';
import {
  HousingAvailabilityResolver,
  HousingChangesResolver,
  HousingOptionResolver,
  NationHousingResolver,
  OrganizationHousingResolver,
  UnitResolver,
} from '../../housing/index.js';
import {
  ConveningResolver,
  MaterialResolver,
  ConveningChangesResolver,
  MaterialChangesResolver,
  OrganizationLibraryResolver,
} from '../../library/index.js';
import {
  CriterionResolver,
  ListingChangesResolver,
  ListingHistoryResolver,
  ListingResolver,
  ServiceAreaResolver,
} from '../../listings/index.js';
import { ChangeResolver } from '../../feed/index.js';
import {
  AppKeysResolver,
  ReportLinkResolver,
  RestoreListingResolver,
  SuggestionResolver,
  UnmetNeedResolver,
  WorkCountResolver,
  RemindersResolver,
  WorklistResolver,
} from '../../upkeep/index.js';
import { ImportChangesResolver, ImportResolver } from '../../imports/index.js';
import {
  ContactResolver,
  HoursResolver,
  OrganizationChangesResolver,
  OrganizationResolver,
  RegionNavigatorResolver,
  WithheldPlaceView,
} from '../../organizations/index.js';
import { PlacementResolver } from '../../placement/index.js';
import { CoverageResolver, SearchResolver } from '../../search/index.js';
import {
  NationServicesResolver,
  OrganizationServicesResolver,
  ServiceChangesResolver,
  ServiceResolver,
} from '../../services/index.js';
import {
  ConsentResolver,
  NationChangesResolver,
  CountyNationsResolver,
  TribalNationResolver,
} from '../../tribal-nations/index.js';

/** Of every context, in the order of the house. */
const resolvers = [
  AccessResolver,
  SecondFactorResolver,
  DisclosureResolver,
  ProposalsResolver,
  NoticesResolver,
  RevealResolver,
  CountyResolver,
  RegionResolver,
  PlaceResolver,
  ContactResolver,
  HoursResolver,
  OrganizationResolver,
  RegionNavigatorResolver,
  TribalNationResolver,
  CountyNationsResolver,
  ConsentResolver,
  NationChangesResolver,
  ListingResolver,
  ListingHistoryResolver,
  ListingChangesResolver,
  HousingChangesResolver,
  ServiceChangesResolver,
  OrganizationChangesResolver,
  RestoreListingResolver,
  AppKeysResolver,
  ReportLinkResolver,
  SuggestionResolver,
  RemindersResolver,
  WorklistResolver,
  UnmetNeedResolver,
  WorkCountResolver,
  ImportChangesResolver,
  ImportResolver,
  ServiceAreaResolver,
  CriterionResolver,
  ServiceResolver,
  OrganizationServicesResolver,
  NationServicesResolver,
  HousingOptionResolver,
  OrganizationHousingResolver,
  NationHousingResolver,
  HousingAvailabilityResolver,
  UnitResolver,
  MaterialResolver,
  ConveningResolver,
  ConveningChangesResolver,
  MaterialChangesResolver,
  OrganizationLibraryResolver,
  SearchResolver,
  CoverageResolver,
  ChangeResolver,
  PlacementResolver,
] as const;

/** The whole contract, built once from the views and resolvers of every context. */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers,
    // Nothing returns them but through `Place`.
    orphanedTypes: [PublishedPlaceView, WithheldPlaceView],
    validate: false,
  });
  markOneOf(schema);
  countWhenAsked(schema);
  resolveTypesByName(schema);
  guardFields(schema);
  return schema;
}

/** type-graphql writes `@oneOf` into the tree of the type; graphql-js reads it from the built one. */
function markOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const directives = type.astNode?.directives ?? [];
    if (
      type instanceof GraphQLInputObjectType &&
      directives.some(({ name }) => name.value === 'oneOf')
    ) {
      type.isOneOf = true;
    }
  }
}

/** A connection counts its rows only when `totalCount` is asked for. */
function countWhenAsked(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || !type.name.endsWith('Connection')) continue;
    const field = type.getFields()['totalCount'];
    if (field)
      field.resolve = (connection: { totalCount(): Promise<number | null> }) =>
        connection.totalCount();
  }
}

/** Rows carry their `__typename`. type-graphql would ask for it in a promise, which compiled code cannot wait for. */
function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type))
      type.resolveType = (value: { __typename: string }) => value.__typename;
  }
}

/**
 * Of every root field the table of roles and actions says who may ask for it, before anything is done. And of every
 * field of the viewer: the viewer itself is told to whoever asks, and leads to what is not.
 */
function guardFields(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getType('Viewer')]) {
    if (!(type instanceof GraphQLObjectType)) continue;
    for (const field of Object.values(type.getFields())) {
      const action = `${type.name}.${field.name}`;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, asking: Asking, info) => {
        checkMay(action, asking.viewer);
        return resolve(source, args, asking, info);
      };
    }
  }
}
