import { Field, ObjectType } from 'type-graphql';
import { UserErrorView } from '../kernel/index.js';
import { ConveningView, MaterialView } from './library.view.js';

@ObjectType('MaterialPayload', { simpleResolvers: true })
export class MaterialPayload {
  @Field(() => MaterialView, { nullable: true, description: 'As it is now.' })
  material!: MaterialView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('ConveningPayload', { simpleResolvers: true })
export class ConveningPayload {
  @Field(() => ConveningView, {
    nullable: true,
    description:
      'As it is now; null too where it is not the viewer’s to read any more: of a convening that she has left, and that nobody is told of.',
  })
  convening!: ConveningView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
