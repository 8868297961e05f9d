import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { PlaceView, WithheldReason } from '../geography/index.js';
import { PhoneView } from './contact.view.js';

registerEnumType(WithheldReason, {
  name: 'WithheldReason',
  description: 'Why a place is not told.',
});

@ObjectType('WithheldPlace', {
  implements: PlaceView,
  simpleResolvers: true,
  description: 'A place that is not told. Ask by phone.',
})
export class WithheldPlaceView extends PlaceView {
  @Field(() => WithheldReason)
  reason!: WithheldReason;

  @Field(() => PhoneView, { nullable: true, description: 'What to call instead.' })
  phone!: PhoneView | null;
}
