import { Field, Float, ID, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { DateOnly, Node } from '../kernel/index.js';

export const RecordStanding = {
  PUBLIC_SOURCE: 'PUBLIC_SOURCE',
  CONFIRMED_BY_NATION: 'CONFIRMED_BY_NATION',
  INFERRED: 'INFERRED',
  BELIEVED: 'BELIEVED',
  SAMPLE: 'SAMPLE',
} as const;
export type RecordStanding = keyof typeof RecordStanding;
registerEnumType(RecordStanding, {
  name: 'RecordStanding',
  description: 'How far a record may be relied on.',
  valuesConfig: {
    PUBLIC_SOURCE: {
      description: 'From public sources; for a nation: not yet confirmed by the nation.',
    },
    CONFIRMED_BY_NATION: { description: 'The nation itself has confirmed it.' },
    INFERRED: { description: 'Follows from public sources, but none says it in so many words.' },
    BELIEVED: { description: 'Said by people who should know; no source was found.' },
    SAMPLE: { description: 'Invented, for trying the directory out.' },
  },
});

@ObjectType('Point', { simpleResolvers: true, description: 'Degrees, WGS 84.' })
export class PointView {
  @Field(() => Float)
  latitude!: number;

  @Field(() => Float)
  longitude!: number;
}

@ObjectType('County', { simpleResolvers: true })
export class CountyView {
  @Field(() => ID)
  fips!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Two letters.' })
  state!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'People who live there; null where no source is kept.',
  })
  population!: number | null;
}

@ObjectType('Region', {
  implements: Node,
  simpleResolvers: true,
  description: 'Counties that one regional navigator serves, for as long as that holds.',
})
export class RegionView extends Node {
  __typename!: 'Region';
  organizationId!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => DateOnly, { nullable: true, description: 'Null where not known.' })
  effectiveFrom!: string | null;

  @Field(() => DateOnly, { nullable: true })
  effectiveTo!: string | null;

  @Field(() => RecordStanding)
  standing!: RecordStanding;

  @Field(() => String, { nullable: true, description: 'What was verified, and what was not.' })
  standingNote!: string | null;
}

@ObjectType('Address', { simpleResolvers: true })
export class AddressView {
  @Field(() => [String])
  lines!: string[];

  @Field(() => String)
  city!: string;

  @Field(() => String)
  state!: string;

  @Field(() => String)
  postalCode!: string;

  @Field(() => String)
  country!: string;
}

@InterfaceType('Place', {
  description: 'Where something is, as far as it is told.',
  resolveType: (place: { __typename: string }) => place.__typename,
})
export abstract class PlaceView {
  __typename!: string;
  countyFips!: string[];

  @Field(() => String, {
    description: 'The city and county, or for a withheld place a wider area.',
  })
  area!: string;
}

@ObjectType('PublishedPlace', { implements: PlaceView, simpleResolvers: true })
export class PublishedPlaceView extends PlaceView {
  @Field(() => AddressView)
  address!: AddressView;

  @Field(() => PointView, { nullable: true })
  point!: PointView | null;
}
