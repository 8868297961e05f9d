import { randomUUID } from 'node:crypto';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { HousingOptionView } from '../housing/index.js';
import { payloadOf, type Asking } from '../kernel/index.js';
import { changeOnce, type OnceAsking } from '../once/index.js';
import { createReportLink } from './create-report-link.command.js';
import { CreateReportLinkInput, RevokeReportLinkInput } from './report-link.input.js';
import { openReportLinks } from './report-links.query.js';
import {
  CreateReportLinkPayload,
  ReportLinkView,
  RevokeReportLinkPayload,
} from './report-link.view.js';
import { keptReportLink, revokeReportLink } from './revoke-report-link.command.js';

/** A request that may make a link. */
interface LinkAsking extends OnceAsking {
  /** Where people open this directory: links begin with it. */
  address: string;
}

@Resolver(() => HousingOptionView)
export class ReportLinkResolver {
  @FieldResolver(() => [ReportLinkView], {
    nullable: true,
    description:
      'By which links it can be reported of now, the oldest first; only to its own people.',
  })
  reportLinks(@Root() { id, organizationId }: HousingOptionView, @Ctx() asking: Asking) {
    return openReportLinks({ id, organizationId }, asking);
  }

  @Mutation(() => CreateReportLinkPayload, {
    nullable: true,
    description:
      'Makes a link by which whoever has it says what one housing option of your own has free: nothing else, and until it ' +
      'ends. Opening it changes nothing.',
  })
  createReportLink(
    @Arg('input', () => CreateReportLinkInput) input: CreateReportLinkInput,
    @Ctx() asking: LinkAsking,
  ) {
    // A repeat brings the key again, of which nothing is kept: from it the same secret is made, and from nothing else.
    const known = input.idempotencyKey ?? randomUUID();
    const secretOf = (id: string) => asking.digests.secretOf('report link', id, known);
    return payloadOf(
      () =>
        changeOnce(asking, 'createReportLink', input, {
          change: (given, viewer, sealing) => createReportLink(given, secretOf, viewer, sealing),
          shown: async (id, viewer, sealing) => ({
            reportLink: await keptReportLink(id, viewer, sealing),
            url: `${asking.address}/report/${secretOf(id)}`,
          }),
        }),
      { reportLink: null, url: null },
    );
  }

  @Mutation(() => RevokeReportLinkPayload, {
    nullable: true,
    description: 'Ends a link at once. What was reported by it stays.',
  })
  revokeReportLink(
    @Arg('input', () => RevokeReportLinkInput) input: RevokeReportLinkInput,
    @Ctx() asking: OnceAsking,
  ) {
    const revoking = { change: revokeReportLink, shown: keptReportLink };
    return payloadOf(
      async () => ({ reportLink: await changeOnce(asking, 'revokeReportLink', input, revoking) }),
      { reportLink: null },
    );
  }
}
