import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateOnly, DateTime, Node } from '../kernel/index.js';
import { Audience, MaterialKind } from './library.js';

registerEnumType(MaterialKind, { name: 'MaterialKind' });
registerEnumType(Audience, { name: 'Audience', description: 'Whom a material is made for.' });

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
}

@ObjectType('Convening', {
  implements: Node,
  simpleResolvers: true,
  description: "A region's team meets.",
})
export class ConveningView extends Node {
  __typename!: 'Convening';
  regionId!: string | null;
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
}

export const MaterialConnection = connectionOf('Material', () => MaterialView);
export const ConveningConnection = connectionOf('Convening', () => ConveningView);
