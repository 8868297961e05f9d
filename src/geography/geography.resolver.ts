import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Asking } from '../kernel/index.js';
import { counties, countiesOf } from './counties.query.js';
import { CountyView, PlaceView, RegionView } from './geography.view.js';
import { countiesOfRegion, regionOfCounty, regions } from './regions.query.js';

@Resolver(() => CountyView)
export class CountyResolver {
  @Query(() => [CountyView], { nullable: true, description: 'All counties of a state, by name.' })
  counties(@Arg('state', () => String) state: string, @Ctx() asking: Asking) {
    return counties(state, asking) satisfies Promise<CountyView[]>;
  }

  @FieldResolver(() => RegionView, {
    nullable: true,
    description: 'The region it belongs to today.',
  })
  region(@Root() county: CountyView, @Ctx() asking: Asking) {
    return regionOfCounty(county.fips, asking) satisfies Promise<RegionView | null>;
  }
}

@Resolver(() => RegionView)
export class RegionResolver {
  @Query(() => [RegionView], {
    nullable: true,
    description: 'Every region that holds today, by name.',
  })
  regions(@Ctx() asking: Asking) {
    return regions(asking) satisfies Promise<RegionView[]>;
  }

  @FieldResolver(() => [CountyView])
  counties(@Root() region: RegionView, @Ctx() asking: Asking) {
    return countiesOfRegion(region.id, asking) satisfies Promise<CountyView[]>;
  }
}

@Resolver(() => PlaceView)
export class PlaceResolver {
  @FieldResolver(() => [CountyView], { description: 'The counties of the area that is told.' })
  counties(@Root() place: PlaceView, @Ctx() asking: Asking) {
    return countiesOf(place.countyFips, asking) satisfies Promise<CountyView[]>;
  }
}
