import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { askedUnder, payloadOf, type Viewer } from '../kernel/index.js';
import { ofListing } from '../listings/index.js';
import { changeOnce, type OnceAsking, type OnceInput } from '../once/index.js';
import type { Sealing } from '../vault/index.js';
import { listServiceAs } from './list-service-as.command.js';
import { reviseService } from './revise-service.command.js';
import { ListServiceInput, ReviseServiceInput } from './service-changes.input.js';
import { ServicePayload } from './service-changes.view.js';
import { serviceById } from './services.query.js';

@Resolver()
export class ServiceChangesResolver {
  @Mutation(() => ServicePayload, {
    nullable: true,
    description:
      'Lists a service of your own organization. It is told to your own people until two of them, or one and a ' +
      'steward, tell it further: proposeDisclosure.',
  })
  listService(
    @Arg('input', () => ListServiceInput) input: ListServiceInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return serviceChanged('listService', input, listServiceAs, asking, info);
  }

  @Mutation(() => ServicePayload, {
    nullable: true,
    description: 'Changes what is named of a service, and nothing else.',
  })
  reviseService(
    @Arg('input', () => ReviseServiceInput) input: ReviseServiceInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return serviceChanged('reviseService', input, reviseService, asking, info);
  }
}

/** A service that was changed, as it is then to whoever changed it. */
function serviceChanged<Input extends OnceInput>(
  name: string,
  input: Input,
  change: (
    given: Omit<Input, 'idempotencyKey'>,
    viewer: Viewer,
    sealing: Sealing,
  ) => Promise<string>,
  asking: OnceAsking,
  info: GraphQLResolveInfo,
) {
  return payloadOf(
    async () => {
      const id = await changeOnce(asking, name, input, ofListing(change));
      return { service: await serviceById(id, askedUnder('service', info), asking) };
    },
    { service: null },
  );
}
