import { Field, ID, InputType } from 'type-graphql';
import { listingWords, revisionOf } from '../listings/index.js';
import { ServiceKind } from './service.js';

@InputType()
export class ListServiceInput extends listingWords(true) {
  @Field(() => ID, { description: 'One of which you are coordinator.' })
  organizationId!: string;

  @Field(() => [ServiceKind], { description: 'At least one.' })
  kinds!: ServiceKind[];
}

@InputType({ description: 'What is absent stays as it is; null empties what can be empty.' })
export class ReviseServiceInput extends revisionOf(listingWords(false)) {
  @Field(() => [ServiceKind], { nullable: true })
  kinds?: ServiceKind[];
}
