import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf, type Asking } from '../kernel/index.js';
import { grantReveal } from './grant-reveal.command.js';
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
    @Ctx() { change, viewer }: SealingAsking,
  ) {
    const { personId, listingId } = input;
    return payloadOf(
      async () => {
        const endsAt = await change((sealing) => grantReveal(input, viewer, sealing));
        return { grant: { personId, listingId, endsAt } };
      },
      { grant: null },
    );
  }

  @Mutation(() => RevealGrantPayload, {
    nullable: true,
    description: 'Ends what was granted by grantReveal, at once.',
  })
  revokeReveal(
    @Arg('input', () => RevokeRevealInput) input: RevokeRevealInput,
    @Ctx() { change, now, viewer }: Asking,
  ) {
    const { personId, listingId } = input;
    return payloadOf(
      async () => {
        await change((changing) => revokeReveal(input, viewer, changing));
        return { grant: { personId, listingId, endsAt: now } };
      },
      { grant: null },
    );
  }
}
