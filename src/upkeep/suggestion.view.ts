import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTime, enumOf, UserErrorView } from '../kernel/index.js';

export const Resolution = enumOf('ACCEPTED', 'DECLINED');
registerEnumType(Resolution, {
  name: 'Resolution',
  description: 'ACCEPTED: the listing was mended, or will be; DECLINED: it is right as it is.',
});

export const SuggestionState = enumOf('OPEN', 'ACCEPTED', 'DECLINED');
registerEnumType(SuggestionState, { name: 'SuggestionState' });

@ObjectType('Suggestion', {
  description: 'What became of a suggestion, for whoever made it.',
  simpleResolvers: true,
})
export class SuggestionView {
  @Field(() => String, {
    nullable: true,
    description:
      'To look the outcome up with. It is told to whoever suggested it, in answer to that, and kept nowhere.',
  })
  code!: string | null;

  @Field(() => SuggestionState)
  state!: keyof typeof SuggestionState;

  @Field(() => DateTime)
  suggestedAt!: string;

  @Field(() => DateTime, { nullable: true })
  resolvedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What those who keep it say to it; told for 30 days after it was resolved.',
  })
  answer!: string | null;
}

@ObjectType('OpenSuggestion', {
  description: 'A suggestion that waits for those who keep what it is of.',
  simpleResolvers: true,
})
export class OpenSuggestionView {
  sortKey?: string;

  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  thingId!: string;

  @Field(() => String)
  thingName!: string;

  @Field(() => DateTime)
  suggestedAt!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its words; whether they are true nobody has looked. Null to a steward where the organization withholds an ' +
      'address, which they may hold: its own people read them, and resolve it.',
  })
  words!: string | null;
}

export const OpenSuggestionConnection = connectionOf('OpenSuggestion', () => OpenSuggestionView);

@ObjectType('SuggestionPayload', { simpleResolvers: true })
export class SuggestionPayload {
  @Field(() => SuggestionView, { nullable: true })
  suggestion!: SuggestionView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
