import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { askedOf, type Asking, type Connection } from '../kernel/index.js';
import { CountyView } from '../geography/index.js';
import {
  ContactPurpose,
  contactsOf,
  ContactView,
  organizationById,
  OrganizationView,
} from '../organizations/index.js';
import { NationFilter } from './nation.input.js';
import { TribalNationConnection, TribalNationView } from './nation.view.js';
import { nationCounties, nationsOfCounty, tribalNations } from './nations.query.js';

@Resolver(() => TribalNationView)
export class TribalNationResolver {
  @Query(() => TribalNationConnection, { nullable: true, description: 'Nations by name.' })
  tribalNations(
    @Arg('filter', () => NationFilter, { nullable: true }) filter: NationFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return tribalNations({ filter, first, after }, askedOf(info), asking) satisfies Promise<
      Connection<TribalNationView>
    >;
  }

  @FieldResolver(() => [CountyView], { description: 'The counties its land lies in.' })
  counties(@Root() nation: TribalNationView, @Ctx() asking: Asking) {
    return nationCounties(nation.id, 'COUNTY', asking) satisfies Promise<CountyView[]>;
  }

  @FieldResolver(() => [CountyView], {
    description: 'The counties where it serves its people; empty where no source says.',
  })
  serviceCounties(@Root() nation: TribalNationView, @Ctx() asking: Asking) {
    return nationCounties(nation.id, 'SERVICE_COUNTY', asking) satisfies Promise<CountyView[]>;
  }

  @FieldResolver(() => [ContactView])
  contacts(
    @Root() nation: TribalNationView,
    @Arg('purpose', () => ContactPurpose, { nullable: true }) purpose: ContactPurpose | null,
    @Ctx() asking: Asking,
  ) {
    return contactsOf(nation.organizationId, purpose, asking) satisfies Promise<ContactView[]>;
  }

  @FieldResolver(() => OrganizationView, {
    nullable: true,
    description: 'Its government, as an organization.',
  })
  organization(
    @Root() nation: TribalNationView,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return organizationById(nation.organizationId, askedOf(info), asking);
  }
}

@Resolver(() => CountyView)
export class CountyNationsResolver {
  @FieldResolver(() => [TribalNationView], { description: 'The nations whose land lies in it.' })
  nations(@Root() county: CountyView, @Ctx() asking: Asking) {
    return nationsOfCounty(county.fips, asking) satisfies Promise<TribalNationView[]>;
  }
}
