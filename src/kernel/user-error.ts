import { Field, ObjectType } from 'type-graphql';
import { Refusal, type RefusalCode } from './refusal.js';

@ObjectType('UserError', {
  description: 'Why a change was turned down, in words fit for whoever asked for it.',
  simpleResolvers: true,
})
export class UserErrorView {
  @Field(() => String, { description: 'One of the closed set of codes.' })
  code!: RefusalCode;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true, description: 'The path of the input field at fault.' })
  field!: string | null;
}

/** Of these the whole request is turned down: it may be right, and is answered another time or to another. */
const ofTheRequest: ReadonlySet<RefusalCode> = new Set([
  'RATE_LIMITED',
  'UNAVAILABLE',
  'LIMIT_EXCEEDED',
  'BAD_REQUEST',
  'INTERNAL',
]);

/** A payload: what changed, or why nothing did. */
export async function payloadOf<Changed extends object>(
  work: () => Promise<Changed>,
  unchanged: { [Key in keyof Changed]: null },
): Promise<(Changed | { [Key in keyof Changed]: null }) & { userErrors: UserErrorView[] }> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refusal) || ofTheRequest.has(error.code)) throw error;
    const { code, message, field = null } = error;
    return { ...unchanged, userErrors: [{ code, message, field }] };
  }
}
