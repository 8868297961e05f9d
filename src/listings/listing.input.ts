import { Field, ID, InputType } from 'type-graphql';
import { LanguageTag } from '../kernel/index.js';
import { AreaInput, PlaceInput } from '../geography/index.js';
import { Policy } from './listing.js';

@InputType({ description: 'Every part that is given must hold.' })
export abstract class ListingFilter {
  @Field(() => AreaInput, {
    nullable: true,
    description: 'Has a site there. A withheld site counts where the area that is told touches it.',
  })
  isIn?: AreaInput;

  @Field(() => PlaceInput, {
    nullable: true,
    description:
      'Serves people of this place, wherever it is itself. Statewide and nationwide ones do.',
  })
  serves?: PlaceInput;

  @Field(() => ID, { nullable: true })
  organizationId?: string;

  @Field(() => [LanguageTag], {
    nullable: true,
    description: 'Offers any of these languages, by BCP 47.',
  })
  languages?: string[];

  @Field(() => [Policy], { nullable: true, description: 'States that all of these hold.' })
  policies?: Policy[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Says that it is open at the moment of the request.',
  })
  openNow?: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Words of its name or of what it says of itself.',
  })
  text?: string;
}
