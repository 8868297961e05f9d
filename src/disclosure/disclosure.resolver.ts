import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf } from '../kernel/index.js';
import { changeOnce, type OnceAsking } from '../once/index.js';
import { approveDisclosure } from './approve-disclosure.command.js';
import {
  ApproveDisclosureInput,
  ProposeDisclosureInput,
  RejectDisclosureInput,
  TightenDisclosureInput,
} from './disclosure.input.js';
import { proposalDecided, proposalMade } from './proposal-shown.js';
import { ProposalPayload, TightenDisclosurePayload } from './proposal.view.js';
import { proposeDisclosure } from './propose-disclosure.command.js';
import { rejectDisclosure } from './reject-disclosure.command.js';
import { disclosedNow, tightenDisclosure } from './tighten-disclosure.command.js';

@Resolver()
export class DisclosureResolver {
  @Mutation(() => ProposalPayload, {
    nullable: true,
    description:
      'Proposes that a listing or a location be told further. It changes nothing until someone else approves.',
  })
  proposeDisclosure(
    @Arg('input', () => ProposeDisclosureInput) input: ProposeDisclosureInput,
    @Ctx() asking: OnceAsking,
  ) {
    const proposing = { change: proposeDisclosure, shown: proposalMade };
    return payloadOf(
      async () => ({ proposal: await changeOnce(asking, 'proposeDisclosure', input, proposing) }),
      { proposal: null },
    );
  }

  @Mutation(() => ProposalPayload, {
    nullable: true,
    description:
      'Tells it further, as another person has proposed: at once. Of a street, the sealed address is opened and told.',
  })
  approveDisclosure(
    @Arg('input', () => ApproveDisclosureInput) input: ApproveDisclosureInput,
    @Ctx() asking: OnceAsking,
  ) {
    const approving = { change: approveDisclosure, shown: proposalDecided };
    return payloadOf(
      async () => ({ proposal: await changeOnce(asking, 'approveDisclosure', input, approving) }),
      { proposal: null },
    );
  }

  @Mutation(() => ProposalPayload, {
    nullable: true,
    description: 'Ends a proposal: another’s is rejected, one’s own withdrawn.',
  })
  rejectDisclosure(
    @Arg('input', () => RejectDisclosureInput) input: RejectDisclosureInput,
    @Ctx() asking: OnceAsking,
  ) {
    const rejecting = { change: rejectDisclosure, shown: proposalDecided };
    return payloadOf(
      async () => ({ proposal: await changeOnce(asking, 'rejectDisclosure', input, rejecting) }),
      { proposal: null },
    );
  }

  @Mutation(() => TightenDisclosurePayload, {
    nullable: true,
    description: 'Tells less of a listing or a location: one person decides, and it holds at once.',
  })
  tightenDisclosure(
    @Arg('input', () => TightenDisclosureInput) input: TightenDisclosureInput,
    @Ctx() asking: OnceAsking,
  ) {
    const tightening = { change: tightenDisclosure, shown: disclosedNow };
    return payloadOf(
      async () => ({ disclosed: await changeOnce(asking, 'tightenDisclosure', input, tightening) }),
      { disclosed: null },
    );
  }
}
