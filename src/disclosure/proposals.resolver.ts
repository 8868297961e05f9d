import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver } from 'type-graphql';
import { ViewerView } from '../access/index.js';
import { askedOf, type Asking, type Connection } from '../kernel/index.js';
import { openProposals } from './open-proposals.query.js';
import { ProposalConnection, type ProposalView } from './proposal.view.js';

@Resolver(() => ViewerView)
export class ProposalsResolver {
  @FieldResolver(() => ProposalConnection, {
    description:
      'The open proposals to tell something further on which the viewer decides, the oldest first, her own among them.',
  })
  proposals(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return openProposals({ first, after }, askedOf(info), asking) satisfies Promise<
      Connection<ProposalView>
    >;
  }
}
