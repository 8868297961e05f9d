import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { regionById, RegionView } from '../geography/index.js';
import { askedOf, type Asking } from '../kernel/index.js';
import { NodeKind } from '../search/index.js';
import { WorkKind } from './work-kinds.js';
import { unmetNeeds } from './unmet-needs.query.js';
import { workCounts, workItems } from './worklist.query.js';
import { UnmetNeedView, WorkCountView, WorkItemConnection, WorklistView } from './worklist.view.js';

@Resolver(() => WorklistView)
export class WorklistResolver {
  @Query(() => WorklistView, {
    nullable: true,
    description: 'What waits to be done of what the viewer keeps true.',
  })
  worklist(
    @Arg('kinds', () => [WorkKind], { nullable: true, description: 'Absent: of every kind.' })
    kinds: WorkKind[] | null | undefined,
    @Arg('regionId', () => ID, {
      nullable: true,
      description: 'Of organizations whose home region it is.',
    })
    regionId: string | null | undefined,
  ): WorklistView {
    return { kinds: [...new Set(kinds ?? Object.values(WorkKind))], regionId: regionId ?? null };
  }

  @FieldResolver(() => WorkItemConnection, { description: 'The longest waiting first.' })
  items(
    @Root() worklist: WorklistView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return workItems(worklist, { first, after }, askedOf(info), asking);
  }

  @FieldResolver(() => [WorkCountView], {
    description: 'How much of each kind waits, by the home region of its organization.',
  })
  counts(@Root() worklist: WorklistView, @Ctx() asking: Asking) {
    return workCounts(worklist, asking);
  }

  @FieldResolver(() => [UnmetNeedView], {
    description:
      'What was searched for and not found in the months before this one, the most searched first; told to stewards.',
  })
  async unmetNeeds(
    @Arg('months', () => Int, { defaultValue: 12, description: 'From 1 to 36.' }) months: number,
    @Ctx() asking: Asking,
  ) {
    const needs = await unmetNeeds(months, asking);
    return needs.map(({ type, ...need }) => ({
      ...need,
      kind: type === 'HOUSING' ? NodeKind.HOUSING_OPTION : NodeKind.SERVICE,
    })) satisfies UnmetNeedView[];
  }
}

@Resolver(() => UnmetNeedView)
export class UnmetNeedResolver {
  @FieldResolver(() => RegionView, {
    nullable: true,
    description: 'Where it was asked; null where no place was, or it lies in no region.',
  })
  region(@Root() { regionId }: UnmetNeedView, @Ctx() asking: Asking) {
    return regionId === null ? null : regionById(regionId, asking);
  }
}

@Resolver(() => WorkCountView)
export class WorkCountResolver {
  @FieldResolver(() => RegionView, {
    nullable: true,
    description: 'Null of organizations that have none.',
  })
  region(@Root() { regionId }: WorkCountView, @Ctx() asking: Asking) {
    return regionId === null ? null : regionById(regionId, asking);
  }
}
