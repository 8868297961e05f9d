import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, Node } from '../kernel/index.js';
import { Telling, type Disclosure } from '../disclosure/index.js';
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

@ObjectType('Site', {
  description:
    'A location as its organization handles it; where exactly a withheld one is, revealAddress says.',
  simpleResolvers: true,
})
export class SiteView {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description:
      'By which its own people know it; told to stewards alone besides, in other words where it leads to a withheld address.',
  })
  name!: string;

  @Field(() => Telling)
  disclosure!: Disclosure;

  @Field(() => Boolean)
  streetTold!: boolean;

  @Field(() => String)
  countyFips!: string;
}

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

  @Field(() => Int, {
    nullable: true,
    description: 'What a revision names as read; only to those who keep it true, as what follows.',
  })
  version!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a steward has admitted it. Nothing of one that is not is told to others.',
  })
  admitted!: boolean | null;

  @Field(() => [SiteView], { nullable: true, description: 'Its locations, by their ids.' })
  sites!: SiteView[] | null;
}

export const OrganizationConnection = connectionOf('Organization', () => OrganizationView);
