import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { askedOf, askedUnder } from '../kernel/index.js';
import { findHousing } from './find-housing.query.js';
import { findServices } from './find-services.query.js';
import { FindHousingInput, FindServicesInput } from './placement.input.js';
import type { PlacementAsking } from './placement-source.js';
import { HousingMatchConnection, ServiceMatchConnection } from './placement.view.js';

@Resolver()
export class PlacementResolver {
  @Query(() => HousingMatchConnection, {
    nullable: true,
    description: 'Placement: housing for one seeker, best first.',
  })
  findHousing(
    @Arg('input', () => FindHousingInput) input: FindHousingInput,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: PlacementAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = { input, first, after };
    return findHousing(page, askedOf(info), askedUnder('option', info), asking);
  }

  @Query(() => ServiceMatchConnection, {
    nullable: true,
    description: 'Services for one seeker, best first.',
  })
  findServices(
    @Arg('input', () => FindServicesInput) input: FindServicesInput,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: PlacementAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = { input, first, after };
    return findServices(page, askedOf(info), askedUnder('service', info), asking);
  }
}
