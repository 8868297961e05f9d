import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '../once/index.js';
import { Resolution } from './suggestion.view.js';

@InputType()
export class SuggestCorrectionInput extends OnceInput {
  @Field(() => ID, { description: 'A listing, an organization or a tribal nation.' })
  thingId!: string;

  @Field(() => String, {
    description:
      'What is wrong of it, and what is right; 10 to 2,000 characters. Nothing about a person: no names, no ages, no ' +
      'story. It is read by those who keep the thing, and deleted when it is resolved.',
  })
  words!: string;
}

@InputType()
export class ResolveSuggestionInput extends OnceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Resolution, {
    description: 'Of one that is resolved, what it is: another answer may be given.',
  })
  outcome!: keyof typeof Resolution;

  @Field(() => String, {
    nullable: true,
    description:
      'Told to whoever has the code of the suggestion, and so to anyone. Never an address.',
  })
  answer?: string | null;
}
