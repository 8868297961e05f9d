import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AppKeyView } from '../access/index.js';
import type { Asking } from '../kernel/index.js';
import { OrganizationView } from '../organizations/index.js';
import { ownAppKeys } from './app-keys.query.js';

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
}
