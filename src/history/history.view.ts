import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTime, enumOf } from '../kernel/index.js';

export const MadeAs = enumOf('COORDINATOR', 'NATION_COORDINATOR', 'STEWARD', 'APP', 'HOST');
registerEnumType(MadeAs, {
  name: 'MadeAs',
  description: 'As what someone changed something; HOST is the server itself, or whoever runs it.',
});

@ObjectType('FieldChange', { simpleResolvers: true })
export class FieldChangeView {
  @Field(() => String, {
    description:
      'By the name of its input; disclosure where it was told to others than before, places where that was so of one where it stands.',
  })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What stood there, as JSON. Null too where it is not the viewer’s to read: words of an organization that ' +
      'withholds an address are read by its own people.',
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands there since, as JSON.' })
  after!: string | null;
}

@ObjectType('Revision', { description: 'One change, as it was made.', simpleResolvers: true })
export class RevisionView {
  id!: string;
  sortKey?: string;

  @Field(() => Int, { description: 'The version that it made.' })
  version!: number;

  @Field(() => DateTime)
  madeAt!: string;

  @Field(() => MadeAs)
  madeAs!: keyof typeof MadeAs;

  @Field(() => String, { nullable: true, description: 'Of which organization she acted.' })
  organizationName!: string | null;

  @Field(() => String, { description: 'The mutation.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Why, where it was said.' })
  reason!: string | null;

  @Field(() => [FieldChangeView])
  changes!: FieldChangeView[];
}

export const RevisionConnection = connectionOf('Revision', () => RevisionView);
