import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { askedOf, Node, stranger, type Asking } from '../kernel/index.js';
import { nodeById } from '../search/index.js';
import { ChangeConnection, ChangeView } from './change.view.js';
import { changes } from './changes.query.js';

@Resolver(() => ChangeView)
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    nullable: true,
    description:
      'Told changes in order, of each thing the latest: without a cursor all that is told, with one what changed since. ' +
      'A thing this viewer may no longer see comes as WITHDRAWN. Apps need the scope `changes:read`.',
  })
  changes(
    @Arg('first', () => Int, { defaultValue: 100 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
  ) {
    return changes({ first, after }, asking);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description:
      'The thing as it is told by now. Null where it is withdrawn; or will be, by a change that is still to come.',
  })
  node(@Root() { id, what }: ChangeView, @Ctx() asking: Asking, @Info() info: GraphQLResolveInfo) {
    return what === 'WITHDRAWN' ? null : nodeById(id, askedOf(info), asItIsTold(asking));
  }
}

/** To those who keep a thing it is told here as to everyone who may ask: of what is theirs alone no change is told. */
const asItIsTold = (asking: Asking): Asking => ({ ...asking, viewer: stranger });
