import { Field, InputType } from 'type-graphql';
import { ListingFilter } from '../listings/index.js';
import { ServiceKind } from './service.js';

@InputType({ description: 'Every part that is given must hold.' })
export class ServiceFilter extends ListingFilter {
  @Field(() => [ServiceKind], { nullable: true, description: 'Is any of these.' })
  kinds?: ServiceKind[];
}
