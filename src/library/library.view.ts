import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateOnly, DateTime, Node } from '../kernel/index.js';
import { Audience, MaterialKind } from './library.js';

registerEnumType(MaterialKind, { name: 'MaterialKind' });
registerEnumType(Audience, { name: 'Audience', description: 'Whom a material is made for.' });

/** Where it is read as those who keep it read it. */
const KEPT_VERSION = {
  nullable: true,
  description:
    'What a revision names as read; only to those who keep it true, by its id or under its organization.',
} as const;
const KEPT_WITHDRAWN = {
  nullable: true,
  description: 'Whether it was taken out; only to those who keep it true, as its version.',
} as const;

@ObjectType('Material', { implements: Node, simpleResolvers: true })
export class MaterialView extends Node {
  __typename!: 'Material';
  organizationId!: string;
  sortKey?: string;
  language!: string;

  @Field(() => String)
  title!: string;

  @Field(() => MaterialKind)
  kind!: MaterialKind;

  @Field(() => [Audience])
  audiences!: Audience[];

  @Field(() => [String])
  topics!: string[];

  @Field(() => String)
  url!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => DateOnly)
  publishedAt!: string;

  @Field(() => Int, KEPT_VERSION)
  version?: number | null;

  @Field(() => Boolean, KEPT_WITHDRAWN)
  withdrawn?: boolean | null;
}

@ObjectType('Convening', {
  implements: Node,
  simpleResolvers: true,
  description: "A region's team meets.",
})
export class ConveningView extends Node {
  __typename!: 'Convening';
  regionId!: string | null;
  /** Of the last of all meetings; null where there is none. */
  lastStartsAt!: string | null;
  sortKey?: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  topic!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'In words: a town, a room, a video call.' })
  location!: string | null;

  @Field(() => DateTime, { description: 'Of the first one, where it recurs.' })
  startsAt!: string;

  @Field(() => DateTime)
  endsAt!: string;

  @Field(() => String, { nullable: true, description: 'An iCalendar rule (RRULE).' })
  recurrence!: string | null;

  @Field(() => String, {
    description: 'By whose clock it recurs: an IANA name. UTC where no source says.',
  })
  timeZone!: string;

  @Field(() => Int, KEPT_VERSION)
  version?: number | null;

  @Field(() => Boolean, KEPT_WITHDRAWN)
  withdrawn?: boolean | null;
}

export const MaterialConnection = connectionOf('Material', () => MaterialView);
export const ConveningConnection = connectionOf('Convening', () => ConveningView);
