import { Field, ObjectType } from 'type-graphql';
import { UserErrorView } from '../kernel/index.js';
import { ServiceView } from './service.view.js';

@ObjectType('ServicePayload', { simpleResolvers: true })
export class ServicePayload {
  @Field(() => ServiceView, { nullable: true, description: 'As it is now.' })
  service!: ServiceView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
