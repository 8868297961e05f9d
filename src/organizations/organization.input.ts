import { Field, InputType } from 'type-graphql';
import { AreaInput } from '../geography/index.js';
import { NetworkRole, OrganizationKind } from './organization.js';

@InputType({ description: 'Every part that is given must hold.' })
export class OrganizationFilter {
  @Field(() => AreaInput, {
    nullable: true,
    description: 'Has a site there; by region: its home region.',
  })
  isIn?: AreaInput;

  @Field(() => [OrganizationKind], { nullable: true, description: 'Is any of these.' })
  kinds?: OrganizationKind[];

  @Field(() => [NetworkRole], { nullable: true, description: 'Has any of these roles.' })
  roles?: NetworkRole[];

  @Field(() => String, { nullable: true, description: 'Words of its name or description.' })
  text?: string;
}
