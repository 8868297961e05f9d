import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AppKeyView, IssueAppKeyInput, IssueAppKeyPayload } from '../access/index.js';
import { payloadOf, type Asking } from '../kernel/index.js';
import { OrganizationView } from '../organizations/index.js';
import type { SealingAsking } from '../vault/index.js';
import { ownAppKeys } from './app-keys.query.js';
import { issueHeldKey } from './issue-held-key.command.js';

@Resolver(() => OrganizationView)
export class AppKeysResolver {
  @FieldResolver(() => [AppKeyView], {
    nullable: true,
    description:
      'The keys by which apps keep its listings, the oldest first: those that hold; only to its own people.',
  })
  appKeys(@Root() { id }: OrganizationView, @Ctx() asking: Asking) {
    return ownAppKeys(id, asking);
  }

  @Mutation(() => IssueAppKeyPayload, { nullable: true, description: 'Issues a key to an app.' })
  issueAppKey(
    @Arg('input', () => IssueAppKeyInput) input: IssueAppKeyInput,
    @Ctx() { change, viewer }: SealingAsking,
  ) {
    return payloadOf(() => change((sealing) => issueHeldKey(input, viewer, sealing)), {
      appKey: null,
      key: null,
    });
  }
}
