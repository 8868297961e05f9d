import { GraphQLScalarType } from 'graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
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

/** What a rule says: which members there may be depends on its kind, and they are read by it (terms.ts). */
export const CriterionTerms = new GraphQLScalarType<object, object>({
  ...GraphQLJSONObject.toConfig(),
  name: 'CriterionTerms',
  description:
    'What a rule says: a JSON object whose members depend on its kind. AGE ageMin, ageMax · GENDER genders · HOUSEHOLD ' +
    'households, or children {genders, ageMin, ageMax}, or peopleMin, peopleMax · SITUATION situations · LGBTQ lgbtq: true · ' +
    'VETERAN veteran: true · RESIDENCE countyFips, or regions, or outsideCountyFips · NATION nations ("ANY" or ids), basis · ' +
    'LANGUAGE languages · CULTURE cultures · ACCESS needs · ANIMALS animals · SUBSTANCE_USE use · CARE_NEEDS needs · ' +
    'CONVICTIONS convictions · CUSTODY custody · DOCUMENTS allOf, or anyOf · INCOME monthlyMin, monthlyMax · ' +
    'POLICE_COOPERATION cooperates: true · REFERRAL_SOURCE sources · IMMIGRATION statuses ("ANY" or a list) · STAY_HISTORY ' +
    'stayedWithinDays, or shelterStayWithinDays, or barred: true · WORK_OR_SCHOOL hoursWeeklyMin · FAITH participation: true.',
});

@ObjectType('Criterion', {
  simpleResolvers: true,
  description: 'One rule. What no rule says is not known.',
})
export class CriterionView {
  @Field(() => CriterionTerms, { description: 'What it says, by the words of its kind.' })
  terms!: object;

  @Field(() => CriterionKind)
  kind!: CriterionKind;

  @Field(() => Stance)
  stance!: Stance;
}
