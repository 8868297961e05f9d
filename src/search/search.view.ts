import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node, PageInfo } from '../kernel/index.js';
import { CountyView, RegionView } from '../geography/index.js';
import { CoverageBasis, TribalNationView } from '../tribal-nations/index.js';
import { NodeKind, type AnyNode } from './node.query.js';

registerEnumType(NodeKind, { name: 'NodeKind' });
registerEnumType(CoverageBasis, {
  name: 'CoverageBasis',
  description: 'Why a nation is named for a place: three different facts.',
  valuesConfig: {
    WITHIN_RESERVATION: {
      description: 'The place lies on its land. Told where boundaries were imported.',
    },
    COUNTY: { description: 'Its land lies in this county.' },
    SERVICE_COUNTY: { description: 'It serves its people in this county.' },
  },
});

@ObjectType({ simpleResolvers: true })
export class SearchEdge {
  @Field(() => Node)
  node!: AnyNode;

  @Field(() => String)
  cursor!: string;
}

@ObjectType({ simpleResolvers: true })
export class SearchConnection {
  @Field(() => [SearchEdge])
  edges!: SearchEdge[];

  @Field(() => [Node])
  nodes!: AnyNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, {
    nullable: true,
    description: 'Counted only when asked for; null above 10,000.',
  })
  totalCount!: number | null;
}

@ObjectType({ simpleResolvers: true })
export class CoverageNation {
  @Field(() => TribalNationView)
  nation!: TribalNationView;

  @Field(() => [CoverageBasis])
  how!: CoverageBasis[];
}

@ObjectType('Coverage', { simpleResolvers: true, description: 'What serves a place.' })
export class CoverageView {
  @Field(() => CountyView, { nullable: true, description: 'Null where no county is near: at sea.' })
  county!: CountyView | null;

  @Field(() => RegionView, { nullable: true })
  region!: RegionView | null;

  @Field(() => [CoverageNation])
  nations!: CoverageNation[];
}
