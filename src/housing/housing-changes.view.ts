import { Field, ObjectType } from 'type-graphql';
import { UserErrorView } from '../kernel/index.js';
import { HousingOptionView } from './housing.view.js';

@ObjectType('HousingOptionPayload', { simpleResolvers: true })
export class HousingOptionPayload {
  @Field(() => HousingOptionView, { nullable: true, description: 'As it is now.' })
  housingOption!: HousingOptionView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
