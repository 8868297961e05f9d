import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { deciderOf } from '../disclosure/index.js';
import { historyOf, RevisionConnection } from '../history/index.js';
import { askedOf, keepsOf, payloadOf, type Asking, type Viewer } from '../kernel/index.js';
import { changeOnce, type OnceAsking } from '../once/index.js';
import type { Sealing } from '../vault/index.js';
import { ownNation } from './consenting.js';
import { ReviseNationInput } from './nation-changes.input.js';
import { NationPayload } from './nation-changes.view.js';
import { TribalNationView } from './nation.view.js';
import { nationById, versionOfNation } from './nations.query.js';
import { reviseNation } from './revise-nation.command.js';

@Resolver(() => TribalNationView)
export class NationChangesResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'What a revision names as read; only to those who keep it true.',
  })
  version(@Root() { id, organizationId }: TribalNationView, @Ctx() asking: Asking) {
    return keepsOf(asking, organizationId) ? versionOfNation(id, asking) : null;
  }

  @FieldResolver(() => RevisionConnection, {
    nullable: true,
    description: 'What was changed, the latest first; only to those who keep it true.',
  })
  history(
    @Root() { id, organizationId }: TribalNationView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return historyOf({ id, organizationId }, { first, after }, askedOf(info), asking);
  }

  @Mutation(() => NationPayload, {
    nullable: true,
    description:
      'Changes what is named of your nation’s record, and nothing else: it is confirmed by the nation from then on. A steward ' +
      'proposes, as anyone does: suggestCorrection.',
  })
  reviseNation(
    @Arg('input', () => ReviseNationInput) input: ReviseNationInput,
    @Ctx() asking: OnceAsking,
  ) {
    return payloadOf(
      async () => {
        const revising = { change: reviseNation, shown: stillHers };
        const id = await changeOnce(asking, 'reviseNation', input, revising);
        return { nation: await nationById(id, asking) };
      },
      { nation: null },
    );
  }
}

/** That a nation whose record was changed is still hers. @throws Refusal `NOT_FOUND` */
const stillHers = async (id: string, viewer: Viewer, sealing: Sealing): Promise<string> =>
  (await ownNation(id, await deciderOf(viewer, sealing), sealing, 'input.id')).id;
