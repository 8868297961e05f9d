import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { historyOf, RevisionConnection } from '../history/index.js';
import { askedOf, askedUnder, payloadOf, type Asking, type Viewer } from '../kernel/index.js';
import { changeOnce, type OnceAsking, type OnceInput } from '../once/index.js';
import type { Sealing } from '../vault/index.js';
import { admitOrganization } from './admit-organization.command.js';
import {
  AdmitOrganizationInput,
  RegisterOrganizationInput,
  ReviseOrganizationInput,
} from './organization-changes.input.js';
import { OrganizationPayload } from './organization-changes.view.js';
import { OrganizationView } from './organization.view.js';
import { organizationById } from './organizations.query.js';
import { registerOrganizationAs } from './register-organization-as.command.js';
import { reviseOrganization } from './revise-organization.command.js';

@Resolver(() => OrganizationView)
export class OrganizationChangesResolver {
  @FieldResolver(() => RevisionConnection, {
    nullable: true,
    description: 'What was changed, the latest first; only to those who keep it true.',
  })
  history(
    @Root() { id }: OrganizationView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return historyOf({ id, organizationId: id }, { first, after }, askedOf(info), asking);
  }

  @Mutation(() => OrganizationPayload, {
    nullable: true,
    description: 'Enters an organization. Nothing is told of it until a steward admits it.',
  })
  registerOrganization(
    @Arg('input', () => RegisterOrganizationInput) input: RegisterOrganizationInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return organizationChanged('registerOrganization', input, registerOrganizationAs, asking, info);
  }

  @Mutation(() => OrganizationPayload, {
    nullable: true,
    description:
      'Admits an organization to the network: what of it is published is told from now on.',
  })
  admitOrganization(
    @Arg('input', () => AdmitOrganizationInput) input: AdmitOrganizationInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return organizationChanged('admitOrganization', input, admitOrganization, asking, info);
  }

  @Mutation(() => OrganizationPayload, {
    nullable: true,
    description: 'Changes what is named of an organization, and nothing else.',
  })
  reviseOrganization(
    @Arg('input', () => ReviseOrganizationInput) input: ReviseOrganizationInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return organizationChanged('reviseOrganization', input, reviseOrganization, asking, info);
  }
}

/** An organization that was changed, as it is then to whoever changed it: to the one who registered it, perhaps not yet. */
function organizationChanged<Input extends OnceInput>(
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
      const id = await changeOnce(asking, name, input, { change, shown: async (of) => of });
      return {
        id,
        organization: await organizationById(id, askedUnder('organization', info), asking),
      };
    },
    { id: null, organization: null },
  );
}
