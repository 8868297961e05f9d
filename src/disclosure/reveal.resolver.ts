import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf } from '../kernel/index.js';
import { changeOnce, type OnceAsking } from '../once/index.js';
import { grantReveal, revealGranted } from './grant-reveal.command.js';
import { revealAddress } from './reveal-address.command.js';
import { GrantRevealInput, RevealGrantPayload, RevokeRevealInput } from './reveal-grant.view.js';
import { RevealAddressInput, RevealAddressPayload } from './reveal.view.js';
import { revokeReveal } from './revoke-reveal.command.js';
import type { SealingAsking } from '../vault/index.js';

@Resolver()
export class RevealResolver {
  @Mutation(() => RevealAddressPayload, {
    nullable: true,
    description:
      'Where a withheld listing of your own organization is, or one granted to you. Its organization is told that you ' +
      'asked, and why is kept.',
  })
  revealAddress(
    @Arg('input', () => RevealAddressInput) input: RevealAddressInput,
    @Ctx() { change, viewer }: SealingAsking,
  ) {
    return payloadOf(
      async () => ({
        addresses: (await change((sealing) => revealAddress(input, viewer, sealing))).map(
          ({ point = null, notes = null, ...address }) => ({ ...address, point, notes }),
        ),
      }),
      { addresses: null },
    );
  }

  @Mutation(() => RevealGrantPayload, {
    nullable: true,
    description:
      'Lets an advocate ask by revealAddress where one withheld listing of your own organization is, until a day.',
  })
  grantReveal(
    @Arg('input', () => GrantRevealInput) input: GrantRevealInput,
    @Ctx() asking: OnceAsking,
  ) {
    const granting = { change: grantReveal, shown: revealGranted };
    return payloadOf(
      async () => ({ grant: await changeOnce(asking, 'grantReveal', input, granting) }),
      { grant: null },
    );
  }

  @Mutation(() => RevealGrantPayload, {
    nullable: true,
    description: 'Ends what was granted by grantReveal, at once.',
  })
  revokeReveal(
    @Arg('input', () => RevokeRevealInput) input: RevokeRevealInput,
    @Ctx() asking: OnceAsking,
  ) {
    const revoking = { change: revokeReveal, shown: revealGranted };
    return payloadOf(
      async () => ({ grant: await changeOnce(asking, 'revokeReveal', input, revoking) }),
      { grant: null },
    );
  }
}
