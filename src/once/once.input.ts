import { Field, InputType } from 'type-graphql';

/** What every input begins with whose change is made once a key. */
@InputType()
export class OnceInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A random text of your own for this one change, as a UUID; 8 to 200 characters. The same input with the same key ' +
      'changes nothing again within 24 hours: what it changed is answered, as it is by then.',
  })
  idempotencyKey?: string | null;
}
