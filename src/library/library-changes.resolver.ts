import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { historyAs, historyOf, RevisionConnection } from '../history/index.js';
import { askedOf, payloadOf, type Asking, type Viewer } from '../kernel/index.js';
import { changeOnce, type OnceAsking } from '../once/index.js';
import type { Sealing } from '../vault/index.js';
import { keptOfLibrary } from './keeping.js';
import {
  PublishMaterialInput,
  ReviseConveningInput,
  ReviseMaterialInput,
  ScheduleConveningInput,
} from './library-changes.input.js';
import { ConveningPayload, MaterialPayload } from './library-changes.view.js';
import { conveningById, everHostIdsOf, hostIdsOf, materialById } from './library.query.js';
import { ConveningView, MaterialView } from './library.view.js';
import { publishMaterialAs } from './publish-material-as.command.js';
import { howKept } from './reading.js';
import { reviseConvening } from './revise-convening.command.js';
import { reviseMaterial } from './revise-material.command.js';
import { scheduleConveningAs } from './schedule-convening-as.command.js';

const HISTORY = {
  nullable: true,
  description: 'What was changed, the latest first; only to those who keep it true.',
} as const;

@Resolver(() => MaterialView)
export class MaterialChangesResolver {
  @FieldResolver(() => RevisionConnection, HISTORY)
  history(
    @Root() { id, organizationId }: MaterialView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return historyOf({ id, organizationId }, { first, after }, askedOf(info), asking);
  }

  @Mutation(() => MaterialPayload, {
    nullable: true,
    description: 'Publishes a material of an organization: it is told to everyone at once.',
  })
  publishMaterial(
    @Arg('input', () => PublishMaterialInput) input: PublishMaterialInput,
    @Ctx() asking: OnceAsking,
  ) {
    const publishing = { change: publishMaterialAs, shown: stillKept };
    return materialChanged(() => changeOnce(asking, 'publishMaterial', input, publishing), asking);
  }

  @Mutation(() => MaterialPayload, {
    nullable: true,
    description:
      'Changes what is named of a material, and nothing else; takes it out, or brings it back.',
  })
  reviseMaterial(
    @Arg('input', () => ReviseMaterialInput) input: ReviseMaterialInput,
    @Ctx() asking: OnceAsking,
  ) {
    const revising = { change: reviseMaterial, shown: stillKept };
    return materialChanged(() => changeOnce(asking, 'reviseMaterial', input, revising), asking);
  }
}

@Resolver(() => ConveningView)
export class ConveningChangesResolver {
  @FieldResolver(() => RevisionConnection, HISTORY)
  async history(
    @Root() convening: ConveningView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!howKept(await hostIdsOf(convening, asking), asking)) return null;
    const keeps = howKept(await everHostIdsOf(convening, asking), asking);
    return historyAs({ id: convening.id, keeps }, { first, after }, askedOf(info), asking);
  }

  @Mutation(() => ConveningPayload, {
    nullable: true,
    description: 'Schedules a convening, once or again and again: it is told to everyone at once.',
  })
  scheduleConvening(
    @Arg('input', () => ScheduleConveningInput) input: ScheduleConveningInput,
    @Ctx() asking: OnceAsking,
  ) {
    const scheduling = { change: scheduleConveningAs, shown: asItIs };
    const change = () => changeOnce(asking, 'scheduleConvening', input, scheduling);
    return conveningChanged(change, asking);
  }

  @Mutation(() => ConveningPayload, {
    nullable: true,
    description:
      'Changes what is named of a convening, and nothing else; takes it out, or brings it back. What a nation hosts, its own ' +
      'people alone change.',
  })
  reviseConvening(
    @Arg('input', () => ReviseConveningInput) input: ReviseConveningInput,
    @Ctx() asking: OnceAsking,
  ) {
    const revising = { change: reviseConvening, shown: asItIs };
    const change = () => changeOnce(asking, 'reviseConvening', input, revising);
    return conveningChanged(change, asking);
  }
}

/** That a material which was changed is still hers. @throws Refusal `NOT_FOUND` */
const stillKept = async (id: string, viewer: Viewer, sealing: Sealing): Promise<string> =>
  (await keptOfLibrary('Material', id, viewer, sealing)).id;

/** Whoever takes her own organization out of a convening is told of it after as others are. */
const asItIs = async (id: string): Promise<string> => id;

const materialChanged = (change: () => Promise<string>, asking: Asking) =>
  payloadOf(async () => ({ material: await materialById(await change(), asking) }), {
    material: null,
  });

const conveningChanged = (change: () => Promise<string>, asking: Asking) =>
  payloadOf(async () => ({ convening: await conveningById(await change(), asking) }), {
    convening: null,
  });
