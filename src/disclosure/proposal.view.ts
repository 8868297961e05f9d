import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTime, enumOf, UserErrorView } from '../kernel/index.js';
import type { Capacity } from './capacity.js';
import { Aspect, Telling, type Disclosure } from './telling.js';

export const ProposalState = enumOf('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'VOID');
const CapacityEnum = enumOf('OWN', 'STEWARD') satisfies Record<Capacity, string>;
registerEnumType(ProposalState, {
  name: 'ProposalState',
  valuesConfig: {
    WITHDRAWN: { description: 'Whoever proposed it took it back.' },
    LAPSED: { description: 'Nobody decided on it in time.' },
    VOID: {
      description: 'What it is of changed meanwhile, or who proposed it is no longer there.',
    },
  },
});
registerEnumType(Aspect, {
  name: 'DisclosureAspect',
  description: 'What of a thing is told further: the thing, or the street of a place.',
});
registerEnumType(CapacityEnum, {
  name: 'Capacity',
  description: 'As what someone acts: as one of an organization’s own people, or as a steward.',
});

@ObjectType('Proposal', {
  description: 'That something be told further: one person proposes it, another decides.',
  simpleResolvers: true,
})
export class ProposalView {
  sortKey?: string;

  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'Of a listing or a location.' })
  thingId!: string;

  @Field(() => String, {
    description:
      'To a steward other words, as of the reason, where it leads to a withheld address.',
  })
  thingName!: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  organizationName!: string;

  @Field(() => Aspect)
  aspect!: Aspect;

  @Field(() => Telling, { description: 'How far it was told when this was proposed.' })
  from!: Telling;

  @Field(() => Telling)
  to!: Telling;

  @Field(() => String)
  reason!: string;

  @Field(() => String, { description: 'Her name, as people of the network know her.' })
  proposedBy!: string;

  @Field(() => CapacityEnum)
  proposedAs!: Capacity;

  @Field(() => DateTime)
  proposedAt!: string;

  @Field(() => DateTime, { description: 'When it lapses, unless someone decides.' })
  lapsesAt!: string;

  @Field(() => ProposalState)
  state!: keyof typeof ProposalState;

  @Field(() => Boolean, { description: 'Whether the viewer may be the second person.' })
  mayApprove!: boolean;
}

export const ProposalConnection = connectionOf('Proposal', () => ProposalView);

@ObjectType('ProposalPayload', { simpleResolvers: true })
export class ProposalPayload {
  @Field(() => ProposalView, { nullable: true })
  proposal!: ProposalView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}

@ObjectType('Disclosed', {
  description: 'How far a listing or a location is told now.',
  simpleResolvers: true,
})
export class DisclosedView {
  @Field(() => ID)
  id!: string;

  @Field(() => Telling)
  disclosure!: Disclosure;

  @Field(() => Telling, { nullable: true, description: 'Of a location.' })
  street!: Telling | null;
}

@ObjectType('TightenDisclosurePayload', { simpleResolvers: true })
export class TightenDisclosurePayload {
  @Field(() => DisclosedView, { nullable: true })
  disclosed!: DisclosedView | null;

  @Field(() => [UserErrorView])
  userErrors!: UserErrorView[];
}
