import { Field, ID, InputType, Int } from 'type-graphql';
import { DateOnly, DateTime, LanguageTag } from '../kernel/index.js';
import { OnceInput } from '../once/index.js';
import { Audience, MaterialKind } from './library.js';

const why = {
  nullable: true,
  description:
    'Why: kept with the change for those who keep it, and needed where it is withdrawn. Never an address.',
} as const;
const out = {
  nullable: true,
  description: 'True takes it out: only those who keep it are told of it. False brings it back.',
} as const;

/** What a material says of itself: to be published, where some of it must be, or to be revised. */
function materialWords(isNew: boolean) {
  const needed = { nullable: !isNew };
  const open = { nullable: true };

  @InputType()
  abstract class MaterialWords extends OnceInput {
    @Field(() => String, needed)
    title?: string;

    @Field(() => MaterialKind, needed)
    kind?: MaterialKind;

    @Field(() => [Audience], { ...needed, description: 'Whom it is made for.' })
    audiences?: Audience[];

    @Field(() => [String], open)
    topics?: string[] | null;

    @Field(() => LanguageTag, needed)
    language?: string;

    @Field(() => String, { ...needed, description: 'Where it is read, watched or printed.' })
    url?: string;

    @Field(() => String, open)
    description?: string | null;

    @Field(() => DateOnly, { ...open, description: 'Today, where nothing is said.' })
    publishedAt?: string;
  }
  return MaterialWords;
}

@InputType()
export class PublishMaterialInput extends materialWords(true) {
  @Field(() => ID, { description: 'Whose it is: your own, or, of a steward, any but a nation’s.' })
  organizationId!: string;
}

@InputType({ description: 'What is absent stays as it is; null empties what can be empty.' })
export class ReviseMaterialInput extends materialWords(false) {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;

  @Field(() => Boolean, out)
  withdrawn?: boolean | null;

  @Field(() => String, why)
  reason?: string | null;
}

/** What a convening says of itself: to be scheduled, where some of it must be, or to be revised. */
function conveningWords(isNew: boolean) {
  const needed = { nullable: !isNew };
  const open = { nullable: true };

  @InputType()
  abstract class ConveningWords extends OnceInput {
    @Field(() => String, needed)
    title?: string;

    @Field(() => String, needed)
    topic?: string;

    @Field(() => String, open)
    description?: string | null;

    @Field(() => String, { ...open, description: 'In words: a town, a room, a video call.' })
    location?: string | null;

    @Field(() => ID, { ...open, description: 'Whose team meets; none for the whole state.' })
    regionId?: string | null;

    @Field(() => DateTime, { ...needed, description: 'Of the first one, where it recurs.' })
    startsAt?: Date;

    @Field(() => DateTime, needed)
    endsAt?: Date;

    @Field(() => String, {
      ...needed,
      description: 'By whose clock it recurs: an IANA name, as America/Chicago.',
    })
    timeZone?: string;

    @Field(() => String, {
      ...open,
      description:
        'An iCalendar rule (RRULE) of days, weeks, months or years, as FREQ=MONTHLY;BYDAY=2TU; it meets on the day of startsAt.',
    })
    recurrence?: string | null;
  }
  return ConveningWords;
}

@InputType()
export class ScheduleConveningInput extends conveningWords(true) {
  @Field(() => [ID], {
    description: 'Who calls it: your own organization, or, of a steward, any but a nation’s.',
  })
  hostIds!: string[];
}

@InputType({ description: 'What is absent stays as it is; null empties what can be empty.' })
export class ReviseConveningInput extends conveningWords(false) {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;

  @Field(() => [ID], {
    nullable: true,
    description:
      'All who call it. Whoever is added must be yours to speak for: your own organization, or, of a steward, any but a nation’s.',
  })
  hostIds?: string[];

  @Field(() => Boolean, out)
  withdrawn?: boolean | null;

  @Field(() => String, why)
  reason?: string | null;
}
