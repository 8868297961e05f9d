import { Field, ID, InputType, Int } from 'type-graphql';
import { PointInput, WithheldReason } from '../geography/index.js';
import { OnceInput } from '../once/index.js';
import { ContactInput } from './contact.input.js';
import { NetworkRole, OrganizationKind } from './organization.js';

@InputType({
  description:
    'A place of the organization. With `withheld` its address is sealed, and no answer tells it but revealAddress; ' +
    'without, it is told as far as the place is. A new place is told to its own people, until two of them tell it further.',
})
export class LocationInput {
  @Field(() => String, { description: 'By which its own people know it.' })
  name!: string;

  @Field(() => String, { description: 'Five digits.' })
  countyFips!: string;

  @Field(() => WithheldReason, {
    nullable: true,
    description: 'Why its address is told to nobody.',
  })
  withheld?: WithheldReason | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Street and number; needed where it is told.',
  })
  lines?: string[] | null;

  @Field(() => String, { nullable: true })
  city?: string | null;

  @Field(() => String, { nullable: true })
  postalCode?: string | null;

  @Field(() => PointInput, { nullable: true })
  point?: PointInput | null;
}

/** What an organization says of itself: to be registered, where some of it must be, or to be revised. */
function organizationWords(whole: boolean) {
  const needed = { nullable: !whole };
  const open = { nullable: true };

  @InputType()
  abstract class OrganizationWords extends OnceInput {
    @Field(() => String, needed)
    name?: string;

    @Field(() => OrganizationKind, needed)
    kind?: OrganizationKind;

    @Field(() => [NetworkRole], open)
    roles?: NetworkRole[] | null;

    @Field(() => String, open)
    description?: string | null;

    @Field(() => String, open)
    website?: string | null;

    @Field(() => ID, { ...open, description: 'Its home region.' })
    regionId?: string | null;

    @Field(() => [ContactInput], open)
    contacts?: ContactInput[] | null;

    @Field(() => [LocationInput], {
      ...open,
      description: 'Places that it has besides those known.',
    })
    newLocations?: LocationInput[] | null;
  }
  return OrganizationWords;
}

@InputType()
export class RegisterOrganizationInput extends organizationWords(true) {}

@InputType({ description: 'What is absent stays as it is; null empties what can be empty.' })
export class ReviseOrganizationInput extends organizationWords(false) {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why: kept with the change. Never an address.',
  })
  reason?: string | null;
}

@InputType()
export class AdmitOrganizationInput extends OnceInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that you read.' })
  version!: number;
}
