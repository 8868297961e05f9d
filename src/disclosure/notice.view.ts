import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { noticeKinds, type NoticeKind } from '../audit/index.js';
import { connectionOf, DateTime, enumOf, Role } from '../kernel/index.js';

const NoticeKindEnum = enumOf(...noticeKinds);
registerEnumType(NoticeKindEnum, {
  name: 'NoticeKind',
  description: 'Of what an organization, or the stewards of the network, are told.',
  valuesConfig: {
    ADDRESS_REVEALED: { description: 'Someone asked where a withheld listing is, and was told.' },
    ROLE_OFFERED: { description: 'Someone was sent a link to a role; nobody has taken it up yet.' },
    ROLE_GIVEN: {
      description: 'Someone has a role from now on: she took up a link, or it was given to her.',
    },
    APP_KEY_ISSUED: { description: 'An app keeps listings of the organization from now on.' },
    APP_KEY_ENDED: {
      description: 'A key of an app was ended, or ended with whoever answered for it.',
    },
    APP_KEY_KEPT: { description: 'Another answers for it from now on.' },
    CONFIRMATION_REMINDED: {
      description: 'A listing is to be confirmed again: its people were reminded of it.',
    },
    HOST_TAKEN_OUT: {
      description: 'The organization hosts a convening no more: whoever keeps that took it out.',
    },
    WRITTEN_BY_OTHERS: {
      description:
        'Someone who is none of its people wrote in its name, a steward or whoever hosts a convening with it; told once a day of each. ' +
        'Its lists and their history say what.',
    },
  },
});

@ObjectType('Doer', {
  description: 'Who did something, and what she was at that moment.',
  simpleResolvers: true,
})
export class DoerView {
  @Field(() => String, { description: 'Her name, as people of the network know her.' })
  name!: string;

  @Field(() => Role, { nullable: true })
  role!: Role | null;

  @Field(() => String, { nullable: true, description: 'Of which organization, by its name.' })
  organizationName!: string | null;
}

@ObjectType('Notice', {
  description: 'What was done with what is an organization’s own, as it is told of it.',
  simpleResolvers: true,
})
export class NoticeView {
  sortKey?: string;

  @Field(() => ID)
  id!: string;

  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => DateTime)
  at!: string;

  @Field(() => ID, { nullable: true, description: 'Null of the network itself.' })
  organizationId!: string | null;

  @Field(() => String, { nullable: true })
  organizationName!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a listing, a location, a convening or the key of an app.',
  })
  thingId!: string | null;

  @Field(() => String, { nullable: true })
  thingName!: string | null;

  @Field(() => DoerView, {
    nullable: true,
    description: 'Of a role, who invited to it or gave it. Null where the host did it.',
  })
  by!: DoerView | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of whom it concerns: to whom something was given, or of whom it was taken.',
  })
  person!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Her id, by which what she is can be ended (`revokePerson`); told to people of the organization who are not new to it.',
  })
  personId!: string | null;

  @Field(() => Role, { nullable: true, description: 'Which role was offered, given or ended.' })
  role!: Role | null;

  @Field(() => String, { nullable: true, description: 'Why, as whoever did it said.' })
  reason!: string | null;
}

export const NoticeConnection = connectionOf('Notice', () => NoticeView);
