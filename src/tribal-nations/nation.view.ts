import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, Node } from '../kernel/index.js';
import { PlaceView, RecordStanding, type PublishedPlaceView } from '../geography/index.js';
import { TribalPeople } from './nation.js';

registerEnumType(TribalPeople, {
  name: 'TribalPeople',
  description: 'The people a nation belongs to.',
});

@ObjectType('TribalNation', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A tribal nation, as its own record or, until it keeps one, as public sources name it.',
})
export class TribalNationView extends Node {
  __typename!: 'TribalNation';
  organizationId!: string;
  sortKey?: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it calls itself; null where no source says.',
  })
  endonym!: string | null;

  @Field(() => TribalPeople)
  people!: TribalPeople;

  @Field(() => String, { nullable: true })
  website!: string | null;

  @Field(() => PlaceView, { description: 'The seat of its government.' })
  seat!: PublishedPlaceView;

  @Field(() => RecordStanding)
  standing!: RecordStanding;
}

export const TribalNationConnection = connectionOf('TribalNation', () => TribalNationView);
