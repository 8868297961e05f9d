import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf, type Asking } from '../kernel/index.js';
import type { InOne } from '../vault/index.js';
import { revealAddress } from './reveal-address.command.js';
import { RevealAddressInput, RevealAddressPayload } from './reveal.view.js';

/** A request whose changes may open what is sealed. */
interface RevealAsking extends Asking {
  change: InOne;
}

@Resolver()
export class DisclosureResolver {
  @Mutation(() => RevealAddressPayload, {
    nullable: true,
    description:
      'Where a withheld listing of your own organization is. Its organization is told that you asked, and why is kept.',
  })
  revealAddress(
    @Arg('input', () => RevealAddressInput) input: RevealAddressInput,
    @Ctx() { change, viewer }: RevealAsking,
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
}
