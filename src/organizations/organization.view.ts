import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, Node } from '../kernel/index.js';
import { PlaceView, RecordStanding } from '../geography/index.js';
import { ContactView } from './contact.view.js';
import { NetworkRole, OrganizationKind } from './organization.js';

registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'What an organization is.',
});
registerEnumType(NetworkRole, {
  name: 'NetworkRole',
  description: 'What it does in the response.',
});

@ObjectType('Organization', { implements: Node, simpleResolvers: true })
export class OrganizationView extends Node {
  __typename!: 'Organization';
  regionId!: string | null;
  sortKey?: string;

  @Field(() => String)
  name!: string;

  @Field(() => OrganizationKind)
  kind!: OrganizationKind;

  @Field(() => [NetworkRole])
  roles!: NetworkRole[];

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true })
  website!: string | null;

  @Field(() => RecordStanding)
  standing!: RecordStanding;

  @Field(() => [ContactView])
  contacts!: ContactView[];

  @Field(() => [PlaceView], { description: 'Its sites, each as far as it is told.' })
  places!: PlaceView[];
}

export const OrganizationConnection = connectionOf('Organization', () => OrganizationView);
