import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { askedUnder, payloadOf, type Viewer } from '../kernel/index.js';
import { ofListing } from '../listings/index.js';
import { changeOnce, type OnceAsking, type OnceInput } from '../once/index.js';
import type { Sealing } from '../vault/index.js';
import {
  ListHousingInput,
  ReportAvailabilityInput,
  ReviseHousingInput,
} from './housing-changes.input.js';
import { HousingOptionPayload } from './housing-changes.view.js';
import { housingOptionById } from './housing-options.query.js';
import { listHousingAs } from './list-housing-as.command.js';
import { reportAvailabilityAs } from './report-availability-as.command.js';
import { reviseHousing } from './revise-housing.command.js';

@Resolver()
export class HousingChangesResolver {
  @Mutation(() => HousingOptionPayload, {
    nullable: true,
    description:
      'Lists a housing option of your own organization. It is told to your own people until two of them, or one and a ' +
      'steward, tell it further: proposeDisclosure.',
  })
  listHousing(
    @Arg('input', () => ListHousingInput) input: ListHousingInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return optionChanged('listHousing', input, listHousingAs, asking, info);
  }

  @Mutation(() => HousingOptionPayload, {
    nullable: true,
    description: 'Changes what is named of a housing option, and nothing else.',
  })
  reviseHousing(
    @Arg('input', () => ReviseHousingInput) input: ReviseHousingInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return optionChanged('reviseHousing', input, reviseHousing, asking, info);
  }

  @Mutation(() => HousingOptionPayload, {
    nullable: true,
    description:
      'Says what a unit has free now. It holds as long as its kind of housing makes that hold.',
  })
  reportAvailability(
    @Arg('input', () => ReportAvailabilityInput) input: ReportAvailabilityInput,
    @Ctx() asking: OnceAsking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return optionChanged('reportAvailability', input, reportAvailabilityAs, asking, info);
  }
}

/** An option that was changed, as it is then to whoever changed it. */
function optionChanged<Input extends OnceInput>(
  name: string,
  input: Input,
  change: (
    given: Omit<Input, 'idempotencyKey'>,
    viewer: Viewer,
    sealing: Sealing,
  ) => Promise<string>,
  asking: OnceAsking,
  info: GraphQLResolveInfo,
) {
  return payloadOf(
    async () => {
      const id = await changeOnce(asking, name, input, ofListing(change));
      return {
        housingOption: await housingOptionById(id, askedUnder('housingOption', info), asking),
      };
    },
    { housingOption: null },
  );
}
