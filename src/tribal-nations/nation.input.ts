import { Field, InputType } from 'type-graphql';
import { AreaInput, PlaceInput } from '../geography/index.js';
import { TribalPeople } from './nation.js';

@InputType({ description: 'Every part that is given must hold.' })
export class NationFilter {
  @Field(() => AreaInput, {
    nullable: true,
    description: 'Its seat or one of its counties lies there.',
  })
  isIn?: AreaInput;

  @Field(() => PlaceInput, {
    nullable: true,
    description: 'Its land, its counties or its service counties take in this place.',
  })
  serves?: PlaceInput;

  @Field(() => [TribalPeople], { nullable: true })
  people?: TribalPeople[];

  @Field(() => String, { nullable: true, description: 'Words of its name or endonym.' })
  text?: string;
}
