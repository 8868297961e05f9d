import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CriterionKind } from '../eligibility/index.js';
import { connectionOf, DateTime } from '../kernel/index.js';
import { NodeKind } from '../search/index.js';
import { WorkKind } from './work-kinds.js';

registerEnumType(WorkKind, {
  name: 'WorkKind',
  description: 'What waits to be done by those who keep something true.',
  valuesConfig: {
    CONFIRMATION_OVERDUE: { description: 'A confirmation has run out: confirmListing.' },
    NEVER_CONFIRMED: { description: 'Nobody has said yet that it is true: confirmListing.' },
    REMINDED_IN_VAIN: {
      description:
        'Its people were reminded three times, and it is not confirmed: ask after them. Of a nation’s it is here where it is told; its ' +
        'own people alone confirm it. Told to stewards.',
    },
    NEVER_REPORTED: {
      description: 'Of a unit nobody ever said what is free: reportAvailability.',
    },
    SUGGESTION: {
      description:
        'Someone says that something is wrong: resolveSuggestion. Where nobody of its organization or nation is there who could, ' +
        'stewards are told that it waits: NO_COORDINATOR says what to do. Where all are new and an address is withheld, they and ' +
        'stewards are told that it waits: one of them reads it when she is no longer new.',
    },
    PROPOSAL: {
      description:
        'Something is to be told further, and the viewer may be the second: approveDisclosure.',
    },
    NO_COORDINATOR: {
      description:
        'Nobody of it keeps it true: invitePerson. Of a nation a steward invites nobody: agree with it whom, and whoever runs the ' +
        'directory invites her (people invite). Told to stewards.',
    },
    NOT_ADMITTED: { description: 'It waits to be admitted: admitOrganization. Told to stewards.' },
    DUPLICATE: { description: 'A row of an import may be this listing: resolveDuplicate.' },
  },
});

@ObjectType('WorkItem', { simpleResolvers: true })
export class WorkItemView {
  id!: string;
  sortKey?: string;

  @Field(() => WorkKind)
  kind!: WorkKind;

  @Field(() => DateTime, { description: 'Since when it waits.' })
  since!: string;

  @Field(() => ID, {
    description: 'Of the suggestion, the proposal or the duplicate; else of the thing.',
  })
  itselfId!: string;

  @Field(() => ID, { description: 'Of a listing, a location, an organization or a nation.' })
  thingId!: string;

  @Field(() => String, {
    description: 'To a steward other words where it leads to a withheld address.',
  })
  thingName!: string;

  @Field(() => ID)
  organizationId!: string;

  @Field(() => String)
  organizationName!: string;
}

export const WorkItemConnection = connectionOf('WorkItem', () => WorkItemView);

@ObjectType('WorkCount', { simpleResolvers: true })
export class WorkCountView {
  @Field(() => WorkKind)
  kind!: WorkKind;

  regionId!: string | null;

  @Field(() => Int)
  many!: number;
}

@ObjectType('UnmetNeed', {
  description:
    'How often something was searched for and nothing was found: searches, not people, and never fewer than five.',
  simpleResolvers: true,
})
export class UnmetNeedView {
  @Field(() => String, { description: 'In UTC, as 2026-11.' })
  month!: string;

  regionId!: string | null;

  @Field(() => NodeKind, { description: 'HOUSING_OPTION or SERVICE.' })
  kind!: NodeKind;

  @Field(() => CriterionKind, {
    nullable: true,
    description:
      'Which alone kept a listing from matching. Null where none did: nothing is there, or nothing is free.',
  })
  criterion!: CriterionKind | null;

  @Field(() => Int)
  searches!: number;
}

@ObjectType('Worklist', { description: 'The day’s work of those who keep something true.' })
export class WorklistView {
  kinds!: WorkKind[];
  regionId!: string | null;
}
