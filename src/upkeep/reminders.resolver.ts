import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Asking } from '../kernel/index.js';
import { ListingView } from '../listings/index.js';
import { ReminderView } from './reminder.view.js';
import { remindersOf } from './reminders.query.js';

@Resolver(() => ListingView)
export class RemindersResolver {
  @FieldResolver(() => [ReminderView], {
    nullable: true,
    description:
      'How its people were reminded to confirm it, the latest first, ten at most; only to those who keep it true.',
  })
  reminders(@Root() { id, organizationId }: ListingView, @Ctx() asking: Asking) {
    return remindersOf({ id, organizationId }, asking);
  }
}
