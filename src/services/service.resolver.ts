import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { askedOf, type Asking, type Connection } from '../kernel/index.js';
import { OrganizationView } from '../organizations/index.js';
import { TribalNationView } from '../tribal-nations/index.js';
import { ServiceFilter } from './service.input.js';
import { ServiceConnection, ServiceView } from './service.view.js';
import { services, servicesOfNation, servicesOfOrganization } from './services.query.js';

@Resolver(() => ServiceView)
export class ServiceResolver {
  @Query(() => ServiceConnection, {
    nullable: true,
    description: 'Services by name; those that are overdue to be confirmed come last.',
  })
  services(
    @Arg('filter', () => ServiceFilter, { nullable: true }) filter: ServiceFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return services({ filter, first, after }, askedOf(info), asking) satisfies Promise<
      Connection<ServiceView>
    >;
  }
}

@Resolver(() => OrganizationView)
export class OrganizationServicesResolver {
  @FieldResolver(() => ServiceConnection)
  services(
    @Root() organization: OrganizationView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return servicesOfOrganization(
      organization.id,
      { first, after },
      askedOf(info),
      asking,
    ) satisfies Promise<Connection<ServiceView>>;
  }
}

@Resolver(() => TribalNationView)
export class NationServicesResolver {
  @FieldResolver(() => ServiceConnection, {
    description: 'What its government offers, and what says that it serves the nation.',
  })
  services(
    @Root() nation: TribalNationView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return servicesOfNation(nation.id, { first, after }, askedOf(info), asking) satisfies Promise<
      Connection<ServiceView>
    >;
  }
}
