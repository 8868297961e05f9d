import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { askedOf, type Asking, type Connection } from '../kernel/index.js';
import { OrganizationView } from '../organizations/index.js';
import { TribalNationView } from '../tribal-nations/index.js';
import { availabilityOf, availabilityTogether } from './availability.js';
import { HousingFilter } from './housing.input.js';
import {
  AvailabilityView,
  HousingOptionConnection,
  HousingOptionView,
  UnitView,
} from './housing.view.js';
import { housingOptions, housingOfNation, housingOfOrganization } from './housing-options.query.js';

@Resolver(() => HousingOptionView)
export class HousingOptionResolver {
  @Query(() => HousingOptionConnection, {
    nullable: true,
    description: 'Housing options by name; those that are overdue to be confirmed come last.',
  })
  housingOptions(
    @Arg('filter', () => HousingFilter, { nullable: true }) filter: HousingFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return housingOptions({ filter, first, after }, askedOf(info), asking) satisfies Promise<
      Connection<HousingOptionView>
    >;
  }
}

@Resolver(() => OrganizationView)
export class OrganizationHousingResolver {
  @FieldResolver(() => HousingOptionConnection)
  housingOptions(
    @Root() organization: OrganizationView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return housingOfOrganization(
      organization.id,
      { first, after },
      askedOf(info),
      asking,
    ) satisfies Promise<Connection<HousingOptionView>>;
  }
}

@Resolver(() => TribalNationView)
export class NationHousingResolver {
  @FieldResolver(() => HousingOptionConnection, {
    description: 'What its government offers, and what says that it serves the nation.',
  })
  housingOptions(
    @Root() nation: TribalNationView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return housingOfNation(nation.id, { first, after }, askedOf(info), asking) satisfies Promise<
      Connection<HousingOptionView>
    >;
  }
}

@Resolver(() => HousingOptionView)
export class HousingAvailabilityResolver {
  @FieldResolver(() => AvailabilityView, { description: 'Of all units together.' })
  availability(@Root() option: HousingOptionView, @Ctx() { now }: Asking) {
    return availabilityTogether(option.units, now) satisfies AvailabilityView;
  }
}

@Resolver(() => UnitView)
export class UnitResolver {
  @FieldResolver(() => AvailabilityView)
  availability(@Root() unit: UnitView, @Ctx() { now }: Asking) {
    return availabilityOf(unit, now) satisfies AvailabilityView;
  }
}
