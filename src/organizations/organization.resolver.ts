import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { askedOf, type Asking, type Connection } from '../kernel/index.js';
import { regionById, RegionView } from '../geography/index.js';
import { ContactView } from './contact.view.js';
import { OrganizationFilter } from './organization.input.js';
import { OrganizationConnection, OrganizationView } from './organization.view.js';
import { contactsOf, organizationById, organizations } from './organizations.query.js';

@Resolver(() => OrganizationView)
export class OrganizationResolver {
  @Query(() => OrganizationConnection, { nullable: true, description: 'Organizations by name.' })
  organizations(
    @Arg('filter', () => OrganizationFilter, { nullable: true }) filter: OrganizationFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return organizations({ filter, first, after }, askedOf(info), asking) satisfies Promise<
      Connection<OrganizationView>
    >;
  }

  @FieldResolver(() => RegionView, { nullable: true, description: 'Its home region.' })
  region(@Root() organization: OrganizationView, @Ctx() asking: Asking) {
    return organization.regionId ? regionById(organization.regionId, asking) : null;
  }
}

@Resolver(() => RegionView)
export class RegionNavigatorResolver {
  @FieldResolver(() => [ContactView], {
    description: 'Whom to call: the navigators of the region.',
  })
  navigators(@Root() region: RegionView, @Ctx() asking: Asking) {
    return region.organizationId ? contactsOf(region.organizationId, 'NAVIGATION', asking) : [];
  }

  @FieldResolver(() => OrganizationView, {
    nullable: true,
    description: "The navigators' organization.",
  })
  organization(
    @Root() region: RegionView,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return region.organizationId
      ? organizationById(region.organizationId, askedOf(info), asking)
      : null;
  }
}
