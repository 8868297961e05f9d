import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { CriterionKind, Stance } from './criterion.js';

registerEnumType(CriterionKind, { name: 'CriterionKind', description: 'What a rule is about.' });
registerEnumType(Stance, {
  name: 'Stance',
  valuesConfig: {
    SERVES: { description: 'Accepts these, among others.' },
    REQUIRES: { description: 'Only these.' },
    REFUSES: { description: 'Not these.' },
    CASE_BY_CASE: { description: 'Decided with the person: ask.' },
  },
});

@ObjectType('Criterion', {
  simpleResolvers: true,
  description: 'One rule. What no rule says is not known.',
})
export class CriterionView {
  terms!: unknown;

  @Field(() => CriterionKind)
  kind!: CriterionKind;

  @Field(() => Stance)
  stance!: Stance;
}
