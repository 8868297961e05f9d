import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf } from '../kernel/index.js';
import { changeOnce, type OnceAsking } from '../once/index.js';
import { ConsentPayload, RecordConsentInput, WithdrawConsentInput } from './consent.view.js';
import { consentRecorded, consentWithdrawn } from './consenting.js';
import { recordConsent } from './record-consent.command.js';
import { withdrawConsent } from './withdraw-consent.command.js';

const nothing = { consent: null, standing: null, withdrawnListingIds: null };

@Resolver()
export class ConsentResolver {
  @Mutation(() => ConsentPayload, {
    nullable: true,
    description:
      'Records what your nation consents to be told of it, in place of what it consented to before.',
  })
  recordConsent(
    @Arg('input', () => RecordConsentInput) input: RecordConsentInput,
    @Ctx() asking: OnceAsking,
  ) {
    const recording = { change: recordConsent, shown: consentRecorded };
    return payloadOf(() => changeOnce(asking, 'recordConsent', input, recording), nothing);
  }

  @Mutation(() => ConsentPayload, {
    nullable: true,
    description:
      'Withdraws the consent of your nation: the listings that it covered are told to the nation alone at once. Where it covered ' +
      'your record, that and what is told of your government is again as public sources have it, and what your people ' +
      'published is withdrawn.',
  })
  withdrawConsent(
    @Arg('input', () => WithdrawConsentInput) input: WithdrawConsentInput,
    @Ctx() asking: OnceAsking,
  ) {
    const withdrawing = { change: withdrawConsent, shown: consentWithdrawn };
    return payloadOf(() => changeOnce(asking, 'withdrawConsent', input, withdrawing), nothing);
  }
}
