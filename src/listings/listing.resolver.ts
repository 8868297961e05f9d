import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { askedOf, type Asking } from '../kernel/index.js';
import { countiesOf, countiesOfRegion, countiesOfState, CountyView } from '../geography/index.js';
import { CriterionView, sentenceOf } from '../eligibility/index.js';
import {
  LanguageView,
  languagesNamed,
  organizationOffering,
  OrganizationView,
} from '../organizations/index.js';
import { nationCounties } from '../tribal-nations/index.js';
import { namesOf } from './criterion-names.query.js';
import { ListingView, ServiceAreaView, VerificationView } from './listing.view.js';
import { verificationOf } from './verification.js';

@Resolver(() => ListingView)
export class ListingResolver {
  @FieldResolver(() => OrganizationView)
  organization(
    @Root() listing: ListingView,
    @Ctx() asking: Asking,
    @Info() info: GraphQLResolveInfo,
  ) {
    return organizationOffering(listing, askedOf(info), asking) satisfies
      OrganizationView | Promise<OrganizationView | null>;
  }

  @FieldResolver(() => [LanguageView])
  languages(@Root() listing: ListingView, @Ctx() asking: Asking) {
    return languagesNamed(listing.languages, asking.language) satisfies LanguageView[];
  }

  @FieldResolver(() => [ServiceAreaView])
  serviceAreas(@Root() listing: ListingView) {
    return listing.areas satisfies ServiceAreaView[] | undefined;
  }

  @FieldResolver(() => VerificationView)
  verification(@Root() { confirmation }: ListingView, @Ctx() { now }: Asking) {
    return verificationOf(confirmation, now) satisfies VerificationView;
  }
}

@Resolver(() => ServiceAreaView)
export class ServiceAreaResolver {
  @FieldResolver(() => [CountyView], {
    description: 'All it takes in; none where it is nationwide.',
  })
  counties(
    @Root() area: ServiceAreaView,
    @Ctx() asking: Asking,
  ): Promise<CountyView[]> | CountyView[] {
    if (area.countyFips) return countiesOf(area.countyFips, asking);
    if (area.regionId) return countiesOfRegion(area.regionId, asking);
    if (area.nationId) return nationCounties(area.nationId, 'COUNTY', asking);
    return area.state ? countiesOfState(area.state, asking) : [];
  }
}

@Resolver(() => CriterionView)
export class CriterionResolver {
  @FieldResolver(() => String, {
    description: 'The rule in a plain sentence, in the language of the request.',
  })
  async text(@Root() criterion: CriterionView, @Ctx() asking: Asking) {
    return sentenceOf(
      criterion,
      asking.language,
      await namesOf({ terms: [criterion.terms] }, asking),
    );
  }
}
