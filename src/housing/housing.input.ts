import { Field, InputType } from 'type-graphql';
import { ListingFilter } from '../listings/index.js';
import { HousingKind } from './housing.js';

@InputType({ description: 'Every part that is given must hold.' })
export class HousingFilter extends ListingFilter {
  @Field(() => [HousingKind], { nullable: true, description: 'Is any of these.' })
  kinds?: HousingKind[];
}
