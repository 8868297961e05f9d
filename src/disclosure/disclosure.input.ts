import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { WithheldReason } from '../geography/index.js';
import { OnceInput } from '../once/index.js';
import { Telling } from './telling.js';

registerEnumType(Telling, {
  name: 'Telling',
  description: 'How far something is told.',
  valuesConfig: {
    PUBLISHED: { description: 'To everyone.' },
    PARTNERS: { description: 'To advocates who have signed in, and apps with the scope.' },
    OWN: { description: 'To its own organization alone.' },
    STREET_TOLD: { description: 'Of a location: with its address, to whomever it is told.' },
    STREET_WITHHELD: {
      description: 'Of a location: its address is sealed, and told to nobody but by revealAddress.',
    },
  },
});

@InputType()
export class ProposeDisclosureInput extends OnceInput {
  @Field(() => ID, { description: 'Of a listing or a location of your own organization.' })
  id!: string;

  @Field(() => Telling, { description: 'How far it is to be told: further than now.' })
  to!: Telling;

  @Field(() => String, {
    description:
      'Why: whoever decides reads it, and it is written down. Never an address. 10 to 500 characters.',
  })
  reason!: string;
}

@InputType()
export class TightenDisclosureInput extends OnceInput {
  @Field(() => ID, { description: 'Of a listing or a location of your own organization.' })
  id!: string;

  @Field(() => Telling, { description: 'How far it is told from now on: less than now.' })
  to!: Telling;

  @Field(() => WithheldReason, {
    nullable: true,
    description: 'Of a street that is withheld: why, as it is told instead of the address.',
  })
  withheldReason?: WithheldReason | null;

  @Field(() => String, { description: 'Why: it is written down. 10 to 500 characters.' })
  reason!: string;
}

@InputType()
export class ApproveDisclosureInput extends OnceInput {
  @Field(() => ID)
  proposalId!: string;
}

@InputType()
export class RejectDisclosureInput extends OnceInput {
  @Field(() => ID, { description: 'Of a proposal of another; or of your own, to withdraw it.' })
  proposalId!: string;
}
