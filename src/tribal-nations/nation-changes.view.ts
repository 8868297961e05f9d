import { Field, ObjectType } from 'type-graphql';
import { UserErrorView } from '../kernel/index.js';
import { TribalNationView } from './nation.view.js';

@ObjectType('NationPayload', { simpleResolvers: true })
export class NationPayload {
  @Field(() => TribalNationView, { nullable: true, description: 'As it is now.' })
  nation!: TribalNationView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
