import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, PageInfo } from '../kernel/index.js';
import { NodeKind } from '../search/index.js';
import { ChangeKind } from './change.js';

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What happened. Both TOLD and CHANGED mean: put it in the place of what you have.',
  valuesConfig: {
    TOLD: { description: 'It came to be told, for the first time or again.' },
    CHANGED: { description: 'What is told of it became another.' },
    WITHDRAWN: {
      description: 'It is told to you no more, whatever the reason: take it out of your copy.',
    },
  },
});

@ObjectType('Change', {
  simpleResolvers: true,
  description: 'The latest change of a thing, as far as it is told to whoever asks.',
})
export class ChangeView {
  @Field(() => ID, { description: 'That of the thing.' })
  id!: string;

  @Field(() => NodeKind)
  kind!: NodeKind;

  @Field(() => ChangeKind)
  what!: ChangeKind;

  @Field(() => DateTime, { description: 'When it came to be told so.' })
  at!: string;
}

@ObjectType({ simpleResolvers: true })
export class ChangeEdge {
  @Field(() => ChangeView)
  node!: ChangeView;

  @Field(() => String)
  cursor!: string;
}

@ObjectType({ simpleResolvers: true })
export class ChangeConnection {
  @Field(() => [ChangeEdge])
  edges!: ChangeEdge[];

  @Field(() => [ChangeView])
  nodes!: ChangeView[];

  @Field(() => PageInfo, {
    description: 'Its `endCursor` is never null: also on an empty page it says where to go on.',
  })
  pageInfo!: PageInfo;

  @Field(() => String, {
    description:
      'The end of all changes as they stand, by which to follow what comes after: taken before lists are walked.',
  })
  latestCursor!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many come after the cursor. Counted only when asked for; null above 10,000.',
  })
  totalCount!: number | null;
}
