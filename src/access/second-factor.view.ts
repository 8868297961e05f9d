import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, UserErrorView } from '../kernel/index.js';

@ObjectType('SecondFactor', {
  description: 'What a person of the network gives besides her password when she signs in.',
  simpleResolvers: true,
})
export class SecondFactorView {
  @Field(() => Boolean, { description: 'Whether the network asks one of her.' })
  isAskedFor!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it is in force; null where she has none.',
  })
  confirmedAt!: Date | null;

  @Field(() => Int, { description: 'Recovery codes that she has not used.' })
  recoveryCodesLeft!: number;
}

@ObjectType('BeginSecondFactorPayload', { simpleResolvers: true })
export class BeginSecondFactorPayload {
  @Field(() => String, { nullable: true, description: 'To be typed into an app, told this once.' })
  secret!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same as otpauth://…, for an app that reads it from a picture.',
  })
  address!: string | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('RecoveryCodesPayload', { simpleResolvers: true })
export class RecoveryCodesPayload {
  @Field(() => [String], {
    nullable: true,
    description:
      'For the day without a phone: each works once. Told this once, to be kept on paper.',
  })
  recoveryCodes!: string[] | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('RemoveSecondFactorPayload', { simpleResolvers: true })
export class RemoveSecondFactorPayload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True where it was taken away, and every session has ended.',
  })
  removed!: boolean | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
