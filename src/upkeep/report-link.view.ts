import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, UserErrorView } from '../kernel/index.js';
import type { ReportLink } from './report-link-row.js';

@ObjectType('ReportLink', {
  description:
    'A link by which whoever has it says what one housing option has free, without signing in.',
  simpleResolvers: true,
})
export class ReportLinkView implements ReportLink {
  listingId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Whom it is for, as whoever made it said.' })
  label!: string;

  @Field(() => DateTime)
  createdAt!: string;

  @Field(() => String, { description: 'With whose role in the organization it ends.' })
  createdBy!: string;

  @Field(() => DateTime, { description: 'When it ends by itself.' })
  expiresAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it was ended before: by someone, with the role of whoever made it, or with its listing.',
  })
  endedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When something was last reported by it.' })
  lastReportAt!: string | null;
}

@ObjectType('CreateReportLinkPayload', { simpleResolvers: true })
export class CreateReportLinkPayload {
  @Field(() => ReportLinkView, { nullable: true })
  reportLink!: ReportLinkView | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The link itself. It is told to whoever made it, in answer to that, and kept nowhere: send it by a way that only ' +
      'those who are to report read.',
  })
  url!: string | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('RevokeReportLinkPayload', { simpleResolvers: true })
export class RevokeReportLinkPayload {
  @Field(() => ReportLinkView, { nullable: true, description: 'As it is now.' })
  reportLink!: ReportLinkView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
