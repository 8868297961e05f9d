import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { askedOf, DateTime, type Asking, type Connection } from '../kernel/index.js';
import { regionById, RegionView } from '../geography/index.js';
import {
  LanguageView,
  languageName,
  organizationById,
  OrganizationView,
} from '../organizations/index.js';
import { ConveningFilter, MaterialFilter } from './library.input.js';
import {
  convenings,
  conveningsOfOrganization,
  hostsOf,
  materials,
  materialsOfOrganization,
} from './library.query.js';
import {
  ConveningConnection,
  ConveningView,
  MaterialConnection,
  MaterialView,
} from './library.view.js';
import { nextStart } from './recurrence.js';

@Resolver(() => MaterialView)
export class MaterialResolver {
  @Query(() => MaterialConnection, { nullable: true, description: 'Materials by title.' })
  materials(
    @Arg('filter', () => MaterialFilter, { nullable: true }) filter: MaterialFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return materials({ filter, first, after }, askedOf(info), asking) satisfies Promise<
      Connection<MaterialView>
    >;
  }

  @FieldResolver(() => LanguageView)
  language(@Root() { language }: MaterialView, @Ctx() asking: Asking) {
    return { tag: language, name: languageName(language, asking.language) } satisfies LanguageView;
  }

  @FieldResolver(() => OrganizationView)
  organization(
    @Root() material: MaterialView,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return organizationById(material.organizationId, askedOf(info), asking);
  }
}

@Resolver(() => ConveningView)
export class ConveningResolver {
  @Query(() => ConveningConnection, {
    nullable: true,
    description: 'Convenings by their first start.',
  })
  convenings(
    @Arg('filter', () => ConveningFilter, { nullable: true }) filter: ConveningFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return convenings({ filter, first, after }, askedOf(info), asking) satisfies Promise<
      Connection<ConveningView>
    >;
  }

  @FieldResolver(() => RegionView, {
    nullable: true,
    description: 'Null where it is for the whole state.',
  })
  region(@Root() convening: ConveningView, @Ctx() asking: Asking) {
    return convening.regionId ? regionById(convening.regionId, asking) : null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When it begins, or begins again, from now on; null where it does no more.',
  })
  nextStartsAt(@Root() convening: ConveningView, @Ctx() { now }: Asking) {
    const { startsAt, lastStartsAt, timeZone, recurrence } = convening;
    const last = lastStartsAt === null ? null : new Date(lastStartsAt);
    const times = { startsAt: new Date(startsAt), lastStartsAt: last, timeZone, recurrence };
    return nextStart(times, now) satisfies Date | null;
  }

  @FieldResolver(() => [OrganizationView])
  hosts(@Root() convening: ConveningView, @Ctx() asking: Asking, @Info() info: GraphQLResolveInfo) {
    return hostsOf(convening, askedOf(info), asking) satisfies Promise<OrganizationView[]>;
  }
}

@Resolver(() => OrganizationView)
export class OrganizationLibraryResolver {
  @FieldResolver(() => MaterialConnection)
  materials(
    @Root() organization: OrganizationView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return materialsOfOrganization(organization.id, { first, after }, askedOf(info), asking);
  }

  @FieldResolver(() => ConveningConnection, { description: 'Those it hosts.' })
  convenings(
    @Root() organization: OrganizationView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return conveningsOfOrganization(organization.id, { first, after }, askedOf(info), asking);
  }
}
