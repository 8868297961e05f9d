import { Directive, Field, Float, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Degrees, WGS 84.' })
export class PointInput {
  @Field(() => Float, { description: 'From -90 to 90.' })
  latitude!: number;

  @Field(() => Float, { description: 'From -180 to 180.' })
  longitude!: number;
}

@InputType()
export class CityInput {
  @Field(() => String, {
    description: 'As people write it: "Saint Cloud" and "St. Cloud" are the same.',
  })
  name!: string;

  @Field(() => String, { description: 'Two letters, as MN.' })
  state!: string;
}

@Directive('@oneOf')
@InputType({ description: 'One place, named in exactly one way.' })
export class PlaceInput {
  @Field(() => PointInput, { nullable: true })
  point?: PointInput;

  @Field(() => String, { nullable: true, description: 'Five digits.' })
  zip?: string;

  @Field(() => String, { nullable: true, description: 'Five digits: state and county, as 27021.' })
  countyFips?: string;

  @Field(() => CityInput, { nullable: true })
  city?: CityInput;

  @Field(() => ID, { nullable: true, description: "A nation: the place is its government's seat." })
  nationId?: string;
}

@InputType({ description: 'All that lies within so many metres of a place.' })
export class CircleInput {
  @Field(() => PlaceInput)
  at!: PlaceInput;

  @Field(() => Int, { description: 'From 1 to 1,000,000.' })
  withinMeters!: number;
}

@InputType({ description: 'All that lies between two parallels and two meridians, in degrees.' })
export class BoxInput {
  @Field(() => Float)
  south!: number;

  @Field(() => Float)
  west!: number;

  @Field(() => Float)
  north!: number;

  @Field(() => Float)
  east!: number;
}

@Directive('@oneOf')
@InputType({ description: 'An area that things may lie in, named in exactly one way.' })
export class AreaInput {
  @Field(() => CircleInput, { nullable: true })
  circle?: CircleInput;

  @Field(() => BoxInput, { nullable: true })
  box?: BoxInput;

  @Field(() => String, { nullable: true, description: 'A county, by its FIPS.' })
  countyFips?: string;

  @Field(() => ID, { nullable: true, description: 'A region: its counties.' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'A nation: the counties its land lies in.' })
  nationId?: string;

  @Field(() => String, { nullable: true, description: 'A state, by its two letters.' })
  state?: string;
}
