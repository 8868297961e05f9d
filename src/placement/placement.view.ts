import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf, PageInfo } from '../kernel/index.js';
import { CriterionKind, Outcome, Verdict } from '../eligibility/index.js';
import {
  AvailabilityState,
  AvailabilityView,
  HousingOptionView,
  UnitView,
} from '../housing/index.js';
import { Policy } from '../listings/index.js';
import { ServiceView } from '../services/index.js';
import { distanceBands, type DistanceBand as Band } from './question.js';

export const DistanceBand = enumOf(...distanceBands);
export const DistanceBasis = enumOf('PLACE', 'AREA');
export const FacetName = enumOf('KIND', 'POLICY', 'LANGUAGE', 'COUNTY', 'AVAILABILITY');

registerEnumType(Outcome, {
  name: 'Outcome',
  valuesConfig: { UNKNOWN: { description: 'Not known: the question says what to ask.' } },
});
registerEnumType(DistanceBand, { name: 'DistanceBand' });
registerEnumType(DistanceBasis, {
  name: 'DistanceBasis',
  valuesConfig: {
    PLACE: { description: 'To the door, in metres.' },
    AREA: { description: 'To the nearest point of the area that is told: no metres.' },
  },
});
registerEnumType(FacetName, {
  name: 'FacetName',
  valuesConfig: {
    KIND: { description: 'Matches that would remain, were only this kind asked for.' },
    POLICY: {
      description:
        'Matches that say so. To wish for it also keeps those that are silent, to be asked.',
    },
    LANGUAGE: {
      description:
        'Matches that name it, by its primary tag. To wish for it also keeps the others, to be asked.',
    },
    COUNTY: {
      description:
        'Matches with a told door in it, or in whose told area it is; each may be in several.',
    },
    AVAILABILITY: {
      description:
        'What would be found, were only this state wanted: an option by any of its units in it.',
    },
  },
});

@ObjectType('Reason', {
  simpleResolvers: true,
  description: 'What one criterion says of this person and this listing, to be read aloud.',
})
export class ReasonView {
  @Field(() => CriterionKind)
  criterion!: CriterionKind;

  @Field(() => Outcome)
  outcome!: Outcome;

  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true, description: 'What to ask on the phone.' })
  question!: string | null;
}

@ObjectType('Wish', {
  simpleResolvers: true,
  description: 'What became of a thing wished for: one policy, the languages, or the beds.',
})
export class WishView {
  @Field(() => Policy, { nullable: true, description: 'Null where it is no policy.' })
  policy!: Policy | null;

  @Field(() => Outcome)
  outcome!: Outcome;

  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true, description: 'What to ask on the phone.' })
  question!: string | null;
}

@ObjectType('Distance', { simpleResolvers: true })
export class DistanceView {
  @Field(() => DistanceBand)
  band!: Band;

  @Field(() => DistanceBasis)
  basis!: keyof typeof DistanceBasis;

  @Field(() => Int, { nullable: true, description: 'Told only where the door is.' })
  meters!: number | null;
}

@ObjectType({ simpleResolvers: true })
abstract class Match {
  @Field(() => Verdict)
  verdict!: Verdict;

  /** Put into words only where they are asked: else none. */
  @Field(() => [ReasonView], {
    description:
      'One a criterion that spoke; at most five that are to be asked, the most deciding first.',
  })
  reasons!: ReasonView[];

  @Field(() => [WishView], {
    description: 'One a policy wished for; languages and beds, where wished.',
  })
  wishes!: WishView[];

  @Field(() => DistanceView, { nullable: true, description: 'Null without a place.' })
  distance!: DistanceView | null;
}

@ObjectType('HousingMatch', { simpleResolvers: true })
export class HousingMatchView extends Match {
  @Field(() => HousingOptionView)
  option!: HousingOptionView;

  @Field(() => UnitView, { nullable: true, description: 'The unit that gave the verdict.' })
  unit!: UnitView | null;

  @Field(() => AvailabilityView, { description: 'Of that unit.' })
  availability!: AvailabilityView;
}

@ObjectType('ServiceMatch', { simpleResolvers: true })
export class ServiceMatchView extends Match {
  @Field(() => ServiceView)
  service!: ServiceView;
}

@ObjectType('FacetValue', { simpleResolvers: true })
export class FacetValueView {
  @Field(() => String, {
    description: 'A code: a kind, a policy, a language tag, a FIPS, a state.',
  })
  value!: string;

  @Field(() => Int, { description: 'How many: FacetName says of what.' })
  count!: number;
}

@ObjectType('Facet', {
  simpleResolvers: true,
  description: 'How many there are of each value of one thing.',
})
export class FacetView {
  @Field(() => FacetName)
  name!: keyof typeof FacetName;

  @Field(() => [FacetValueView], { description: 'Most first; at most 100.' })
  values!: FacetValueView[];
}

@ObjectType('WidenChange', {
  simpleResolvers: true,
  description: 'What to change in the input; one of these is set.',
})
export class WidenChangeView {
  @Field(() => Int, { nullable: true })
  withinMeters!: number | null;

  @Field(() => AvailabilityState, { nullable: true, description: 'To be wanted besides.' })
  availability!: AvailabilityState | null;

  @Field(() => CriterionKind, { nullable: true, description: 'To be left to ask about besides.' })
  askAbout!: CriterionKind | null;
}

@ObjectType('WidenStep', { simpleResolvers: true })
export class WidenStepView {
  @Field(() => String)
  text!: string;

  @Field(() => Int, { description: 'How many more it finds.' })
  more!: number;

  @Field(() => WidenChangeView)
  change!: WidenChangeView;
}

/** The GraphQL types of a page of matches. */
function matchConnection<T extends Match>(name: string, node: () => new () => T) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class Edge {
    @Field(node)
    node!: T;

    @Field(() => String)
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class MatchConnection {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => [node()])
    nodes!: T[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description: 'Counted only when asked for; null above 10,000.',
    })
    totalCount!: number | null;

    @Field(() => [FacetView])
    facets!: FacetView[];

    @Field(() => [WidenStepView], { description: 'The smallest changes that would find more.' })
    widen!: WidenStepView[];
  }

  return MatchConnection;
}

export const HousingMatchConnection = matchConnection('HousingMatch', () => HousingMatchView);
export const ServiceMatchConnection = matchConnection('ServiceMatch', () => ServiceMatchView);
