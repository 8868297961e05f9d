import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { Telling, type Disclosure } from '../disclosure/index.js';
import { DateTime, Node } from '../kernel/index.js';
import { CriterionView } from '../eligibility/index.js';
import { PlaceView } from '../geography/index.js';
import {
  ContactView,
  HoursView,
  PhoneView,
  type OrganizationView,
} from '../organizations/index.js';
import {
  ConfirmationMethod,
  FieldGroup,
  ListingStatus,
  Policy,
  ServiceAreaKind,
} from './listing.js';
import { VerificationState, type ToldConfirmations } from './verification.js';

registerEnumType(ListingStatus, {
  name: 'ListingStatus',
  valuesConfig: {
    PAUSED: { description: 'For now it takes nobody; it is expected back.' },
    WITHDRAWN: { description: 'It is no more.' },
  },
});
registerEnumType(ServiceAreaKind, { name: 'ServiceAreaKind' });
registerEnumType(Policy, {
  name: 'Policy',
  description: 'What is or is not asked of the person who comes.',
});
registerEnumType(ConfirmationMethod, { name: 'ConfirmationMethod' });
registerEnumType(FieldGroup, {
  name: 'FieldGroup',
  description: 'What a listing says of itself, as it is found true.',
  valuesConfig: {
    CONTACT: { description: 'Its name, contacts, phones, languages, and how to apply.' },
    ELIGIBILITY: {
      description:
        'Its rules and those of its units, their notes, policies, fees, and the documents that it asks for.',
    },
    HOURS: { description: 'When it is open, and when it takes people in.' },
    PLACE: { description: 'Where it is, and where those whom it serves are.' },
  },
});
registerEnumType(VerificationState, {
  name: 'VerificationState',
  valuesConfig: {
    CURRENT: { description: 'Confirmed, for more than 30 days yet.' },
    DUE: { description: 'Confirmed, and to be confirmed again within 30 days.' },
    OVERDUE: { description: 'Its last confirmation has run out.' },
    NEVER: { description: 'Nobody has confirmed it, or not all of it.' },
  },
});

@ObjectType('PolicyStatement', {
  simpleResolvers: true,
  description: 'What is not stated is not known.',
})
export class PolicyStatementView {
  @Field(() => Policy)
  policy!: Policy;

  @Field(() => Boolean, { description: 'False: it was said that it does not hold.' })
  holds!: boolean;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType('ServiceArea', {
  simpleResolvers: true,
  description: 'Whom it serves, by where they are.',
})
export class ServiceAreaView {
  countyFips!: string[] | null;
  regionId!: string | null;
  nationId!: string | null;
  state!: string | null;

  @Field(() => ServiceAreaKind)
  kind!: ServiceAreaKind;

  @Field(() => String)
  name!: string;
}

/** When something was last found true, and how. */
@ObjectType()
abstract class Found {
  @Field(() => VerificationState)
  state!: VerificationState;

  @Field(() => DateTime, { nullable: true })
  confirmedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'A role and an organization, never a person.',
  })
  confirmedBy!: string | null;

  @Field(() => ConfirmationMethod, { nullable: true })
  method!: ConfirmationMethod | null;

  @Field(() => DateTime, { nullable: true, description: 'When it is to be confirmed again.' })
  dueAt!: Date | null;
}

@ObjectType('GroupVerification', {
  simpleResolvers: true,
  description: 'When some of what a listing says was last found true, and how.',
})
export class GroupVerificationView extends Found {
  @Field(() => FieldGroup)
  group!: FieldGroup;
}

@ObjectType('Verification', {
  simpleResolvers: true,
  description:
    'When it was last found true, and how: all of it, so that what is told here is of the group that was confirmed longest ago.',
})
export class VerificationView extends Found {
  @Field(() => [GroupVerificationView], {
    description: 'Each group of what it says by itself, always all of them in one order.',
  })
  groups!: GroupVerificationView[];
}

@InterfaceType('Listing', {
  implements: Node,
  description: 'What services and housing options have in common.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class ListingView extends Node {
  organizationId!: string;
  /** Its organization, as everyone is told of it, where that was read with it. */
  offeredBy?: OrganizationView | null;
  sortKey?: string;
  languages!: string[];
  areas?: ServiceAreaView[];
  confirmation?: ToldConfirmations | null;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => [PlaceView], {
    description: 'One a site, as far as it is told; none for a phone line.',
  })
  places!: PlaceView[];

  @Field(() => [CriterionView], {
    description: 'Structured rules. What no rule says is not known.',
  })
  eligibility!: CriterionView[];

  @Field(() => String, { nullable: true, description: 'What no rule says.' })
  eligibilityNotes!: string | null;

  @Field(() => [PolicyStatementView])
  policies!: PolicyStatementView[];

  @Field(() => [ContactView])
  contacts!: ContactView[];

  @Field(() => [PhoneView])
  phones!: PhoneView[];

  @Field(() => HoursView, { nullable: true })
  hours!: HoursView | null;

  @Field(() => String, { nullable: true })
  fees!: string | null;

  @Field(() => String, { nullable: true })
  howToApply!: string | null;

  @Field(() => [String])
  requiredDocuments!: string[];

  @Field(() => ListingStatus)
  status!: ListingStatus;

  @Field(() => String, { nullable: true, description: 'Why it is paused, where it is.' })
  statusReason!: string | null;

  @Field(() => DateTime, { description: 'The last change that this viewer may see.' })
  updatedAt!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'What a revision names as read; only to those who keep it true, as what follows.',
  })
  version!: number | null;

  @Field(() => Telling, { nullable: true, description: 'How far it is told.' })
  disclosure!: Disclosure | null;

  @Field(() => DateTime, { nullable: true, description: 'When its pause ends by itself.' })
  pausedUntil!: string | null;
}
