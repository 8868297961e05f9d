import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { isPerson, payloadOf } from '../kernel/index.js';
import type { AccessAsking } from './access-asking.js';
import { ViewerView } from './access.view.js';
import { beginSecondFactor } from './begin-second-factor.command.js';
import { confirmSecondFactor } from './confirm-second-factor.command.js';
import { removeSecondFactor } from './remove-second-factor.command.js';
import { renewRecoveryCodes } from './renew-recovery-codes.command.js';
import { isAskedOf } from './roles.js';
import { ConfirmSecondFactorInput, ProofInput } from './second-factor.input.js';
import { secondFactorOf } from './second-factor.query.js';
import {
  BeginSecondFactorPayload,
  RecoveryCodesPayload,
  RemoveSecondFactorPayload,
  SecondFactorView,
} from './second-factor.view.js';

@Resolver(() => ViewerView)
export class SecondFactorResolver {
  @FieldResolver(() => SecondFactorView, { nullable: true, description: 'That of a person.' })
  async secondFactor(@Ctx() { read, secondFactor, viewer }: AccessAsking) {
    if (!isPerson(viewer)) return null;
    return {
      isAskedFor: isAskedOf(secondFactor, viewer.roles),
      ...(await secondFactorOf(read, viewer.id)),
    } satisfies SecondFactorView;
  }

  @Mutation(() => BeginSecondFactorPayload, {
    nullable: true,
    description:
      'Begins a second factor of whoever asks, in place of the one she has: it is in force once confirmed.',
  })
  beginSecondFactor(
    @Arg('input', () => ProofInput) input: ProofInput,
    @Ctx() asking: AccessAsking,
  ) {
    return payloadOf(() => beginSecondFactor(input, asking), { secret: null, address: null });
  }

  @Mutation(() => RecoveryCodesPayload, {
    nullable: true,
    description:
      'Puts the second factor that was begun in force, and ends every session: the answer sets the cookie of a new one.',
  })
  confirmSecondFactor(
    @Arg('input', () => ConfirmSecondFactorInput) input: ConfirmSecondFactorInput,
    @Ctx() asking: AccessAsking,
  ) {
    return payloadOf(async () => ({ recoveryCodes: await confirmSecondFactor(input, asking) }), {
      recoveryCodes: null,
    });
  }

  @Mutation(() => RecoveryCodesPayload, {
    nullable: true,
    description: 'Ten new recovery codes of whoever asks. Those she had end.',
  })
  renewRecoveryCodes(
    @Arg('input', () => ProofInput) input: ProofInput,
    @Ctx() asking: AccessAsking,
  ) {
    return payloadOf(async () => ({ recoveryCodes: await renewRecoveryCodes(input, asking) }), {
      recoveryCodes: null,
    });
  }

  @Mutation(() => RemoveSecondFactorPayload, {
    nullable: true,
    description:
      'Takes away the second factor of whoever asks, where the network does not ask it of her, and signs her out.',
  })
  removeSecondFactor(
    @Arg('input', () => ProofInput) input: ProofInput,
    @Ctx() asking: AccessAsking,
  ) {
    return payloadOf(
      async () => {
        await removeSecondFactor(input, asking);
        return { removed: true };
      },
      { removed: null },
    );
  }
}
