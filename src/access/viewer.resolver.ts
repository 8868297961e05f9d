import { Ctx, Field, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import { enumOf, type Asking } from '../kernel/index.js';

const ViewerKind = enumOf('STRANGER');
registerEnumType(ViewerKind, {
  name: 'ViewerKind',
  description: 'Who asks, as far as it matters for what is told.',
  valuesConfig: { STRANGER: { description: 'Nobody has signed in: what is published is told.' } },
});

@ObjectType('Viewer', { simpleResolvers: true })
export class ViewerView {
  @Field(() => ViewerKind)
  kind!: keyof typeof ViewerKind;
}

@Resolver(() => ViewerView)
export class ViewerResolver {
  @Query(() => ViewerView, { description: 'Who asks.' })
  viewer(@Ctx() { viewer }: Asking) {
    return { kind: viewer.kind } satisfies ViewerView;
  }
}
