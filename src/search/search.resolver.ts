import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { askedOf, Node, type Asking } from '../kernel/index.js';
import { PlaceInput } from '../geography/index.js';
import { ServiceView } from '../services/index.js';
import { coverage, type Coverage } from './coverage.query.js';
import { NodeKind, nodeById, nodesById } from './node.query.js';
import { search } from './search.query.js';
import { CoverageView, SearchConnection } from './search.view.js';

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    nullable: true,
    description: 'Words over every kind: accents folded, typos forgiven, prefixes.',
  })
  search(
    @Arg('text', () => String) text: string,
    @Arg('kinds', () => [NodeKind], { nullable: true }) kinds: NodeKind[] | null,
    @Arg('at', () => PlaceInput, {
      nullable: true,
      description: 'Without what serves other places only; what names no area of its own stays.',
    })
    at: PlaceInput | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return search({ text, kinds, at, first, after }, askedOf(info), asking);
  }

  @Query(() => Node, {
    nullable: true,
    description: 'Null where there is nothing that may be told.',
  })
  node(@Arg('id', () => ID) id: string, @Ctx() asking: Asking, @Info() info: GraphQLResolveInfo) {
    return nodeById(id, askedOf(info), asking);
  }

  @Query(() => [Node], { nullable: 'items', description: 'In the order asked; at most 100.' })
  nodes(
    @Arg('ids', () => [ID]) ids: string[],
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return nodesById(ids, askedOf(info), asking);
  }
}

@Resolver(() => CoverageView)
export class CoverageResolver {
  @Query(() => CoverageView, { nullable: true, description: 'What serves a place, in one call.' })
  coverage(@Arg('at', () => PlaceInput) at: PlaceInput, @Ctx() asking: Asking) {
    return coverage(at, asking) satisfies Promise<Coverage>;
  }

  @FieldResolver(() => [ServiceView], {
    description:
      'Lines to call now. Statewide and nationwide ones come first and never fall out. ' +
      'Sample lines are left out wherever a real one serves the place.',
  })
  crisisLines(@Root() { crisisLines }: Coverage, @Info() info: GraphQLResolveInfo) {
    return crisisLines(askedOf(info)) satisfies Promise<ServiceView[]>;
  }
}
