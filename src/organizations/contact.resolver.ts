import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateTime, type Asking } from '../kernel/index.js';
import { ContactView, HoursView, LanguageView } from './contact.view.js';
import { isOpen, nextOpening } from './hours.js';
import { languagesNamed } from './language.js';

@Resolver(() => ContactView)
export class ContactResolver {
  @FieldResolver(() => [LanguageView])
  languages(@Root() contact: ContactView, @Ctx() asking: Asking) {
    return languagesNamed(contact.languages, asking.language) satisfies LanguageView[];
  }
}

@Resolver(() => HoursView)
export class HoursResolver {
  @FieldResolver(() => Boolean, { description: 'At the moment of the request.' })
  openNow(@Root() hours: HoursView, @Ctx() asking: Asking) {
    return isOpen(hours, asking.now);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Null while it is open, and where it never opens.',
  })
  nextOpening(@Root() hours: HoursView, @Ctx() asking: Asking) {
    return nextOpening(hours, asking.now);
  }
}
