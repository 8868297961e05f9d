import { Field, ID, ObjectType } from 'type-graphql';
import { UserErrorView } from '../kernel/index.js';
import { OrganizationView } from './organization.view.js';

@ObjectType('OrganizationPayload', { simpleResolvers: true })
export class OrganizationPayload {
  @Field(() => ID, { nullable: true, description: 'Of what was changed.' })
  id!: string | null;

  @Field(() => OrganizationView, {
    nullable: true,
    description:
      'As it is now; null too where it is not the viewer’s to read: not before a steward admits it.',
  })
  organization!: OrganizationView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
