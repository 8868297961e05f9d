import { Field, ID, InputType } from 'type-graphql';
import { DateTime, LanguageTag } from '../kernel/index.js';
import { Audience, MaterialKind } from './library.js';

@InputType({ description: 'Every part that is given must hold.' })
export class MaterialFilter {
  @Field(() => [MaterialKind], { nullable: true, description: 'Is any of these.' })
  kinds?: MaterialKind[];

  @Field(() => [Audience], { nullable: true, description: 'Is made for any of these.' })
  audiences?: Audience[];

  @Field(() => [LanguageTag], {
    nullable: true,
    description: 'Is in any of these languages, by BCP 47.',
  })
  languages?: string[];

  @Field(() => ID, { nullable: true })
  organizationId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Words of its title, description or topics.',
  })
  text?: string;
}

@InputType({ description: 'Every part that is given must hold.' })
export class ConveningFilter {
  @Field(() => ID, { nullable: true })
  regionId?: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Begins then or later; where it recurs, the last of it.',
  })
  startsFrom?: Date;

  @Field(() => ID, { nullable: true, description: 'One of its hosts.' })
  organizationId?: string;

  @Field(() => String, { nullable: true, description: 'Words of its title, topic or description.' })
  text?: string;
}
