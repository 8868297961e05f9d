import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { isPerson, payloadOf, type Asking } from '../kernel/index.js';
import { changeOnce, type OnceAsking } from '../once/index.js';
import { acceptInvitation } from './accept-invitation.command.js';
import type { AccessAsking } from './access-asking.js';
import {
  AcceptInvitationInput,
  GrantRoleInput,
  InvitePersonInput,
  RevokeAppKeyInput,
  RevokePersonInput,
  SignInInput,
} from './access.input.js';
import {
  InvitePersonPayload,
  PersonPayload,
  RevokeAppKeyPayload,
  RevokePersonPayload,
  SignInPayload,
  SignOutPayload,
  ViewerView,
} from './access.view.js';
import { grantRole, roleGranted } from './grant-role.command.js';
import { invitePerson } from './invite-person.command.js';
import { linkOf } from './link.js';
import { appKeyRevoked, revokeAppKey } from './revoke-app-key.command.js';
import { personRevoked, revokePerson } from './revoke-person.command.js';
import { signIn } from './sign-in.command.js';
import { signOut } from './sign-out.command.js';

@Resolver()
export class AccessResolver {
  @Query(() => ViewerView, { description: 'Who asks.' })
  viewer(@Ctx() { viewer }: Asking) {
    return {
      id: viewer.kind === 'STRANGER' ? null : viewer.id,
      kind: viewer.kind,
      name: viewer.kind === 'STRANGER' ? null : viewer.name,
      roles: isPerson(viewer) ? viewer.roles : [],
      scopes: viewer.kind === 'APP' ? viewer.scopes : [],
    } satisfies ViewerView;
  }

  @Mutation(() => SignInPayload, {
    nullable: true,
    description: 'Begins a session: the answer sets its cookie. One a document.',
  })
  signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() asking: AccessAsking) {
    return payloadOf(
      async () => {
        await signIn(input, asking);
        return { signedIn: true };
      },
      { signedIn: null },
    );
  }

  @Mutation(() => SignOutPayload, { nullable: true, description: 'Ends the session.' })
  signOut(@Ctx() asking: AccessAsking) {
    return payloadOf(
      async () => {
        await signOut(asking);
        return { signedOut: true };
      },
      { signedOut: null },
    );
  }

  @Mutation(() => InvitePersonPayload, {
    nullable: true,
    description: 'Offers a role to someone, by a link that works once.',
  })
  invitePerson(
    @Arg('input', () => InvitePersonInput) input: InvitePersonInput,
    @Ctx() { address, change, viewer }: AccessAsking,
  ) {
    return payloadOf(
      async () => {
        const { token, ...invited } = await change((changing) =>
          invitePerson(input, viewer, changing),
        );
        return { invitation: { ...invited, link: linkOf(address, token) } };
      },
      { invitation: null },
    );
  }

  @Mutation(() => SignInPayload, {
    nullable: true,
    description: 'Takes up an invitation and begins a session. One a document.',
  })
  acceptInvitation(
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() asking: AccessAsking,
  ) {
    return payloadOf(
      async () => {
        await acceptInvitation(input, asking);
        return { signedIn: true };
      },
      { signedIn: null },
    );
  }

  @Mutation(() => PersonPayload, {
    nullable: true,
    description:
      'Gives a person of the network a further role; or confirms one that another steward gave in an organization that withholds an ' +
      'address, where nobody of it was there to see her come. Until then she does not come to know its doors.',
  })
  grantRole(@Arg('input', () => GrantRoleInput) input: GrantRoleInput, @Ctx() asking: OnceAsking) {
    const granting = { change: grantRole, shown: roleGranted };
    return payloadOf(() => changeOnce(asking, 'grantRole', input, granting), { personId: null });
  }

  @Mutation(() => RevokePersonPayload, {
    nullable: true,
    description:
      'Ends what a person may, at once and on every device; with a steward, the keys of apps for which she answered.',
  })
  revokePerson(
    @Arg('input', () => RevokePersonInput) input: RevokePersonInput,
    @Ctx() asking: OnceAsking,
  ) {
    const revoking = { change: revokePerson, shown: personRevoked };
    return payloadOf(() => changeOnce(asking, 'revokePerson', input, revoking), {
      personId: null,
      endedAppKeys: null,
    });
  }

  @Mutation(() => RevokeAppKeyPayload, { nullable: true, description: 'Ends a key of an app.' })
  revokeAppKey(
    @Arg('input', () => RevokeAppKeyInput) input: RevokeAppKeyInput,
    @Ctx() asking: OnceAsking,
  ) {
    const revoking = { change: revokeAppKey, shown: appKeyRevoked };
    return payloadOf(() => changeOnce(asking, 'revokeAppKey', input, revoking), { id: null });
  }
}
