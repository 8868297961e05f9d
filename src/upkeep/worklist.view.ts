import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTime } from '../kernel/index.js';
import { WorkKind } from './work-kinds.js';

registerEnumType(WorkKind, {
  name: 'WorkKind',
  description: 'What waits to be done by those who keep something true.',
  valuesConfig: {
    CONFIRMATION_OVERDUE: { description: 'A confirmation has run out: confirmListing.' },
    NEVER_CONFIRMED: { description: 'Nobody has said yet that it is true: confirmListing.' },
    NEVER_REPORTED: {
      description: 'Of a unit nobody ever said what is free: reportAvailability.',
    },
    SUGGESTION: { description: 'Someone says that something is wrong: resolveSuggestion.' },
    PROPOSAL: {
      description:
        'Something is to be told further, and the viewer may be the second: approveDisclosure.',
    },
    NO_COORDINATOR: { description: 'Nobody of it keeps it true: invitePerson. Told to stewards.' },
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

@ObjectType('Worklist', { description: 'The day’s work of those who keep something true.' })
export class WorklistView {
  kinds!: WorkKind[];
  regionId!: string | null;
}
