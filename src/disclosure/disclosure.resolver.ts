import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { payloadOf } from '../kernel/index.js';
import type { SealingAsking } from '../vault/index.js';
import { approveDisclosure } from './approve-disclosure.command.js';
import {
  ApproveDisclosureInput,
  ProposeDisclosureInput,
  RejectDisclosureInput,
  TightenDisclosureInput,
} from './disclosure.input.js';
import { ProposalPayload, TightenDisclosurePayload } from './proposal.view.js';
import { proposeDisclosure } from './propose-disclosure.command.js';
import { rejectDisclosure } from './reject-disclosure.command.js';
import { tightenDisclosure } from './tighten-disclosure.command.js';

@Resolver()
export class DisclosureResolver {
  @Mutation(() => ProposalPayload, {
    nullable: true,
    description:
      'Proposes that a listing or a location be told further. It changes nothing until someone else approves.',
  })
  proposeDisclosure(
    @Arg('input', () => ProposeDisclosureInput) input: ProposeDisclosureInput,
    @Ctx() { change, viewer }: SealingAsking,
  ) {
    return payloadOf(
      async () => {
        const proposal = await change((sealing) => proposeDisclosure(input, viewer, sealing));
        return { proposal: { ...proposal, mayApprove: false } };
      },
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
    @Ctx() { change, viewer }: SealingAsking,
  ) {
    return payloadOf(
      async () => {
        const proposal = await change((sealing) => approveDisclosure(input, viewer, sealing));
        return { proposal: { ...proposal, mayApprove: false } };
      },
      { proposal: null },
    );
  }

  @Mutation(() => ProposalPayload, {
    nullable: true,
    description: 'Ends a proposal: another’s is rejected, one’s own withdrawn.',
  })
  rejectDisclosure(
    @Arg('input', () => RejectDisclosureInput) input: RejectDisclosureInput,
    @Ctx() { change, viewer }: SealingAsking,
  ) {
    return payloadOf(
      async () => {
        const proposal = await change((sealing) => rejectDisclosure(input, viewer, sealing));
        return { proposal: { ...proposal, mayApprove: false } };
      },
      { proposal: null },
    );
  }

  @Mutation(() => TightenDisclosurePayload, {
    nullable: true,
    description: 'Tells less of a listing or a location: one person decides, and it holds at once.',
  })
  tightenDisclosure(
    @Arg('input', () => TightenDisclosureInput) input: TightenDisclosureInput,
    @Ctx() { change, viewer }: SealingAsking,
  ) {
    return payloadOf(
      async () => ({
        disclosed: await change((sealing) => tightenDisclosure(input, viewer, sealing)),
      }),
      { disclosed: null },
    );
  }
}
