import { Field, InputType } from 'type-graphql';

@InputType({ description: 'By what someone who has signed in proves again who she is.' })
export class ProofInput {
  @Field(() => String)
  password!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where she has a second factor: the six digits that the app shows now, or a recovery code.',
  })
  code?: string | null;
}

@InputType()
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'The six digits that the app shows now.' })
  code!: string;
}
